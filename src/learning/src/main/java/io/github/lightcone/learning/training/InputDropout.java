package io.github.lightcone.learning.training;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;

/** Leaves each input spike out with a fixed probability, anew for every example and epoch. */
final class InputDropout {

    private final double probability;
    private final long seed;

    InputDropout(double probability, long seed) {
        this.probability = probability;
        this.seed = seed;
    }

    /** Returns what is left of an example's input in an epoch. */
    SpikeTrains apply(SpikeTrains input, int epoch, int example) {
        if (probability == 0) {
            return input;
        }
        SeededRandom random = new SeededRandom(seed, ((long) epoch << 32) + example);
        SpikeTrains.Builder kept = SpikeTrains.builder();
        for (int k = 0; k < input.size(); k++) {
            if (random.nextDouble() >= probability) {
                kept.add(input.neuron(k), input.time(k));
            }
        }
        return kept.build();
    }
}
