package io.github.lightcone.structure.function;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Moran's I: whether neighbours in space have alike values (Moran, Biometrika 37:17, 1950).
 *
 * <pre>
 *     I = n / sum_ij w_ij * sum_ij w_ij z_i z_j / sum_i z_i^2, z_i = x_i - mean x
 * </pre>
 *
 * Positive if neighbours are alike, negative if they differ; -1 / (n - 1) on average if values are dealt to the places at
 * random. Of several features it is the mean of their I. A feature that is the same for all neurons has no I and is left
 * out. NaN if that leaves none, or without two neurons.
 *
 * @param test I beside that with values dealt to the places anew (all features of a neuron together)
 * @param expectation -1 / (n - 1), NaN without two neurons
 * @param neurons n
 * @param features features that vary
 * @param constant features that do not, left out
 * @param weights the spatial weights
 */
public record MoranI(
        PermutationTest test, double expectation, int neurons, int features, int constant, SpatialWeights weights) {

    /**
     * Measures one value per neuron.
     *
     * @param values finite
     * @param weights of the places of the neurons
     * @param draws how often values are dealt to the places anew; 0 for no test
     * @param seed of the draws
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if a value is not finite or there are not as many as places
     */
    public static MoranI of(double[] values, SpatialWeights weights, int draws, long seed, Progress progress) {
        double[][] features =
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
        return ofFeatures(features, weights, draws, seed, progress);
    }

    /**
     * Measures several features. A draw takes time in proportion to the spatial weights that are not 0; memory is n^2.
     *
     * @param features one row per neuron, one column per feature
     * @param weights of the places of the neurons
     * @param draws how often rows are dealt to the places anew; 0 for no test
     * @param seed of the draws
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if a feature is not finite, rows differ in length or are not as many as places
     */
    public static MoranI ofFeatures(
            double[][] features, SpatialWeights weights, int draws, long seed, Progress progress) {
        int columns = Features.columns(features);
        int neurons = features.length;
        if (weights.size() != neurons) {
            throw new IllegalArgumentException(
                    "spatial weights of " + weights.size() + " places, must be " + neurons + " as there are neurons");
        }
        PermutationTest.checkDraws(draws);
        double[][] unit = unit(features, columns);
        int varying = neurons > 0 ? unit[0].length : 0;
        double[][] product = products(unit, varying);
        int[] occupant = new int[neurons];
        Arrays.setAll(occupant, n -> n);
        double observed = moran(product, weights, occupant);
        double[] nulls = new double[draws];
        for (int k = 0; k < draws; k++) {
            Arrays.setAll(occupant, n -> n);
            new SeededRandom(seed, k).shuffle(occupant);
            nulls[k] = moran(product, weights, occupant);
            progress.done((k + 1.0) / draws);
        }
        double expectation = neurons > 1 ? -1.0 / (neurons - 1) : Double.NaN;
        PermutationTest test = PermutationTest.of(observed, nulls, seed);
        return new MoranI(test, expectation, neurons, varying, columns - varying, weights);
    }

    /** Returns the features that vary, less their means, each with squares that sum to 1. */
    private static double[][] unit(double[][] features, int columns) {
        double[][] unit = new double[features.length][columns];
        int varying = 0;
        for (int f = 0; f < columns; f++) {
            double[] values = Features.column(features, f);
            if (Features.isConstant(values)) {
                continue;
            }
            double mean = StatUtils.mean(values);
            double length = Math.sqrt(StatUtils.populationVariance(values) * values.length);
            for (int n = 0; n < values.length; n++) {
                unit[n][varying] = (values[n] - mean) / length;
            }
            varying++;
        }
        for (int n = 0; n < unit.length; n++) {
            unit[n] = Arrays.copyOf(unit[n], varying);
        }
        return unit;
    }

    /** Returns the mean over features of the products of two neurons; NaN without features. */
    private static double[][] products(double[][] unit, int features) {
        double[][] product = new double[unit.length][unit.length];
        for (int a = 0; a < unit.length; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int f = 0; f < features; f++) {
                    sum += unit[a][f] * unit[b][f];
                }
                product[a][b] = sum / features;
                product[b][a] = product[a][b];
            }
        }
        return product;
    }

    private static double moran(double[][] product, SpatialWeights weights, int[] occupant) {
        double sum = 0;
        for (int place = 0; place < occupant.length; place++) {
            int[] neighbour = weights.neighbours(place);
            double[] weight = weights.weights(place);
            double[] row = product[occupant[place]];
            for (int s = 0; s < neighbour.length; s++) {
                sum += weight[s] * row[occupant[neighbour[s]]];
            }
        }
        return occupant.length / weights.total() * sum;
    }

    /** Returns I. */
    public double value() {
        return test.observed();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Moran's I of %d neurons, mean of %d features (%d constant), weights %s, expected %.6g: %s",
                neurons,
                features,
                constant,
                weights,
                expectation,
                test);
    }
}
