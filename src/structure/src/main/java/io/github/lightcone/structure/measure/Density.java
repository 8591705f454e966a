package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;

/** How many of the possible connections there are, and how many are returned. Weights and self-loops play no part. */
public final class Density {

    private Density() {}

    /** Returns the share of pairs of distinct nodes that are connected: ordered pairs if directed, else unordered. */
    public static Measure density(Graph graph) {
        return new Measure("density", share(graph), conventions(graph));
    }

    /**
     * Returns the share of arcs between distinct nodes whose reverse is there too (Newman, Forrest and Balthrop, Phys.
     * Rev. E 66:035101, 2002); 1 for an undirected graph with an edge.
     */
    public static Measure reciprocity(Graph graph) {
        return new Measure("reciprocity", returned(graph), conventions(graph));
    }

    /**
     * Returns {@code (r - a) / (1 - a)} of reciprocity r and density a: 0 for arcs placed at random, negative if they
     * avoid their reverses (Garlaschelli and Loffredo, Phys. Rev. Lett. 93:268701, 2004).
     */
    public static Measure reciprocityBeyondChance(Graph graph) {
        double density = share(graph);
        return new Measure(
                "reciprocity beyond chance", (returned(graph) - density) / (1 - density), conventions(graph));
    }

    private static double share(Graph graph) {
        double pairs = (double) graph.nodeCount() * (graph.nodeCount() - 1);
        return (graph.slotCount() - graph.selfLoopCount()) / pairs;
    }

    private static double returned(Graph graph) {
        int arcs = graph.slotCount() - graph.selfLoopCount();
        int both = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                int m = graph.target(slot);
                both += m != n && graph.slot(m, n) >= 0 ? 1 : 0;
            }
        }
        return (double) both / arcs;
    }

    private static String conventions(Graph graph) {
        return (graph.isDirected() ? "directed" : "undirected") + ", binary, self-loops left out";
    }
}
