package io.github.lightcone.event;

import java.util.Arrays;

/**
 * The priority queue of spikes in flight, as a calendar of slices of time. A spike waits once, in the
 * slice of its next arrival, with a cursor into the row of its source. Slices further away than the
 * calendar is long wait in its last page and are put off again when it comes up.
 */
public final class FlightCalendar {

    private static final int NONE = -1;
    private static final int PAGES = 1024;

    private final int[] page = new int[PAGES];
    private double[] time = new double[256];
    private int[] source = new int[256];
    private int[] slot = new int[256];
    private int[] next = new int[256];
    private int free;
    private int inFlight;

    /** Makes an empty calendar. */
    public FlightCalendar() {
        clear();
    }

    /** Removes everything. */
    public void clear() {
        Arrays.fill(page, NONE);
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
     */
    public void add(long now, long arrivalSlice, double spikeTime, int fromSource, int atSlot) {
        if (free == NONE) {
            grow();
        }
        int entry = free;
        free = next[entry];
        time[entry] = spikeTime;
        source[entry] = fromSource;
        slot[entry] = atSlot;
        int at = (int) (Math.min(arrivalSlice, now + PAGES - 1) & (PAGES - 1));
        next[entry] = page[at];
        page[at] = entry;
        inFlight++;
    }

    /** Removes and returns one spike that is due in a slice, or -1; its fields stay until the next add. */
    public int take(long slice) {
        int at = (int) (slice & (PAGES - 1));
        int entry = page[at];
        if (entry != NONE) {
            page[at] = next[entry];
            next[entry] = free;
            free = entry;
            inFlight--;
        }
        return entry;
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

    private void grow() {
        int old = next.length;
        int capacity = 2 * old;
        time = Arrays.copyOf(time, capacity);
        source = Arrays.copyOf(source, capacity);
        slot = Arrays.copyOf(slot, capacity);
        next = Arrays.copyOf(next, capacity);
        for (int entry = capacity - 1; entry >= old; entry--) {
            next[entry] = free;
            free = entry;
        }
    }
}
