package io.github.lightcone.neuron;

/**
 * Decides which exponential functions the library uses.
 *
 * <p>By default {@link Math}, whose results may differ in the last bit from one machine to another. With
 * the system property {@code lightcone.strict=true} it is {@link StrictMath}: the same bits on every
 * machine, more slowly.
 */
public final class Exponential {

    /** Whether strict mode is on. */
    public static final boolean STRICT = Boolean.getBoolean("lightcone.strict");

    private Exponential() {}

    /** Returns e^x. */
    public static double exp(double x) {
        return STRICT ? StrictMath.exp(x) : Math.exp(x);
    }

    /** Returns e^x - 1, exact to rounding near 0. */
    public static double expm1(double x) {
        return STRICT ? StrictMath.expm1(x) : Math.expm1(x);
    }

    /** Returns ln(1 + x), exact to rounding near 0. */
    public static double log1p(double x) {
        return STRICT ? StrictMath.log1p(x) : Math.log1p(x);
    }

    /**
     * Returns the integral of e^{-rate u} over u from 0 to {@code time}, {@code (1 - e^{-rate time}) /
     * rate}, with its limit {@code time} at rate 0.
     */
    public static double integral(double rate, double time) {
        double y = rate * time;
        return y == 0 ? time : -expm1(-y) / rate;
    }

    /**
     * Returns the convolution of two exponential decays, {@code (e^{-a x} - e^{-c x}) / (c - a)}, with its
     * limit {@code x e^{-a x}} at {@code a = c}. Symmetric in the rates, exact to rounding for any ratio.
     *
     * @param a first rate, 1/ms
     * @param c second rate, 1/ms
     * @param x elapsed time, ms, at least 0
     */
    public static double convolution(double a, double c, double x) {
        double difference = Math.abs(c - a);
        return exp(-Math.min(a, c) * x) * integral(difference, x);
    }

    /**
     * Returns the convolution of three exponential decays, two of them of one rate: of {@code e^{-a x}}
     * with {@code x e^{-c x}}, that is {@code (e^{-a x} - e^{-c x} (1 + z)) / (c - a)^2} with {@code z =
     * (c - a) x}, and its limit {@code x^2 e^{-a x} / 2}.
     *
     * @param a the single rate, 1/ms
     * @param c the double rate, 1/ms
     * @param x elapsed time, ms, at least 0
     */
    public static double doubleConvolution(double a, double c, double x) {
        double z = (c - a) * x;
        if (Math.abs(z) < 1) {
            return x * x * exp(-c * x) * secondRemainder(z);
        }
        double difference = c - a;
        return (exp(-a * x) - exp(-c * x) * (1 + z)) / (difference * difference);
    }

    /** Returns (e^z - 1 - z) / z^2 for |z| below 1 by its series 1/2 + z/6 + z^2/24 + ... */
    private static double secondRemainder(double z) {
        double sum = 0;
        for (int n = 20; n >= 3; n--) {
            sum = (sum + 1) * z / n;
        }
        return (sum + 1) / 2;
    }
}
