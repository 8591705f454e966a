package io.github.lightcone.formats.sonata;

import io.github.lightcone.network.NeuronParameter;

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
    C_M("C_m", 250),
    TAU_M("tau_m", 10),
    TAU_SYN_EX("tau_syn_ex", 2),
    TAU_SYN_IN("tau_syn_in", 2),
    E_L("E_L", -70),
    I_E("I_e", 0),
    V_TH("V_th", -55),
    V_RESET("V_reset", -70),
    T_REF("t_ref", 2),
    V_M("V_m", -70);

    private final String label;
    private final double usual;

    NestNeuron(String label, double usual) {
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

    /** Returns what one unit of weight or current does to the voltage, mV/pA. */
    static double scale(double[] nest) {
        return nest[TAU_M.ordinal()] / nest[C_M.ordinal()];
    }

    /**
     * Returns a parameter of the neuron.
     *
     * @param nest the value of each parameter of NEST, in the order of this list
     * @param inhibited whether weights are negative, so that the other synaptic time constant counts
     */
    static double of(NeuronParameter parameter, double[] nest, boolean inhibited) {
        double rest = nest[E_L.ordinal()];
        return switch (parameter) {
            case TAU_MEM -> nest[TAU_M.ordinal()];
            case TAU_SYN -> nest[(inhibited ? TAU_SYN_IN : TAU_SYN_EX).ordinal()];
            case BIAS -> nest[I_E.ordinal()] * scale(nest);
            case V_THRESHOLD -> nest[V_TH.ordinal()] - rest;
            case V_RESET -> nest[V_RESET.ordinal()] - rest;
            case REFRACTORY -> nest[T_REF.ordinal()];
            case V_INITIAL -> nest[V_M.ordinal()] - rest;
        };
    }

    /**
     * Returns the value of this parameter in a neuron with {@code E_L = 0} and {@code C_m = tau_m}.
     *
     * @param own the value of each parameter of the neuron, in the order of {@link NeuronParameter}
     */
    double from(double[] own) {
        return switch (this) {
            case C_M, TAU_M -> own[NeuronParameter.TAU_MEM.ordinal()];
            case TAU_SYN_EX, TAU_SYN_IN -> own[NeuronParameter.TAU_SYN.ordinal()];
            case E_L -> 0;
            case I_E -> own[NeuronParameter.BIAS.ordinal()];
            case V_TH -> own[NeuronParameter.V_THRESHOLD.ordinal()];
            case V_RESET -> own[NeuronParameter.V_RESET.ordinal()];
            case T_REF -> own[NeuronParameter.REFRACTORY.ordinal()];
            case V_M -> own[NeuronParameter.V_INITIAL.ordinal()];
        };
    }

    /** Returns whether a leaky integrator, which makes no spikes, has it as well. */
    boolean ofIntegrator() {
        return this != V_TH && this != V_RESET && this != T_REF;
    }
}
