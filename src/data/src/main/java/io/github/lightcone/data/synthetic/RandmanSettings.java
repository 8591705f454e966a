package io.github.lightcone.data.synthetic;

/**
 * Parameters of {@link Randman} data.
 *
 * @param classes number of manifolds, at least 2
 * @param channels dimension of the space they lie in, at least 1: each channel spikes once
 * @param dimension of the manifolds, at least 1
 * @param alpha exponent with which the spectrum falls off, above 0: the larger, the smoother
 * @param spectrum which of the two families of series
 * @param duration latest time of a spike, ms; the earliest is 0
 */
public record RandmanSettings(
        int classes, int channels, int dimension, double alpha, Spectrum spectrum, double duration) {

    private static final int MOST = 1 << 16;
    private static final int MOST_TERMS = 1 << 24;

    /** Checks the parameters. */
    public RandmanSettings {
        requireFrom("classes", classes, 2);
        requireFrom("channels", channels, 1);
        requireFrom("dimension", dimension, 1);
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha = " + alpha + ", must be finite and above 0");
        }
        if (spectrum.terms(alpha) < 1) {
            throw new IllegalArgumentException(
                    "alpha = " + alpha + " leaves no term of the spectrum " + spectrum + ", must be smaller");
        }
        long terms = (long) channels * dimension * spectrum.terms(alpha);
        if (terms > MOST_TERMS) {
            throw new IllegalArgumentException("channels = " + channels + " and dimension = " + dimension + " make "
                    + terms + " terms a manifold, must be at most " + MOST_TERMS);
        }
        if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("duration = " + duration + " ms, must be finite and above 0");
        }
    }

    private static void requireFrom(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(name + " = " + value + ", must be from " + least + " to " + MOST);
        }
    }

    /** Returns the parameters to start from: 10 classes, 20 channels, lines of alpha 1, 50 ms, as in the paper. */
    public static RandmanSettings defaults() {
        return new RandmanSettings(10, 20, 1, 1, Spectrum.PAPER, 50);
    }

    /** Returns these settings with another dimension and exponent. */
    public RandmanSettings with(int newDimension, double newAlpha) {
        return new RandmanSettings(classes, channels, newDimension, newAlpha, spectrum, duration);
    }

    /** Returns these settings with another spectrum. */
    public RandmanSettings with(Spectrum newSpectrum) {
        return new RandmanSettings(classes, channels, dimension, alpha, newSpectrum, duration);
    }
}
