/**
 * Which synapses a network has, while it is trained: pruning on a schedule, and rewiring at a constant density.
 *
 * <pre>
 *     MaskRule --start--> Masking:  before the first step   weights without the mask --> mask
 *                                   after every step        weights without the mask --> mask (and weights)
 *                                   after every epoch       weights without the mask --> mask
 * </pre>
 *
 * <p>A {@link io.github.lightcone.learning.rewire.MaskRule} is a setting; its {@link
 * io.github.lightcone.learning.rewire.Masking} is one training's, and remembers what must be saved with it. Which
 * synapses go by which criterion is not said here: a {@link io.github.lightcone.learning.rewire.SynapseChooser} is
 * given. What a mask does to weights and gradients is said in {@link
 * io.github.lightcone.learning.parameter.TrainableNetwork}.
 */
package io.github.lightcone.learning.rewire;
