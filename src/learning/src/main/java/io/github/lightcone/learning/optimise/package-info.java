/**
 * From gradients to better numbers.
 *
 * <p>A {@link io.github.lightcone.learning.optimise.Method} says how an array moves: Adam, AdamW, or descent
 * with momentum. A {@link io.github.lightcone.learning.optimise.LearnedGroup} adds the rate, its {@link
 * io.github.lightcone.learning.optimise.Schedule}, the range and the largest gradient. The {@link
 * io.github.lightcone.learning.optimise.Optimizer} moves all groups; what it had to stop at a bound or to
 * shorten is counted. What an array must remember is in its {@link
 * io.github.lightcone.learning.optimise.Mover}, which can be saved and restored.
 */
package io.github.lightcone.learning.optimise;
