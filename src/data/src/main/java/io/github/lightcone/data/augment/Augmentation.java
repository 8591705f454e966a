package io.github.lightcone.data.augment;

import io.github.lightcone.event.SpikeTrains;
import java.util.random.RandomGenerator;

/** A random change of an example that leaves its class as it is. Safe for use by several threads. */
@FunctionalInterface
public interface Augmentation {

    /**
     * Returns a changed example.
     *
     * @param random where all randomness comes from
     * @param counts takes the spikes that are lost. Modified.
     */
    SpikeTrains apply(SpikeTrains spikes, RandomGenerator random, AugmentationCounts counts);

    /** Returns a changed example. */
    default SpikeTrains apply(SpikeTrains spikes, RandomGenerator random) {
        return apply(spikes, random, new AugmentationCounts());
    }

    /** Returns this change followed by another, which takes its randomness after this one. */
    default Augmentation then(Augmentation next) {
        return (spikes, random, counts) -> next.apply(apply(spikes, random, counts), random, counts);
    }
}
