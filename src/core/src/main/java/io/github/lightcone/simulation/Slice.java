package io.github.lightcone.simulation;

import java.util.Arrays;

/** The slice of time being simulated, and the stretches of rows whose spikes arrive within it. */
final class Slice {

    private long number;
    private double start;
    private double end;
    private boolean last;

    private int segments;
    private double[] spikeTime = new double[256];
    private int[] source = new int[256];
    private int[] firstSlot = new int[256];
    private int[] endSlot = new int[256];

    void open(long newNumber, double newStart, double newEnd, boolean isLast) {
        number = newNumber;
        start = newStart;
        end = newEnd;
        last = isLast;
        segments = 0;
    }

    long number() {
        return number;
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    /** Returns whether the run ends with this slice, which then includes its end. */
    boolean isLast() {
        return last;
    }

    /** Adds an empty segment of the row of a spike and returns its number. */
    int addSegment(double emitted, int from, int slot) {
        if (segments == spikeTime.length) {
            grow();
        }
        int segment = segments++;
        spikeTime[segment] = emitted;
        source[segment] = from;
        firstSlot[segment] = slot;
        endSlot[segment] = slot;
        return segment;
    }

    void endSegment(int segment, int slot) {
        endSlot[segment] = slot;
    }

    int segmentCount() {
        return segments;
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
