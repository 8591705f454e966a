/**
 * The {@code train} commands and the run folder they write.
 *
 * <pre>
 *     TrainYinYang, TrainBraille   read options, prepare an experiment
 *         TrainOptions             what both have in common
 *         TrainingRun              trains, reports progress, saves after every epoch
 *             RunFolder            one folder, switched as a whole from epoch to epoch
 *             RunFiles             what is in it
 * </pre>
 */
package io.github.lightcone.cli.train;
