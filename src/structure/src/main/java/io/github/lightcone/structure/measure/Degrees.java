package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;

/**
 * Degrees: the numbers of arcs of each node. Weights play no part. A self-loop counts once out, once in; once in an
 * undirected graph.
 */
public final class Degrees {

    private Degrees() {}

    /** Returns the degree of every node; O(nodes + edges). */
    public static int[] of(Graph graph, Direction direction) {
        int[] degree = new int[graph.nodeCount()];
        boolean out = !graph.isDirected() || direction != Direction.IN;
        boolean in = graph.isDirected() && direction != Direction.OUT;
        for (int n = 0; n < degree.length; n++) {
            if (out) {
                degree[n] += graph.rowEnd(n) - graph.rowStart(n);
            }
            if (in) {
                for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                    degree[graph.target(slot)]++;
                }
            }
        }
        return degree;
    }

    /** Returns the distribution of degrees. */
    public static ValueDistribution distribution(Graph graph, Direction direction) {
        int[] degree = of(graph, direction);
        double[] values = new double[degree.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = degree[n];
        }
        return ValueDistribution.of(values);
    }
}
