package io.github.lightcone.structure.nulls;

import com.carrotsearch.hppc.LongHashSet;

/**
 * Which pairs of nodes are connected: a bit for every pair where that takes no more than a few times the memory of a
 * hash table, which is several times slower.
 */
final class PairSet {

    private static final long BITS_PER_EDGE = 1024;
    private static final long FEW_BITS = 1L << 24;

    private final long[] bits;
    private final LongHashSet keys;

    /** Makes an empty set, of keys from 0 to before {@code nodes^2}. */
    PairSet(int nodes, int edges) {
        long all = (long) nodes * nodes;
        boolean dense = all <= Math.max(FEW_BITS, BITS_PER_EDGE * edges);
        bits = dense ? new long[Math.toIntExact((all + Long.SIZE - 1) / Long.SIZE)] : null;
        keys = dense ? null : new LongHashSet(edges);
    }

    boolean contains(long key) {
        return bits == null ? keys.contains(key) : (bits[(int) (key >>> 6)] & (1L << key)) != 0;
    }

    /** Adds a pair and returns whether it is new. */
    boolean add(long key) {
        if (bits == null) {
            return keys.add(key);
        }
        boolean isNew = (bits[(int) (key >>> 6)] & (1L << key)) == 0;
        bits[(int) (key >>> 6)] |= 1L << key;
        return isNew;
    }

    void remove(long key) {
        if (bits == null) {
            keys.remove(key);
        } else {
            bits[(int) (key >>> 6)] &= ~(1L << key);
        }
    }
}
