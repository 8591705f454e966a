package io.github.lightcone.formats.sonata;

import com.carrotsearch.hppc.LongIntHashMap;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A circuit as a network, with the ids that its nodes go by in their populations. */
public final class SonataCircuit {

    /** What {@link #neuron} returns for an id that no node of the population has. */
    public static final int NONE = -1;

    private final Network network;
    private final long[] nodeIds;
    private final List<String> notes;
    private final Map<String, LongIntHashMap> neurons = new HashMap<>();

    SonataCircuit(Network network, long[] nodeIds, List<String> notes) {
        this.network = network;
        this.nodeIds = nodeIds;
        this.notes = List.copyOf(notes);
        for (Population population : network.populations()) {
            LongIntHashMap ofPopulation = new LongIntHashMap(population.size());
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                ofPopulation.put(nodeIds[n], n);
            }
            neurons.put(population.name(), ofPopulation);
        }
    }

    /** Returns a circuit whose nodes are numbered from 0 in each population, as {@link SonataNetwork} writes them. */
    public static SonataCircuit of(Network network) {
        long[] ids = new long[network.neuronCount()];
        for (Population population : network.populations()) {
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                ids[n] = (long) n - population.firstNeuron();
            }
        }
        return new SonataCircuit(network, ids, List.of());
    }

    /** Returns the network. */
    public Network network() {
        return network;
    }

    /** Returns what the files hold and the network does not, one line each. */
    public List<String> notes() {
        return notes;
    }

    /** Returns the id of a neuron in its population. */
    public long nodeId(int neuron) {
        return nodeIds[neuron];
    }

    /**
     * Returns the neuron of an id, {@link #NONE} if there is none.
     *
     * @param population a population of the network
     */
    public int neuron(String population, long nodeId) {
        LongIntHashMap ofPopulation = neurons.get(population);
        return ofPopulation == null ? NONE : ofPopulation.getOrDefault(nodeId, NONE);
    }
}
