package io.github.lightcone.structure.nulls;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;

/**
 * Graphs with as many edges between distinct nodes as the given one, all places being equally likely (the model G(n, m)
 * of Erdos and Renyi, Publ. Math. Debrecen 6:290, 1959): the same density. Weights are dealt at random.
 *
 * <p>O(edges) time below half the possible density, O(nodes^2) above.
 */
public record ErdosRenyi() implements NullModel {

    @Override
    public Graph draw(Graph graph, SeededRandom random) {
        EdgeList edges = new EdgeList(graph);
        if (edges.size() <= edges.pairs() / 2) {
            placeFew(edges, random);
        } else {
            leaveOutFew(edges, random);
        }
        WeightShuffle.shuffle(edges.weight, random);
        return edges.toGraph();
    }

    private static void placeFew(EdgeList edges, SeededRandom random) {
        PairSet placed = new PairSet(edges.nodes, edges.size());
        for (int e = 0; e < edges.size(); ) {
            int a = random.nextInt(edges.nodes);
            int b = random.nextInt(edges.nodes);
            if (a != b && placed.add(edges.key(a, b))) {
                edges.from[e] = a;
                edges.to[e++] = b;
            }
        }
    }

    private static void leaveOutFew(EdgeList edges, SeededRandom random) {
        int nodes = edges.nodes;
        long out = edges.pairs() - edges.size();
        PairSet leftOut = new PairSet(nodes, edges.size());
        for (long left = out; left > 0; ) {
            int a = random.nextInt(nodes);
            int b = random.nextInt(nodes);
            if (a != b && leftOut.add(edges.key(a, b))) {
                left--;
            }
        }
        int e = 0;
        for (int a = 0; a < nodes; a++) {
            for (int b = edges.directed ? 0 : a + 1; b < nodes; b++) {
                if (a != b && !leftOut.contains(edges.key(a, b))) {
                    edges.from[e] = a;
                    edges.to[e++] = b;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "random graph of the same density";
    }
}
