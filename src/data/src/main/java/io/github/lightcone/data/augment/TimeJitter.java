package io.github.lightcone.data.augment;

import io.github.lightcone.event.SpikeTrains;
import java.util.random.RandomGenerator;

/**
 * Moves each spike in time by a normal deviate of its own. Spikes that would come before time 0 are moved to it, and
 * counted.
 *
 * @param standardDeviation ms, at least 0
 */
public record TimeJitter(double standardDeviation) implements Augmentation {

    /** Checks the deviation. */
    public TimeJitter {
        if (!(standardDeviation >= 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "standard deviation = " + standardDeviation + " ms, must be finite and at least 0");
        }
    }

    @Override
    public SpikeTrains apply(SpikeTrains spikes, RandomGenerator random, AugmentationCounts counts) {
        SpikeTrains.Builder moved = SpikeTrains.builder();
        for (int k = 0; k < spikes.size(); k++) {
            double time = spikes.time(k) + standardDeviation * random.nextGaussian();
            if (time < 0) {
                counts.countClippedToStart();
                time = 0;
            }
            moved.add(spikes.neuron(k), time);
        }
        return moved.build();
    }
}
