package io.github.lightcone.structure.function;

import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much two places count as neighbours: weights w_ij with w_ii = 0, as spatial statistics takes them. Immutable.
 * Inverse distances are kept for all pairs, in memory in proportion to their number.
 */
public final class SpatialWeights {

    private final String name;
    private final int[][] neighbour;
    private final double[][] weight;

    private SpatialWeights(String name, int[][] neighbour, double[][] weight) {
        this.name = name;
        this.neighbour = neighbour;
        this.weight = weight;
    }

    /**
     * Returns w_ij = 1 / distance, 1/mm, for all pairs.
     *
     * @throws IllegalArgumentException if two points coincide: their weight is infinite
     */
    public static SpatialWeights inverseDistance(Positions positions) {
        double[][] point = Features.rows(positions);
        int[][] neighbour = new int[point.length][];
        double[][] weight = new double[point.length][];
        for (int i = 0; i < point.length; i++) {
            neighbour[i] = others(point.length, i).toArray();
            weight[i] = new double[neighbour[i].length];
            for (int s = 0; s < weight[i].length; s++) {
                int j = neighbour[i][s];
                weight[i][s] = 1 / Features.distance(point[i], point[j]);
                if (Double.isInfinite(weight[i][s])) {
                    throw new IllegalArgumentException("points " + i + " and " + j + " are both at "
                            + Arrays.toString(point[i]) + ", must be apart; pass SpatialWeights.nearest");
                }
            }
        }
        return new SpatialWeights("inverse distance", neighbour, weight);
    }

    /**
     * Returns w_ij = 1 if j is one of the k points nearest to i, else 0. Neighbours need not be mutual; of points equally
     * far, those with lower numbers come first. Takes time in proportion to n^2 log n.
     *
     * @param k from 1 to one less than there are points
     * @throws IllegalArgumentException if k is another number
     */
    public static SpatialWeights nearest(Positions positions, int k) {
        double[][] point = Features.rows(positions);
        int size = point.length;
        if (k < 1 || k > size - 1) {
            throw new IllegalArgumentException(
                    "k = " + k + " nearest of " + size + " points, must be between 1 and " + (size - 1));
        }
        int[][] neighbour = new int[size][];
        double[][] weight = new double[size][k];
        for (int i = 0; i < size; i++) {
            double[] here = point[i];
            double[] distance = Arrays.stream(point)
                    .mapToDouble(there -> Features.distance(here, there))
                    .toArray();
            neighbour[i] = others(size, i)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> distance[j]))
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .toArray();
            Arrays.fill(weight[i], 1);
        }
        return new SpatialWeights(k + " nearest", neighbour, weight);
    }

    private static IntStream others(int size, int i) {
        return IntStream.range(0, size).filter(j -> j != i);
    }

    /** Returns these weights with every row divided by its sum: all points count alike, however crowded they are. */
    public SpatialWeights rowStandardised() {
        double[][] scaled = new double[weight.length][];
        for (int i = 0; i < scaled.length; i++) {
            double sum = StatUtils.sum(weight[i]);
            scaled[i] = Arrays.stream(weight[i]).map(w -> w / sum).toArray();
        }
        return new SpatialWeights(name + ", row-standardised", neighbour, scaled);
    }

    /** Returns the number of points. */
    public int size() {
        return weight.length;
    }

    /** Returns the sum of all weights. */
    public double total() {
        return Arrays.stream(weight).mapToDouble(StatUtils::sum).sum();
    }

    /** Returns the points whose weights to a point are kept; not a copy. */
    int[] neighbours(int point) {
        return neighbour[point];
    }

    /** Returns the weights of {@link #neighbours}; not a copy. */
    double[] weights(int point) {
        return weight[point];
    }

    @Override
    public String toString() {
        return name + (name.endsWith("standardised") ? "" : ", not row-standardised");
    }
}
