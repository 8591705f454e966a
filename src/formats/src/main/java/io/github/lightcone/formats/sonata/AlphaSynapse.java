package io.github.lightcone.formats.sonata;

/**
 * How the synapses of NEST's {@code iaf_psc_alpha} become exponential ones, where that is asked for.
 *
 * <p>A spike that arrives at time 0 makes the current {@code w e t / tau exp(-t / tau)}, which peaks at {@code w}. Its
 * charge is {@code w e tau} and its mean time {@code 2 tau}. Those of {@code w' exp(-t / tau')} are {@code w' tau'} and
 * {@code tau'}, and so the same for
 *
 * <pre>
 *     tau' = 2 tau     w' = w e / 2
 * </pre>
 *
 * <p>The membrane is linear below threshold: area and mean time of the voltage of a spike are kept as well.
 */
final class AlphaSynapse {

    static final String TEMPLATE = "nest:iaf_psc_alpha";

    /** What weights are multiplied by. */
    static final double WEIGHT = Math.E / 2;

    private static final double TAU = 2;

    private AlphaSynapse() {}

    /**
     * Makes the synapses of a neuron exponential.
     *
     * @param nest the value of each parameter of NEST. Modified.
     */
    static void replace(double[] nest) {
        NestNeuron.TAU_SYN_EX.set(nest, TAU * NestNeuron.TAU_SYN_EX.in(nest));
        NestNeuron.TAU_SYN_IN.set(nest, TAU * NestNeuron.TAU_SYN_IN.in(nest));
    }

    /** Returns what was replaced, for people to read. */
    static String note(int neurons, int synapses) {
        return neurons == 0
                ? "replaced: nothing, no neuron is " + TEMPLATE
                : "replaced: " + TEMPLATE + " by " + NodePopulation.LIF_TEMPLATE + " in " + neurons
                        + " neurons with " + synapses
                        + " synapses: tau_syn doubled, weights times e/2; a spike brings the same charge at the same mean"
                        + " time, but at once where it rose";
    }
}
