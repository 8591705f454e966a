package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.neuron.Exponential;

/**
 * What each synapse does to V and I as multiples of two exponentials of the time since its spike was
 * emitted. With a = 1/tauMem, c = 1/tauSyn and kappa = a / (c - a), a spike emitted at t has at T, after
 * its arrival, added
 *
 * <pre>
 *     to I   q = g e^{-c (T - t)}                 g = w e^{c d}
 *     to V   f e^{-a (T - t)} - kappa q           f = kappa w e^{a d}
 * </pre>
 *
 * <p>so that whole rows need two exponentials. Rows whose synapses share one delay over neighbouring
 * targets are marked: there even the factors are the same but for the weight.
 */
final class SynapseFactors {

    /** Largest kappa: more would cost more than two digits where tauMem and tauSyn are nearly equal. */
    private static final double LARGEST_KAPPA = 64;

    /** Beyond this a delay is too long for an exponential. */
    private static final double LARGEST_EXPONENT = 300;

    private static final int SHORTEST_BLOCK = 8;

    private final double[] membrane;
    private final double[] synaptic;
    private final double[][] block;
    private final boolean[] isBlock;
    private int longestBlock;
    private double kappa;

    SynapseFactors(int synapses, int sources) {
        membrane = new double[synapses];
        synaptic = new double[synapses];
        block = new double[sources][];
        isBlock = new boolean[sources];
    }

    /** Returns whether a network's numbers allow factors. */
    static boolean exist(CompiledNetwork compiled) {
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        return !Double.isNaN(a)
                && Math.abs(a / (c - a)) < LARGEST_KAPPA
                && compiled.longestDelay() * Math.max(a, c) < LARGEST_EXPONENT;
    }

    void compute(CompiledNetwork compiled) {
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        kappa = a / (c - a);
        SynapseTable synapses = compiled.synapses();
        double[] weight = synapses.weight();
        double[] delay = synapses.delay();
        double last = Double.NaN;
        double ofMembrane = 0;
        double ofSynapse = 0;
        for (int slot = 0; slot < weight.length; slot++) {
            if (delay[slot] != last) {
                last = delay[slot];
                ofMembrane = Exponential.exp(a * last);
                ofSynapse = Exponential.exp(c * last);
            }
            membrane[slot] = kappa * weight[slot] * ofMembrane;
            synaptic[slot] = weight[slot] * ofSynapse;
        }
        longestBlock = 0;
        for (int n = 0; n < block.length; n++) {
            int start = synapses.rowStart(n);
            int end = synapses.rowEnd(n);
            isBlock[n] = isBlock(synapses, start, end);
            if (isBlock[n]) {
                block[n] = block[n] == null ? new double[end - start] : block[n];
                System.arraycopy(weight, start, block[n], 0, end - start);
                longestBlock = Math.max(longestBlock, end - start);
            }
        }
    }

    private static boolean isBlock(SynapseTable synapses, int start, int end) {
        if (end - start < SHORTEST_BLOCK || synapses.delay()[start] != synapses.delay()[end - 1]) {
            return false;
        }
        for (int slot = start + 1; slot < end; slot++) {
            if (synapses.target()[slot] != synapses.target()[slot - 1] + 1) {
                return false;
            }
        }
        return true;
    }

    double kappa() {
        return kappa;
    }

    /** Returns f by slot; not a copy. */
    double[] membrane() {
        return membrane;
    }

    /** Returns g by slot; not a copy. */
    double[] synaptic() {
        return synaptic;
    }

    /** Returns whether the synapses of a source share one delay and have neighbouring targets in a row. */
    boolean isBlock(int source) {
        return isBlock[source];
    }

    /** Returns the weights of such a source, in the order of targets; not a copy. */
    double[] block(int source) {
        return block[source];
    }

    int longestBlock() {
        return longestBlock;
    }
}
