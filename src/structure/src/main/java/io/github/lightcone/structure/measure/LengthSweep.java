package io.github.lightcone.structure.measure;

import java.util.Arrays;

/**
 * Dijkstra's algorithm (Numer. Math. 1:269, 1959) with an indexed binary heap. O((nodes + arcs) log nodes) per source.
 */
final class LengthSweep {

    private static final int UNSEEN = -1;
    private static final int DONE = -2;

    private double[] distance = new double[0];

    /** Place of each node in the heap, or {@link #UNSEEN} or {@link #DONE}. */
    private int[] place = new int[0];

    private int[] heap = new int[0];
    private int size;

    /**
     * Adds the paths from a source.
     *
     * @param source a node
     * @param number place of the source in {@code sums}
     * @param sums Modified.
     */
    void run(Rows rows, int source, int number, PathSums sums) {
        clear(rows.nodes);
        int[] start = rows.start;
        int[] target = rows.target;
        double[] length = rows.length;
        distance[source] = 0;
        push(source);
        while (size > 0) {
            int node = pop();
            double here = distance[node];
            if (node != source) {
                sums.add(number, 1, here);
            }
            for (int slot = start[node]; slot < start[node + 1]; slot++) {
                int to = target[slot];
                double there = here + length[slot];
                if (there < distance[to]) {
                    distance[to] = there;
                    if (place[to] == UNSEEN) {
                        push(to);
                    } else {
                        up(place[to]);
                    }
                }
            }
        }
    }

    /** Returns the length of the shortest path to a node from the source of the last run, infinite without one. */
    double distance(int node) {
        return distance[node];
    }

    private void clear(int nodes) {
        if (distance.length < nodes) {
            distance = new double[nodes];
            place = new int[nodes];
            heap = new int[nodes];
        }
        Arrays.fill(distance, 0, nodes, Double.POSITIVE_INFINITY);
        Arrays.fill(place, 0, nodes, UNSEEN);
        size = 0;
    }

    private void push(int node) {
        heap[size] = node;
        place[node] = size;
        up(size++);
    }

    private int pop() {
        int top = heap[0];
        place[top] = DONE;
        int last = heap[--size];
        if (size > 0) {
            heap[0] = last;
            place[last] = 0;
            down();
        }
        return top;
    }

    private void up(int from) {
        int at = from;
        int node = heap[at];
        double key = distance[node];
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            int above = heap[parent];
            if (distance[above] <= key) {
                break;
            }
            heap[at] = above;
            place[above] = at;
            at = parent;
        }
        heap[at] = node;
        place[node] = at;
    }

    private void down() {
        int at = 0;
        int node = heap[0];
        double key = distance[node];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && distance[heap[child + 1]] < distance[heap[child]]) {
                child++;
            }
            int below = heap[child];
            if (distance[below] >= key) {
                break;
            }
            heap[at] = below;
            place[below] = at;
            at = child;
        }
        heap[at] = node;
        place[node] = at;
    }
}
