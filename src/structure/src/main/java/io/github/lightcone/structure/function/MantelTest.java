package io.github.lightcone.structure.function;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Whether two matrices over the same neurons go together: the correlation over all pairs of neurons, each pair once, of
 * functional similarity with distance (Mantel, Cancer Res. 27:209, 1967). Under the null model the places are dealt to
 * the neurons anew, rows and columns together, as pairs are not independent. Negative if neurons nearby are alike. NaN
 * where one of the two is the same for all pairs, so always with fewer than three neurons.
 *
 * @param pearson Pearson's correlation
 * @param spearman Spearman's: Pearson's of ranks, equals having the mean of theirs
 * @param neurons number of neurons
 * @param similarity what is compared with distance
 */
public record MantelTest(PermutationTest pearson, PermutationTest spearman, int neurons, String similarity) {

    /**
     * Compares functional similarity with distance in space. Similarity is Pearson's correlation of the features of two
     * neurons with {@link Normalisation#CORRELATION}, else minus the Euclidean distance of their normalised features.
     *
     * @param features one row per neuron, one column per feature
     * @param normalisation of the features
     * @param positions one per neuron
     * @param draws how often positions are dealt to the neurons anew; 0 for no test
     * @param seed of the draws
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if features are not finite, rows differ in length, or positions are of another
     *     number
     */
    public static MantelTest ofFeatures(
            double[][] features,
            Normalisation normalisation,
            Positions positions,
            int draws,
            long seed,
            Progress progress) {
        Features.columns(features);
        Features.checkFits(features, positions);
        boolean correlation = normalisation == Normalisation.CORRELATION;
        double[][] rows = normalisation.apply(features);
        double[][] point = Features.rows(positions);
        double[] alike = new double[pair(rows.length, 0)];
        double[] apart = new double[alike.length];
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < a; b++) {
                alike[pair(a, b)] = correlation ? product(rows[a], rows[b]) : -Features.distance(rows[a], rows[b]);
                apart[pair(a, b)] = Features.distance(point[a], point[b]);
            }
        }
        String name = correlation ? "correlation of features" : "- distance of features (" + normalisation + ")";
        return test(alike, apart, rows.length, name, draws, seed, progress);
    }

    /**
     * Compares two matrices of numbers per pair of neurons. A draw takes time in proportion to n^2.
     *
     * @param similarity symmetric, finite; the diagonal plays no part
     * @param distance symmetric, finite, of the same size
     * @param draws how often rows and columns of the second are dealt anew; 0 for no test
     * @param seed of the draws
     * @param progress is told how much is done; what it throws ends the work
     * @throws IllegalArgumentException if a matrix is not square, symmetric and finite, or sizes differ
     */
    public static MantelTest of(double[][] similarity, double[][] distance, int draws, long seed, Progress progress) {
        int neurons = similarity.length;
        double[] alike = pairs(similarity, neurons, "similarity");
        return test(alike, pairs(distance, neurons, "distance"), neurons, "similarity given", draws, seed, progress);
    }

    private static double[] pairs(double[][] matrix, int neurons, String name) {
        if (matrix.length != neurons || Features.columns(matrix) != neurons) {
            throw new IllegalArgumentException(name + " has " + matrix.length + " rows and " + Features.columns(matrix)
                    + " columns, must have " + neurons + " of both");
        }
        double[] pairs = new double[pair(neurons, 0)];
        for (int a = 0; a < neurons; a++) {
            for (int b = 0; b < a; b++) {
                if (matrix[a][b] != matrix[b][a]) {
                    throw new IllegalArgumentException(name + " of " + a + " and " + b + " = " + matrix[a][b]
                            + ", must be " + matrix[b][a] + " as that of " + b + " and " + a);
                }
                pairs[pair(a, b)] = matrix[a][b];
            }
        }
        return pairs;
    }

    private static int pair(int larger, int smaller) {
        return Math.addExact(Math.multiplyExact(larger, larger - 1) / 2, smaller);
    }

    private static MantelTest test(
            double[] alike, double[] apart, int neurons, String name, int draws, long seed, Progress progress) {
        PermutationTest.checkDraws(draws);
        double[][] x = {unit(alike), unit(ranks(alike))};
        double[][] y = {unit(apart), unit(ranks(apart))};
        int[] order = new int[neurons];
        Arrays.setAll(order, n -> n);
        double[] observed = {correlation(x[0], y[0], order), correlation(x[1], y[1], order)};
        double[][] nulls = new double[2][draws];
        for (int k = 0; k < draws; k++) {
            Arrays.setAll(order, n -> n);
            new SeededRandom(seed, k).shuffle(order);
            nulls[0][k] = correlation(x[0], y[0], order);
            nulls[1][k] = correlation(x[1], y[1], order);
            progress.done((k + 1.0) / draws);
        }
        return new MantelTest(
                PermutationTest.of(observed[0], nulls[0], seed),
                PermutationTest.of(observed[1], nulls[1], seed),
                neurons,
                name);
    }

    private static double[] ranks(double[] values) {
        return values.length > 0 ? new NaturalRanking().rank(values) : values;
    }

    /** Returns values less their mean, with squares that sum to 1; NaN if all are the same. */
    private static double[] unit(double[] values) {
        double mean = StatUtils.mean(values);
        double length = Features.isConstant(values)
                ? Double.NaN
                : Math.sqrt(StatUtils.populationVariance(values) * values.length);
        return Arrays.stream(values).map(value -> (value - mean) / length).toArray();
    }

    private static double correlation(double[] x, double[] y, int[] order) {
        double sum = x.length > 0 ? 0 : Double.NaN;
        for (int a = 0; a < order.length; a++) {
            for (int b = 0; b < a; b++) {
                int larger = Math.max(order[a], order[b]);
                sum += x[pair(a, b)] * y[pair(larger, order[a] + order[b] - larger)];
            }
        }
        return sum;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) {
            sum += a[f] * b[f];
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Mantel test of " + neurons + " neurons, " + similarity + " with distance: Pearson " + pearson
                + "; Spearman " + spearman;
    }
}
