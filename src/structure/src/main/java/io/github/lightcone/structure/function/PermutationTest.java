package io.github.lightcone.structure.function;

import io.github.lightcone.structure.nulls.NullTest;
import java.util.Locale;

/**
 * A figure beside what it is after neurons have exchanged their places at random. One-sided p are (k + 1) / (draws +
 * 1), k the draws that reach the figure, counting as equal what differs by rounding (1e-12 of the figure, or 1e-15);
 * NaN if the figure is undefined or nothing was drawn.
 *
 * @param test the figure, the draws and the two-sided p
 * @param pGreater one-sided p of a figure this large
 * @param pLess one-sided p of a figure this small
 * @param seed of the draws: number k comes from stream k of the seed
 */
public record PermutationTest(NullTest test, double pGreater, double pLess, long seed) {

    private static final double ROUNDING = 1e-12;
    private static final double SMALLEST = 1e-15;

    static PermutationTest of(double observed, double[] nulls, long seed) {
        NullTest test = NullTest.of(observed, nulls);
        double slack = Math.max(ROUNDING * Math.abs(observed), SMALLEST);
        int above = 0;
        int below = 0;
        for (double value : nulls) {
            above += value >= observed - slack ? 1 : 0;
            below += value <= observed + slack ? 1 : 0;
        }
        boolean undefined = Double.isNaN(observed) || test.draws() == 0;
        double all = undefined ? Double.NaN : test.draws() + 1.0;
        return new PermutationTest(test, (above + 1) / all, (below + 1) / all, seed);
    }

    /** Throws unless a number of draws is 0 (no test, p is NaN) or more. */
    static void checkDraws(int draws) {
        if (draws < 0) {
            throw new IllegalArgumentException("draws = " + draws + ", must be at least 0");
        }
    }

    /** Returns the figure. */
    public double observed() {
        return test.observed();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s two-sided, %.3g that large, %.3g that small, seed %d", test, pGreater, pLess, seed);
    }
}
