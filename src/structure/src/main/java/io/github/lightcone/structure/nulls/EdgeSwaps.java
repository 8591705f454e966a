package io.github.lightcone.structure.nulls;

/**
 * Swaps of two edges (Maslov and Sneppen, Science 296:910, 2002): a-b and c-d become a-d and c-b, unless that makes
 * a self-loop or an edge that is there already. Every node keeps its degrees.
 */
final class EdgeSwaps {

    private final EdgeList edges;
    private final PairSet present;

    /** Starts from the given edges, which swaps modify. */
    EdgeSwaps(EdgeList edges) {
        this.edges = edges;
        present = new PairSet(edges.nodes, edges.size());
        for (int e = 0; e < edges.size(); e++) {
            present.add(edges.key(edges.from[e], edges.to[e]));
        }
    }

    /** Returns whether a-b and c-d may become a-d and c-b. */
    boolean isPossible(int a, int b, int c, int d) {
        return a != d && c != b && !present.contains(edges.key(a, d)) && !present.contains(edges.key(c, b));
    }

    /** Makes edge e, which is a-b, into a-d, and edge f, which is c-d, into c-b. */
    void make(int e, int a, int b, int f, int c, int d) {
        present.remove(edges.key(a, b));
        present.remove(edges.key(c, d));
        present.add(edges.key(a, d));
        present.add(edges.key(c, b));
        edges.from[e] = a;
        edges.to[e] = d;
        edges.from[f] = c;
        edges.to[f] = b;
    }

    /** Returns the number of attempts for all edges. */
    static long attempts(double perEdge, EdgeList edges) {
        return Math.round(perEdge * edges.size());
    }

    /** Throws unless the attempts are allowed. */
    static void checkAttempts(double attemptsPerEdge) {
        if (!(attemptsPerEdge >= 0) || attemptsPerEdge > 1e6) {
            throw new IllegalArgumentException(
                    "attemptsPerEdge = " + attemptsPerEdge + ", must be between 0 and 1000000");
        }
    }
}
