/**
 * The commands {@code train} and {@code sweep}, and the run folder they write.
 *
 * <pre>
 *     Train                        reads options, prepares an experiment
 *         ExperimentOptions        changes to it
 *         TrainingRun              trains, reports progress, saves after every epoch
 *             StructureAlong       measures structure after chosen epochs, for a StructureTable
 *             RunFolder            one folder, switched as a whole from epoch to epoch
 *             RunFiles             what is in it
 *             SavedRun             a run as others read it
 *             PositionsAlong       where neurons were in the course of training
 *             TrustAlong           how far gradients could be trusted
 *         PerceptronRun            the same of a perceptron, with PerceptronFiles and PerceptronProgress
 *     Sweep                        many runs: variants, values, seeds
 *         Condition                one network, whatever the seed
 *         SweepRun, SweepTeam      one run of it; all runs, several at a time
 *         SweepResult, SweepTable  what they led to
 * </pre>
 */
package io.github.lightcone.cli.train;
