package io.github.lightcone.neuron;

import static io.github.lightcone.neuron.ParameterCheck.finite;
import static io.github.lightcone.neuron.ParameterCheck.positive;

/**
 * Leaky integrator with exponential synaptic current, without a threshold: the usual readout.
 *
 * <pre>
 *     tauMem V' = -V + I + bias        tauSyn I' = -I
 * </pre>
 *
 * @param tauMem membrane time constant, ms, positive
 * @param tauSyn synaptic time constant, ms, positive; may equal {@code tauMem}
 * @param bias constant drive, in units of voltage
 * @param vInitial voltage at time 0
 */
public record LeakyIntegrator(double tauMem, double tauSyn, double bias, double vInitial) implements NeuronModel {

    /** Checks every parameter. */
    public LeakyIntegrator {
        positive("tauMem", tauMem);
        positive("tauSyn", tauSyn);
        finite("bias", bias);
        finite("vInitial", vInitial);
    }

    /**
     * Returns an integrator without bias that starts at 0.
     *
     * @param tauMem membrane time constant, ms
     * @param tauSyn synaptic time constant, ms
     */
    public static LeakyIntegrator of(double tauMem, double tauSyn) {
        return new LeakyIntegrator(tauMem, tauSyn, 0.0, 0.0);
    }

    @Override
    public NeuronKind kind() {
        return NeuronKind.LEAKY_INTEGRATOR;
    }
}
