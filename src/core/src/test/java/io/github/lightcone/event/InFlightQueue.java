package io.github.lightcone.event;

import java.util.Arrays;

/**
 * The priority queue of spikes in flight. A spike waits here once, at the arrival its cursor stands at:
 * the cursor moves along the row of its source, which is sorted by delay. Ordered by (arrival time,
 * target, source, synapse number). A binary heap over parallel arrays; grows, never shrinks.
 */
public final class InFlightQueue {

    private double[] time = new double[64];
    private int[] target = new int[64];
    private int[] source = new int[64];
    private int[] synapse = new int[64];
    private int[] spike = new int[64];
    private int[] slot = new int[64];
    private int size;

    /** Removes everything. */
    public void clear() {
        size = 0;
    }

    /** Returns whether nothing is in flight. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns the earliest arrival time, infinite if nothing is in flight. */
    public double time() {
        return size == 0 ? Double.POSITIVE_INFINITY : time[0];
    }

    /** Returns the number, in its tape, of the spike that arrives first. */
    public int spike() {
        return spike[0];
    }

    /** Returns the slot of the synapse it arrives through. */
    public int slot() {
        return slot[0];
    }

    /** Adds a spike at its first arrival. */
    public void add(double arrival, int toTarget, int fromSource, int viaSynapse, int spikeNumber, int atSlot) {
        if (size == time.length) {
            grow();
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!before(arrival, toTarget, fromSource, viaSynapse, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        set(hole, arrival, toTarget, fromSource, viaSynapse, spikeNumber, atSlot);
    }

    /** Moves the first spike on to its next arrival, at the following slot. */
    public void advance(double arrival, int toTarget, int viaSynapse) {
        sink(arrival, toTarget, source[0], viaSynapse, spike[0], slot[0] + 1);
    }

    /** Removes the first spike. */
    public void remove() {
        int last = --size;
        if (last > 0) {
            sink(time[last], target[last], source[last], synapse[last], spike[last], slot[last]);
        }
    }

    /** Puts an entry in place of the first and lets it sink to where it belongs. */
    private void sink(double arrival, int toTarget, int fromSource, int viaSynapse, int spikeNumber, int atSlot) {
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                break;
            }
            int sibling = child + 1;
            if (sibling < size && before(time[sibling], target[sibling], source[sibling], synapse[sibling], child)) {
                child = sibling;
            }
            if (!before(
                    time[child],
                    target[child],
                    source[child],
                    synapse[child],
                    arrival,
                    toTarget,
                    fromSource,
                    viaSynapse)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        set(hole, arrival, toTarget, fromSource, viaSynapse, spikeNumber, atSlot);
    }

    private boolean before(double t, int m, int n, int s, int entry) {
        return before(t, m, n, s, time[entry], target[entry], source[entry], synapse[entry]);
    }

    private static boolean before(double t, int m, int n, int s, double t2, int m2, int n2, int s2) {
        if (t != t2) {
            return t < t2;
        }
        if (m != m2) {
            return m < m2;
        }
        return n != n2 ? n < n2 : s < s2;
    }

    private void move(int from, int to) {
        set(to, time[from], target[from], source[from], synapse[from], spike[from], slot[from]);
    }

    private void set(int entry, double t, int m, int n, int s, int spikeNumber, int atSlot) {
        time[entry] = t;
        target[entry] = m;
        source[entry] = n;
        synapse[entry] = s;
        spike[entry] = spikeNumber;
        slot[entry] = atSlot;
    }

    private void grow() {
        int capacity = 2 * time.length;
        time = Arrays.copyOf(time, capacity);
        target = Arrays.copyOf(target, capacity);
        source = Arrays.copyOf(source, capacity);
        synapse = Arrays.copyOf(synapse, capacity);
        spike = Arrays.copyOf(spike, capacity);
        slot = Arrays.copyOf(slot, capacity);
    }
}
