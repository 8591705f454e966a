/**
 * A run folder as a plain model that figures and pages are drawn from.
 *
 * <pre>
 *     RunReader            opens a run folder
 *         RunSummary       what was reached and what it cost: metrics.json, settings.json
 *         NumberTable      history.csv and trust.csv: a row per epoch
 *         StructureHistory structure.csv: measures along the training
 *         Confusion        confusion.csv
 *         PositionFrames   positions.csv: where neurons were in the course of training
 *         Wires            synapses with weight, delay and length
 *         NetworkStructure communities and measures against null models
 *         Activity         the network run again on examples: rates, selectivity, one Trial in full
 *         ChipPrototype    prototype/CHIP.json: what lightcone prototype found, with StepConvergence
 *     RunView              all of it
 *     PerceptronReader     opens the run folder of a perceptron
 *         PerceptronView   where its neurons are, and their activations for the mean image of each class
 *     DisplaySpace         at most three axes to draw positions on
 * </pre>
 *
 * <p>Times are in ms, lengths in mm. What a run folder lacks, for instance one written before positions were kept, is
 * left empty; what is damaged is an error that names the file.
 */
package io.github.lightcone.report.run;
