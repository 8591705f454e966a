package io.github.lightcone.perceptron;

import io.github.lightcone.learning.optimise.Adam;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.random.SeededRandom;
import java.util.List;
import java.util.Map;

/** Images of three classes that are easy to tell apart: each has bright pixels of its own among noise. */
final class SmallImages {

    static final int INPUTS = 12;

    private SmallImages() {}

    static SparseImages of(int size, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] values = new double[size][INPUTS];
        int[] labels = new int[size];
        for (int k = 0; k < size; k++) {
            labels[k] = random.nextInt(3);
            for (int i = 0; i < INPUTS; i++) {
                boolean own = i / 4 == labels[k];
                values[k][i] = random.nextDouble() < (own ? 0.8 : 0.2) ? random.nextDouble() : 0;
            }
        }
        return SparseImages.of(values, labels, List.of("a", "b", "c"));
    }

    /** Returns a perceptron of 300 hidden neurons, two blocks, whose weights follow from positions. */
    static Perceptron spatial(int threads) {
        Embedding embedding = new Embedding(3, Planes.LEARNED, DistanceKernel.inverse(), 2, 1, 0.1, 2, 2, 2);
        return Perceptron.spatial(embedding, INPUTS, 300, 3, 1, threads);
    }

    static PerceptronSettings settings(int epochs, Pruning pruning) {
        return new PerceptronSettings(
                4,
                epochs,
                30,
                Adam.usual(),
                Schedule.exponential(0.9),
                Map.of("positions", 0.05, "inhibition", 0.02, "bias", 0.02, "layerDistances", 0.02, "weights", 0.005),
                pruning);
    }
}
