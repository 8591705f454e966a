package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;

/**
 * Closed and possible triples at every node: numerator and denominator of clustering and transitivity.
 *
 * <p>With A the adjacency matrix, K the total degree and S = W^(1/3) + W'^(1/3), W = A or |w| / max |w|:
 *
 * <pre>
 *     directed     closed = diag(S^3) / 2            possible = K (K - 1) - 2 diag(A^2)
 *     undirected   closed = diag((W^(1/3))^3)        possible = K (K - 1)
 * </pre>
 *
 * The two agree on a symmetric matrix but for a factor of 4 above and below.
 */
final class Triples {

    final double[] closed;
    final double[] possible;

    private Triples(double[] closed, double[] possible) {
        this.closed = closed;
        this.possible = possible;
    }

    /** Counts triples. */
    static Triples binary(Graph graph) {
        return of(graph, graph.binary());
    }

    /** Weighs triples by the geometric mean of |w| / max |w|. */
    static Triples weighted(Graph graph) {
        double max = 0;
        for (int slot = 0; slot < graph.slotCount(); slot++) {
            max = Math.max(max, Math.abs(graph.weight(slot)));
        }
        double scale = max;
        return of(graph, graph.withWeights(w -> w == 0 ? 0 : Math.cbrt(Math.abs(w) / scale)));
    }

    private static Triples of(Graph graph, Graph roots) {
        Graph symmetric = roots.undirected();
        double[] triangles = TriangleSums.of(symmetric);
        double[] possible = new double[triangles.length];
        int[] degree = Degrees.of(graph, Direction.TOTAL);
        for (int n = 0; n < possible.length; n++) {
            possible[n] = (double) degree[n] * (degree[n] - 1);
            if (graph.isDirected()) {
                int neighbours = symmetric.rowEnd(n) - symmetric.rowStart(n);
                int reciprocal = degree[n] - neighbours;
                possible[n] -= 2.0 * reciprocal;
            } else {
                triangles[n] *= 2;
            }
        }
        return new Triples(triangles, possible);
    }
}
