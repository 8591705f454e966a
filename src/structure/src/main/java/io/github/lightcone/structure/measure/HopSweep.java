package io.github.lightcone.structure.measure;

import java.util.Arrays;

/**
 * Breadth-first search from up to 64 sources at once: each node holds a bit per source (Then et al., VLDB 8:449, 2014).
 * O(levels (nodes + arcs)) for all of them, less where few nodes are reached at a time.
 */
final class HopSweep {

    /** The largest number of sources at once. */
    static final int WIDTH = Long.SIZE;

    /** By which sources each node has been reached. */
    private long[] seen = new long[0];

    /** By which of them in the last hop, for active nodes. */
    private long[] frontier = seen;

    /** By which of them in this hop; 0 between hops. */
    private long[] next = seen;

    private int[] active = new int[0];
    private int[] touched = active;
    private final int[] found = new int[WIDTH];

    /**
     * Adds the paths from some sources.
     *
     * @param sources nodes, all of them different
     * @param first place of the first source in {@code sources} and in {@code sums}
     * @param count how many, at most {@link #WIDTH}
     * @param sums Modified.
     */
    void run(Rows rows, int[] sources, int first, int count, PathSums sums) {
        clear(rows.nodes);
        for (int k = 0; k < count; k++) {
            int source = sources[first + k];
            active[k] = source;
            seen[source] = 1L << k;
            frontier[source] = 1L << k;
        }
        int size = count;
        for (int hops = 1; size > 0; hops++) {
            int reached = spread(rows.start, rows.target, size);
            size = advance(reached);
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
            active = new int[nodes];
            touched = new int[nodes];
        } else {
            Arrays.fill(seen, 0, nodes, 0);
        }
    }

    /** Follows the arcs of active nodes and returns how many nodes they touch. */
    private int spread(int[] start, int[] target, int size) {
        long[] there = next;
        int[] list = touched;
        int reached = 0;
        for (int i = 0; i < size; i++) {
            int node = active[i];
            long bits = frontier[node];
            int end = start[node + 1];
            for (int slot = start[node]; slot < end; slot++) {
                int to = target[slot];
                long before = there[to];
                if (before == 0) {
                    list[reached++] = to;
                }
                there[to] = before | bits;
            }
        }
        return reached;
    }

    /** Makes touched nodes active for the sources that are new to them, and returns how many there are. */
    private int advance(int reached) {
        Arrays.fill(found, 0);
        int size = 0;
        for (int i = 0; i < reached; i++) {
            int node = touched[i];
            long bits = next[node] & ~seen[node];
            next[node] = 0;
            if (bits != 0) {
                frontier[node] = bits;
                seen[node] |= bits;
                active[size++] = node;
                for (long left = bits; left != 0; left &= left - 1) {
                    found[Long.numberOfTrailingZeros(left)]++;
                }
            }
        }
        return size;
    }
}
