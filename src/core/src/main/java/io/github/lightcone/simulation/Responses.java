package io.github.lightcone.simulation;

import io.github.lightcone.neuron.ResponseKernel;

/**
 * What the arrivals of a stretch of a row do to V and I at the end of a slice, per unit of weight. They
 * are computed for many arrivals at a time, in loops over arrays that start at 0, which become vector
 * instructions; only adding them up goes one by one.
 */
final class Responses {

    /** The longest stretch. */
    static final int LONGEST = 512;

    /** The delays of the stretch, to be filled in; then the times left in the slice, from its middle. */
    final double[] delay = new double[LONGEST];

    /** What a unit of weight adds to V. */
    final double[] voltage = new double[LONGEST];

    /** What a unit of weight adds to I. */
    final double[] current = new double[LONGEST];

    /** Computes the responses to the arrivals of a spike with the first {@code count} delays. */
    void compute(int count, double emitted, double end, ResponseKernel kernel) {
        toTimesLeft(count, delay, emitted, end, kernel.middle());
        kernel.evaluate(count, delay, voltage, current);
    }

    private static void toTimesLeft(int count, double[] delay, double emitted, double end, double middle) {
        for (int k = 0; k < count; k++) {
            delay[k] = end - (emitted + delay[k]) - middle;
        }
    }
}
