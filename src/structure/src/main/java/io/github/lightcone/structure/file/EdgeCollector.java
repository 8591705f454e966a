package io.github.lightcone.structure.file;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongDoubleHashMap;
import io.github.lightcone.structure.graph.Graph;
import java.util.List;

/** Edges as a reader meets them. */
final class EdgeCollector {

    private final IntArrayList from = new IntArrayList();
    private final IntArrayList to = new IntArrayList();
    private final DoubleArrayList weight = new DoubleArrayList();

    void add(int source, int target, double value) {
        from.add(source);
        to.add(target);
        weight.add(value);
    }

    int count() {
        return from.size();
    }

    int source(int edge) {
        return from.get(edge);
    }

    int target(int edge) {
        return to.get(edge);
    }

    double weight(int edge) {
        return weight.get(edge);
    }

    /** Returns the graph; throws if weights of parallel edges add up to infinity. */
    Graph graph(String file, int nodes, boolean directed) throws GraphFileException {
        Graph graph = directed
                ? Graph.directed(nodes, from.toArray(), to.toArray(), weight.toArray())
                : Graph.undirected(nodes, from.toArray(), to.toArray(), weight.toArray());
        for (int n = 0; n < nodes; n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                if (!Double.isFinite(graph.weight(slot))) {
                    throw GraphFileException.inFile(
                            file, "weights of parallel edges add up to " + graph.weight(slot) + ", must stay finite");
                }
            }
        }
        return graph;
    }

    /** Gives every node another number. */
    void renumber(int[] number) {
        for (int k = 0; k < from.size(); k++) {
            from.set(k, number[from.get(k)]);
            to.set(k, number[to.get(k)]);
        }
    }

    /** Returns the edges without repetitions, which must say the same; values are lengths. */
    EdgeCollector distinct(String file, boolean directed) throws GraphFileException {
        LongDoubleHashMap known = new LongDoubleHashMap();
        EdgeCollector distinct = new EdgeCollector();
        for (int k = 0; k < count(); k++) {
            int a = directed ? source(k) : Math.min(source(k), target(k));
            int b = directed ? target(k) : Math.max(source(k), target(k));
            long pair = (long) a << 32 | b;
            if (!known.containsKey(pair)) {
                known.put(pair, weight(k));
                distinct.add(a, b, weight(k));
            } else if (known.get(pair) != weight(k)) {
                throw GraphFileException.inFile(
                        file,
                        "an edge has the lengths " + known.get(pair) + " and " + weight(k) + ", must have one (nodes "
                                + a + " and " + b + " in the order of names)");
            }
        }
        return distinct;
    }

    /** Adds to the notes what became of the edges: their direction, parallel ones, self-loops. */
    void describe(Graph graph, List<String> notes) {
        notes.add(graph.isDirected() ? "directed" : "undirected");
        int parallel = count() - graph.edgeCount();
        if (parallel > 0) {
            notes.add(parallel + " parallel " + (graph.isDirected() ? "arcs" : "edges (either order)")
                    + " were added to others");
        }
        int loops = graph.selfLoopCount();
        if (loops > 0) {
            notes.add(loops + " self-loops were kept");
        }
    }
}
