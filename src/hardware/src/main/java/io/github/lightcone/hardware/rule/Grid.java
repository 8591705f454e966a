package io.github.lightcone.hardware.rule;

/** Finds a scale of which all of some numbers are whole multiples. */
final class Grid {

    /** Share of a whole number by which a quotient may miss it. */
    static final double TOLERANCE = 1e-9;

    private Grid() {}

    /**
     * Returns the largest scale of which all numbers are whole multiples. O(numbers * log(largest number / least)).
     *
     * <p>The ratio of a number to the largest one is a fraction; the least common multiple of the denominators says how
     * many scales the largest is. Continued fractions find them as long as there are at most 2^25 of them, beyond which
     * doubles do not tell fractions apart; the least scale is tried in any case.
     *
     * @param numbers zeros fit every scale
     * @param least scale that is allowed, above 0 unless all numbers are 0
     * @return NaN if there is none; 0 if all numbers are 0
     */
    static double scale(double[] numbers, double least) {
        double largest = largest(numbers);
        if (largest == 0) {
            return 0;
        }
        double most = Math.floor(largest / least * (1 + TOLERANCE));
        if (most < 1) {
            return Double.NaN;
        }
        double multiple = 1;
        for (double number : numbers) {
            multiple *= denominator(Math.abs(number) / largest * multiple, Math.floor(most / multiple));
        }
        if (fit(numbers, largest / multiple)) {
            return largest / multiple;
        }
        return fit(numbers, largest / most) ? largest / most : Double.NaN;
    }

    /** Returns the least denominator, up to {@code most}, of a fraction that a number is; infinity if there is none. */
    private static double denominator(double number, double most) {
        // Two fractions of such denominators, one of them whole, are never nearer than 1 / most.
        double near = 0.5 / most;
        double before = 0;
        double denominator = 1;
        double rest = number - Math.floor(number);
        while (denominator <= most && Math.abs(denominator * number - Math.rint(denominator * number)) > near) {
            double inverse = 1 / rest;
            double next = Math.floor(inverse) * denominator + before;
            rest = inverse - Math.floor(inverse);
            before = denominator;
            denominator = next;
        }
        return denominator <= most ? denominator : Double.POSITIVE_INFINITY;
    }

    private static boolean fit(double[] numbers, double scale) {
        for (double number : numbers) {
            if (!fits(number, scale)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a number is a whole multiple of a scale. */
    static boolean fits(double number, double scale) {
        double quotient = number / scale;
        return Math.abs(quotient - Math.rint(quotient)) <= TOLERANCE * Math.max(1, Math.abs(quotient));
    }

    /** Returns the size of the largest number; 0 if there is none. */
    static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
