/**
 * Changes to spike trains that leave their class as it is, made anew in every epoch so that a network sees more
 * examples than were recorded.
 *
 * <p>An {@link io.github.lightcone.data.augment.Augmentation} changes one example with the randomness that it is
 * given; {@link io.github.lightcone.data.augment.Augmenter} gives each example of each epoch a stream of its own, so
 * the result depends on seed, epoch and example alone, not on the order or the number of threads. Spikes that are
 * lost on the way are counted in {@link io.github.lightcone.data.augment.AugmentationCounts}.
 */
package io.github.lightcone.data.augment;
