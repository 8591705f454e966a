package io.github.lightcone.data.augment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;

/**
 * Changes examples anew in every epoch. What becomes of an example depends on the seed, the epoch and the number of
 * the example alone, so examples can be asked for in any order and by any thread.
 *
 * @param augmentation the change
 * @param seed any number
 */
public record Augmenter(Augmentation augmentation, long seed) {

    /**
     * Returns what an example is in an epoch.
     *
     * @param epoch at least 0
     * @param example number of the example
     * @param counts takes the spikes that are lost. Modified.
     */
    public SpikeTrains apply(EventDataset data, int epoch, int example, AugmentationCounts counts) {
        return augmentation.apply(data.input(example), Streams.of(seed, epoch, example), counts);
    }

    /**
     * Returns what all examples are in an epoch.
     *
     * @param epoch at least 0
     * @param counts takes the spikes that are lost. Modified.
     * @throws IllegalArgumentException if a spike ends up on a channel that does not exist
     */
    public EventDataset apply(EventDataset data, int epoch, AugmentationCounts counts) {
        EventDataset.Builder changed = EventDataset.builder(data.channels(), data.classNames());
        for (int i = 0; i < data.size(); i++) {
            changed.add(apply(data, epoch, i, counts), data.label(i), data.group(i), data.take(i));
        }
        return changed.build();
    }
}
