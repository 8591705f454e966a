package io.github.lightcone.hardware.rule;

/** Finds a scale of which all of some numbers are whole multiples. */
final class Grid {

    /** Share of the largest whole number by which a quotient may miss a whole one. */
    private static final double TOLERANCE = 1e-9;

    private Grid() {}

    /**
     * Returns the largest scale of which all numbers are whole multiples of at most some size. O(most) where the
     * first numbers rule most scales out, as they do unless the numbers fit.
     *
     * @param numbers of which the first {@code count} are taken; zeros fit every scale
     * @param most greatest multiple, at least 1
     * @return NaN if there is none; 0 if all numbers are 0
     */
    static double scale(double[] numbers, int count, long most) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(numbers[i]));
        }
        if (largest == 0) {
            return 0;
        }
        for (long multiple = 1; multiple <= most; multiple++) {
            double scale = largest / multiple;
            int i = 0;
            while (i < count && fits(numbers[i], scale)) {
                i++;
            }
            if (i == count) {
                return scale;
            }
        }
        return Double.NaN;
    }

    /** Returns whether a number is a whole multiple of a scale. */
    static boolean fits(double number, double scale) {
        double quotient = number / scale;
        return Math.abs(quotient - Math.rint(quotient)) <= TOLERANCE * Math.max(1, Math.abs(quotient));
    }
}
