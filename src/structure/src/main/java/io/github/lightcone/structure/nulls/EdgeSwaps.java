package io.github.lightcone.structure.nulls;

import com.carrotsearch.hppc.LongHashSet;
import io.github.lightcone.random.SeededRandom;

/**
 * Swaps of two edges (Maslov and Sneppen, Science 296:910, 2002): a-b and c-d become a-d and c-b, unless that makes
 * a self-loop or an edge that is there already. Every node keeps its degrees. The two edges are drawn uniformly, and so
 * is the direction in which an undirected one is read.
 */
final class EdgeSwaps {

    /** Says which of the swaps that are possible are made. */
    @FunctionalInterface
    interface Rule {

        /** Returns whether edge e, from a to b, and edge f, from c to d, may exchange b and d. */
        boolean accepts(int e, int a, int b, int f, int c, int d);
    }

    private EdgeSwaps() {}

    /**
     * Attempts swaps.
     *
     * @param edges Modified.
     * @return how many were made
     */
    static long attempt(EdgeList edges, long attempts, SeededRandom random, Rule rule) {
        int[] from = edges.from;
        int[] to = edges.to;
        int size = edges.size();
        if (size < 2) {
            return 0;
        }
        LongHashSet present = new LongHashSet(size);
        for (int e = 0; e < size; e++) {
            present.add(edges.key(from[e], to[e]));
        }
        long made = 0;
        for (long attempt = 0; attempt < attempts; attempt++) {
            int e = random.nextInt(size);
            int f = random.nextInt(size);
            boolean turned = !edges.directed && random.nextBoolean();
            int a = from[e];
            int b = to[e];
            int c = turned ? to[f] : from[f];
            int d = turned ? from[f] : to[f];
            if (e == f || a == d || c == b) {
                continue;
            }
            long ad = edges.key(a, d);
            long cb = edges.key(c, b);
            if (present.contains(ad) || present.contains(cb) || !rule.accepts(e, a, b, f, c, d)) {
                continue;
            }
            present.remove(edges.key(a, b));
            present.remove(edges.key(c, d));
            present.add(ad);
            present.add(cb);
            to[e] = d;
            from[f] = c;
            to[f] = b;
            made++;
        }
        return made;
    }

    /** Returns the attempts that make a number of them per edge; throws unless that is finite and not below 0. */
    static long count(double attemptsPerEdge, int edges) {
        return Math.round(attemptsPerEdge * edges);
    }

    static void checkAttempts(double attemptsPerEdge) {
        if (!(attemptsPerEdge >= 0) || attemptsPerEdge > 1e6) {
            throw new IllegalArgumentException(
                    "attemptsPerEdge = " + attemptsPerEdge + ", must be between 0 and 1000000");
        }
    }
}
