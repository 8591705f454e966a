package io.github.lightcone.event;

import java.util.Arrays;

/** A calendar of slices in which each neuron may wait for one of them, such as that of its release. */
public final class NeuronCalendar {

    private static final int NONE = -1;
    private static final int NOT_WAITING = -2;
    private static final int PAGES = 1024;

    private final int[] page = new int[PAGES];
    private final int[] next;

    /** Makes an empty calendar for the given number of neurons. */
    public NeuronCalendar(int neurons) {
        next = new int[neurons];
        clear();
    }

    /** Removes everything. */
    public void clear() {
        Arrays.fill(page, NONE);
        Arrays.fill(next, NOT_WAITING);
    }

    /** Lets a neuron wait for a slice after the present one; if it waits already, it goes on waiting as before. */
    public void add(long now, long slice, int neuron) {
        if (next[neuron] != NOT_WAITING) {
            return;
        }
        int at = (int) (Math.min(slice, now + PAGES - 1) & (PAGES - 1));
        next[neuron] = page[at];
        page[at] = neuron;
    }

    /** Removes and returns one neuron that waits for a slice, or -1. */
    public int take(long slice) {
        int at = (int) (slice & (PAGES - 1));
        int neuron = page[at];
        if (neuron != NONE) {
            page[at] = next[neuron];
            next[neuron] = NOT_WAITING;
        }
        return neuron;
    }
}
