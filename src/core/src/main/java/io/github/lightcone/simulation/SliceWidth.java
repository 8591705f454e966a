package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.neuron.ResponseKernel;

/**
 * Chooses how wide slices are. Wide slices stream longer stretches of each row at a time and look at every
 * neuron less often; narrow ones need cheaper polynomials and keep fewer candidates. The smallest delay
 * plays no part. Widths have three significant binary digits, so that every multiple is exact.
 */
final class SliceWidth {

    /** Usual width, in shortest time constants: the widest with polynomials of low degree. */
    private static final double USUAL = 0.2;

    /** Arrivals that a stretch of a row should hold. */
    private static final double STRETCH = 16;

    /** Largest width, in shortest time constants. */
    private static final double LARGEST = 0.6;

    private SliceWidth() {}

    /** Returns the width for a network: the usual one, or more where delays are spread so widely. */
    static double choose(CompiledNetwork compiled) {
        double widest = widest(compiled);
        if (widest == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double usual = widest * USUAL / LARGEST;
        return roundDown(Math.min(widest, Math.max(usual, STRETCH * meanGap(compiled.synapses()))));
    }

    /** Returns the mean time between neighbouring arrivals of one spike, ms. */
    private static double meanGap(SynapseTable synapses) {
        double spread = 0;
        int gaps = 0;
        for (int n = 0; n < synapses.sourceCount(); n++) {
            int first = synapses.rowStart(n);
            int last = synapses.rowStart(n + 1) - 1;
            if (last > first) {
                spread += synapses.delay()[last] - synapses.delay()[first];
                gaps += last - first;
            }
        }
        return gaps == 0 ? 0 : spread / gaps;
    }

    /**
     * Returns the widest slice on which the voltage response to an arrival rises in every neuron: up to
     * its maximum at {@code ln(tauMem / tauSyn) / (1/tauSyn - 1/tauMem)}.
     */
    static double widest(CompiledNetwork compiled) {
        double widest = Double.POSITIVE_INFINITY;
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            if (!compiled.isSource(n)) {
                double a = compiled.membraneRate()[n];
                double c = compiled.synapticRate()[n];
                widest = Math.min(widest, Math.min(peak(a, c), LARGEST / Math.max(a, c)));
                widest = Math.min(widest, ResponseKernel.widest(a, c));
            }
        }
        return widest;
    }

    private static double peak(double a, double c) {
        double difference = c - a;
        if (Math.abs(difference) < 1e-6 * a) {
            return (1 - 1e-6) / a;
        }
        return Math.log(c / a) / difference;
    }

    /** Returns the largest width with three significant binary digits that is at most the given one. */
    static double roundDown(double width) {
        double unit = Math.scalb(1.0, Math.getExponent(width) - 2);
        return Math.floor(width / unit) * unit;
    }
}
