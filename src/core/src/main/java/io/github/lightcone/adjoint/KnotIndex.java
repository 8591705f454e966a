package io.github.lightcone.adjoint;

import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/**
 * Finds the knot that an arrival reads in a step or two, however many there are. The run is cut into bins
 * of one width; a cell per bin and neuron holds the earliest known knot whose stretch overlaps the bin.
 * The knot of an arrival is that of its cell or, if this is too early, one of the next ones after it.
 *
 * <p>There are several bins per spike of an average neuron, so that seldom more than one knot of a neuron
 * falls into one. Memory and time are in proportion to the spikes of a run.
 *
 * <p>For dense rows the index also lists the knots in each bin: only their neurons can have arrivals in the
 * bin that read another knot than that of the cell.
 */
final class KnotIndex {

    /** Ends the list of knots in a bin. */
    static final int END_OF_LIST = -1;

    private static final int BINS_PER_SPIKE = 16;
    private static final long LARGEST = 1 << 30;

    private final CompiledNetwork compiled;
    /** The neurons with state lie in a range, and sources before it take no cells. */
    private final int origin;

    private final int width;
    private int[] cell = new int[0];
    private int bins;
    private double binsPerMs;
    private long crossings;
    private boolean keepFactors;
    private double[] ofMembrane = new double[0];
    private double[] ofSynapse = new double[0];
    private int[] firstIn = new int[0];
    private int[] nextIn = new int[256];
    private int[] neuronOf = new int[256];

    KnotIndex(CompiledNetwork compiled) {
        this.compiled = compiled;
        int neurons = compiled.network().neuronCount();
        int first = 0;
        while (first < neurons && compiled.isSource(first)) {
            first++;
        }
        origin = first;
        width = neurons - first;
    }

    /** Prepares for the knots of a run, of which none is known. */
    void reset(Tape tape) {
        keepFactors = false;
        crossings = 0;
        for (int n = origin; n < origin + width; n++) {
            crossings += compiled.isSource(n) ? 0 : tape.spikeCountOf(n);
        }
        int room = Math.max(1, width);
        bins = (int) Math.min(1 + BINS_PER_SPIKE * crossings / room, LARGEST / room - 1);
        binsPerMs = tape.end() > 0 ? Math.min(bins / tape.end(), Double.MAX_VALUE) : 0;
        // Rounding may put the last times into a bin of their own.
        int size = (bins + 1) * width;
        if (cell.length < size) {
            cell = new int[(int) Math.min(LARGEST, Math.max(size, 2L * cell.length))];
        }
        if (firstIn.length <= bins) {
            firstIn = new int[Math.max(bins + 1, 2 * firstIn.length)];
        }
        Arrays.fill(firstIn, 0, bins + 1, END_OF_LIST);
    }

    /** From the next knot on keeps the factors of the knot in each cell, too. */
    void keepFactors() {
        keepFactors = true;
        if (ofMembrane.length < cell.length) {
            ofMembrane = new double[cell.length];
            ofSynapse = new double[cell.length];
        }
    }

    /** Takes the factors of all knots anew, up to a time. */
    void refreshFactors(double[] factors, double until) {
        if (!keepFactors) {
            return;
        }
        int end = Math.min(bin(until), bins) * width + width;
        for (int at = 0; at < end; at++) {
            setFactors(at, factors, cell[at]);
        }
    }

    private void setFactors(int at, double[] factors, int knot) {
        ofMembrane[at] = factors[knot * AdjointStates.RECORD + AdjointStates.OF_MEMBRANE];
        ofSynapse[at] = factors[knot * AdjointStates.RECORD + AdjointStates.OF_SYNAPSE];
    }

    /** Makes a knot of a neuron known that ends the stretch from one time to another. */
    void put(int knot, double[] factors, int n, double since, double until) {
        int last = cellOf(n, until);
        for (int at = cellOf(n, since); at <= last; at += width) {
            cell[at] = knot;
            if (keepFactors) {
                setFactors(at, factors, knot);
            }
        }
        if (knot >= nextIn.length) {
            nextIn = Arrays.copyOf(nextIn, 2 * nextIn.length);
            neuronOf = Arrays.copyOf(neuronOf, nextIn.length);
        }
        int bin = bin(until);
        nextIn[knot] = firstIn[bin];
        neuronOf[knot] = n;
        firstIn[bin] = knot;
    }

    /** Returns the bin of a time. */
    int bin(double time) {
        return (int) (time * binsPerMs);
    }

    /** Returns the cell of a neuron at a time. */
    int cellOf(int n, double time) {
        return bin(time) * width + n - origin;
    }

    /** Returns a knot of a neuron that is not later than the one an arrival reads. */
    int find(int n, double arrival) {
        return cell[cellOf(n, arrival)];
    }

    /** Returns how many cells there are to each bin. */
    int width() {
        return width;
    }

    /** Returns the neuron of the first cell of each bin. */
    int origin() {
        return origin;
    }

    /** Returns the knot in each cell, bin by bin and in each neuron by neuron; not a copy. */
    int[] cells() {
        return cell;
    }

    /** Returns A of the knot in each cell, if factors are kept; not a copy. */
    double[] ofMembrane() {
        return ofMembrane;
    }

    /** Returns B of the knot in each cell, if factors are kept; not a copy. */
    double[] ofSynapse() {
        return ofSynapse;
    }

    /** Returns the number of bins in a millisecond. */
    double binsPerMs() {
        return binsPerMs;
    }

    /** Returns how many crossings there are on average in a stretch of time and its first bin. */
    double expectedCrossings(double stretch) {
        return crossings * (stretch * binsPerMs + 1) / bins;
    }

    /** Returns the last known knot in a bin, or {@link #END_OF_LIST}. */
    int firstIn(int bin) {
        return firstIn[bin];
    }

    /** Returns the next knot in the same bin, or {@link #END_OF_LIST}. */
    int nextIn(int knot) {
        return nextIn[knot];
    }

    /** Returns the neuron of a knot. */
    int neuronOf(int knot) {
        return neuronOf[knot];
    }
}
