/**
 * From gradients to better parameters.
 *
 * <p>A {@link io.github.lightcone.learning.optimise.ParameterGroup} is one kind of number, such as all
 * weights or all positions. The {@link io.github.lightcone.learning.optimise.Optimizer} moves the groups
 * that are learned, each at a rate of its own, and keeps every number in its range; what it had to stop at
 * a bound is counted.
 */
package io.github.lightcone.learning.optimise;
