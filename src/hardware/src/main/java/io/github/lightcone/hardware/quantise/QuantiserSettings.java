package io.github.lightcone.hardware.quantise;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * How a network is quantised.
 *
 * @param rounding of weights and delays
 * @param scale what has a scale of its own
 * @param seed of stochastic rounding
 * @param coverage share of the weights of a scale that is not clipped, above 0 to 1; at 1 the largest sets the scale
 * @param step length of a step, ms; NaN to choose the shortest with which the longest delay fits
 * @param fitSpeed whether conduction is sped up where the longest delay does not fit; otherwise delays are clipped
 */
public record QuantiserSettings(
        Rounding rounding, ScaleOf scale, long seed, double coverage, double step, boolean fitSpeed) {

    /** Checks the numbers. */
    public QuantiserSettings {
        ParameterCheck.require(coverage > 0 && coverage <= 1, "coverage", coverage, "above 0 and at most 1");
        if (!Double.isNaN(step)) {
            ParameterCheck.positive("step", step);
        }
    }

    /** Returns nearest rounding with a scale per neuron, nothing clipped, and the step chosen. */
    public static QuantiserSettings defaults() {
        return new QuantiserSettings(Rounding.NEAREST, ScaleOf.NEURON, 1, 1, Double.NaN, false);
    }
}
