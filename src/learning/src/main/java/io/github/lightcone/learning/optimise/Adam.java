package io.github.lightcone.learning.optimise;

/**
 * Adam for one array of parameters, with the usual constants 0.9, 0.999 and 1e-8.
 *
 * <pre>
 *     m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
 *     x = x - rate (m / (1 - beta1^k)) / (sqrt(v / (1 - beta2^k)) + epsilon)        in step k = 1, 2, ...
 * </pre>
 *
 * <p>D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015.
 */
public final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] first;
    private final double[] second;
    private long steps;
    private double power1 = 1;
    private double power2 = 1;

    /** Makes the optimiser of an array of the given length, its moments being 0. */
    public Adam(int length) {
        first = new double[length];
        second = new double[length];
    }

    /** Starts the next step; every element may then be updated once. */
    void nextStep() {
        steps++;
        power1 *= BETA1;
        power2 *= BETA2;
    }

    /** Returns what to subtract from element {@code i}, given its gradient. */
    double update(int i, double gradient, double rate) {
        first[i] = BETA1 * first[i] + (1 - BETA1) * gradient;
        second[i] = BETA2 * second[i] + (1 - BETA2) * gradient * gradient;
        return rate * (first[i] / (1 - power1)) / (Math.sqrt(second[i] / (1 - power2)) + EPSILON);
    }

    /** Returns the number of steps taken. */
    public long steps() {
        return steps;
    }

    /** Returns the running mean of the gradients; not a copy. */
    public double[] firstMoment() {
        return first;
    }

    /** Returns the running mean of the squared gradients; not a copy. */
    public double[] secondMoment() {
        return second;
    }

    /** Goes on from a saved state. */
    public void restore(long savedSteps, double[] firstMoment, double[] secondMoment) {
        if (savedSteps < 0 || firstMoment.length != first.length || secondMoment.length != second.length) {
            throw new IllegalArgumentException("state of step " + savedSteps + " with moments of " + firstMoment.length
                    + " and " + secondMoment.length + " numbers, must be of " + first.length);
        }
        System.arraycopy(firstMoment, 0, first, 0, first.length);
        System.arraycopy(secondMoment, 0, second, 0, second.length);
        steps = 0;
        power1 = 1;
        power2 = 1;
        for (long step = 0; step < savedSteps; step++) {
            nextStep();
        }
    }
}
