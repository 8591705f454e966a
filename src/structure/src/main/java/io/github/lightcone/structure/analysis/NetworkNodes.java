package io.github.lightcone.structure.analysis;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.ValueDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Some populations of a network, whose neurons are the nodes of a graph; the synapses among them are its arcs. Nodes
 * keep the order of the network.
 */
public final class NetworkNodes {

    private final Network network;

    /** Numbers of the neurons, ascending. */
    private final int[] neurons;

    private NetworkNodes(Network network, int[] neurons) {
        this.network = network;
        this.neurons = neurons;
    }

    /**
     * Takes the neurons of some populations.
     *
     * @param populations their names; none for all neurons, spike sources included
     * @throws IllegalArgumentException if there is no such population, naming those that there are
     */
    public static NetworkNodes of(Network network, List<String> populations) {
        List<Population> all = network.populations();
        List<String> known = all.stream().map(Population::name).toList();
        for (String name : populations) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(name + ", must be one of " + String.join(", ", known));
            }
        }
        int[] neurons = all.stream()
                .filter(population -> populations.isEmpty() || populations.contains(population.name()))
                .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                .toArray();
        return new NetworkNodes(network, neurons);
    }

    /** Returns the numbers in the network of the neurons that are nodes, ascending. */
    public int[] neurons() {
        return neurons.clone();
    }

    /** Returns the number in the network of the neuron that is a node. */
    public int neuron(int node) {
        return neurons[node];
    }

    /** Returns the name of the population of a node. */
    public String population(int node) {
        return network.populationOf(neurons[node]).name();
    }

    /** Returns the graph: weights of synapses of one pair added, those of weight exactly 0 left out. */
    public Graph graph() {
        Graph all = Graph.of(network);
        return neurons.length == all.nodeCount() ? all : all.subgraph(neurons);
    }

    /** Returns what is measured unless something else is asked for: the graph with weights without their signs. */
    public AnalysedGraph analysed() {
        return analysed(graph().absolute(), Integer::toString);
    }

    /**
     * Returns a graph derived from this, with the places of the neurons and the delays of synapses that it has an
     * arc for.
     *
     * @param derived a graph of the same nodes
     * @param name of a neuron by its number in the network
     */
    public AnalysedGraph analysed(Graph derived, IntFunction<String> name) {
        List<String> names = Arrays.stream(neurons).mapToObj(name).toList();
        return new AnalysedGraph(
                derived,
                names,
                Optional.of(positions()),
                Optional.empty(),
                Optional.of(delays(derived)),
                Optional.empty());
    }

    private Positions positions() {
        int dimensions = network.dimensions();
        double[] all = network.parameters().position();
        double[] own = new double[neurons.length * dimensions];
        for (int k = 0; k < neurons.length; k++) {
            System.arraycopy(all, neurons[k] * dimensions, own, k * dimensions, dimensions);
        }
        return Positions.of(dimensions, own);
    }

    private ValueDistribution delays(Graph derived) {
        CompiledNetwork compiled = CompiledNetwork.of(network);
        double[] delay = new double[network.synapseCount()];
        int count = 0;
        for (int s = 0; s < delay.length; s++) {
            int from = Arrays.binarySearch(neurons, network.source(s));
            int to = Arrays.binarySearch(neurons, network.target(s));
            if (from >= 0 && to >= 0 && derived.slot(from, to) >= 0) {
                delay[count++] = compiled.totalDelay(s);
            }
        }
        return ValueDistribution.of(Arrays.copyOf(delay, count));
    }

    /** Returns how the graph was taken, in words. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                neurons.length == network.neuronCount()
                        ? "all neurons, spike sources included"
                        : neurons.length + " of " + network.neuronCount() + " neurons");
        notes.add("synapses of one pair added, of weight 0 left out");
        if (IntStream.range(0, neurons.length)
                        .mapToObj(this::population)
                        .distinct()
                        .count()
                > 1) {
            notes.add("null graphs connect any populations, so that tests see the layers too");
        }
        return notes;
    }

    @Override
    public String toString() {
        return neurons.length + " of " + network.neuronCount() + " neurons";
    }
}
