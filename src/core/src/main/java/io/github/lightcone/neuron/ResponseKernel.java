package io.github.lightcone.neuron;

/**
 * What an arriving spike of weight 1 does to V and I after a time x, as polynomials on [0, width]:
 *
 * <pre>
 *     k(x) = a (e^{-a x} - e^{-c x}) / (c - a)        e(x) = e^{-c x}
 * </pre>
 *
 * <p>They are Taylor polynomials in y, the distance from the middle of the interval. Since {@code k' = a
 * (e - k)}, the coefficients follow from each other without a pole at {@code a = c}. Of two degrees the
 * smaller that is exact to rounding is taken.
 */
public final class ResponseKernel {

    /** The degree for narrow intervals. */
    public static final int LOW_DEGREE = 9;

    /** The degree for wide intervals. */
    public static final int HIGH_DEGREE = 12;

    /** Error relative to the weight that counts as rounding. */
    private static final double ROUNDING = 3e-17;

    private static final double WIDEST_REACH = widestReach();

    private final double a;
    private final double c;
    private final double middle;
    private final int degree;
    private final double[] voltage;
    private final double[] current;

    /**
     * Makes the kernel of one pair of rates.
     *
     * @param a 1/tauMem
     * @param c 1/tauSyn
     * @param width longest time, ms; at most {@link #widest}
     */
    public ResponseKernel(double a, double c, double width) {
        this.a = a;
        this.c = c;
        middle = width / 2;
        degree = remainder(Math.max(a, c) * middle, LOW_DEGREE) <= ROUNDING ? LOW_DEGREE : HIGH_DEGREE;
        voltage = new double[degree + 1];
        current = new double[degree + 1];
        voltage[0] = a * Exponential.convolution(a, c, middle);
        current[0] = Exponential.exp(-c * middle);
        for (int n = 1; n <= degree; n++) {
            voltage[n] = a * (current[n - 1] - voltage[n - 1]) / n;
            current[n] = -c * current[n - 1] / n;
        }
    }

    /** Returns whether this is the kernel of a pair of rates and an interval. */
    public boolean fits(double ofMembrane, double ofSynapse, double width) {
        return a == ofMembrane && c == ofSynapse && middle == width / 2;
    }

    /** Returns the widest interval, ms, on which the higher degree is exact to rounding. */
    public static double widest(double a, double c) {
        return 2 * WIDEST_REACH / Math.max(a, c);
    }

    private static double widestReach() {
        double reach = 1;
        while (remainder(reach, HIGH_DEGREE) > ROUNDING) {
            reach *= 0.99;
        }
        return reach;
    }

    /** First term left out, reach^(degree+1) / (degree+1)!. */
    private static double remainder(double reach, int degree) {
        double term = 1;
        for (int n = 1; n <= degree + 1; n++) {
            term *= reach / n;
        }
        return term;
    }

    /** Returns the middle of the interval, ms, from which y is measured. */
    public double middle() {
        return middle;
    }

    /** Returns the degree, {@link #LOW_DEGREE} or {@link #HIGH_DEGREE}. */
    public int degree() {
        return degree;
    }

    /** Returns the coefficients of k in ascending powers of y; not a copy. */
    public double[] voltage() {
        return voltage;
    }

    /** Returns the coefficients of e in ascending powers of y; not a copy. */
    public double[] current() {
        return current;
    }

    /** Returns k(x). */
    public double voltage(double x) {
        return evaluate(voltage, x - middle);
    }

    /** Returns e(x). */
    public double current(double x) {
        return evaluate(current, x - middle);
    }

    private double evaluate(double[] coefficients, double y) {
        double[] c = coefficients;
        double sum = c[LOW_DEGREE];
        if (degree == HIGH_DEGREE) {
            sum = Math.fma(Math.fma(Math.fma(c[12], y, c[11]), y, c[10]), y, c[9]);
        }
        sum = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(sum, y, c[8]), y, c[7]), y, c[6]), y, c[5]), y, c[4]);
        return Math.fma(Math.fma(Math.fma(Math.fma(sum, y, c[3]), y, c[2]), y, c[1]), y, c[0]);
    }
}
