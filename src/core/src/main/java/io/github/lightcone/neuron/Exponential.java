package io.github.lightcone.neuron;

/**
 * Decides which exponential functions the library uses.
 *
 * <p>By default {@link Math}, whose results may differ in the last bit from one machine to another. With
 * the system property {@code lightcone.strict=true} it is {@link StrictMath}: the same bits on every
 * machine, more slowly. {@link Math} has no fast e^x - 1 and ln(1 + x), which are made here of what it has.
 */
public final class Exponential {

    /** Whether strict mode is on. */
    public static final boolean STRICT = Boolean.getBoolean("lightcone.strict");

    /** Where {@link #expm1} goes over from its series to e^x - 1. */
    private static final double SERIES = 0.7;

    private Exponential() {}

    /** Returns e^x. */
    public static double exp(double x) {
        return STRICT ? StrictMath.exp(x) : Math.exp(x);
    }

    /** Returns e^x - 1, exact to rounding near 0. */
    public static double expm1(double x) {
        if (STRICT) {
            return StrictMath.expm1(x);
        }
        return Math.abs(x) < SERIES ? expm1Series(x) : Math.exp(x) - 1;
    }

    /** The series x + x^2/2! + ... + x^18/18!, its even and its odd terms from x^2 on side by side. */
    private static double expm1Series(double x) {
        double s = x * x;
        double even = Math.fma(s, 1.0 / 6402373705728000.0, 1.0 / 20922789888000.0);
        even = Math.fma(even, s, 1.0 / 87178291200.0);
        even = Math.fma(even, s, 1.0 / 479001600.0);
        even = Math.fma(even, s, 1.0 / 3628800.0);
        even = Math.fma(even, s, 1.0 / 40320.0);
        even = Math.fma(even, s, 1.0 / 720.0);
        even = Math.fma(even, s, 1.0 / 24.0);
        even = Math.fma(even, s, 0.5);
        double odd = Math.fma(s, 1.0 / 355687428096000.0, 1.0 / 1307674368000.0);
        odd = Math.fma(odd, s, 1.0 / 6227020800.0);
        odd = Math.fma(odd, s, 1.0 / 39916800.0);
        odd = Math.fma(odd, s, 1.0 / 362880.0);
        odd = Math.fma(odd, s, 1.0 / 5040.0);
        odd = Math.fma(odd, s, 1.0 / 120.0);
        odd = Math.fma(odd, s, 1.0 / 6.0);
        return Math.fma(s, Math.fma(odd, x, even), x);
    }

    /** Returns ln(1 + x), exact to rounding near 0. */
    public static double log1p(double x) {
        if (STRICT) {
            return StrictMath.log1p(x);
        }
        // The error of 1 + x cancels: ln(u) / (u - 1) hardly changes with u (Kahan).
        double u = 1 + x;
        return u == 1 || u == Double.POSITIVE_INFINITY ? x : Math.log(u) * (x / (u - 1));
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
