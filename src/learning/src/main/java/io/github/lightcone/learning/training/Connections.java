package io.github.lightcone.learning.training;

/**
 * How many synapses are left after an epoch.
 *
 * @param synapses number of synapses of the network, pruned ones included
 * @param left synapses that no mask prunes
 * @param zero those of them whose weight is exactly 0
 * @param woken number of times that a pruned synapse came back in the epoch
 */
public record Connections(int synapses, int left, int zero, long woken) {

    /** Returns the share of synapses that no mask prunes; 1 for a network without synapses. */
    public double density() {
        return synapses == 0 ? 1 : (double) left / synapses;
    }
}
