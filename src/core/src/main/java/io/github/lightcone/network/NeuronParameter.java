package io.github.lightcone.network;

import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import java.util.Optional;

/** The parameters a single neuron may override. */
public enum NeuronParameter {
    /** Membrane time constant, ms. */
    TAU_MEM("tauMem", true),
    /** Synaptic time constant, ms. */
    TAU_SYN("tauSyn", true),
    /** Constant drive. */
    BIAS("bias", true),
    /** Threshold. */
    V_THRESHOLD("vThreshold", false),
    /** Reset voltage. */
    V_RESET("vReset", false),
    /** Refractory time, ms. */
    REFRACTORY("refractory", false),
    /** Initial voltage. */
    V_INITIAL("vInitial", true);

    private final String label;
    private final boolean ofIntegrator;

    NeuronParameter(String label, boolean ofIntegrator) {
        this.label = label;
        this.ofIntegrator = ofIntegrator;
    }

    /** Returns the name used in files and messages, such as {@code tauMem}. */
    public String label() {
        return label;
    }

    /** Returns the parameter of the given name. */
    public static Optional<NeuronParameter> named(String label) {
        for (NeuronParameter parameter : values()) {
            if (parameter.label.equals(label)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** Returns whether neurons of a kind have this parameter. */
    public boolean appliesTo(NeuronKind kind) {
        return kind == NeuronKind.LIF || (kind == NeuronKind.LEAKY_INTEGRATOR && ofIntegrator);
    }

    /** Returns the array over neurons that holds this parameter; not a copy. */
    public double[] of(Parameters parameters) {
        return switch (this) {
            case TAU_MEM -> parameters.tauMem();
            case TAU_SYN -> parameters.tauSyn();
            case BIAS -> parameters.bias();
            case V_THRESHOLD -> parameters.vThreshold();
            case V_RESET -> parameters.vReset();
            case REFRACTORY -> parameters.refractory();
            case V_INITIAL -> parameters.vInitial();
        };
    }

    /** Returns the value a model gives this parameter: NaN, or an infinite threshold, where it has none. */
    public double of(NeuronModel model) {
        if (model instanceof Lif lif) {
            return switch (this) {
                case TAU_MEM -> lif.tauMem();
                case TAU_SYN -> lif.tauSyn();
                case BIAS -> lif.bias();
                case V_THRESHOLD -> lif.vThreshold();
                case V_RESET -> lif.vReset();
                case REFRACTORY -> lif.refractory();
                case V_INITIAL -> lif.vInitial();
            };
        }
        if (model instanceof LeakyIntegrator integrator) {
            return switch (this) {
                case TAU_MEM -> integrator.tauMem();
                case TAU_SYN -> integrator.tauSyn();
                case BIAS -> integrator.bias();
                case V_INITIAL -> integrator.vInitial();
                case V_THRESHOLD -> Double.POSITIVE_INFINITY;
                case V_RESET, REFRACTORY -> Double.NaN;
            };
        }
        if (model instanceof SpikeSource) {
            return Double.NaN;
        }
        throw new IllegalArgumentException("unknown model " + model);
    }
}
