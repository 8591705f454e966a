package io.github.lightcone.simulation;

import java.util.Arrays;

/** The stretches of rows whose spikes arrive within a slice, one per spike and slice. */
final class Segments {

    private int count;
    private double[] spikeTime = new double[64];
    private int[] source = new int[64];
    private int[] firstSlot = new int[64];
    private int[] endSlot = new int[64];

    void clear() {
        count = 0;
    }

    /** Adds the segment of the row of a spike. */
    void add(double emitted, int from, int first, int end) {
        if (count == spikeTime.length) {
            grow();
        }
        spikeTime[count] = emitted;
        source[count] = from;
        firstSlot[count] = first;
        endSlot[count] = end;
        count++;
    }

    /** Moves the end of the segment added last. */
    void extend(int end) {
        endSlot[count - 1] = end;
    }

    /** Moves the end of a segment. */
    void end(int segment, int end) {
        endSlot[segment] = end;
    }

    void save(StateWriter out) {
        out.put(count);
        out.put(spikeTime, 0, count);
        out.put(source, 0, count);
        out.put(firstSlot, 0, count);
        out.put(endSlot, 0, count);
    }

    void load(StateReader in) {
        count = in.getInt();
        while (count > spikeTime.length) {
            grow();
        }
        in.get(spikeTime, 0, count);
        in.get(source, 0, count);
        in.get(firstSlot, 0, count);
        in.get(endSlot, 0, count);
    }

    int count() {
        return count;
    }

    double spikeTime(int segment) {
        return spikeTime[segment];
    }

    int source(int segment) {
        return source[segment];
    }

    int firstSlot(int segment) {
        return firstSlot[segment];
    }

    int endSlot(int segment) {
        return endSlot[segment];
    }

    private void grow() {
        int capacity = 2 * spikeTime.length;
        spikeTime = Arrays.copyOf(spikeTime, capacity);
        source = Arrays.copyOf(source, capacity);
        firstSlot = Arrays.copyOf(firstSlot, capacity);
        endSlot = Arrays.copyOf(endSlot, capacity);
    }
}
