package io.github.lightcone.structure.measure;

import java.util.Arrays;
import java.util.Locale;

/**
 * A mean over nodes, exact or from a sample of them.
 *
 * @param value the mean
 * @param standardError its standard error from sampling nodes without replacement, 0 if all were taken
 * @param sampled how many nodes it comes from
 * @param nodes how many there are
 */
public record Estimate(double value, double standardError, int sampled, int nodes) {

    /** Returns the mean of one value per sampled node. */
    static Estimate mean(double[] values, int nodes) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ratio(values, ones, nodes);
    }

    /** Returns the sum of some values over the sum of others; its error is that of the linearised ratio. */
    static Estimate ratio(double[] above, double[] below, int nodes) {
        int sampled = above.length;
        double sumAbove = 0;
        double sumBelow = 0;
        for (int k = 0; k < sampled; k++) {
            sumAbove += above[k];
            sumBelow += below[k];
        }
        double value = sumAbove / sumBelow;
        if (sampled == nodes) {
            return new Estimate(value, 0, sampled, nodes);
        }
        double squares = 0;
        for (int k = 0; k < sampled; k++) {
            double residual = above[k] - value * below[k];
            squares += residual * residual;
        }
        double left = 1 - (double) sampled / nodes;
        double error = Math.sqrt(left * squares * sampled / (sampled - 1)) / sumBelow;
        return new Estimate(value, error, sampled, nodes);
    }

    /** Returns whether all nodes were taken. */
    public boolean isExact() {
        return sampled == nodes;
    }

    @Override
    public String toString() {
        return isExact()
                ? String.format(Locale.ROOT, "%.6g", value)
                : String.format(Locale.ROOT, "%.6g +- %.2g (%d of %d nodes)", value, standardError, sampled, nodes);
    }
}
