package io.github.lightcone.neuron;

/**
 * The adjoint of {@link Flow}, backwards in time over an event-free stretch:
 *
 * <pre>
 *     tauMem lamV' = -lamV - dl/dV        tauSyn lamI' = -lamI + lamV        ' = -d/dt
 *     lamV = -(1/tauMem) dL/dV            lamI = -(1/tauSyn) dL/dI
 * </pre>
 *
 * <p>(Wunderlich and Pehle 2021, with the signs of the adjoint as defined there.) Methods here solve the
 * homogeneous part; an exponentially weighted drive {@code dl/dV = g e^{-r t}} adds the particular
 * solution of {@link #driveVoltage} and {@link #driveCurrent}, which is why no ratio of rates has a pole.
 * Arguments: {@code a = 1/tauMem}, {@code c = 1/tauSyn}, {@code x} the time gone back, at least 0.
 *
 * <p>The methods named after time constants carry the linear functionals that give the gradients of the time constants:
 * an arrival of weight w adds {@code w m} to {@code -tauSyn dL/dtauSyn} and {@code w p} to {@code
 * dL/dtauMem}, where, going back from the end,
 *
 * <pre>
 *     dL/dtauSyn = -(1/tauSyn) integral of lamI I dt         m' = -c m + lamI
 *     dL/dtauMem = integral of lamV V' dt                    q' = -a q - a lamV
 *                                                            p' = -c p + a (q + lamV)
 * </pre>
 */
public final class AdjointFlow {

    private AdjointFlow() {}

    /** Returns lamV after going back by x. */
    public static double voltage(double a, double lamV, double x) {
        return lamV * Exponential.exp(-a * x);
    }

    /** Returns lamI after going back by x. */
    public static double current(double a, double c, double lamV, double lamI, double x) {
        return lamI * Exponential.exp(-c * x) + lamV * c * Exponential.convolution(a, c, x);
    }

    /**
     * Returns K of the particular solution {@code lamV = K e^{-r t}} under the drive {@code g e^{-r t}}.
     *
     * @param g strength of the drive, dL/dV = g e^{-r t}
     * @param r its rate, 1/ms, at least 0
     */
    public static double driveVoltage(double a, double g, double r) {
        return -g / (1 + r / a);
    }

    /** Returns the factor of {@code e^{-r t}} in lamI that belongs to {@code lamV = drive e^{-r t}}. */
    public static double driveCurrent(double c, double drive, double r) {
        return drive / (1 + r / c);
    }

    /** Returns q, what the voltage's deviation from the bias contributes to dL/dtauMem. */
    public static double tauMemOfVoltage(double a, double lamV, double q, double x) {
        return Exponential.exp(-a * x) * (q - lamV * a * x);
    }

    /** Returns p, what a unit of current contributes to dL/dtauMem. */
    public static double tauMemOfCurrent(double a, double c, double lamV, double q, double p, double x) {
        return p * Exponential.exp(-c * x)
                + a * (q + lamV) * Exponential.convolution(a, c, x)
                - a * a * lamV * Exponential.doubleConvolution(c, a, x);
    }

    /** Returns m, the integral of lamI times a unit of current from here on. */
    public static double tauSynOfCurrent(double a, double c, double lamV, double lamI, double m, double x) {
        return Exponential.exp(-c * x) * (m + lamI * x) + c * lamV * Exponential.doubleConvolution(a, c, x);
    }

    /** Returns what q is under the particular solution {@code lamV = drive}; both decay like the drive. */
    public static double driveTauMemOfVoltage(double a, double drive, double r) {
        return -drive / (1 + r / a);
    }

    /** Returns what p is under a particular solution with {@code q + lamV = sum}. */
    public static double driveTauMemOfCurrent(double a, double c, double sum, double r) {
        return a * sum / (c + r);
    }
}
