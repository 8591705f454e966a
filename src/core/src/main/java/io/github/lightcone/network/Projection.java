package io.github.lightcone.network;

/**
 * The synapses from one population to another that were made together.
 *
 * @param source where its spikes come from
 * @param target where they arrive
 * @param spatial whether delays follow from positions
 * @param firstSynapse number of its first synapse in the network
 * @param size number of synapses
 */
public record Projection(Population source, Population target, boolean spatial, int firstSynapse, int size) {

    /** Returns one past the number of its last synapse. */
    public int endSynapse() {
        return firstSynapse + size;
    }

    /** Returns a name such as {@code input->hidden}. */
    public String name() {
        return source.name() + "->" + target.name();
    }
}
