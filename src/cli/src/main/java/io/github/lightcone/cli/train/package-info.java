/**
 * The {@code train} command and the run folder it writes.
 *
 * <pre>
 *     Train                    reads options, prepares an experiment
 *         ExperimentOptions    which experiment, with which changes
 *         TrainingRun          trains, reports progress, saves
 *             RunFolder        one folder, switched as a whole from epoch to epoch
 *             RunFiles         what is in it
 * </pre>
 */
package io.github.lightcone.cli.train;
