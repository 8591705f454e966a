package io.github.lightcone.neuron;

/** The kinds of neuron that the engine tells apart. */
public enum NeuronKind {
    /** Emits the spikes it is given; has no state. */
    SPIKE_SOURCE("spike_source"),
    /** Leaky integrate-and-fire with exponential synaptic current. */
    LIF("lif"),
    /** The same equations without a threshold: a readout. */
    LEAKY_INTEGRATOR("leaky_integrator");

    private final String label;

    NeuronKind(String label) {
        this.label = label;
    }

    /** Returns the name used in files and messages, such as {@code lif}. */
    public String label() {
        return label;
    }

    /** Returns whether neurons of this kind have a voltage and a current, and may receive synapses. */
    public boolean hasState() {
        return this != SPIKE_SOURCE;
    }
}
