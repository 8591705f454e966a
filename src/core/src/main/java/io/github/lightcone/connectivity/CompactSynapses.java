package io.github.lightcone.connectivity;

/**
 * Synapses in 12 bytes each: target, weight and total delay as three consecutive ints, the latter two as the
 * bits of floats. Immutable.
 *
 * <p>Weight and total delay are rounded to float, a relative error of at most 2<sup>-24</sup>, 6e-8; the
 * simulation is exact for the rounded numbers. Rows lie one after another in several arrays; none crosses
 * from one to the next, so that the number of synapses has no limit but memory. A loop over a row:
 *
 * <pre>{@code
 * int[] words = synapses.words(source);
 * for (int slot = synapses.rowStart(source); slot < synapses.rowEnd(source); slot++) {
 *     int target = CompactSynapses.target(words, slot);
 *     double weight = CompactSynapses.weight(words, slot);
 *     double delay = CompactSynapses.delay(words, slot);
 * }
 * }</pre>
 *
 * @see CompactBuilder
 */
public final class CompactSynapses implements Synapses {

    /** Ints per synapse. */
    public static final int WORDS = 3;

    private static final int SMALLEST_NORMAL = 0x0080_0000;
    private static final long REBIAS = (1023L - 127L) << 52;

    private final int[][] words;
    private final int[] rowStart;
    private final int[] rowEnd;
    private final long size;

    /**
     * Takes rows that are filled already.
     *
     * @param words array that holds the row of each source; not copied
     * @param rowStart first slot of each source's row; not copied
     * @param rowEnd one past the last slot of each source's row; not copied
     */
    CompactSynapses(int[][] words, int[] rowStart, int[] rowEnd) {
        this.words = words;
        this.rowStart = rowStart;
        this.rowEnd = rowEnd;
        long sum = 0;
        for (int n = 0; n < words.length; n++) {
            sum += rowEnd[n] - rowStart[n];
        }
        size = sum;
    }

    /** Returns the target in a slot. */
    public static int target(int[] words, int slot) {
        return words[WORDS * slot];
    }

    /** Returns the weight in a slot. */
    public static double weight(int[] words, int slot) {
        return decode(words[WORDS * slot + 1]);
    }

    /** Returns the total delay in a slot, ms. */
    public static double delay(int[] words, int slot) {
        return decode(words[WORDS * slot + 2]);
    }

    /**
     * Returns the double with the value of a finite float. Shifting the bits is twice as fast in hot loops as
     * converting the number, but holds only for normal floats: fraction bits move up by 29, and exponents are
     * counted from 1023 instead of 127.
     */
    private static double decode(int bits) {
        int magnitude = bits & 0x7fff_ffff;
        if (magnitude < SMALLEST_NORMAL) {
            return Float.intBitsToFloat(bits);
        }
        long sign = (long) (bits & 0x8000_0000) << 32;
        return Double.longBitsToDouble(sign | (((long) magnitude << 29) + REBIAS));
    }

    static void set(int[] words, int slot, int target, int weightBits, int delayBits) {
        int word = WORDS * slot;
        words[word] = target;
        words[word + 1] = weightBits;
        words[word + 2] = delayBits;
    }

    /** Returns the array that holds a source's row, from word {@code 3 * rowStart(source)} on; not a copy. */
    public int[] words(int source) {
        return words[source];
    }

    @Override
    public int sourceCount() {
        return words.length;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int rowStart(int source) {
        return rowStart[source];
    }

    @Override
    public int rowEnd(int source) {
        return rowEnd[source];
    }

    @Override
    public int target(int source, int slot) {
        return target(words[source], slot);
    }

    @Override
    public double weight(int source, int slot) {
        return weight(words[source], slot);
    }

    @Override
    public double delay(int source, int slot) {
        return delay(words[source], slot);
    }
}
