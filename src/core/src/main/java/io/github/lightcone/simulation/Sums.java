package io.github.lightcone.simulation;

import java.util.Arrays;

/**
 * What the arrivals of a slice add to V and I at its end, by neuron. The flow is linear, so the order of
 * arrivals does not matter. All arrays are over all neurons: loops over several arrays at the same index
 * become vector instructions, loops at different ones do not.
 */
final class Sums {

    /** What excitatory arrivals add to V. */
    final double[] excitatory;

    /** What inhibitory arrivals add to V. */
    final double[] inhibitory;

    /** What all arrivals add to I. */
    final double[] current;

    /** The former two by the sign bit of a weight. */
    final double[][] voltage;

    Sums(int neurons) {
        excitatory = new double[neurons];
        inhibitory = new double[neurons];
        current = new double[neurons];
        voltage = new double[][] {excitatory, inhibitory};
    }

    /** Sets the sums of a range of neurons to 0. */
    void clear(int from, int to) {
        Arrays.fill(excitatory, from, to, 0);
        Arrays.fill(inhibitory, from, to, 0);
        Arrays.fill(current, from, to, 0);
    }

    /** Saves the sums of all neurons from one on. */
    void save(StateWriter out, int from) {
        out.put(excitatory, from, excitatory.length);
        out.put(inhibitory, from, inhibitory.length);
        out.put(current, from, current.length);
    }

    void load(StateReader in, int from) {
        in.get(excitatory, from, excitatory.length);
        in.get(inhibitory, from, inhibitory.length);
        in.get(current, from, current.length);
    }

    long bytes() {
        return 3L * Double.BYTES * current.length;
    }
}
