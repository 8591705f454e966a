package io.github.lightcone.adjoint;

import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Tape;

/**
 * Finds the knot that an arrival reads in a step or two, however many there are. The run is cut into bins
 * of one width; a cell per bin and neuron holds the earliest known knot whose stretch overlaps the bin.
 * The knot of an arrival is that of its cell or, if this is too early, one of the next ones after it.
 *
 * <p>There are several bins per spike of an average neuron, so that hardly ever more than one knot of a
 * neuron falls into one. Memory and time are in proportion to the spikes of a run.
 */
final class KnotIndex {

    private static final double BINS_PER_SPIKE = 32;
    private static final long LARGEST = 1 << 30;

    private final CompiledNetwork compiled;
    private final int neurons;
    private int[] cell = new int[0];
    private int bins;
    private double binsPerMs;

    KnotIndex(CompiledNetwork compiled) {
        this.compiled = compiled;
        neurons = compiled.network().neuronCount();
    }

    /** Prepares for the knots of a run, of which none is known. */
    void reset(Tape tape) {
        long crossings = 0;
        int withState = 1;
        for (int n = 0; n < neurons; n++) {
            if (!compiled.isSource(n)) {
                crossings += tape.spikeCountOf(n);
                withState++;
            }
        }
        bins = (int) Math.min(1 + BINS_PER_SPIKE * crossings / withState, LARGEST / Math.max(1, neurons) - 1);
        binsPerMs = tape.end() > 0 ? bins / tape.end() : 0;
        // Rounding may put the last arrivals into a bin of their own.
        int size = (bins + 1) * neurons;
        if (cell.length < size) {
            cell = new int[Math.max(size, (int) Math.min(LARGEST, 2L * cell.length))];
        }
    }

    /** Makes a knot of a neuron known that ends the stretch from one time to another. */
    void put(int knot, int n, double since, double until) {
        int last = (int) (until * binsPerMs) * neurons + n;
        for (int at = (int) (since * binsPerMs) * neurons + n; at <= last; at += neurons) {
            cell[at] = knot;
        }
    }

    /** Returns a knot of a neuron that is not later than the one an arrival reads. */
    int find(int n, double arrival) {
        return cell[(int) (arrival * binsPerMs) * neurons + n];
    }

    /** Returns the cells, bin by bin and in each neuron by neuron; not a copy. */
    int[] cells() {
        return cell;
    }

    /** Returns the number of bins in a millisecond. */
    double binsPerMs() {
        return binsPerMs;
    }
}
