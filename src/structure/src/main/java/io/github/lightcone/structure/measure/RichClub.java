package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Locale;

/**
 * Rich-club coefficients: how closely the nodes of high degree are connected among themselves. Level k holds the nodes
 * of degree above k; the degree of a directed graph is that in and out. Levels run from 0 to before the highest degree.
 * Graphs must have no self-loops. Meaningful beside null models only: see {@link RichClubTest}.
 */
public final class RichClub {

    private final String definition;
    private final int[] nodes;
    private final int[] edges;
    private final double[] coefficient;

    private RichClub(String definition, int[] nodes, int[] edges, double[] coefficient) {
        this.definition = definition;
        this.nodes = nodes;
        this.edges = edges;
        this.coefficient = coefficient;
    }

    /**
     * Returns the density of connections among the nodes of each level (Zhou and Mondragon, IEEE Commun. Lett. 8:180,
     * 2004; Colizza et al., Nat. Phys. 2:110, 2006), NaN below two nodes. Weights play no part. O(nodes + edges).
     *
     * @throws IllegalArgumentException if the graph has self-loops
     */
    public static RichClub binary(Graph graph) {
        Levels levels = new Levels(graph);
        double[] coefficient = new double[levels.count];
        double perPair = graph.isDirected() ? 1 : 2;
        for (int k = 0; k < levels.count; k++) {
            double pairs = (double) levels.nodes[k] * (levels.nodes[k] - 1);
            coefficient[k] = perPair * levels.edges[k] / pairs;
        }
        return levels.result(graph, "binary", coefficient);
    }

    /**
     * Returns the sum of the weights of the connections among the nodes of each level over that of as many of the
     * largest weights of the graph (Opsahl et al., Phys. Rev. Lett. 101:168702, 2008), NaN without connections.
     * O(nodes + edges log edges).
     *
     * @throws IllegalArgumentException if the graph has self-loops or negative weights
     */
    public static RichClub weighted(Graph graph) {
        Requirement.noNegativeWeights(graph, "weighted rich club");
        Levels levels = new Levels(graph);
        double[] sorted = levels.weights.clone();
        Arrays.sort(sorted);
        double[] largest = new double[sorted.length + 1];
        for (int e = 0; e < sorted.length; e++) {
            largest[e + 1] = largest[e] + sorted[sorted.length - 1 - e];
        }
        double[] coefficient = new double[levels.count];
        for (int k = 0; k < levels.count; k++) {
            coefficient[k] = levels.weight[k] / largest[levels.edges[k]];
        }
        return levels.result(graph, "weighted", coefficient);
    }

    /** Returns the number of levels: the highest degree. */
    public int levels() {
        return coefficient.length;
    }

    /** Returns the number of nodes of degree above {@code level}. */
    public int nodes(int level) {
        return nodes[level];
    }

    /** Returns the number of edges among the nodes of degree above {@code level}. */
    public int edges(int level) {
        return edges[level];
    }

    /** Returns the coefficient of a level. */
    public double coefficient(int level) {
        return coefficient[level];
    }

    @Override
    public String toString() {
        int top = 0;
        for (int k = 0; k < levels(); k++) {
            top = nodes[k] >= 2 ? k : top;
        }
        return levels() == 0
                ? "rich club without levels (" + definition + ")"
                : String.format(
                        Locale.ROOT,
                        "rich club of %d levels, %.6g at level 0, %.6g among the %d nodes of degree above %d (%s)",
                        levels(),
                        coefficient[0],
                        coefficient[top],
                        nodes[top],
                        top,
                        definition);
    }

    /** Nodes, edges and weights of every level. */
    private static final class Levels {

        final int count;
        final int[] nodes;
        final int[] edges;
        final double[] weight;

        /** The weight of every edge. */
        final double[] weights;

        Levels(Graph graph) {
            Requirement.noSelfLoops(graph, "rich club");
            int[] degree = Degrees.of(graph, Direction.TOTAL);
            count = Arrays.stream(degree).max().orElse(0);
            nodes = new int[count];
            edges = new int[count];
            weight = new double[count];
            weights = new double[graph.edgeCount()];
            int edge = 0;
            for (int n = 0; n < degree.length; n++) {
                if (degree[n] > 0) {
                    nodes[degree[n] - 1]++;
                }
                for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                    int m = graph.target(slot);
                    if (graph.isDirected() || n < m) {
                        int last = Math.min(degree[n], degree[m]) - 1;
                        edges[last]++;
                        weight[last] += graph.weight(slot);
                        weights[edge++] = graph.weight(slot);
                    }
                }
            }
            for (int k = count - 2; k >= 0; k--) {
                nodes[k] += nodes[k + 1];
                edges[k] += edges[k + 1];
                weight[k] += weight[k + 1];
            }
        }

        RichClub result(Graph graph, String weighting, double[] coefficient) {
            String direction = graph.isDirected() ? "directed, degree in and out, " : "undirected, ";
            return new RichClub(direction + weighting, nodes, edges, coefficient);
        }
    }
}
