package io.github.lightcone.connectivity;

/**
 * Synapses as they are executed: compressed rows by source, each row sorted by (delay, target, synapse
 * number). A place in a row is a slot; slots count within the array that holds the row, so that rows of
 * different sources may have slots of the same number.
 *
 * <p>The accessors here suit any layout and cost a call each. Hot loops take the arrays of one layout.
 *
 * @see SynapseTable
 * @see CompactSynapses
 */
public sealed interface Synapses permits SynapseTable, CompactSynapses {

    /** Returns the number of sources. */
    int sourceCount();

    /** Returns the number of synapses. */
    long size();

    /** Returns the first slot of a source's row. */
    int rowStart(int source);

    /** Returns one past the last slot of a source's row. */
    int rowEnd(int source);

    /** Returns the neuron that the synapse in a slot of a source's row acts on. */
    int target(int source, int slot);

    /** Returns the weight of the synapse in a slot of a source's row. */
    double weight(int source, int slot);

    /** Returns the total delay of the synapse in a slot of a source's row, ms. */
    double delay(int source, int slot);
}
