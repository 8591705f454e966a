package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;
import java.util.Locale;

/**
 * Clustering coefficients: how many of the pairs of a node's neighbours are connected. Graphs must have no self-loops.
 * A node with fewer than two neighbours has coefficient 0 and counts in the mean. O(edges^1.5).
 */
public final class Clustering {

    private final String definition;
    private final double[] ofNodes;

    private Clustering(String definition, Triples triples) {
        this.definition = definition;
        ofNodes = new double[triples.closed.length];
        for (int n = 0; n < ofNodes.length; n++) {
            ofNodes[n] = triples.possible[n] > 0 ? triples.closed[n] / triples.possible[n] : 0;
        }
    }

    /**
     * Returns the share of connected pairs of neighbours (Watts and Strogatz, Nature 393:440, 1998). Weights play no
     * part.
     *
     * @throws IllegalArgumentException if the graph is directed or has self-loops
     */
    public static Clustering wattsStrogatz(Graph graph) {
        Requirement.undirected(graph, "Watts-Strogatz clustering");
        Requirement.noSelfLoops(graph, "Watts-Strogatz clustering");
        return new Clustering("Watts-Strogatz, undirected, binary", Triples.binary(graph));
    }

    /**
     * Returns the mean over pairs of neighbours of the geometric mean of the weights of the triangle, 0 without one:
     * {@code sum_jh (W_nj W_jh W_hn)^(1/3) / (k (k - 1))} with {@code W = |w| / max |w|} (Onnela et al., Phys. Rev. E
     * 71:065103, 2005).
     *
     * @throws IllegalArgumentException if the graph is directed or has self-loops
     */
    public static Clustering onnela(Graph graph) {
        Requirement.undirected(graph, "Onnela clustering");
        Requirement.noSelfLoops(graph, "Onnela clustering");
        return new Clustering("Onnela, undirected, |w| / max |w|", Triples.weighted(graph));
    }

    /**
     * Returns the share of directed triangles that there are among those possible:
     * {@code [(A + A')^3]_nn / 2 / (K (K - 1) - 2 [A^2]_nn)} with K the degree in and out (Fagiolo, Phys. Rev. E
     * 76:026107, 2007). Weights play no part. Of an undirected graph it is that of {@link #wattsStrogatz}.
     *
     * @throws IllegalArgumentException if the graph has self-loops
     */
    public static Clustering fagiolo(Graph graph) {
        Requirement.noSelfLoops(graph, "Fagiolo clustering");
        return new Clustering("Fagiolo, " + direction(graph) + ", binary", Triples.binary(graph));
    }

    /**
     * Returns the same with triangles weighed by the geometric mean of their weights:
     * {@code [(W^(1/3) + W'^(1/3))^3]_nn / 2 / (K (K - 1) - 2 [A^2]_nn)} with {@code W = |w| / max |w|} (Fagiolo, Phys.
     * Rev. E 76:026107, 2007). Of an undirected graph it is that of {@link #onnela}.
     *
     * @throws IllegalArgumentException if the graph has self-loops
     */
    public static Clustering fagioloWeighted(Graph graph) {
        Requirement.noSelfLoops(graph, "Fagiolo clustering");
        return new Clustering("Fagiolo, " + direction(graph) + ", |w| / max |w|", Triples.weighted(graph));
    }

    private static String direction(Graph graph) {
        return graph.isDirected() ? "directed" : "undirected";
    }

    /** Returns the mean over all nodes; NaN without nodes. */
    public double mean() {
        double sum = 0;
        for (double c : ofNodes) {
            sum += c;
        }
        return sum / ofNodes.length;
    }

    /** Returns the coefficient of every node; a copy. */
    public double[] ofNodes() {
        return ofNodes.clone();
    }

    /** Returns whose coefficient it is, with direction and weights. */
    public String definition() {
        return definition;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "clustering %.6g (%s, degree below 2 counts 0)", mean(), definition);
    }
}
