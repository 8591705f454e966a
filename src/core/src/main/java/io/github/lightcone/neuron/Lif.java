package io.github.lightcone.neuron;

import static io.github.lightcone.neuron.ParameterCheck.finite;
import static io.github.lightcone.neuron.ParameterCheck.nonNegative;
import static io.github.lightcone.neuron.ParameterCheck.positive;
import static io.github.lightcone.neuron.ParameterCheck.require;

/**
 * Leaky integrate-and-fire neuron with exponential synaptic current.
 *
 * <pre>
 *     tauMem V' = -V + I + bias        tauSyn I' = -I
 *     V reaches vThreshold from below:  spike;  V = vReset, held for the refractory time,
 *                                       while I goes on decaying and receiving
 * </pre>
 *
 * @param tauMem membrane time constant, ms, positive
 * @param tauSyn synaptic time constant, ms, positive; may equal {@code tauMem}
 * @param vThreshold threshold voltage, above {@code vReset}
 * @param vReset voltage after a spike
 * @param bias constant drive, in units of voltage
 * @param refractory time for which the voltage is held after a spike, ms, at least 0
 * @param vInitial voltage at time 0, below {@code vThreshold}
 */
public record Lif(
        double tauMem, double tauSyn, double vThreshold, double vReset, double bias, double refractory, double vInitial)
        implements NeuronModel {

    /** Checks every parameter. */
    public Lif {
        positive("tauMem", tauMem);
        positive("tauSyn", tauSyn);
        finite("vThreshold", vThreshold);
        finite("vReset", vReset);
        finite("bias", bias);
        nonNegative("refractory", refractory);
        finite("vInitial", vInitial);
        require(vReset < vThreshold, "vReset", vReset, "below vThreshold = " + vThreshold);
        require(vInitial < vThreshold, "vInitial", vInitial, "below vThreshold = " + vThreshold);
    }

    /**
     * Returns a neuron with threshold 1, reset 0, no bias, no refractory time, starting at 0.
     *
     * @param tauMem membrane time constant, ms
     * @param tauSyn synaptic time constant, ms
     */
    public static Lif of(double tauMem, double tauSyn) {
        return new Lif(tauMem, tauSyn, 1.0, 0.0, 0.0, 0.0, 0.0);
    }

    /** Returns this model with another threshold. */
    public Lif withThreshold(double newThreshold) {
        return new Lif(tauMem, tauSyn, newThreshold, vReset, bias, refractory, vInitial);
    }

    /** Returns this model with another reset voltage. */
    public Lif withReset(double newReset) {
        return new Lif(tauMem, tauSyn, vThreshold, newReset, bias, refractory, vInitial);
    }

    /** Returns this model with another bias. */
    public Lif withBias(double newBias) {
        return new Lif(tauMem, tauSyn, vThreshold, vReset, newBias, refractory, vInitial);
    }

    /** Returns this model with another refractory time, ms. */
    public Lif withRefractory(double newRefractory) {
        return new Lif(tauMem, tauSyn, vThreshold, vReset, bias, newRefractory, vInitial);
    }

    /** Returns this model with another initial voltage. */
    public Lif withInitial(double newInitial) {
        return new Lif(tauMem, tauSyn, vThreshold, vReset, bias, refractory, newInitial);
    }

    @Override
    public NeuronKind kind() {
        return NeuronKind.LIF;
    }
}
