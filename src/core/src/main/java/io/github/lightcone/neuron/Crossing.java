package io.github.lightcone.neuron;

/**
 * The first upward passage of a level by {@link Flow}'s voltage.
 *
 * <p>The level is crossed where v comes from at or below it and goes above it; touching it from below is
 * not a crossing. An event-free stretch has at most one rising piece: up to the maximum, or after the
 * minimum. The extremum decides, never the end points of the stretch, so that a short excursion above
 * the level between two points below it is not missed.
 */
public final class Crossing {

    /** What is returned where there is no crossing. */
    public static final double NONE = Double.POSITIVE_INFINITY;

    private static final int MAX_ITERATIONS = 200;

    private Crossing() {}

    /**
     * Returns the time of the first upward crossing within [0, horizon], or {@link #NONE}. If v is above
     * the level at the start, by rounding, a rising v crosses at once and a falling one does not.
     *
     * @param a 1/tauMem
     * @param c 1/tauSyn
     * @param v voltage from the bias
     * @param i current
     * @param level threshold from the bias
     * @param horizon end of the stretch, ms, at least 0
     */
    public static double first(double a, double c, double v, double i, double level, double horizon) {
        // v is pulled towards i, which only shrinks towards 0: v never exceeds the largest of v, i and 0.
        if (Math.max(v, Math.max(i, 0)) < level) {
            return NONE;
        }
        double low = 0;
        double high = horizon;
        if (i > v) {
            double peak = Flow.extremum(a, c, v, i);
            if (peak > 0 && peak < high) {
                high = peak;
            }
        } else {
            if (i >= 0) {
                return NONE;
            }
            double trough = Flow.extremum(a, c, v, i);
            if (!(trough < high)) {
                return NONE;
            }
            low = Math.max(trough, 0);
        }
        if (!(Flow.voltage(a, c, v, i, high) > level)) {
            return NONE;
        }
        if ((low == 0 ? v : Flow.voltage(a, c, v, i, low)) > level) {
            return low;
        }
        return root(a, c, v, i, level, low, high);
    }

    /** Newton's method within a bracket on a rising piece; halves the bracket where a step leaves it. */
    private static double root(double a, double c, double v, double i, double level, double low, double high) {
        double left = low;
        double right = high;
        double s = left;
        double rounding = Math.ulp(Math.max(Math.abs(level), Math.abs(v)));
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            // As Flow has it, but for an exponential that current and voltage share.
            double membrane = Exponential.exp(-a * s);
            double synaptic = Exponential.exp(-c * s);
            double slower = a < c ? membrane : synaptic;
            double current = i * synaptic;
            double voltage = v * membrane + i * a * (slower * Exponential.integral(Math.abs(c - a), s));
            double excess = voltage - level;
            if (Math.abs(excess) <= rounding) {
                // Not a step further: where the slope vanishes too, it would lead anywhere.
                return s;
            }
            if (excess > 0) {
                right = s;
            } else {
                left = s;
            }
            double next = s - excess / (a * (current - voltage));
            if (!(next >= left && next <= right)) {
                next = 0.5 * (left + right);
            }
            if (Math.abs(next - s) <= 2 * Math.ulp(s)) {
                return next;
            }
            s = next;
        }
        return s;
    }
}
