/**
 * Ready-made experiments: data, network, loss and settings that are known to work.
 *
 * <p>Both are inputs, one hidden layer of leaky integrate-and-fire neurons, and outputs. What differs from
 * run to run is in {@link io.github.lightcone.learning.experiment.ExperimentSettings}: above all where the
 * delays come from ({@link io.github.lightcone.learning.experiment.DelayMode}) and which parameters are
 * learned. The three networks every claim about delays needs are
 *
 * <pre>
 *     no delays            delays none,    learn weights
 *     frozen at random     delays spatial, learn weights
 *     learned positions    delays spatial, learn weights and positions
 * </pre>
 *
 * <p>One seed gives all three the same initial weights, and the latter two the same initial positions.
 */
package io.github.lightcone.learning.experiment;
