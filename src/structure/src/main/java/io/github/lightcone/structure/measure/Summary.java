package io.github.lightcone.structure.measure;

import java.util.Locale;

/**
 * Figures of a distribution.
 *
 * @param count number of values
 * @param mean mean, NaN without values
 * @param sd standard deviation, divided by count - 1
 * @param skewness third central moment over the 3/2 power of the second, NaN for equal values
 * @param excessKurtosis fourth central moment over the square of the second, less 3
 * @param min smallest value
 * @param q05 5 % quantile (type 7 of Hyndman and Fan, as all here)
 * @param q25 25 % quantile
 * @param median 50 % quantile
 * @param q75 75 % quantile
 * @param q95 95 % quantile
 * @param max largest value
 */
public record Summary(
        int count,
        double mean,
        double sd,
        double skewness,
        double excessKurtosis,
        double min,
        double q05,
        double q25,
        double median,
        double q75,
        double q95,
        double max) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d values: mean %.6g, sd %.6g, skewness %.3g, excess kurtosis %.3g, "
                        + "quantiles 0/5/25/50/75/95/100 %%: %.6g %.6g %.6g %.6g %.6g %.6g %.6g",
                count,
                mean,
                sd,
                skewness,
                excessKurtosis,
                min,
                q05,
                q25,
                median,
                q75,
                q95,
                max);
    }
}
