package io.github.lightcone.formats;

import io.github.lightcone.neuron.NeuronModel;
import java.util.List;

/**
 * What {@code network.json} says.
 *
 * @param dimensions number of dimensions of space
 * @param conductionSpeed mm/ms
 * @param populations in the order of their neurons
 * @param projections in the order of their synapses; null if the file leaves them to be found
 */
record NetworkHeader(
        int dimensions, double conductionSpeed, List<PopulationEntry> populations, List<ProjectionEntry> projections) {

    /** What stands for a size that is not given. */
    static final int ANY_SIZE = -1;

    /**
     * A population.
     *
     * @param size number of its neurons, or {@link #ANY_SIZE}
     */
    record PopulationEntry(String name, NeuronModel model, int size) {}

    /**
     * A projection.
     *
     * @param source index of the population its spikes come from
     * @param target index of the population they arrive at
     */
    record ProjectionEntry(int source, int target, boolean spatial, int size) {}

    /** Returns a name for messages, such as {@code input->hidden}. */
    String projectionName(int source, int target) {
        return populations.get(source).name() + "->" + populations.get(target).name();
    }
}
