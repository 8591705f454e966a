package io.github.lightcone.event;

import java.util.Arrays;

/** A calendar of slices in which each neuron may wait for one of them, such as that of its release. */
public final class NeuronCalendar {

    private static final int NONE = -1;
    private static final int NOT_WAITING = -2;
    private static final int PAGES = 1024;

    private final int[] page = new int[PAGES];
    private final int[] next;

    /** Takes a neuron that waits. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes a neuron and the slice it waits for. */
        void visit(int neuron, long slice);
    }

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

    /**
     * Shows all neurons that wait, with the slices in which they come up.
     *
     * @param now the slice that comes up next
     */
    public void forEach(long now, Visitor visitor) {
        for (long slice = now; slice < now + PAGES; slice++) {
            for (int neuron = page[(int) (slice & (PAGES - 1))]; neuron != NONE; neuron = next[neuron]) {
                visitor.visit(neuron, slice);
            }
        }
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
