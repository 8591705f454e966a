package io.github.lightcone.learning.parameter;

import java.util.Arrays;

/** The range of each of some numbers, ends included. Immutable. */
public final class Bounds {

    private final double[] least;
    private final double[] most;

    private Bounds(double[] least, double[] most) {
        this.least = least;
        this.most = most;
    }

    /** Returns no bounds for so many numbers. */
    public static Bounds none(int size) {
        return of(size, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the same range for so many numbers.
     *
     * @throws IllegalArgumentException unless {@code least <= most}
     */
    public static Bounds of(int size, double least, double most) {
        double[] lower = new double[size];
        double[] upper = new double[size];
        Arrays.fill(lower, least);
        Arrays.fill(upper, most);
        return of(lower, upper);
    }

    /**
     * Returns a range for each number.
     *
     * @throws IllegalArgumentException naming the number whose least value is above its most, or if there are not
     *     as many of both
     */
    public static Bounds of(double[] least, double[] most) {
        if (least.length != most.length) {
            throw new IllegalArgumentException(
                    least.length + " least and " + most.length + " largest values, must be as many");
        }
        for (int i = 0; i < least.length; i++) {
            if (!(least[i] <= most[i])) {
                throw new IllegalArgumentException(
                        "range of number " + i + " from " + least[i] + " to " + most[i] + ", must not be empty");
            }
        }
        return new Bounds(least.clone(), most.clone());
    }

    /** Returns ranges that end at 0 on the side where a number is not; 0 may become anything. */
    public static Bounds ofSigns(double... values) {
        double[] least = new double[values.length];
        double[] most = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            least[i] = values[i] > 0 ? 0 : Double.NEGATIVE_INFINITY;
            most[i] = values[i] < 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return new Bounds(least, most);
    }

    /**
     * Returns what is in both ranges of each number.
     *
     * @throws IllegalArgumentException naming a number for which nothing is, or if there are not as many of both
     */
    public Bounds and(Bounds that) {
        if (size() != that.size()) {
            throw new IllegalArgumentException(size() + " ranges with " + that.size() + ", must be as many");
        }
        double[] lower = new double[least.length];
        double[] upper = new double[least.length];
        for (int i = 0; i < least.length; i++) {
            lower[i] = Math.max(least[i], that.least[i]);
            upper[i] = Math.min(most[i], that.most[i]);
        }
        return of(lower, upper);
    }

    /** Returns the number of ranges. */
    public int size() {
        return least.length;
    }

    /** Returns the least value of a number. */
    public double least(int i) {
        return least[i];
    }

    /** Returns the largest value of a number. */
    public double most(int i) {
        return most[i];
    }

    /**
     * Puts numbers outside their ranges at the nearer ends.
     *
     * @param values Modified.
     * @return how many
     */
    public int clamp(double[] values) {
        int clamped = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (value < least[i]) {
                values[i] = least[i];
                clamped++;
            } else if (value > most[i]) {
                values[i] = most[i];
                clamped++;
            }
        }
        return clamped;
    }
}
