package io.github.lightcone.formats.sonata;

import io.github.lightcone.network.NeuronParameter;
import java.util.function.ToDoubleFunction;

/**
 * A parameter of NEST's {@code iaf_psc_exp}, and how all of them make a leaky integrate-and-fire neuron.
 *
 * <pre>
 *     tauMem      tau_m                      refractory  t_ref
 *     tauSyn      tau_syn_ex or tau_syn_in   vThreshold  V_th - E_L
 *     bias        I_e tau_m / C_m            vReset      V_reset - E_L
 *     weight      syn_weight tau_m / C_m     vInitial    V_m - E_L
 * </pre>
 *
 * <p>Times in ms, voltages in mV, currents and weights in pA, the capacitance in pF.
 */
enum NestNeuron {
    C_M(0, "C_m", 250),
    TAU_M(1, "tau_m", 10),
    TAU_SYN_EX(2, "tau_syn_ex", 2),
    TAU_SYN_IN(3, "tau_syn_in", 2),
    E_L(4, "E_L", -70),
    I_E(5, "I_e", 0),
    V_TH(6, "V_th", -55),
    V_RESET(7, "V_reset", -70),
    T_REF(8, "t_ref", 2),
    V_M(9, "V_m", -70);

    private final int place;
    private final String label;
    private final double usual;

    NestNeuron(int place, String label, double usual) {
        this.place = place;
        this.label = label;
        this.usual = usual;
    }

    /** Returns the name that NEST gives it. */
    String label() {
        return label;
    }

    /** Returns what NEST takes where it is not given. */
    double usual() {
        return usual;
    }

    /** Returns its value among the values of all parameters of a neuron. */
    double in(double[] nest) {
        return nest[place];
    }

    /** Sets its value among the values of all parameters of a neuron. */
    void set(double[] nest, double value) {
        nest[place] = value;
    }

    /** Returns what one unit of weight or current does to the voltage, mV/pA. */
    static double scale(double[] nest) {
        return TAU_M.in(nest) / C_M.in(nest);
    }

    /**
     * Returns a parameter of the neuron.
     *
     * @param nest the value of each parameter of NEST, in the order of this list
     * @param inhibited whether weights are negative, so that the other synaptic time constant counts
     */
    static double of(NeuronParameter parameter, double[] nest, boolean inhibited) {
        double rest = E_L.in(nest);
        return switch (parameter) {
            case TAU_MEM -> TAU_M.in(nest);
            case TAU_SYN -> (inhibited ? TAU_SYN_IN : TAU_SYN_EX).in(nest);
            case BIAS -> I_E.in(nest) * scale(nest);
            case V_THRESHOLD -> V_TH.in(nest) - rest;
            case V_RESET -> V_RESET.in(nest) - rest;
            case REFRACTORY -> T_REF.in(nest);
            case V_INITIAL -> V_M.in(nest) - rest;
        };
    }

    /**
     * Returns the value of this parameter in a neuron with {@code E_L = 0} and {@code C_m = tau_m}.
     *
     * @param own the value of each parameter of the neuron
     */
    double from(ToDoubleFunction<NeuronParameter> own) {
        return switch (this) {
            case C_M, TAU_M -> own.applyAsDouble(NeuronParameter.TAU_MEM);
            case TAU_SYN_EX, TAU_SYN_IN -> own.applyAsDouble(NeuronParameter.TAU_SYN);
            case E_L -> 0;
            case I_E -> own.applyAsDouble(NeuronParameter.BIAS);
            case V_TH -> own.applyAsDouble(NeuronParameter.V_THRESHOLD);
            case V_RESET -> own.applyAsDouble(NeuronParameter.V_RESET);
            case T_REF -> own.applyAsDouble(NeuronParameter.REFRACTORY);
            case V_M -> own.applyAsDouble(NeuronParameter.V_INITIAL);
        };
    }

    /** Returns whether a leaky integrator, which makes no spikes, has it as well. */
    boolean ofIntegrator() {
        return this != V_TH && this != V_RESET && this != T_REF;
    }
}
