package io.github.lightcone.simulation;

import io.github.lightcone.neuron.Exponential;
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
     * Adds the arrivals of one spike in a slice, in closed form or as polynomials.
     *
     * @param emitted when the spike was emitted, ms
     * @param slot first slot of the segment
     * @param rowEnd end of the row; the first arrival at or after the end of the slice ends the segment, too
     * @param sums Modified.
     * @param first where the first block would begin for neuron 0
     * @param stride length of a block
     * @return the slot after the segment
     */
    static int add(
            CompiledNetwork compiled,
            Slice slice,
            double emitted,
            int slot,
            int rowEnd,
            double[] sums,
            int first,
            int stride) {
        double[] delay = compiled.synapses().delay();
        int[] target = compiled.synapses().target();
        double[] weight = compiled.synapses().weight();
        double end = slice.end();
        ResponseKernel kernel = slice.constants().kernel;
        if (kernel == null) {
            double[] a = compiled.membraneRate();
            double[] c = compiled.synapticRate();
            return addMixed(emitted, slot, rowEnd, end, delay, target, weight, a, c, sums, first, stride);
        }
        if (kernel.degree() == ResponseKernel.LOW_DEGREE) {
            return addLow(emitted, slot, rowEnd, end, delay, target, weight, kernel, sums, first, stride);
        }
        return addHigh(emitted, slot, rowEnd, end, delay, target, weight, kernel, sums, first, stride);
    }

    /** Adds the arrivals of one spike, for a kernel of low degree. */
    private static int addLow(
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
        double[] k = kernel.voltage();
        double[] e = kernel.current();
        double k0 = k[0], k1 = k[1], k2 = k[2], k3 = k[3], k4 = k[4];
        double k5 = k[5], k6 = k[6], k7 = k[7], k8 = k[8], k9 = k[9];
        double e0 = e[0], e1 = e[1], e2 = e[2], e3 = e[3], e4 = e[4];
        double e5 = e[5], e6 = e[6], e7 = e[7], e8 = e[8], e9 = e[9];
        double middle = kernel.middle();
        int at = slot;
        for (; at < rowEnd; at++) {
            double arrival = emitted + delay[at];
            if (arrival >= end) {
                break;
            }
            double y = end - arrival - middle;
            double voltage = Math.fma(Math.fma(Math.fma(Math.fma(k9, y, k8), y, k7), y, k6), y, k5);
            voltage = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(voltage, y, k4), y, k3), y, k2), y, k1), y, k0);
            double current = Math.fma(Math.fma(Math.fma(Math.fma(e9, y, e8), y, e7), y, e6), y, e5);
            current = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(current, y, e4), y, e3), y, e2), y, e1), y, e0);
            double w = weight[at];
            int m = target[at];
            sums[first + m + (stride & signMask(w))] += w * voltage;
            sums[first + m + 2 * stride] += w * current;
        }
        return at;
    }

    /** Adds the arrivals of one spike, for a kernel of high degree; otherwise as {@link #addLow}. */
    private static int addHigh(
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
        double[] k = kernel.voltage();
        double[] e = kernel.current();
        double k0 = k[0], k1 = k[1], k2 = k[2], k3 = k[3], k4 = k[4], k5 = k[5], k6 = k[6];
        double k7 = k[7], k8 = k[8], k9 = k[9], k10 = k[10], k11 = k[11], k12 = k[12];
        double e0 = e[0], e1 = e[1], e2 = e[2], e3 = e[3], e4 = e[4], e5 = e[5], e6 = e[6];
        double e7 = e[7], e8 = e[8], e9 = e[9], e10 = e[10], e11 = e[11], e12 = e[12];
        double middle = kernel.middle();
        int at = slot;
        for (; at < rowEnd; at++) {
            double arrival = emitted + delay[at];
            if (arrival >= end) {
                break;
            }
            double y = end - arrival - middle;
            double voltage = Math.fma(Math.fma(Math.fma(Math.fma(k12, y, k11), y, k10), y, k9), y, k8);
            voltage = Math.fma(Math.fma(Math.fma(Math.fma(voltage, y, k7), y, k6), y, k5), y, k4);
            voltage = Math.fma(Math.fma(Math.fma(Math.fma(voltage, y, k3), y, k2), y, k1), y, k0);
            double current = Math.fma(Math.fma(Math.fma(Math.fma(e12, y, e11), y, e10), y, e9), y, e8);
            current = Math.fma(Math.fma(Math.fma(Math.fma(current, y, e7), y, e6), y, e5), y, e4);
            current = Math.fma(Math.fma(Math.fma(Math.fma(current, y, e3), y, e2), y, e1), y, e0);
            double w = weight[at];
            int m = target[at];
            sums[first + m + (stride & signMask(w))] += w * voltage;
            sums[first + m + 2 * stride] += w * current;
        }
        return at;
    }

    /** Adds the arrivals of one spike where every neuron has rates of its own. */
    private static int addMixed(
            double emitted,
            int slot,
            int rowEnd,
            double end,
            double[] delay,
            int[] target,
            double[] weight,
            double[] membraneRate,
            double[] synapticRate,
            double[] sums,
            int first,
            int stride) {
        int at = slot;
        for (; at < rowEnd; at++) {
            double arrival = emitted + delay[at];
            if (arrival >= end) {
                break;
            }
            double x = end - arrival;
            int m = target[at];
            double a = membraneRate[m];
            double c = synapticRate[m];
            double w = weight[at];
            sums[first + m + (stride & signMask(w))] += w * (a * Exponential.convolution(a, c, x));
            sums[first + m + 2 * stride] += w * Exponential.exp(-c * x);
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
