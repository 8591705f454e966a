package io.github.lightcone.connectivity;

import io.github.lightcone.space.ConductionDelay;
import java.util.Arrays;
import org.agrona.collections.ArrayUtil;

/** Takes in a row, rounds and sorts it, and writes it part by part. Its arrays grow to the longest row. */
final class RowFiller extends CheckedRow {

    private final Space space;
    private final int[] innerEnds;
    private final int[] next;
    private int[] target = new int[16];
    private int[] weightBits = new int[16];
    private double[] delay = new double[16];
    private int[] delayBits = new int[16];
    private final RowSort sort = new RowSort();
    private int count;
    private int digest;

    /**
     * Where neurons are.
     *
     * @param position coordinates, neuron by neuron, mm
     * @param dimensions number of dimensions
     * @param speed conduction speed, mm/ms
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Space(double[] position, int dimensions, double speed) {}

    /**
     * Makes a buffer.
     *
     * @param receives which neurons may be targets
     * @param space where neurons are; null if conduction takes no time
     * @param parts targets of each part
     */
    RowFiller(boolean[] receives, Space space, NeuronRange[] parts) {
        super(receives);
        this.space = space;
        innerEnds = new int[parts.length - 1];
        Arrays.setAll(innerEnds, p -> parts[p].end());
        next = new int[parts.length];
    }

    @Override
    void clear() {
        count = 0;
        digest = 0;
    }

    @Override
    public void add(int to, double weight, double ownDelay) {
        check(to, weight, ownDelay);
        int k = count;
        if (k == target.length) {
            grow();
        }
        target[k] = to;
        weightBits[k] = Float.floatToRawIntBits((float) weight);
        delay[k] = ownDelay;
        digest = RowCounter.digest(digest, to, weight, ownDelay);
        count = k + 1;
    }

    private void grow() {
        int capacity = (int) Math.min((long) count + (count >> 1), ArrayUtil.MAX_CAPACITY);
        if (capacity == count) {
            throw error("more than " + count + " synapses");
        }
        target = Arrays.copyOf(target, capacity);
        weightBits = Arrays.copyOf(weightBits, capacity);
        delay = Arrays.copyOf(delay, capacity);
        delayBits = new int[capacity];
    }

    int count() {
        return count;
    }

    int digest() {
        return digest;
    }

    /**
     * Sorts the row and writes it, one part after the other.
     *
     * @param words array it is written to. Modified.
     * @param bounds {@code bounds[p][source]} is the first slot of part p of the row; from it the starts of
     *     the other parts follow, and the end. Modified.
     */
    void write(int[] words, int[][] bounds) {
        if (space != null) {
            addConduction();
        }
        sort.reserve(count);
        for (int k = 0; k < count; k++) {
            delayBits[k] = Float.floatToRawIntBits(rounded(k));
            sort.set(k, delayBits[k], k);
        }
        sort.sort(count, target);
        layOut(bounds);
        for (int k = 0; k < count; k++) {
            int number = sort.number(k);
            int to = target[number];
            CompactSynapses.set(words, next[partOf(to)]++, to, weightBits[number], delayBits[number]);
        }
    }

    private void addConduction() {
        double[] position = space.position;
        int dimensions = space.dimensions;
        double speed = space.speed;
        int source = source();
        for (int k = 0; k < count; k++) {
            delay[k] += ConductionDelay.distance(position, dimensions, source, target[k]) / speed;
        }
    }

    private float rounded(int k) {
        // Adding zero turns -0.0 into 0.0.
        float rounded = (float) delay[k] + 0f;
        if (!(rounded < Float.POSITIVE_INFINITY)) {
            throw error(
                    "total delay = " + delay[k] + " of the synapse to " + target[k] + ", must be finite as a float");
        }
        return rounded;
    }

    /** Finds where each part of the row begins. */
    private void layOut(int[][] bounds) {
        int source = source();
        Arrays.fill(next, 0);
        if (next.length > 1) {
            for (int k = 0; k < count; k++) {
                next[partOf(target[k])]++;
            }
        } else {
            next[0] = count;
        }
        int slot = bounds[0][source];
        for (int p = 0; p < next.length; p++) {
            int size = next[p];
            next[p] = slot;
            slot += size;
            bounds[p + 1][source] = slot;
        }
    }

    /** Counts the ranges that end at or before a neuron, without branches: they could not be predicted. */
    private int partOf(int neuron) {
        int part = 0;
        for (int end : innerEnds) {
            part += (end - 1 - neuron) >>> 31;
        }
        return part;
    }
}
