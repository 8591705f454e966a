package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseParts;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.network.Parameters;

/**
 * Tells networks apart by everything a run depends on: kinds and parameters of neurons, and each synapse
 * with its weight and total delay. Names do not matter, nor how the synapses are stored. Takes time proportional to the synapses.
 */
final class NetworkFingerprint {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private NetworkFingerprint() {}

    /** Returns the fingerprint of a network with the numbers in force. */
    static long of(CompiledNetwork compiled) {
        return mix(neurons(compiled) ^ mix(synapses(compiled.parts(compiled.partCount()))));
    }

    private static long neurons(CompiledNetwork compiled) {
        Parameters parameters = compiled.parameters();
        long hash = compiled.network().neuronCount();
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            hash = and(hash, (compiled.isSpiking(n) ? 1 : 0) + (compiled.isSource(n) ? 2 : 0));
            hash = and(hash, parameters.tauMem()[n]);
            hash = and(hash, parameters.tauSyn()[n]);
            hash = and(hash, parameters.bias()[n]);
            hash = and(hash, parameters.vThreshold()[n]);
            hash = and(hash, parameters.vReset()[n]);
            hash = and(hash, parameters.refractory()[n]);
            hash = and(hash, parameters.vInitial()[n]);
        }
        return hash;
    }

    /** A sum, so that it does not depend on how the rows are stored. */
    private static long synapses(SynapseParts parts) {
        long sum = parts.size();
        for (int k = 0; k < parts.count(); k++) {
            Synapses rows = parts.part(k);
            for (int source = 0; source < rows.sourceCount(); source++) {
                long row = mix(source);
                for (int slot = rows.rowStart(source); slot < rows.rowEnd(source); slot++) {
                    long hash = and(row, rows.target(source, slot));
                    hash = and(hash, rows.weight(source, slot));
                    sum += and(hash, rows.delay(source, slot));
                }
            }
        }
        return sum;
    }

    /** Takes one more number into a hash. */
    static long and(long hash, long number) {
        return mix((hash ^ number) + GOLDEN);
    }

    /** Takes one more number into a hash. */
    static long and(long hash, double number) {
        return and(hash, Double.doubleToLongBits(number));
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
