package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;

/**
 * Strengths: the sums of the weights of the arcs of each node, signs included; of {@code graph.absolute()} without
 * them. A self-loop counts once out, once in; once in an undirected graph.
 */
public final class Strengths {

    private Strengths() {}

    /** Returns the strength of every node; O(nodes + edges). */
    public static double[] of(Graph graph, Direction direction) {
        double[] strength = new double[graph.nodeCount()];
        boolean out = !graph.isDirected() || direction != Direction.IN;
        boolean in = graph.isDirected() && direction != Direction.OUT;
        for (int n = 0; n < strength.length; n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                if (out) {
                    strength[n] += graph.weight(slot);
                }
                if (in) {
                    strength[graph.target(slot)] += graph.weight(slot);
                }
            }
        }
        return strength;
    }

    /** Returns the distribution of strengths. */
    public static ValueDistribution distribution(Graph graph, Direction direction) {
        return ValueDistribution.of(of(graph, direction));
    }
}
