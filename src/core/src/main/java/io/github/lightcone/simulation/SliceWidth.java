package io.github.lightcone.simulation;

import io.github.lightcone.neuron.ResponseKernel;

/**
 * Chooses how wide slices are; the smallest delay plays no part. Widths have three significant binary
 * digits, so that every multiple is exact.
 *
 * <p>A ring takes the widest slices whose polynomials are of low degree. Where rows are streamed, the cost
 * per ms of a width h is about
 *
 * <pre>
 *     (SWEEP neurons + SEGMENT spread spikes) / h  +  EARLY events h / (2 spread)
 * </pre>
 *
 * <p>with the spread of the delays within a row: every slice sweeps over all neurons and starts a stretch of
 * each row in flight, and arrivals in the slice of their own spike are acted on one by one. The rate is
 * {@link #TYPICAL_RATE}; the optimum is broad.
 */
final class SliceWidth {

    /** Usual width, in shortest time constants: the widest with polynomials of low degree. */
    private static final double USUAL = 0.2;

    /** Largest width, in shortest time constants. */
    private static final double LARGEST = 0.6;

    /** Rate for which widths are chosen, spikes per ms and neuron. */
    private static final double TYPICAL_RATE = 0.005;

    /** Costs, in sweeps over a neuron. */
    private static final double SEGMENT = 10;

    private static final double EARLY = 4;

    private SliceWidth() {}

    /** Returns the width for a network. */
    static double choose(CompiledNetwork compiled) {
        double widest = widest(compiled);
        if (widest == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double usual = roundDown(widest * USUAL / LARGEST);
        if (RingDelivery.suits(compiled, usual)) {
            return usual;
        }
        double cheapest = cheapest(compiled);
        // Between the two, polynomials of high degree would not pay.
        return cheapest > usual && cheapest < 1.5 * usual ? usual : roundDown(Math.min(widest, cheapest));
    }

    private static double cheapest(CompiledNetwork compiled) {
        int neurons = compiled.network().neuronCount();
        double synapses = compiled.synapseCount();
        double spread = compiled.meanGap() * synapses / neurons;
        if (!(spread > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double perSlice = neurons + SEGMENT * spread * TYPICAL_RATE * neurons;
        double perMillisecond = EARLY * TYPICAL_RATE * synapses / (2 * spread);
        return Math.sqrt(perSlice / perMillisecond);
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
