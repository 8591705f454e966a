package io.github.lightcone.event;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.sorting.IndirectSort;
import java.util.Arrays;

/** The spikes of spike sources, ordered by time and then by neuron. Immutable. */
public final class SpikeTrains {

    private static final SpikeTrains NONE = new SpikeTrains(new double[0], new int[0]);

    private final double[] time;
    private final int[] neuron;

    private SpikeTrains(double[] time, int[] neuron) {
        this.time = time;
        this.neuron = neuron;
    }

    /** Returns trains without a spike. */
    public static SpikeTrains none() {
        return NONE;
    }

    /** Starts a collection of spikes. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the spikes given by parallel arrays, which are copied.
     *
     * @param neuron number of a spike source in the network
     * @param time ms, finite and at least 0, in any order
     */
    public static SpikeTrains of(int[] neuron, double[] time) {
        if (neuron.length != time.length) {
            throw new IllegalArgumentException(neuron.length + " neurons for " + time.length + " times");
        }
        Builder builder = builder();
        for (int k = 0; k < time.length; k++) {
            builder.add(neuron[k], time[k]);
        }
        return builder.build();
    }

    /** Returns the spikes from one on, in the order of these trains. */
    public SpikeTrains from(int spike) {
        return spike == 0
                ? this
                : new SpikeTrains(
                        Arrays.copyOfRange(time, spike, time.length), Arrays.copyOfRange(neuron, spike, time.length));
    }

    /** Returns the spikes of these trains and of others, as if they had been given together; in linear time. */
    public SpikeTrains and(SpikeTrains that) {
        int size = time.length + that.time.length;
        double[] bothTimes = new double[size];
        int[] bothNeurons = new int[size];
        int here = 0;
        int there = 0;
        for (int k = 0; k < size; k++) {
            boolean fromHere = there == that.time.length || (here < time.length && !that.precedes(there, this, here));
            SpikeTrains from = fromHere ? this : that;
            int spike = fromHere ? here++ : there++;
            bothTimes[k] = from.time[spike];
            bothNeurons[k] = from.neuron[spike];
        }
        return new SpikeTrains(bothTimes, bothNeurons);
    }

    private boolean precedes(int spike, SpikeTrains that, int other) {
        int byTime = Double.compare(time[spike], that.time[other]);
        return byTime < 0 || (byTime == 0 && neuron[spike] < that.neuron[other]);
    }

    /** Returns the number of spikes. */
    public int size() {
        return time.length;
    }

    /** Returns the time of a spike, ms. */
    public double time(int spike) {
        return time[spike];
    }

    /** Returns the source of a spike. */
    public int neuron(int spike) {
        return neuron[spike];
    }

    /** Collects spikes in any order. */
    public static final class Builder {

        private final DoubleArrayList time = new DoubleArrayList();
        private final IntArrayList neuron = new IntArrayList();

        private Builder() {}

        /**
         * Adds a spike.
         *
         * @param sourceNeuron number of a spike source in the network
         * @param spikeTime ms, finite and at least 0
         */
        public Builder add(int sourceNeuron, double spikeTime) {
            if (!(spikeTime >= 0 && spikeTime < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("spike " + time.size() + " of neuron " + sourceNeuron + " at time "
                        + spikeTime + ", must be finite and at least 0");
            }
            time.add(spikeTime);
            neuron.add(sourceNeuron);
            return this;
        }

        /** Returns the spikes, sorted. */
        public SpikeTrains build() {
            int size = time.size();
            int[] order = IndirectSort.mergesort(0, size, (i, j) -> {
                int byTime = Double.compare(time.get(i), time.get(j));
                return byTime != 0 ? byTime : Integer.compare(neuron.get(i), neuron.get(j));
            });
            double[] sortedTime = new double[size];
            int[] sortedNeuron = new int[size];
            for (int k = 0; k < size; k++) {
                sortedTime[k] = time.get(order[k]);
                sortedNeuron[k] = neuron.get(order[k]);
            }
            return new SpikeTrains(sortedTime, sortedNeuron);
        }
    }
}
