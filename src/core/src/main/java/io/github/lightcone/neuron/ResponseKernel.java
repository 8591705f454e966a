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

    private double a;
    private double c;
    private double middle;
    private int degree;
    private final double[] voltage = new double[HIGH_DEGREE + 1];
    private final double[] current = new double[HIGH_DEGREE + 1];

    /**
     * Makes the kernel of one pair of rates.
     *
     * @param a 1/tauMem
     * @param c 1/tauSyn
     * @param width longest time, ms; at most {@link #widest}
     */
    public ResponseKernel(double a, double c, double width) {
        set(a, c, width);
    }

    /** Makes this the kernel of another pair of rates or another interval, as the constructor does. */
    public void set(double newA, double newC, double width) {
        a = newA;
        c = newC;
        middle = width / 2;
        degree = remainder(Math.max(a, c) * middle, LOW_DEGREE) <= ROUNDING ? LOW_DEGREE : HIGH_DEGREE;
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

    /** Returns the coefficients of k in ascending powers of y, as many as the degree and one; not a copy. */
    public double[] voltage() {
        return voltage;
    }

    /** Returns the coefficients of e in ascending powers of y, as many as the degree and one; not a copy. */
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

    /**
     * Evaluates both polynomials at many places.
     *
     * @param count number of places
     * @param y distances from the middle, ms
     * @param ofVoltage k at each place. Modified.
     * @param ofCurrent e at each place. Modified.
     */
    public void evaluate(int count, double[] y, double[] ofVoltage, double[] ofCurrent) {
        if (degree == LOW_DEGREE) {
            evaluateLow(count, y, voltage, ofVoltage);
            evaluateLow(count, y, current, ofCurrent);
        } else {
            evaluateHigh(count, y, voltage, ofVoltage);
            evaluateHigh(count, y, current, ofCurrent);
        }
    }

    private static void evaluateLow(int count, double[] y, double[] c, double[] values) {
        double c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3], c4 = c[4];
        double c5 = c[5], c6 = c[6], c7 = c[7], c8 = c[8], c9 = c[9];
        for (int k = 0; k < count; k++) {
            double x = y[k];
            double sum = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(c9, x, c8), x, c7), x, c6), x, c5), x, c4);
            values[k] = Math.fma(Math.fma(Math.fma(Math.fma(sum, x, c3), x, c2), x, c1), x, c0);
        }
    }

    private static void evaluateHigh(int count, double[] y, double[] c, double[] values) {
        double c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3], c4 = c[4], c5 = c[5], c6 = c[6];
        double c7 = c[7], c8 = c[8], c9 = c[9], c10 = c[10], c11 = c[11], c12 = c[12];
        for (int k = 0; k < count; k++) {
            double x = y[k];
            double sum = Math.fma(Math.fma(Math.fma(c12, x, c11), x, c10), x, c9);
            sum = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(sum, x, c8), x, c7), x, c6), x, c5), x, c4);
            values[k] = Math.fma(Math.fma(Math.fma(Math.fma(sum, x, c3), x, c2), x, c1), x, c0);
        }
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
