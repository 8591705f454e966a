package io.github.lightcone.simulation;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * A number read off the voltage of one neuron over a whole run, which the adjoint can differentiate.
 *
 * <pre>
 *     integral    int_0^T e^{-rate t} V dt
 *     maximum     max over [0, T] of V; the threshold, if the neuron spiked
 * </pre>
 *
 * @param neuron a leaky integrator or a spiking neuron
 * @param kind what is read
 * @param rate decay of the weight of an integral, 1/ms, at least 0; 0 for a maximum
 */
public record Readout(int neuron, Kind kind, double rate) {

    /** What is read off the voltage. */
    public enum Kind {
        /** The weighted integral. */
        INTEGRAL,
        /** The maximum. */
        MAXIMUM
    }

    /** Checks the rate. */
    public Readout {
        ParameterCheck.nonNegative("rate", rate);
    }

    /** Returns the integral of V. */
    public static Readout integral(int neuron) {
        return new Readout(neuron, Kind.INTEGRAL, 0);
    }

    /**
     * Returns the integral of e^{-t/tau} V.
     *
     * @param tau decay time of the weight, ms, above 0
     */
    public static Readout weighted(int neuron, double tau) {
        ParameterCheck.positive("tau", tau);
        return new Readout(neuron, Kind.INTEGRAL, 1 / tau);
    }

    /**
     * Returns the maximum of V. That of a spiking neuron is its threshold where it spiked, and depends on
     * nothing else; where it stayed silent, it is that of a leaky integrator.
     */
    public static Readout maximum(int neuron) {
        return new Readout(neuron, Kind.MAXIMUM, 0);
    }
}
