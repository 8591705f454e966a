package io.github.lightcone.structure.analysis;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.file.GraphFile;
import io.github.lightcone.structure.function.Responses;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.ValueDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A graph, with what else is known of its nodes and connections.
 *
 * @param graph the graph
 * @param names a name per node
 * @param positions a point per node, mm
 * @param lengths lengths of connections as they run, mm, such as those of fibre tracts
 * @param delays delays of connections, ms
 * @param responses what some of the nodes did in labelled examples
 */
public record AnalysedGraph(
        Graph graph,
        List<String> names,
        Optional<Positions> positions,
        Optional<ValueDistribution> lengths,
        Optional<ValueDistribution> delays,
        Optional<Responses> responses) {

    /** Checks that there are as many names and positions as nodes, and that responses are of them; copies the names. */
    public AnalysedGraph {
        names = List.copyOf(names);
        if (names.size() != graph.nodeCount()) {
            throw new IllegalArgumentException(names.size() + " names for a " + graph + ", must be one per node");
        }
        if (positions.isPresent() && positions.get().size() != graph.nodeCount()) {
            throw new IllegalArgumentException(
                    positions.get().size() + " positions for a " + graph + ", must be one per node");
        }
        responses.ifPresent(table -> {
            int last = table.neurons() == 0 ? -1 : table.node(table.neurons() - 1);
            if (last >= graph.nodeCount()) {
                throw new IllegalArgumentException("responses of node " + last + ", must be one of a " + graph);
            }
        });
    }

    /** Returns a graph of which nothing else is known; nodes are called by their numbers. */
    public static AnalysedGraph of(Graph graph) {
        List<String> names = IntStream.range(0, graph.nodeCount())
                .mapToObj(Integer::toString)
                .toList();
        return new AnalysedGraph(graph, names, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns a graph in space. */
    public static AnalysedGraph of(Graph graph, Positions positions) {
        return of(graph).withPositions(Optional.of(positions));
    }

    /** Returns what a file says. */
    public static AnalysedGraph of(GraphFile file) {
        return of(file, file.graph());
    }

    /**
     * Returns a graph derived from that of a file, with what the file says of its nodes and of the edges that are left.
     * Lengths of self-loops are left out; an undirected edge has one length.
     *
     * @param derived a graph of the same nodes
     */
    public static AnalysedGraph of(GraphFile file, Graph derived) {
        return new AnalysedGraph(
                derived,
                file.names(),
                file.positions(),
                file.lengths().map(lengths -> lengthsOf(lengths, derived)),
                Optional.empty(),
                Optional.empty());
    }

    private static ValueDistribution lengthsOf(Graph lengths, Graph derived) {
        double[] kept = new double[lengths.slotCount()];
        int count = 0;
        for (int n = 0; n < lengths.nodeCount(); n++) {
            for (int slot = lengths.rowStart(n); slot < lengths.rowEnd(n); slot++) {
                int m = lengths.target(slot);
                boolean first = m > n || (m < n && lengths.isDirected());
                if (first && derived.slot(n, m) >= 0) {
                    kept[count++] = lengths.weight(slot);
                }
            }
        }
        return ValueDistribution.of(Arrays.copyOf(kept, count));
    }

    /** Returns the same with other positions. */
    public AnalysedGraph withPositions(Optional<Positions> newPositions) {
        return new AnalysedGraph(graph, names, newPositions, lengths, delays, responses);
    }

    /** Returns the same with responses of some of the nodes. */
    public AnalysedGraph withResponses(Responses newResponses) {
        return new AnalysedGraph(graph, names, positions, lengths, delays, Optional.of(newResponses));
    }
}
