package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.CompactSynapses;
import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.neuron.ResponseKernel;

/** Adds up what the arrivals of a slice do to V and I at its end, in several ways. */
final class Accumulation {

    private Accumulation() {}

    /** Returns 1 for a negative weight, otherwise 0. */
    private static int sign(double weight) {
        return (int) (Double.doubleToRawLongBits(weight) >>> 63);
    }

    /**
     * Adds the arrivals of one spike in a slice.
     *
     * @param emitted when the spike was emitted, ms
     * @param source the neuron that emitted it
     * @param slot first slot of the segment; the first arrival at or after the end of the slice ends it
     * @param responses workspace. Modified.
     * @param sums Modified.
     * @return the slot after the segment
     */
    static int add(Synapses rows, Slice slice, double emitted, int source, int slot, Responses responses, Sums sums) {
        ResponseKernel kernel = slice.constants().kernel;
        int rowEnd = rows.rowEnd(source);
        if (kernel == null) {
            return addMixed(emitted, source, slot, rowEnd, slice.end(), rows, slice.constants().kernels, sums);
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
                    responses,
                    sums);
        }
        int[] words = ((CompactSynapses) rows).words(source);
        return addCompact(emitted, slot, rowEnd, slice.end(), words, kernel, responses, sums);
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
            Responses responses,
            Sums sums) {
        int at = slot;
        while (at < rowEnd && emitted + delay[at] < end) {
            int stretch = Math.min(rowEnd - at, Responses.LONGEST);
            int count = 1;
            while (count < stretch && emitted + delay[at + count] < end) {
                count++;
            }
            System.arraycopy(delay, at, responses.delay, 0, count);
            responses.compute(count, emitted, end, kernel);
            scatter(count, at, target, weight, responses.voltage, responses.current, sums);
            at += count;
        }
        return at;
    }

    private static void scatter(
            int count, int from, int[] target, double[] weight, double[] ofVoltage, double[] ofCurrent, Sums sums) {
        double[][] voltage = sums.voltage;
        double[] current = sums.current;
        for (int k = 0; k < count; k++) {
            double w = weight[from + k];
            int m = target[from + k];
            voltage[sign(w)][m] += w * ofVoltage[k];
            current[m] += w * ofCurrent[k];
        }
    }

    /** Adds arrivals where all neurons share their time constants and synapses are compact. */
    private static int addCompact(
            double emitted,
            int slot,
            int rowEnd,
            double end,
            int[] words,
            ResponseKernel kernel,
            Responses responses,
            Sums sums) {
        double[] delay = responses.delay;
        int at = slot;
        while (at < rowEnd && emitted + CompactSynapses.delay(words, at) < end) {
            int stretch = Math.min(rowEnd - at, Responses.LONGEST);
            int count = 0;
            for (; count < stretch; count++) {
                delay[count] = CompactSynapses.delay(words, at + count);
                if (emitted + delay[count] >= end) {
                    break;
                }
            }
            responses.compute(count, emitted, end, kernel);
            scatterCompact(count, at, words, responses.voltage, responses.current, sums);
            at += count;
        }
        return at;
    }

    private static void scatterCompact(
            int count, int from, int[] words, double[] ofVoltage, double[] ofCurrent, Sums sums) {
        double[][] voltage = sums.voltage;
        double[] current = sums.current;
        for (int k = 0; k < count; k++) {
            double w = CompactSynapses.weight(words, from + k);
            int m = CompactSynapses.target(words, from + k);
            voltage[sign(w)][m] += w * ofVoltage[k];
            current[m] += w * ofCurrent[k];
        }
    }

    /** Adds arrivals where neurons have rates of their own; arrivals at one time at neurons of equal rates share a response. */
    private static int addMixed(
            double emitted,
            int source,
            int slot,
            int rowEnd,
            double end,
            Synapses rows,
            ResponseKernel[] kernels,
            Sums sums) {
        double[][] voltage = sums.voltage;
        double[] current = sums.current;
        ResponseKernel kernel = null;
        double arrival = Double.NaN;
        double ofVoltage = 0;
        double ofCurrent = 0;
        int at = slot;
        for (; at < rowEnd; at++) {
            double next = emitted + rows.delay(source, at);
            if (next >= end) {
                break;
            }
            int m = rows.target(source, at);
            if (next != arrival || kernels[m] != kernel) {
                arrival = next;
                kernel = kernels[m];
                ofVoltage = kernel.voltage(end - arrival);
                ofCurrent = kernel.current(end - arrival);
            }
            double w = rows.weight(source, at);
            voltage[sign(w)][m] += w * ofVoltage;
            current[m] += w * ofCurrent;
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
            Sums sums) {
        double[][] voltage = sums.voltage;
        double[] current = sums.current;
        int at = slot;
        for (; at < rowEnd; at++) {
            if (emitted + delay[at] >= end) {
                break;
            }
            double ofCurrent = ofSynapse[at] * synaptic;
            double ofVoltage = Math.fma(ofMembrane[at], membrane, -kappa * ofCurrent);
            int m = target[at];
            voltage[sign(ofCurrent)][m] += ofVoltage;
            current[m] += ofCurrent;
        }
        return at;
    }

    /**
     * Adds a row that arrives at once at neighbouring targets. The loops run over copies that start at 0:
     * only then do they become vector instructions.
     *
     * @param weight of each target
     * @param first the first target
     * @param voltage what a unit of weight adds to V
     * @param current what a unit of weight adds to I
     * @param copy as long as the row. Modified.
     */
    static void addBlock(double[] weight, int first, double voltage, double current, Sums sums, double[] copy) {
        int size = weight.length;
        System.arraycopy(sums.excitatory, first, copy, 0, size);
        addPositive(size, weight, voltage, copy);
        System.arraycopy(copy, 0, sums.excitatory, first, size);
        System.arraycopy(sums.inhibitory, first, copy, 0, size);
        addNegative(size, weight, voltage, copy);
        System.arraycopy(copy, 0, sums.inhibitory, first, size);
        System.arraycopy(sums.current, first, copy, 0, size);
        addAll(size, weight, current, copy);
        System.arraycopy(copy, 0, sums.current, first, size);
    }

    private static void addPositive(int size, double[] weight, double factor, double[] sums) {
        for (int k = 0; k < size; k++) {
            sums[k] += factor * Math.max(weight[k], 0);
        }
    }

    private static void addNegative(int size, double[] weight, double factor, double[] sums) {
        for (int k = 0; k < size; k++) {
            sums[k] += factor * Math.min(weight[k], 0);
        }
    }

    private static void addAll(int size, double[] weight, double factor, double[] sums) {
        for (int k = 0; k < size; k++) {
            sums[k] += factor * weight[k];
        }
    }
}
