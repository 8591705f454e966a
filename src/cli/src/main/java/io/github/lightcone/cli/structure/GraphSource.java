package io.github.lightcone.cli.structure;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.analysis.AnalysedGraph;
import io.github.lightcone.structure.file.GraphFile;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.ValueDistribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where a graph comes from, and what else is known there of its nodes and connections. */
interface GraphSource {

    /** Returns the graph as it is found. */
    Graph graph();

    /** Returns what is measured, the graph being changed first. */
    AnalysedGraph with(UnaryOperator<Graph> change);

    /** Returns the population of a node; empty if there are none. */
    String population(int node);

    /** Returns how the graph was taken, in words. */
    List<String> notes();

    /** A file. */
    record OfFile(GraphFile file) implements GraphSource {

        @Override
        public Graph graph() {
            return file.graph();
        }

        @Override
        public AnalysedGraph with(UnaryOperator<Graph> change) {
            return AnalysedGraph.of(file, change.apply(file.graph()));
        }

        @Override
        public String population(int node) {
            return "";
        }

        @Override
        public List<String> notes() {
            return file.notes();
        }
    }

    /** Some neurons of a network. */
    final class OfNetwork implements GraphSource {

        private final NetworkFolder folder;

        /** Their numbers, ascending. */
        private final int[] neurons;

        private OfNetwork(NetworkFolder folder, int[] neurons) {
            this.folder = folder;
            this.neurons = neurons;
        }

        /**
         * Takes the neurons of some populations.
         *
         * @param names none for all neurons
         * @throws IllegalArgumentException if there is no such population
         */
        static OfNetwork of(NetworkFolder folder, List<String> names) {
            List<Population> populations = folder.network().populations();
            List<String> known = populations.stream().map(Population::name).toList();
            for (String name : names) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException(
                            "--of = " + name + ", must be one of " + String.join(", ", known));
                }
            }
            int[] neurons = populations.stream()
                    .filter(population -> names.isEmpty() || names.contains(population.name()))
                    .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                    .toArray();
            return new OfNetwork(folder, neurons);
        }

        /** Returns the network. */
        Network network() {
            return folder.network();
        }

        /** Returns the numbers of the neurons that are nodes, ascending. */
        int[] neurons() {
            return neurons.clone();
        }

        @Override
        public Graph graph() {
            Graph all = Graph.of(network());
            return neurons.length == all.nodeCount() ? all : all.subgraph(neurons);
        }

        @Override
        public AnalysedGraph with(UnaryOperator<Graph> change) {
            Graph derived = change.apply(graph());
            List<String> names = Arrays.stream(neurons)
                    .mapToObj(neuron -> Long.toString(folder.ids().id(neuron)))
                    .toList();
            return new AnalysedGraph(
                    derived,
                    names,
                    Optional.of(positions()),
                    Optional.empty(),
                    Optional.of(delays(derived)),
                    Optional.empty());
        }

        private Positions positions() {
            int dimensions = network().dimensions();
            double[] all = network().parameters().position();
            double[] own = new double[neurons.length * dimensions];
            for (int k = 0; k < neurons.length; k++) {
                System.arraycopy(all, neurons[k] * dimensions, own, k * dimensions, dimensions);
            }
            return Positions.of(dimensions, own);
        }

        /** Returns the delays of the synapses whose neurons are connected in the graph. */
        private ValueDistribution delays(Graph derived) {
            CompiledNetwork compiled = CompiledNetwork.of(network());
            double[] delay = new double[network().synapseCount()];
            int count = 0;
            for (int s = 0; s < delay.length; s++) {
                int from = Arrays.binarySearch(neurons, network().source(s));
                int to = Arrays.binarySearch(neurons, network().target(s));
                if (from >= 0 && to >= 0 && derived.slot(from, to) >= 0) {
                    delay[count++] = compiled.totalDelay(s);
                }
            }
            return ValueDistribution.of(Arrays.copyOf(delay, count));
        }

        @Override
        public String population(int node) {
            return populationOf(neurons[node]);
        }

        private String populationOf(int neuron) {
            return network().populationOf(neuron).name();
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>();
            notes.add(
                    neurons.length == network().neuronCount()
                            ? "all neurons, spike sources included"
                            : neurons.length + " of " + network().neuronCount() + " neurons");
            notes.add("synapses of one pair added, of weight 0 left out");
            if (Arrays.stream(neurons).mapToObj(this::populationOf).distinct().count() > 1) {
                notes.add("null graphs connect any populations, so that tests see the layers too");
            }
            return notes;
        }
    }

    /** Reads a network folder. */
    static OfNetwork read(Path folder, List<String> populations) throws IOException {
        return OfNetwork.of(NetworkFolder.read(folder), populations);
    }
}
