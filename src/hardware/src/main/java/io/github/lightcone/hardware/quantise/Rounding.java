package io.github.lightcone.hardware.quantise;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** How a number becomes a whole one. */
public enum Rounding {
    /** The greatest whole number that is not above it. */
    FLOOR,
    /** The nearest; the even one of two. */
    NEAREST,
    /** One of the two beside it, the nearer one more often, so that the mean is the number itself. */
    STOCHASTIC;

    /** Returns the name in options and files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Rounds a number.
     *
     * @param random drawn from once by {@link #STOCHASTIC}, and by no other
     */
    double round(double number, RandomGenerator random) {
        return switch (this) {
            case FLOOR -> Math.floor(number);
            case NEAREST -> Math.rint(number);
            case STOCHASTIC -> Math.floor(number + random.nextDouble());
        };
    }
}
