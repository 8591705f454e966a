package io.github.lightcone.event;

import java.util.Arrays;

/**
 * The priority queue of spikes in flight, as a calendar of slices of time. A spike waits once, in the
 * slice of its next arrival, with a cursor into the row of its source. Slices further away than the
 * calendar is long wait in its last page and are put off again when it comes up. Within a slice spikes
 * come out in the order of their emission, whatever the way on which they got there.
 */
public final class FlightCalendar {

    private static final int NONE = -1;
    private static final int PAGES = 1024;

    private final int[] first = new int[PAGES];
    private final int[] last = new int[PAGES];
    private double[] time = new double[256];
    private int[] source = new int[256];
    private int[] slot = new int[256];
    private int[] order = new int[256];
    private int[] next = new int[256];
    private int lastMerged;
    private int free;
    private int inFlight;

    /** Makes an empty calendar. */
    public FlightCalendar() {
        clear();
    }

    /** Removes everything. */
    public void clear() {
        Arrays.fill(first, NONE);
        free = NONE;
        inFlight = 0;
        for (int entry = next.length - 1; entry >= 0; entry--) {
            next[entry] = free;
            free = entry;
        }
    }

    /** Returns the number of spikes in flight. */
    public int size() {
        return inFlight;
    }

    /**
     * Adds a spike.
     *
     * @param now the present slice
     * @param arrivalSlice the slice of its next arrival, after the present one
     * @param spikeTime when it was emitted, ms
     * @param fromSource the neuron that emitted it
     * @param atSlot the slot of its next arrival
     * @param number its number in the order of emission
     */
    public void add(long now, long arrivalSlice, double spikeTime, int fromSource, int atSlot, int number) {
        if (free == NONE) {
            grow();
        }
        int entry = free;
        free = next[entry];
        time[entry] = spikeTime;
        source[entry] = fromSource;
        slot[entry] = atSlot;
        order[entry] = number;
        next[entry] = NONE;
        int at = (int) (Math.min(arrivalSlice, now + PAGES - 1) & (PAGES - 1));
        if (first[at] == NONE) {
            first[at] = entry;
        } else {
            next[last[at]] = entry;
        }
        last[at] = entry;
        inFlight++;
    }

    /** Puts the spikes that are due in a slice into the order of their emission; before they are taken. */
    public void open(long slice) {
        int at = (int) (slice & (PAGES - 1));
        first[at] = sorted(first[at]);
    }

    /** Removes and returns one spike that is due in a slice, or -1; its fields stay until the next add. */
    public int take(long slice) {
        int at = (int) (slice & (PAGES - 1));
        int entry = first[at];
        if (entry != NONE) {
            first[at] = next[entry];
            next[entry] = free;
            free = entry;
            inFlight--;
        }
        return entry;
    }

    /** Sorts a list that consists of few ascending runs, by merging neighbours until one is left. */
    private int sorted(int list) {
        int head = list;
        boolean sorted = head == NONE;
        while (!sorted) {
            int rest = head;
            int end = NONE;
            sorted = true;
            while (rest != NONE) {
                int left = rest;
                int right = cutRun(left);
                if (right == NONE && end == NONE) {
                    return left;
                }
                rest = right == NONE ? NONE : cutRun(right);
                int merged = merged(left, right);
                if (end == NONE) {
                    head = merged;
                    sorted = rest == NONE;
                } else {
                    next[end] = merged;
                }
                end = lastMerged;
            }
        }
        return head;
    }

    /** Ends a list after its first ascending run and returns what followed. */
    private int cutRun(int list) {
        int entry = list;
        while (next[entry] != NONE && order[next[entry]] > order[entry]) {
            entry = next[entry];
        }
        int rest = next[entry];
        next[entry] = NONE;
        return rest;
    }

    /** Merges two ascending lists and notes the end of the outcome. */
    private int merged(int left, int right) {
        int head = NONE;
        int tail = NONE;
        int l = left;
        int r = right;
        while (l != NONE || r != NONE) {
            boolean fromLeft = r == NONE || (l != NONE && order[l] < order[r]);
            int taken = fromLeft ? l : r;
            if (fromLeft) {
                l = next[l];
            } else {
                r = next[r];
            }
            if (tail == NONE) {
                head = taken;
            } else {
                next[tail] = taken;
            }
            tail = taken;
        }
        lastMerged = tail;
        return head;
    }

    /** Returns when a spike was emitted, ms. */
    public double time(int entry) {
        return time[entry];
    }

    /** Returns the neuron that emitted it. */
    public int source(int entry) {
        return source[entry];
    }

    /** Returns the slot of its next arrival. */
    public int slot(int entry) {
        return slot[entry];
    }

    /** Returns its number in the order of emission. */
    public int order(int entry) {
        return order[entry];
    }

    private void grow() {
        int old = next.length;
        int capacity = 2 * old;
        time = Arrays.copyOf(time, capacity);
        source = Arrays.copyOf(source, capacity);
        slot = Arrays.copyOf(slot, capacity);
        order = Arrays.copyOf(order, capacity);
        next = Arrays.copyOf(next, capacity);
        for (int entry = capacity - 1; entry >= old; entry--) {
            next[entry] = free;
            free = entry;
        }
    }
}
