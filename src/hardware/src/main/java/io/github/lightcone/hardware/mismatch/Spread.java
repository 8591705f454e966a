package io.github.lightcone.hardware.mismatch;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * How much devices differ.
 *
 * @param threshold relative deviation of threshold - reset
 * @param timeConstants relative deviation of both time constants
 * @param weights relative deviation of weights
 * @param delay deviation of delays, ms; always normal
 * @param lognormal whether factors are lognormal with mean 1, instead of normal; then the deviations are those of
 *     their logarithms
 */
public record Spread(double threshold, double timeConstants, double weights, double delay, boolean lognormal) {

    /** Checks the deviations. */
    public Spread {
        ParameterCheck.nonNegative("threshold", threshold);
        ParameterCheck.nonNegative("timeConstants", timeConstants);
        ParameterCheck.nonNegative("weights", weights);
        ParameterCheck.nonNegative("delay", delay);
    }

    /** Returns a spread that is the same for thresholds, time constants and weights, normal, without delays. */
    public static Spread of(double relative) {
        return new Spread(relative, relative, relative, 0, false);
    }
}
