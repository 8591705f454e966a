/**
 * Experiment files: everything a training run is made of in one file that people can read and change.
 *
 * <pre>
 *     experiment.yaml --ExperimentFile--> tree --Section by section--> Experiment --> Trainer
 *       data      DataPart       training, validation and test sets
 *       network   NetworkPart    populations, projections, positions, delays
 *       learn     LearnPart      what is learned, how fast, within which bounds
 *       loss      ObjectivePart  loss and regularisers
 *       prune     MaskPart       which synapses are pruned, or rewired, and when
 *       measure   MeasurePart    after which epochs structure is measured, and how
 *       training  TrainingPart   epochs, batches, schedule, augmentation, stopping, silent neurons
 * </pre>
 *
 * <p>Files with {@code model: perceptron} are read by PerceptronPreparation.
 *
 * <p>A file is data, not a program: it names things that exist here, and every field is checked before work
 * starts. A {@link io.github.lightcone.experiment.Section} knows its place in the file; its complaints
 * name the place, the value and what is allowed, and a field that nobody asked for is an error.
 */
package io.github.lightcone.experiment;
