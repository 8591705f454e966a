package io.github.lightcone.learning.parameter;

import java.util.Arrays;
import java.util.BitSet;

/** Which synapses of a network are pruned: a bit for each. Mutable. */
public final class SynapseMask {

    private final int size;
    private final BitSet pruned;

    /** Makes a mask of so many synapses, none of which is pruned. */
    public SynapseMask(int size) {
        this.size = size;
        pruned = new BitSet(size);
    }

    /** Returns the number of synapses. */
    public int size() {
        return size;
    }

    /** Returns the number of pruned synapses. */
    public int prunedCount() {
        return pruned.cardinality();
    }

    /** Returns whether a synapse is pruned. */
    public boolean isPruned(int synapse) {
        return pruned.get(synapse);
    }

    /** Returns the first pruned synapse from a number on, -1 if there is none. */
    public int nextPruned(int from) {
        return pruned.nextSetBit(from);
    }

    /** Prunes a synapse, 0 to {@code size() - 1}. */
    public void prune(int synapse) {
        pruned.set(checked(synapse));
    }

    /** Takes a synapse, 0 to {@code size() - 1}, back. */
    public void keep(int synapse) {
        pruned.clear(checked(synapse));
    }

    private int checked(int synapse) {
        if (synapse < 0 || synapse >= size) {
            throw new IndexOutOfBoundsException("synapse " + synapse + ", there are " + size);
        }
        return synapse;
    }

    /**
     * Prunes some synapses and no others.
     *
     * @param synapses their numbers; copied
     * @throws IndexOutOfBoundsException if there are not so many synapses; the mask stays as it is
     */
    public void set(BitSet synapses) {
        if (!synapses.isEmpty()) {
            checked(synapses.length() - 1);
        }
        pruned.clear();
        pruned.or(synapses);
    }

    /** Returns the numbers of the pruned synapses; a copy. */
    public BitSet toBitSet() {
        return (BitSet) pruned.clone();
    }

    /** Returns all bits, 64 in each number, the first in the lowest bit of the first. */
    public long[] toArray() {
        return Arrays.copyOf(pruned.toLongArray(), (size + Long.SIZE - 1) / Long.SIZE);
    }

    /**
     * Takes over bits that {@link #toArray} returned.
     *
     * @throws IndexOutOfBoundsException if there are not so many synapses; the mask stays as it is
     */
    public void restore(long[] bits) {
        set(BitSet.valueOf(bits));
    }

    @Override
    public String toString() {
        return prunedCount() + " of " + size + " synapses pruned";
    }
}
