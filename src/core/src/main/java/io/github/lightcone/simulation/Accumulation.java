package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.CompactSynapses;
import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.neuron.ResponseKernel;

/**
 * Adds up what the arrivals of a slice do to V and I at its end. The flow is linear, so the order does
 * not matter. The sums are three blocks, each over all neurons: what excitatory arrivals add to V, what
 * inhibitory ones add to it, and what both add to I.
 */
final class Accumulation {

    /** Sums per neuron. */
    static final int SUMS = 3;

    private Accumulation() {}

    /** Returns -1 for a negative weight, otherwise 0. */
    private static int signMask(double weight) {
        return (int) (Double.doubleToRawLongBits(weight) >> 63);
    }

    /**
     * Adds the arrivals of one spike in a slice.
     *
     * @param emitted when the spike was emitted, ms
     * @param source the neuron that emitted it
     * @param slot first slot of the segment; the first arrival at or after the end of the slice ends it
     * @param sums Modified.
     * @param first where the first block would begin for neuron 0
     * @param stride length of a block
     * @return the slot after the segment
     */
    static int add(
            Synapses rows, Slice slice, double emitted, int source, int slot, double[] sums, int first, int stride) {
        ResponseKernel kernel = slice.constants().kernel;
        int rowEnd = rows.rowEnd(source);
        if (kernel == null) {
            return addMixed(
                    emitted, source, slot, rowEnd, slice.end(), rows, slice.constants().kernels, sums, first, stride);
        }
        if (rows instanceof SynapseTable table) {
            return addDoubles(
                    emitted,
                    slot,
                    rowEnd,
                    slice.end(),
                    table.delay(),
                    table.target(),
                    table.weight(),
                    kernel,
                    sums,
                    first,
                    stride);
        }
        int[] words = ((CompactSynapses) rows).words(source);
        return addCompact(emitted, slot, rowEnd, slice.end(), words, kernel, sums, first, stride);
    }

    /** Adds arrivals where all neurons share their time constants and numbers are doubles. */
    private static int addDoubles(
            double emitted,
            int slot,
            int rowEnd,
            double end,
            double[] delay,
            int[] target,
            double[] weight,
            ResponseKernel kernel,
            double[] sums,
            int first,
            int stride) {
        int at = slot;
        for (; at < rowEnd; at++) {
            double arrival = emitted + delay[at];
            if (arrival >= end) {
                break;
            }
            double w = weight[at];
            int m = first + target[at];
            sums[m + (stride & signMask(w))] += w * kernel.voltage(end - arrival);
            sums[m + 2 * stride] += w * kernel.current(end - arrival);
        }
        return at;
    }

    /** Adds arrivals where all neurons share their time constants and synapses are compact. */
    private static int addCompact(
            double emitted,
            int slot,
            int rowEnd,
            double end,
            int[] words,
            ResponseKernel kernel,
            double[] sums,
            int first,
            int stride) {
        int at = slot;
        for (; at < rowEnd; at++) {
            double arrival = emitted + CompactSynapses.delay(words, at);
            if (arrival >= end) {
                break;
            }
            double w = CompactSynapses.weight(words, at);
            int m = first + CompactSynapses.target(words, at);
            sums[m + (stride & signMask(w))] += w * kernel.voltage(end - arrival);
            sums[m + 2 * stride] += w * kernel.current(end - arrival);
        }
        return at;
    }

    /** Adds arrivals where every neuron has rates of its own. */
    private static int addMixed(
            double emitted,
            int source,
            int slot,
            int rowEnd,
            double end,
            Synapses rows,
            ResponseKernel[] kernels,
            double[] sums,
            int first,
            int stride) {
        int at = slot;
        for (; at < rowEnd; at++) {
            double arrival = emitted + rows.delay(source, at);
            if (arrival >= end) {
                break;
            }
            int n = rows.target(source, at);
            int m = first + n;
            ResponseKernel kernel = kernels[n];
            double w = rows.weight(source, at);
            sums[m + (stride & signMask(w))] += w * kernel.voltage(end - arrival);
            sums[m + 2 * stride] += w * kernel.current(end - arrival);
        }
        return at;
    }

    /**
     * Adds the arrivals of one spike by the factors of the synapses, see {@link SynapseFactors}.
     *
     * @param end end of the slice; the first arrival at or after it ends the segment
     * @param ofMembrane f by slot
     * @param ofSynapse g by slot
     * @param membrane e^{-x/tauMem} for the time x from the spike to the end of the slice
     * @param synaptic e^{-x/tauSyn}
     * @return the slot after the segment
     */
    static int addFactored(
            double emitted,
            int slot,
            int rowEnd,
            double end,
            double[] delay,
            int[] target,
            double[] ofMembrane,
            double[] ofSynapse,
            double membrane,
            double synaptic,
            double kappa,
            double[] sums,
            int first,
            int stride) {
        int at = slot;
        for (; at < rowEnd; at++) {
            if (emitted + delay[at] >= end) {
                break;
            }
            double current = ofSynapse[at] * synaptic;
            double voltage = Math.fma(ofMembrane[at], membrane, -kappa * current);
            int m = first + target[at];
            sums[m + (stride & signMask(current))] += voltage;
            sums[m + 2 * stride] += current;
        }
        return at;
    }

    /**
     * Adds a row that arrives at once at neighbouring targets.
     *
     * @param voltage what a unit of weight adds to V
     * @param current what a unit of weight adds to I
     * @param first where the first block begins for the first target
     */
    static void addBlock(
            int slot,
            int rowEnd,
            double[] weight,
            double voltage,
            double current,
            double[] sums,
            int first,
            int stride) {
        int size = rowEnd - slot;
        addPositive(size, weight, slot, voltage, sums, first);
        addNegative(size, weight, slot, voltage, sums, first + stride);
        addAll(size, weight, slot, current, sums, first + 2 * stride);
    }

    private static void addPositive(int size, double[] weight, int from, double factor, double[] sums, int to) {
        for (int k = 0; k < size; k++) {
            sums[to + k] += factor * Math.max(weight[from + k], 0);
        }
    }

    private static void addNegative(int size, double[] weight, int from, double factor, double[] sums, int to) {
        for (int k = 0; k < size; k++) {
            sums[to + k] += factor * Math.min(weight[from + k], 0);
        }
    }

    private static void addAll(int size, double[] weight, int from, double factor, double[] sums, int to) {
        for (int k = 0; k < size; k++) {
            sums[to + k] += factor * weight[from + k];
        }
    }
}
