package io.github.lightcone.hardware.emulate;

import java.util.Arrays;

/**
 * Which spikes of two trains of one neuron are the same spike: the alignment of least cost, where a spike without a
 * partner costs 1 and partners cost 2 / window for each ms between them (Victor and Purpura, Journal of Neurophysiology
 * 76, 1996), so that partners are never further apart than the window.
 */
final class SpikeAlignment {

    private SpikeAlignment() {}

    /**
     * Returns the distances of partners, ms, in order of time. O(product of the lengths), in time and memory.
     *
     * @param some times, ascending, ms
     * @param others times, ascending, ms
     * @param window ms, above 0
     */
    static double[] shifts(double[] some, double[] others, double window) {
        double[][] cost = new double[some.length + 1][others.length + 1];
        for (int i = 0; i <= some.length; i++) {
            for (int j = 0; j <= others.length; j++) {
                cost[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                cost[i - 1][j - 1] + shift(some[i - 1], others[j - 1], window),
                                1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
            }
        }
        double[] shifts = new double[Math.min(some.length, others.length)];
        int first = shifts.length;
        int i = some.length;
        int j = others.length;
        while (i > 0 && j > 0) {
            if (cost[i][j] == cost[i - 1][j - 1] + shift(some[i - 1], others[j - 1], window)) {
                shifts[--first] = Math.abs(some[--i] - others[--j]);
            } else if (cost[i][j] == 1 + cost[i - 1][j]) {
                i--;
            } else {
                j--;
            }
        }
        return Arrays.copyOfRange(shifts, first, shifts.length);
    }

    private static double shift(double some, double other, double window) {
        return 2 * Math.abs(some - other) / window;
    }
}
