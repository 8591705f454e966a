package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.measure.ValueDistribution;
import java.util.Locale;

/**
 * How a figure varies over repetitions, such as restarts of a search.
 *
 * @param count number of repetitions
 * @param low lowest value
 * @param median median
 * @param high highest value
 */
public record Spread(int count, double low, double median, double high) {

    /** Returns the spread of some values. */
    public static Spread of(double... values) {
        ValueDistribution distribution = ValueDistribution.of(values);
        return new Spread(
                values.length, distribution.quantile(0), distribution.quantile(0.5), distribution.quantile(1));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d times: %.6g, %.6g, %.6g", count, low, median, high);
    }
}
