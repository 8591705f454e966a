package io.github.lightcone.cli.gradient;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A derivative from differences with ever smaller steps, extrapolated to step 0 (Richardson, Ridders).
 *
 * <p>Steps are halved from the first on. A step is of use if the function is defined at both of its ends.
 * Every four successive steps in use give an extrapolated value. Its error is estimated as the change that
 * the last extrapolation made, or as what the noise of the function makes of it if that is more; the noise
 * shows in high differences at the smallest steps. The value with the smallest error wins. Early steps that
 * reach across a kink spoil only the windows they are in.
 *
 * @param derivative the derivative; NaN if too few steps were of use, or if there is a kink at the very point
 * @param error estimated error of the derivative
 */
record FiniteDifference(double derivative, double error) {

    /** The number of times the first step is halved. */
    static final int HALVINGS = 13;

    private static final int WINDOW = 4;
    private static final int NOISE_SAMPLES = 5;
    private static final double ROUNDING = 1e-16;

    /** How much more of the noise an extrapolated value has than a single difference has, at most. */
    private static final double NOISE_GAIN = 5;

    /** A bend above this share of the derivative that does not shrink with the step is a kink. */
    private static final double KINK = 1e-6;

    private static final FiniteDifference NONE = new FiniteDifference(Double.NaN, Double.NaN);

    /** Returns whether there is a derivative. */
    boolean exists() {
        return !Double.isNaN(derivative);
    }

    /**
     * Differentiates from both sides. Central differences of smooth functions are even in the step, so each
     * extrapolation gains two orders.
     *
     * @param function NaN where it is not to be used
     */
    static FiniteDifference central(DoubleUnaryOperator function, double at, double step) {
        double here = function.applyAsDouble(at);
        double[] size = new double[HALVINGS + 1];
        double[] slope = new double[size.length];
        double[] bend = new double[size.length];
        double[] rise = new double[size.length];
        double h = step;
        for (int k = 0; k < size.length; k++, h /= 2) {
            double right = at + h;
            double left = at - h;
            double above = function.applyAsDouble(right);
            double below = function.applyAsDouble(left);
            size[k] = h;
            rise[k] = above - below;
            slope[k] = rise[k] / (right - left);
            bend[k] = (above - here) / (right - at) - (here - below) / (at - left);
        }
        // Of a smooth function this difference is of third order in the step.
        double noise = ROUNDING * Math.abs(here);
        for (int k = HALVINGS - NOISE_SAMPLES; k < HALVINGS; k++) {
            noise = larger(noise, Math.abs(rise[k] - 2 * rise[k + 1]) / 2);
        }
        return best(size, slope, bend, 4, noise);
    }

    /** Differentiates to the right only. */
    static FiniteDifference forward(DoubleUnaryOperator function, double at, double step) {
        double here = function.applyAsDouble(at);
        double[] size = new double[HALVINGS + 1];
        double[] slope = new double[size.length];
        double[] rise = new double[size.length];
        double h = step;
        for (int k = 0; k < size.length; k++, h /= 2) {
            double right = at + h;
            size[k] = h;
            rise[k] = function.applyAsDouble(right) - here;
            slope[k] = rise[k] / (right - at);
        }
        // This one, too.
        double noise = ROUNDING * Math.abs(here);
        for (int k = HALVINGS - NOISE_SAMPLES; k < HALVINGS - 1; k++) {
            noise = larger(noise, Math.abs(rise[k] - 6 * rise[k + 1] + 8 * rise[k + 2]) / 4);
        }
        return best(size, slope, new double[size.length], 2, noise);
    }

    /** Ignores values that are not numbers. */
    private static double larger(double noise, double value) {
        return value > noise ? value : noise;
    }

    /**
     * Returns the best of all windows.
     *
     * @param size step by step, how large it is
     * @param slope difference quotients
     * @param bend slope on the right less slope on the left; in proportion to the step unless there is a kink
     * @param factor by what the leading error of a quotient shrinks from one step to the next
     * @param noise error of a difference of two values of the function
     */
    private static FiniteDifference best(double[] size, double[] slope, double[] bend, double factor, double noise) {
        FiniteDifference best = NONE;
        double bendOfBest = 0;
        for (int last = WINDOW - 1; last < slope.length; last++) {
            int first = last + 1 - WINDOW;
            FiniteDifference candidate =
                    extrapolate(Arrays.copyOfRange(slope, first, last + 1), factor, NOISE_GAIN * noise / size[last]);
            if (candidate.exists() && !(candidate.error >= best.error)) {
                best = candidate;
                bendOfBest = Math.abs(bend[last]) > Math.abs(bend[first]) / 2 ? Math.abs(bend[last]) : 0;
            }
        }
        boolean kink = bendOfBest > KINK * Math.abs(best.derivative) && bendOfBest > best.error;
        return kink ? NONE : best;
    }

    private static FiniteDifference extrapolate(double[] value, double factor, double noise) {
        double[] row = value.clone();
        double power = factor;
        double change = Double.NaN;
        for (int order = 1; order < row.length; order++) {
            double former = row[row.length - 1];
            for (int k = row.length - 1; k >= order; k--) {
                row[k] += (row[k] - row[k - 1]) / (power - 1);
            }
            change = Math.abs(row[row.length - 1] - former);
            power *= factor;
        }
        return new FiniteDifference(row[row.length - 1], Math.max(change, noise));
    }
}
