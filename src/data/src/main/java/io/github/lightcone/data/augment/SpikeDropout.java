package io.github.lightcone.data.augment;

import io.github.lightcone.event.SpikeTrains;
import java.util.random.RandomGenerator;

/**
 * Leaves out each spike with the same probability, independently of the others.
 *
 * @param probability of leaving a spike out, at least 0 and below 1
 */
public record SpikeDropout(double probability) implements Augmentation {

    /** Checks the probability. */
    public SpikeDropout {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("probability = " + probability + ", must be at least 0 and below 1");
        }
    }

    @Override
    public SpikeTrains apply(SpikeTrains spikes, RandomGenerator random, AugmentationCounts counts) {
        SpikeTrains.Builder kept = SpikeTrains.builder();
        for (int k = 0; k < spikes.size(); k++) {
            if (random.nextDouble() < probability) {
                counts.countDroppedOut();
            } else {
                kept.add(spikes.neuron(k), spikes.time(k));
            }
        }
        return kept.build();
    }
}
