package io.github.lightcone.cli.structure;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import io.github.lightcone.structure.analysis.AnalysedGraph;
import io.github.lightcone.structure.analysis.NetworkNodes;
import io.github.lightcone.structure.file.GraphFile;
import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

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
    record OfNetwork(NetworkFolder folder, NetworkNodes nodes) implements GraphSource {

        /** Returns the network. */
        Network network() {
            return folder.network();
        }

        /** Returns the numbers of the neurons that are nodes, ascending. */
        int[] neurons() {
            return nodes.neurons();
        }

        @Override
        public Graph graph() {
            return nodes.graph();
        }

        @Override
        public AnalysedGraph with(UnaryOperator<Graph> change) {
            return nodes.analysed(
                    change.apply(graph()), neuron -> Long.toString(folder.ids().id(neuron)));
        }

        @Override
        public String population(int node) {
            return nodes.population(node);
        }

        @Override
        public List<String> notes() {
            return nodes.notes();
        }
    }

    /**
     * Reads a network folder.
     *
     * @param populations whose neurons are taken; none for all
     * @throws IllegalArgumentException if there is no such population
     */
    static OfNetwork read(Path folder, List<String> populations) throws IOException {
        NetworkFolder network = NetworkFolder.read(folder);
        try {
            return new OfNetwork(network, NetworkNodes.of(network.network(), populations));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("--of = " + unknown.getMessage(), unknown);
        }
    }
}
