package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;

/**
 * Transitivity: closed triples over possible ones, both summed over all nodes, so that nodes of high degree weigh more
 * than in the mean of {@link Clustering}. Graphs must have no self-loops. NaN if no node has two neighbours.
 */
public final class Transitivity {

    private Transitivity() {}

    /**
     * Returns three times the number of triangles over the number of paths of two edges (Newman, Watts and Strogatz,
     * PNAS 99:2566, 2002); of a directed graph, numerator and denominator of {@link Clustering#fagiolo} summed over the
     * nodes (Rubinov and Sporns, NeuroImage 52:1059, 2010). Weights play no part.
     *
     * @throws IllegalArgumentException if the graph has self-loops
     */
    public static Measure binary(Graph graph) {
        Requirement.noSelfLoops(graph, "transitivity");
        return of(graph, Triples.binary(graph), "binary");
    }

    /**
     * Returns the same with triangles weighed as in {@link Clustering#onnela} and {@link Clustering#fagioloWeighted}.
     *
     * @throws IllegalArgumentException if the graph has self-loops
     */
    public static Measure weighted(Graph graph) {
        Requirement.noSelfLoops(graph, "transitivity");
        return of(graph, Triples.weighted(graph), "|w| / max |w|");
    }

    private static Measure of(Graph graph, Triples triples, String weights) {
        double closed = 0;
        double possible = 0;
        for (int n = 0; n < triples.closed.length; n++) {
            closed += triples.closed[n];
            possible += triples.possible[n];
        }
        return new Measure(
                "transitivity", closed / possible, (graph.isDirected() ? "directed, " : "undirected, ") + weights);
    }
}
