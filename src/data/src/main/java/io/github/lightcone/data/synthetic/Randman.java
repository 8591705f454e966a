package io.github.lightcone.data.synthetic;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import java.util.stream.IntStream;

/**
 * Classes that are smooth random manifolds in the space of spike times. Every channel spikes once in every
 * example, so counts and rates carry nothing: the class is in the times alone.
 *
 * <p>F. Zenke and T. P. Vogels, The remarkable robustness of surrogate gradient learning for instilling complex
 * function in spiking neural networks, Neural Computation 33 (2021); code: fzenke/randman.
 */
public final class Randman {

    private Randman() {}

    /**
     * Generates examples. Example i belongs to class {@code i % classes}; its point is uniform on the manifold.
     * For each class and channel the values of all examples are stretched to [0, duration], as the public code
     * does, so training and test examples are to be generated together and then split.
     *
     * <p>The manifold of class c comes from stream 2 c of the seed, its points, in their order and with their
     * coordinates in order, from stream 2 c + 1.
     *
     * @param size number of examples, at least two a class
     * @param seed any number
     */
    public static EventDataset generate(RandmanSettings settings, int size, long seed) {
        int classes = settings.classes();
        if (size < 2 * classes) {
            throw new IllegalArgumentException(
                    "size = " + size + ", must be at least " + 2 * classes + ", two examples a class");
        }
        double[][] values = new double[size][];
        for (int c = 0; c < classes; c++) {
            RandomManifold manifold = new RandomManifold(settings, new SeededRandom(seed, 2L * c));
            SeededRandom points = new SeededRandom(seed, 2L * c + 1);
            for (int i = c; i < size; i += classes) {
                values[i] = manifold.at(point(points, settings.dimension()));
            }
            stretch(values, c, classes, settings);
        }
        EventDataset.Builder data = EventDataset.builder(
                settings.channels(),
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
        for (int i = 0; i < size; i++) {
            int[] channels = IntStream.range(0, settings.channels()).toArray();
            data.add(SpikeTrains.of(channels, values[i]), i % classes);
        }
        return data.build();
    }

    private static double[] point(SeededRandom random, int dimension) {
        double[] x = new double[dimension];
        for (int d = 0; d < dimension; d++) {
            x[d] = random.nextDouble();
        }
        return x;
    }

    private static void stretch(double[][] values, int first, int step, RandmanSettings settings) {
        for (int channel = 0; channel < settings.channels(); channel++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = first; i < values.length; i += step) {
                least = Math.min(least, values[i][channel]);
                most = Math.max(most, values[i][channel]);
            }
            double range = most - least;
            for (int i = first; i < values.length; i += step) {
                double part = range > 0 ? (values[i][channel] - least) / range : 0;
                values[i][channel] = part * settings.duration();
            }
        }
    }
}
