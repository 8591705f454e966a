package io.github.lightcone.structure.nulls;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/** The edges of a graph between distinct nodes, an undirected one once, with its self-loops apart. */
final class EdgeList {

    final boolean directed;
    final int nodes;

    /** One end of each edge; the source if directed. Modified by null models. */
    final int[] from;

    /** The other end of each edge. Modified by null models. */
    final int[] to;

    /** The weight of each edge. Modified by null models. */
    final double[] weight;

    private final int[] loop;
    private final double[] loopWeight;

    EdgeList(Graph graph) {
        directed = graph.isDirected();
        nodes = graph.nodeCount();
        int loops = graph.selfLoopCount();
        int edges = graph.edgeCount() - loops;
        from = new int[edges];
        to = new int[edges];
        weight = new double[edges];
        loop = new int[loops];
        loopWeight = new double[loops];
        int edge = 0;
        int looped = 0;
        for (int n = 0; n < nodes; n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                int m = graph.target(slot);
                if (m == n) {
                    loop[looped] = n;
                    loopWeight[looped++] = graph.weight(slot);
                } else if (directed || n < m) {
                    from[edge] = n;
                    to[edge] = m;
                    weight[edge++] = graph.weight(slot);
                }
            }
        }
    }

    int size() {
        return from.length;
    }

    /** Returns the number of pairs of distinct nodes that an edge may connect. */
    long pairs() {
        long ordered = (long) nodes * (nodes - 1);
        return directed ? ordered : ordered / 2;
    }

    /** Returns the number of a pair of nodes, the same in either order if undirected. */
    long key(int a, int b) {
        return directed || a < b ? (long) a * nodes + b : (long) b * nodes + a;
    }

    Graph toGraph() {
        int edges = from.length;
        int all = edges + loop.length;
        int[] allFrom = Arrays.copyOf(from, all);
        int[] allTo = Arrays.copyOf(to, all);
        double[] allWeight = Arrays.copyOf(weight, all);
        for (int k = 0; k < loop.length; k++) {
            allFrom[edges + k] = loop[k];
            allTo[edges + k] = loop[k];
            allWeight[edges + k] = loopWeight[k];
        }
        return directed
                ? Graph.directed(nodes, allFrom, allTo, allWeight)
                : Graph.undirected(nodes, allFrom, allTo, allWeight);
    }
}
