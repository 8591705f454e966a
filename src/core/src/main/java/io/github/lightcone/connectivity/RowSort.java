package io.github.lightcone.connectivity;

import java.util.Arrays;

/**
 * Sorts the synapses of a row by (delay as a float, target, number) as primitive longs: the bits of a float
 * that is not negative have the order of the float.
 */
final class RowSort {

    private RowSort() {}

    /**
     * Returns the key of a synapse.
     *
     * @param delayBits bits of its delay, which is at least 0 and not -0.0
     * @param number its number, which {@link #number} returns after sorting
     */
    static long key(int delayBits, int number) {
        return (long) delayBits << 32 | number;
    }

    /** Returns the number of the synapse that a key belongs to. */
    static int number(long key) {
        return (int) key;
    }

    /**
     * Sorts keys; afterwards only their numbers have a meaning.
     *
     * @param keys keys of the synapses. Modified.
     * @param count number of keys
     * @param target target of each synapse by number
     */
    static void sort(long[] keys, int count, int[] target) {
        Arrays.sort(keys, 0, count);
        int start = 0;
        for (int k = 1; k <= count; k++) {
            if (k == count || keys[k] >>> 32 != keys[start] >>> 32) {
                if (k - start > 1) {
                    sortByTarget(keys, start, k, target);
                }
                start = k;
            }
        }
    }

    private static void sortByTarget(long[] keys, int start, int end, int[] target) {
        for (int k = start; k < end; k++) {
            keys[k] = key(target[number(keys[k])], number(keys[k]));
        }
        Arrays.sort(keys, start, end);
    }
}
