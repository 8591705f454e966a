package io.github.lightcone.connectivity;

/** Receives the synapses of one source. */
@FunctionalInterface
public interface RowBuffer {

    /**
     * Adds a synapse.
     *
     * @param target number of the neuron it acts on; it must have state
     * @param weight its weight, finite as a float
     * @param ownDelay its delay or, where conduction time is added, the offset to it, ms, finite and at least 0
     * @throws IllegalArgumentException if a number is outside its range; the message names the source
     */
    void add(int target, double weight, double ownDelay);
}
