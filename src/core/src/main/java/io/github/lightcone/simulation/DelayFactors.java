package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.neuron.Exponential;

/**
 * The exponentials of each synapse's delay, {@code e^{d/tauMem}} and {@code e^{d/tauSyn}}, by slot: with
 * them a backward pass needs two exponentials per spike instead of three per arrival.
 *
 * <p>They exist where all neurons share their time constants, these differ by more than one part in a
 * thousand (the difference is divided by), and no delay is too long for an exponential.
 */
public final class DelayFactors {

    private static final double SMALLEST_DIFFERENCE = 1e-3;
    private static final double LARGEST_EXPONENT = 300;

    private final double[] membrane;
    private final double[] synaptic;
    private boolean available;
    private double longestDelay;

    DelayFactors(int synapses) {
        membrane = new double[synapses];
        synaptic = new double[synapses];
    }

    void compute(CompiledNetwork compiled) {
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        SynapseTable synapses = compiled.synapses();
        double[] delay = synapses.delay();
        longestDelay = 0;
        for (double d : delay) {
            longestDelay = Math.max(longestDelay, d);
        }
        available = Math.abs(c - a) > SMALLEST_DIFFERENCE * a && longestDelay * Math.max(a, c) < LARGEST_EXPONENT;
        if (!available) {
            return;
        }
        for (int slot = 0; slot < delay.length; slot++) {
            membrane[slot] = Exponential.exp(a * delay[slot]);
            synaptic[slot] = Exponential.exp(c * delay[slot]);
        }
    }

    /** Returns whether there are factors for the numbers in force. */
    public boolean available() {
        return available;
    }

    /** Returns the longest delay, ms. */
    public double longestDelay() {
        return longestDelay;
    }

    /** Returns e^{d/tauMem} by slot; not a copy. */
    public double[] membrane() {
        return membrane;
    }

    /** Returns e^{d/tauSyn} by slot; not a copy. */
    public double[] synaptic() {
        return synaptic;
    }
}
