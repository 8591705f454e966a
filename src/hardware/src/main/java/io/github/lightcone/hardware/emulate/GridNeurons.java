package io.github.lightcone.hardware.emulate;

/** State of neurons on a grid of time, and the four operations of a step. */
interface GridNeurons {

    /** Puts all neurons into their initial state. */
    void start();

    /** Lets V and I of a neuron decay for a step. */
    void decay(int neuron);

    /** Adds the weight of a synapse to the current of its target. */
    void add(int synapse, int target);

    /** Adds current and bias of a neuron to its voltage. */
    void integrate(int neuron);

    /** Returns whether the voltage is at least the threshold. */
    boolean fires(int neuron);

    /** Sets the voltage to its reset. */
    void reset(int neuron);

    /** Returns how often a number did not fit into its bits and went to the end of its range. */
    long saturations();

    /** Returns how many neurons stand still: their current never decays, or no current they can have moves V. */
    int standing();
}
