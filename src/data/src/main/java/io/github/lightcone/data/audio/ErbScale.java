package io.github.lightcone.data.audio;

/**
 * How wide auditory filters are, and the scale on which they are evenly spaced.
 *
 * <p>The equivalent rectangular bandwidth at f Hz is {@code ERB(f) = 24.7 (4.37 f / 1000 + 1)} Hz, and the
 * number of such bandwidths below f is {@code 21.4 log10(4.37 f / 1000 + 1)}: B. R. Glasberg and B. C. J.
 * Moore, Derivation of auditory filter shapes from notched-noise data, Hearing Research 47 (1990), equations 3
 * and 4.
 */
public final class ErbScale {

    private static final double MINIMUM = 24.7;
    private static final double PER_HERTZ = 4.37 / 1000;
    private static final double NUMBER = 21.4;

    private ErbScale() {}

    /** Returns the equivalent rectangular bandwidth at a frequency, Hz. */
    public static double bandwidth(double frequency) {
        return MINIMUM * (PER_HERTZ * frequency + 1);
    }

    /** Returns the number of bandwidths below a frequency, Hz. */
    public static double number(double frequency) {
        return NUMBER * StrictMath.log10(PER_HERTZ * frequency + 1);
    }

    /** Returns the frequency, Hz, below which there are a number of bandwidths. */
    public static double frequency(double number) {
        return (StrictMath.pow(10, number / NUMBER) - 1) / PER_HERTZ;
    }

    /**
     * Returns frequencies evenly spaced on the scale, from low to high.
     *
     * @param count how many, at least 1; one alone is the lowest
     * @param lowest the first, Hz
     * @param highest the last, Hz
     */
    public static double[] frequencies(int count, double lowest, double highest) {
        double[] frequencies = new double[count];
        double first = number(lowest);
        double step = count == 1 ? 0 : (number(highest) - first) / (count - 1);
        for (int k = 0; k < count; k++) {
            frequencies[k] = frequency(first + k * step);
        }
        return frequencies;
    }
}
