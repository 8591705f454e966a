package io.github.lightcone.cli.metrics;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean over runs with its 95 % interval by Student's t distribution.
 *
 * @param mean NaN for no values
 * @param half half the width of the interval, NaN for fewer than two values
 * @param count number of values
 */
public record MeanInterval(double mean, double half, int count) {

    private static final double UPPER_TAIL = 0.975;

    /** Returns the mean of values; those that are NaN, undefined, do not count. */
    public static MeanInterval of(double... values) {
        double[] defined =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        int n = defined.length;
        double mean = Arrays.stream(defined).sum() / n;
        if (n < 2) {
            return new MeanInterval(mean, Double.NaN, n);
        }
        double squares =
                Arrays.stream(defined).map(x -> (x - mean) * (x - mean)).sum();
        double half =
                new TDistribution(n - 1).inverseCumulativeProbability(UPPER_TAIL) * Math.sqrt(squares / (n - 1) / n);
        return new MeanInterval(mean, half, n);
    }

    /** Returns the lower end. */
    public double low() {
        return mean - half;
    }

    /** Returns the upper end. */
    public double high() {
        return mean + half;
    }

    /** Returns {@code mean ± half} with some digits, or a dash for no values. */
    public String text(int significantDigits) {
        if (count == 0) {
            return "-";
        }
        String format = "%." + significantDigits + "g";
        String text = String.format(Locale.ROOT, format, mean);
        return Double.isNaN(half) ? text : text + " ± " + String.format(Locale.ROOT, "%.2g", half);
    }
}
