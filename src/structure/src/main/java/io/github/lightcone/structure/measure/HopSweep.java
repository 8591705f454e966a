package io.github.lightcone.structure.measure;

import java.util.Arrays;

/**
 * Breadth-first search from up to 64 sources at once: each node holds a bit per source (Then et al., VLDB 8:449, 2014).
 * O(levels (nodes + arcs)) for all of them.
 */
final class HopSweep {

    /** The largest number of sources at once. */
    static final int WIDTH = Long.SIZE;

    private long[] seen = new long[0];
    private long[] frontier = seen;
    private long[] next = seen;
    private final int[] found = new int[WIDTH];

    /**
     * Adds the paths from some sources.
     *
     * @param sources nodes
     * @param first place of the first source in {@code sources} and in {@code sums}
     * @param count how many, at most {@link #WIDTH}
     * @param sums Modified.
     */
    void run(Rows rows, int[] sources, int first, int count, PathSums sums) {
        int nodes = rows.nodes;
        clear(nodes);
        for (int k = 0; k < count; k++) {
            seen[sources[first + k]] |= 1L << k;
            frontier[sources[first + k]] |= 1L << k;
        }
        for (int hops = 1; ; hops++) {
            spread(nodes, rows.start, rows.target, frontier, next);
            if (!advance(nodes, seen, frontier, next, found)) {
                return;
            }
            for (int k = 0; k < count; k++) {
                if (found[k] > 0) {
                    sums.add(first + k, found[k], hops);
                }
            }
        }
    }

    private void clear(int nodes) {
        if (seen.length < nodes) {
            seen = new long[nodes];
            frontier = new long[nodes];
            next = new long[nodes];
        } else {
            Arrays.fill(seen, 0, nodes, 0);
            Arrays.fill(frontier, 0, nodes, 0);
            Arrays.fill(next, 0, nodes, 0);
        }
    }

    private static void spread(int nodes, int[] start, int[] target, long[] frontier, long[] next) {
        for (int n = 0; n < nodes; n++) {
            long bits = frontier[n];
            if (bits != 0) {
                int end = start[n + 1];
                for (int slot = start[n]; slot < end; slot++) {
                    next[target[slot]] |= bits;
                }
            }
        }
    }

    /** Makes what is new the frontier, counts it by source, and returns whether there is any. */
    private static boolean advance(int nodes, long[] seen, long[] frontier, long[] next, int[] found) {
        Arrays.fill(found, 0);
        long any = 0;
        for (int n = 0; n < nodes; n++) {
            long bits = next[n] & ~seen[n];
            next[n] = 0;
            frontier[n] = bits;
            seen[n] |= bits;
            any |= bits;
            for (long left = bits; left != 0; left &= left - 1) {
                found[Long.numberOfTrailingZeros(left)]++;
            }
        }
        return any != 0;
    }
}
