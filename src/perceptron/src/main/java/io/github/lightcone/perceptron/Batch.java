package io.github.lightcone.perceptron;

import java.util.Arrays;

/**
 * Some examples of a set, seen from two sides: the inputs of every example, for the way forward, and the examples of
 * every input, for the way back.
 */
final class Batch {

    final SparseImages images;
    final int[] example;
    int size;
    final int[] inputStart;
    int[] slot = new int[0];
    float[] value = new float[0];
    private final int[] next;

    Batch(SparseImages images, int most) {
        this.images = images;
        example = new int[most];
        inputStart = new int[images.inputs() + 1];
        next = new int[images.inputs()];
    }

    /** Takes other examples: members {@code from} to {@code to - 1} of an order. */
    void take(int[] order, int from, int to) {
        size = to - from;
        System.arraycopy(order, from, example, 0, size);
    }

    /** Turns the examples into lists of those that each input is not 0 in. */
    void transpose() {
        Arrays.fill(inputStart, 0);
        for (int e = 0; e < size; e++) {
            for (int k = images.start[example[e]]; k < images.start[example[e] + 1]; k++) {
                inputStart[images.input[k] + 1]++;
            }
        }
        for (int i = 0; i < next.length; i++) {
            inputStart[i + 1] += inputStart[i];
            next[i] = inputStart[i];
        }
        int all = inputStart[next.length];
        if (slot.length < all) {
            slot = new int[all];
            value = new float[all];
        }
        for (int e = 0; e < size; e++) {
            for (int k = images.start[example[e]]; k < images.start[example[e] + 1]; k++) {
                int at = next[images.input[k]]++;
                slot[at] = e;
                value[at] = images.value[k];
            }
        }
    }

    /** Returns whether an input is not 0 in any example; known after {@link #transpose}. */
    boolean isActive(int input) {
        return inputStart[input + 1] > inputStart[input];
    }
}
