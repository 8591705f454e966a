/**
 * What can be learned, and how the parameters of a network follow from it.
 *
 * <p>A {@link io.github.lightcone.learning.parameter.Learnable} is an array of numbers: the weights of a
 * projection, its delays (each for itself, by axon, by dendrite, or one for all), the coordinates of a
 * population along some axes, distances of layers, conduction speeds, biases, thresholds, time constants.
 * Each has {@link io.github.lightcone.learning.parameter.Bounds}. A {@link
 * io.github.lightcone.learning.parameter.SpatialRule} derives parameters of synapses from positions: weights
 * by distance, delays at a speed of their own. A {@link
 * io.github.lightcone.learning.parameter.TrainableNetwork} holds both together; going from values to
 * parameters and from gradients of parameters to gradients of values are mirror images in it. A {@link
 * io.github.lightcone.learning.parameter.SynapseMask} takes synapses out of both; a {@link
 * io.github.lightcone.learning.parameter.WeightRounding} makes the network run with weights that a device can hold.
 *
 * <p>How fast each learnable changes, and by which rule, is not said here but by an optimiser.
 */
package io.github.lightcone.learning.parameter;
