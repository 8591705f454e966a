package io.github.lightcone.learning.training;

/**
 * A range that holds the truth with a probability of 95 %.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

    private static final double Z = 1.959963984540054;

    /**
     * Returns the interval of a probability of which {@code successes} of {@code trials} independent trials are
     * known.
     *
     * <p>E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
     * American Statistical Association 22 (1927).
     *
     * @throws IllegalArgumentException unless there are trials, and from none to all of them successes
     */
    public static Interval ofProbability(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        double n = trials;
        double p = successes / n;
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Interval(successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }
}
