package io.github.lightcone.connectivity;

import java.util.Arrays;

/**
 * Sorts the synapses of a row by (delay as a float, target, number) as primitive longs: the bits of a float
 * that is not negative have the order of the float. Long rows are sorted digit by digit, which takes time
 * proportional to their length. The arrays grow to the longest row and are reused.
 */
final class RowSort {

    /** Rows below are sorted by {@link Arrays}, which inserts in such short arrays and so allocates nothing. */
    private static final int SHORT = 40;

    private static final int DIGIT_BITS = 8;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int DIGITS = Integer.SIZE / DIGIT_BITS;

    private final int[] bucketStart = new int[DIGITS * BUCKETS];
    private long[] keys = new long[0];
    private long[] spare = new long[0];
    private int size;

    /** Makes room for a row; what was there is lost. */
    void reserve(int count) {
        if (keys.length < count) {
            keys = new long[count];
            spare = new long[count];
        }
    }

    /**
     * Sets a key. Synapses with equal delay and target are sorted by number if they come in that order.
     *
     * @param k place of the key
     * @param delayBits bits of the delay, which is at least 0 and not -0.0
     * @param number number of the synapse, at least 0
     */
    void set(int k, int delayBits, int number) {
        keys[k] = key(delayBits, number);
    }

    /** Returns the number of the synapse in a place; after sorting, that of the k-th synapse. */
    int number(int k) {
        return (int) keys[k];
    }

    /**
     * Sorts the first keys; afterwards only their numbers have a meaning.
     *
     * @param count number of keys
     * @param target target of each synapse by number
     */
    void sort(int count, int[] target) {
        size = count;
        sort(0, count);
        int start = 0;
        for (int k = 1; k <= count; k++) {
            if (k == count || keys[k] >>> 32 != keys[start] >>> 32) {
                if (k - start > 1) {
                    sortByTarget(start, k, target);
                }
                start = k;
            }
        }
    }

    private void sortByTarget(int start, int end, int[] target) {
        for (int k = start; k < end; k++) {
            keys[k] = key(target[number(k)], number(k));
        }
        sort(start, end);
    }

    private static long key(int major, int number) {
        return (long) major << 32 | number;
    }

    private void sort(int start, int end) {
        if (end - start < SHORT) {
            Arrays.sort(keys, start, end);
        } else {
            sortByDigits(start, end);
        }
    }

    /** Radix sort by the upper half, from the lowest digit; keys with equal upper halves keep their order. */
    private void sortByDigits(int start, int end) {
        countDigits(start, end);
        for (int digit = 0; digit < DIGITS; digit++) {
            if (startBuckets(digit * BUCKETS, start, end)) {
                distribute(digit, start, end);
            }
        }
    }

    private void countDigits(int start, int end) {
        int[] count = bucketStart;
        Arrays.fill(count, 0);
        long[] from = keys;
        for (int k = start; k < end; k++) {
            int major = (int) (from[k] >>> 32);
            count[major & 0xff]++;
            count[BUCKETS + (major >>> 8 & 0xff)]++;
            count[2 * BUCKETS + (major >>> 16 & 0xff)]++;
            count[3 * BUCKETS + (major >>> 24)]++;
        }
    }

    /** Turns a digit's counts into starts; returns whether keys differ in that digit. */
    private boolean startBuckets(int first, int start, int end) {
        int next = start;
        for (int bucket = first; bucket < first + BUCKETS; bucket++) {
            int count = bucketStart[bucket];
            if (count == end - start) {
                return false;
            }
            bucketStart[bucket] = next;
            next += count;
        }
        return true;
    }

    private void distribute(int digit, int start, int end) {
        long[] from = keys;
        long[] to = spare;
        int[] next = bucketStart;
        int shift = Integer.SIZE + digit * DIGIT_BITS;
        int first = digit * BUCKETS;
        for (int k = start; k < end; k++) {
            long key = from[k];
            to[next[first + ((int) (key >>> shift) & 0xff)]++] = key;
        }
        if (end - start == size) {
            keys = to;
            spare = from;
        } else {
            System.arraycopy(to, start, from, start, end - start);
        }
    }
}
