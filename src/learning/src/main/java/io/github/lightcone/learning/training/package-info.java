/**
 * Training: examples in batches over threads, and what is done about silent neurons.
 *
 * <pre>
 *     epoch:  shuffle
 *             per batch:  blocks of examples, on any thread  --> one gradient per block
 *                         fixed pairwise tree over blocks    --> gradient of the batch (mean)
 *                         + penalty, chain rule, optimiser   --> new values, new parameters
 *                         homeostasis                        --> rates within a band
 *                         mask rule                          --> which synapses are pruned
 *             revive neurons that were silent all the epoch, mask rule
 *             evaluate on validation data, record, keep the best
 * </pre>
 *
 * <p>How a batch is cut into blocks depends on its size alone, a block adds its examples up in order, and
 * the blocks are added up as one fixed tree. So the result has the same bits for every number of threads.
 * Randomness comes from the seed: one stream of numbers for the order of examples, one for the mask, one for
 * each example's augmentation in each epoch, one for the examples that {@link
 * io.github.lightcone.learning.training.Trainer#trust} looks at.
 *
 * <p>After each epoch a trainer can be saved: {@link io.github.lightcone.learning.training.Trainer#checkpoint}
 * has the values of all learnables, what optimisers remember, the generator and order of examples, the mask, the
 * best epoch and the history. One that is restored goes on to the same bits.
 *
 * <p>A network that is not to be trained is judged by an {@link io.github.lightcone.learning.training.Evaluator}.
 *
 * <p>Nothing in this package prints or touches files; a {@link
 * io.github.lightcone.learning.training.TrainingListener} hears of every batch and epoch.
 */
package io.github.lightcone.learning.training;
