package io.github.lightcone.event;

import java.util.Arrays;

/**
 * The predicted threshold crossings, at most one per neuron, ordered by (time, neuron). A binary heap
 * that knows where each neuron stands, so that a prediction can be replaced.
 */
public final class CrossingQueue {

    private final double[] time;
    private final int[] heap;
    private final int[] place;
    private int size;

    /** Makes an empty queue for the given number of neurons. */
    public CrossingQueue(int neurons) {
        time = new double[neurons];
        heap = new int[neurons];
        place = new int[neurons];
        Arrays.fill(place, -1);
    }

    /** Removes everything. */
    public void clear() {
        for (int at = 0; at < size; at++) {
            place[heap[at]] = -1;
        }
        size = 0;
    }

    /** Returns the earliest predicted crossing, infinite if there is none. */
    public double time() {
        return size == 0 ? Double.POSITIVE_INFINITY : time[heap[0]];
    }

    /** Returns the neuron of the earliest predicted crossing. */
    public int neuron() {
        return heap[0];
    }

    /**
     * Replaces the prediction of a neuron.
     *
     * @param crossing its time, or infinity for none
     */
    public void predict(int neuron, double crossing) {
        int at = place[neuron];
        if (crossing == Double.POSITIVE_INFINITY) {
            if (at >= 0) {
                removeAt(at);
            }
            return;
        }
        time[neuron] = crossing;
        if (at < 0) {
            at = size++;
        }
        rise(neuron, at);
        sink(neuron, place[neuron]);
    }

    private void removeAt(int at) {
        place[heap[at]] = -1;
        int last = heap[--size];
        if (at < size) {
            rise(last, at);
            sink(last, place[last]);
        }
    }

    private void rise(int neuron, int from) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!before(neuron, heap[parent])) {
                break;
            }
            put(heap[parent], hole);
            hole = parent;
        }
        put(neuron, hole);
    }

    private void sink(int neuron, int from) {
        int hole = from;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], neuron)) {
                break;
            }
            put(heap[child], hole);
            hole = child;
        }
        put(neuron, hole);
    }

    private boolean before(int n, int m) {
        return time[n] != time[m] ? time[n] < time[m] : n < m;
    }

    private void put(int neuron, int at) {
        heap[at] = neuron;
        place[neuron] = at;
    }
}
