package io.github.lightcone.structure.measure;

import java.util.Arrays;

/** The distribution of many numbers: degrees, strengths, lengths, delays. Immutable. */
public final class ValueDistribution {

    private final double[] sorted;

    private ValueDistribution(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Returns the distribution of numbers; copied and sorted.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public static ValueDistribution of(double... values) {
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw new IllegalArgumentException("value " + k + " = " + values[k] + ", must be finite");
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new ValueDistribution(sorted);
    }

    /** Returns the number of values. */
    public int count() {
        return sorted.length;
    }

    /** Returns the values in ascending order; a copy. */
    public double[] sorted() {
        return sorted.clone();
    }

    /**
     * Returns a quantile, interpolated between neighbours (type 7 of Hyndman and Fan, Am. Stat. 50:361, 1996); NaN
     * without values.
     *
     * @param fraction 0 to 1
     */
    public double quantile(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction = " + fraction + ", must be between 0 and 1");
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = fraction * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Returns the share of values that are at least as large as a number. */
    public double shareFrom(double value) {
        return (double) (sorted.length - firstFrom(value)) / sorted.length;
    }

    /**
     * Returns how many values lie in each of equally wide bins between two ends. The last bin holds its upper end, the
     * others do not; values outside count nowhere.
     *
     * @param bins number of bins, at least 1
     * @param low lower end of the first
     * @param high upper end of the last, above {@code low}
     */
    public int[] histogram(int bins, double low, double high) {
        if (bins < 1 || !(high > low)) {
            throw new IllegalArgumentException(
                    bins + " bins from " + low + " to " + high + ", must be at least 1, upwards");
        }
        int[] count = new int[bins];
        for (double value : sorted) {
            if (value >= low && value <= high) {
                count[Math.min((int) ((value - low) / (high - low) * bins), bins - 1)]++;
            }
        }
        return count;
    }

    /**
     * Returns the exponent alpha of a tail of density {@code x^-alpha} from {@code from} on, by maximum likelihood:
     * {@code 1 + k / sum ln(x / from)} over the k values there (Clauset, Shalizi and Newman, SIAM Rev. 51:661, 2009,
     * eq. 3.1). Says nothing about whether there is such a tail.
     *
     * @param from where the tail begins, above 0
     */
    public double tailExponent(double from) {
        if (!(from > 0)) {
            throw new IllegalArgumentException("from = " + from + ", must be above 0");
        }
        double logs = 0;
        int first = firstFrom(from);
        for (int k = first; k < sorted.length; k++) {
            logs += Math.log(sorted[k] / from);
        }
        return 1 + (sorted.length - first) / logs;
    }

    private int firstFrom(double value) {
        int first = 0;
        int end = sorted.length;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (sorted[middle] < value) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }

    /** Returns mean, spread, shape and quantiles. */
    public Summary summary() {
        int count = sorted.length;
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        double mean = sum / count;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : sorted) {
            double d = value - mean;
            second += d * d;
            third += d * d * d;
            fourth += d * d * d * d;
        }
        double variance = second / count;
        return new Summary(
                count,
                mean,
                count > 1 ? Math.sqrt(second / (count - 1)) : Double.NaN,
                third / count / (variance * Math.sqrt(variance)),
                fourth / count / (variance * variance) - 3,
                quantile(0),
                quantile(0.05),
                quantile(0.25),
                quantile(0.5),
                quantile(0.75),
                quantile(0.95),
                quantile(1));
    }

    @Override
    public String toString() {
        return summary().toString();
    }
}
