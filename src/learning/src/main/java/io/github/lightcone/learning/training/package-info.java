/**
 * Training: examples in batches over threads, and what is done about silent neurons.
 *
 * <pre>
 *     epoch:  shuffle
 *             per batch:  blocks of examples, on any thread  --> one gradient per block
 *                         fixed pairwise tree over blocks    --> gradient of the batch (mean)
 *                         optimiser                          --> new parameters
 *             revive neurons that were silent all the epoch
 *             evaluate on validation data, record
 * </pre>
 *
 * <p>How a batch is cut into blocks depends on its size alone, a block adds its examples up in order, and
 * the blocks are added up as one fixed tree. So the result has the same bits for every number of threads.
 * Randomness comes from the seed: one stream of numbers for the order of examples, one for each example's
 * drop-out in each epoch.
 *
 * <p>Nothing in this package prints or touches files; a {@link
 * io.github.lightcone.learning.training.TrainingListener} hears of every batch and epoch.
 */
package io.github.lightcone.learning.training;
