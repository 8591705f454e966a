package io.github.lightcone.neuron;

/**
 * The sub-threshold flow in closed form. State is (v, i) with {@code v = V - bias}; rates are {@code a =
 * 1/tauMem} and {@code c = 1/tauSyn}:
 *
 * <pre>
 *     v' = a (i - v)        i' = -c i
 * </pre>
 *
 * <p>V has at most one interior extremum on an event-free stretch.
 */
public final class Flow {

    private Flow() {}

    /** Returns i after an event-free time {@code s}. */
    public static double current(double c, double i, double s) {
        return i * Exponential.exp(-c * s);
    }

    /** Returns v after an event-free time {@code s}. */
    public static double voltage(double a, double c, double v, double i, double s) {
        return v * Exponential.exp(-a * s) + i * a * Exponential.convolution(a, c, s);
    }

    /**
     * Returns the time at which v is stationary, which may be negative: {@code log1p(z) / z * (i - v) / (c
     * i)} with {@code z = (v - i)(c - a) / (c i)}; NaN if there is none.
     */
    public static double extremum(double a, double c, double v, double i) {
        double q = (i - v) / (c * i);
        double z = (a - c) * q;
        if (!(z > -1) || Double.isInfinite(z)) {
            return Double.NaN;
        }
        return z == 0 ? q : q * (Exponential.log1p(z) / z);
    }

    /**
     * Returns the largest v on [0, s].
     *
     * @return v where it is largest; where that is, {@link #maximumTime} tells
     */
    public static double maximum(double a, double c, double v, double i, double s) {
        return voltage(a, c, v, i, maximumTime(a, c, v, i, s));
    }

    /** Returns the time in [0, s] at which v is largest; the earliest of several. */
    public static double maximumTime(double a, double c, double v, double i, double s) {
        if (i > v) {
            double peak = extremum(a, c, v, i);
            return peak > 0 && peak < s ? peak : s;
        }
        return voltage(a, c, v, i, s) > v ? s : 0;
    }
}
