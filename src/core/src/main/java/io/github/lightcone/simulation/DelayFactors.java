package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.neuron.Exponential;
import java.util.Arrays;

/**
 * The synapses in the form that a backward pass streams: beside the weight and the delay of each, the
 * exponentials {@code e^{d/tauMem}} and {@code e^{d/tauSyn}} of its delay.
 *
 * <p>They exist where all neurons share their time constants, these differ by more than one part in a
 * thousand (the difference is divided by), and no delay is too long for an exponential.
 *
 * <p>A row that goes to nearly all neurons of a range, each once, is <em>dense</em>: it has a place for
 * every neuron of the range, in their order, so that it can be read beside arrays of neurons. Places
 * without a synapse have the synapse number {@link #NONE} and the weight 0. Other rows have the order of
 * the {@link SynapseTable}. Each row has arrays of its own, so that loops over it start at 0: only then do
 * they become vector instructions.
 */
public final class DelayFactors {

    /** In place of a synapse number where there is no synapse. */
    public static final int NONE = -1;

    private static final double SMALLEST_DIFFERENCE = 1e-3;
    private static final double LARGEST_EXPONENT = 300;
    private static final int SHORTEST_DENSE_ROW = 16;
    /** A dense row has at most one place in so many without a synapse. */
    private static final int PLACES_PER_HOLE = 5;

    private final SynapseTable synapses;
    private final boolean[] dense;
    private final boolean[] filled;
    private final int longestRow;
    private final int[] firstSynapse;
    private final int[][] synapse;
    private final int[][] target;
    private final double[][] weight;
    private final double[][] delay;
    private final double[][] membrane;
    private final double[][] synaptic;
    private final double[] shortestDelay;
    private final double[] longestDelay;
    private boolean available;

    DelayFactors(SynapseTable synapses) {
        this.synapses = synapses;
        int rows = synapses.sourceCount();
        dense = new boolean[rows];
        filled = new boolean[rows];
        shortestDelay = new double[rows];
        longestDelay = new double[rows];
        firstSynapse = new int[rows];
        synapse = new int[rows][];
        target = new int[rows][];
        weight = new double[rows][];
        delay = new double[rows][];
        membrane = new double[rows][];
        synaptic = new double[rows][];
        int longest = 0;
        for (int n = 0; n < rows; n++) {
            int places = findPlaces(n);
            longest = Math.max(longest, places);
            filled[n] = places > 0 && places == synapses.rowEnd(n) - synapses.rowStart(n);
            synapse[n] = new int[places];
            target[n] = new int[places];
            weight[n] = new double[places];
            delay[n] = new double[places];
            membrane[n] = new double[places];
            synaptic[n] = new double[places];
        }
        longestRow = longest;
    }

    /** Finds out whether a row is dense; returns how many places it takes. */
    private int findPlaces(int n) {
        int start = synapses.rowStart(n);
        int end = synapses.rowStart(n + 1);
        int[] sorted = Arrays.copyOfRange(synapses.target(), start, end);
        if (sorted.length < SHORTEST_DENSE_ROW) {
            return sorted.length;
        }
        Arrays.sort(sorted);
        int range = sorted[sorted.length - 1] - sorted[0] + 1;
        if (range - sorted.length > range / PLACES_PER_HOLE) {
            return sorted.length;
        }
        for (int k = 1; k < sorted.length; k++) {
            if (sorted[k] == sorted[k - 1]) {
                return sorted.length;
            }
        }
        dense[n] = true;
        return range;
    }

    void compute(CompiledNetwork compiled) {
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        for (int n = 0; n < dense.length; n++) {
            int start = synapses.rowStart(n);
            int end = synapses.rowStart(n + 1);
            shortestDelay[n] = start < end ? synapses.delay()[start] : 0;
            longestDelay[n] = start < end ? synapses.delay()[end - 1] : 0;
        }
        available = Math.abs(c - a) > SMALLEST_DIFFERENCE * a && longestDelay() * Math.max(a, c) < LARGEST_EXPONENT;
        if (!available) {
            return;
        }
        for (int n = 0; n < dense.length; n++) {
            computeRow(n, a, c);
        }
    }

    private void computeRow(int n, double a, double c) {
        int start = synapses.rowStart(n);
        int end = synapses.rowStart(n + 1);
        int origin = dense[n] ? firstTarget(start, end) : 0;
        if (dense[n]) {
            Arrays.fill(synapse[n], NONE);
            for (int place = 0; place < target[n].length; place++) {
                target[n][place] = origin + place;
            }
        }
        double last = Double.NaN;
        double ofMembrane = 0;
        double ofSynapse = 0;
        for (int slot = start; slot < end; slot++) {
            double d = synapses.delay()[slot];
            if (d != last) {
                last = d;
                ofMembrane = Exponential.exp(a * d);
                ofSynapse = Exponential.exp(c * d);
            }
            int m = synapses.target()[slot];
            int place = dense[n] ? m - origin : slot - start;
            synapse[n][place] = synapses.synapse()[slot];
            target[n][place] = m;
            weight[n][place] = synapses.weight()[slot];
            delay[n][place] = d;
            membrane[n][place] = ofMembrane;
            synaptic[n][place] = ofSynapse;
        }
        firstSynapse[n] = firstOfSuccessive(synapse[n]);
    }

    private static int firstOfSuccessive(int[] numbers) {
        for (int k = 1; k < numbers.length; k++) {
            if (numbers[k] != numbers[k - 1] + 1) {
                return NONE;
            }
        }
        return numbers.length == 0 ? NONE : numbers[0];
    }

    private int firstTarget(int start, int end) {
        int first = Integer.MAX_VALUE;
        for (int slot = start; slot < end; slot++) {
            first = Math.min(first, synapses.target()[slot]);
        }
        return first;
    }

    /** Returns whether there are factors for the numbers in force. */
    public boolean available() {
        return available;
    }

    /** Returns the number of places of the longest row. */
    public int longestRow() {
        return longestRow;
    }

    /** Returns the number of rows. */
    public int rowCount() {
        return dense.length;
    }

    /** Returns the number of places of a row. */
    public int places(int source) {
        return synapse[source].length;
    }

    /** Returns whether the targets of a row are successive neurons. */
    public boolean isDense(int source) {
        return dense[source];
    }

    /** Returns whether the synapses of a row, of which there is one in every place, share one delay. */
    public boolean isCommon(int source) {
        return shortestDelay[source] == longestDelay[source] && filled[source];
    }

    /** Returns the longest delay, ms. */
    public double longestDelay() {
        double longest = 0;
        for (double d : longestDelay) {
            longest = Math.max(longest, d);
        }
        return longest;
    }

    /** Returns the shortest delay of a row, ms. */
    public double shortestDelay(int source) {
        return shortestDelay[source];
    }

    /** Returns the longest delay of a row, ms. */
    public double longestDelay(int source) {
        return longestDelay[source];
    }

    /** Returns the synapse number in the first place of a row if those in the others follow it, or else {@link #NONE}. */
    public int firstSynapse(int source) {
        return firstSynapse[source];
    }

    /** Returns the synapse number in each place of a row, or {@link #NONE}; not a copy. */
    public int[] synapse(int source) {
        return synapse[source];
    }

    /** Returns the target in each place of a row; not a copy. */
    public int[] target(int source) {
        return target[source];
    }

    /** Returns the weight in each place of a row; not a copy. */
    public double[] weight(int source) {
        return weight[source];
    }

    /** Returns the delay in each place of a row, ms; not a copy. */
    public double[] delay(int source) {
        return delay[source];
    }

    /** Returns e^{d/tauMem} in each place of a row; not a copy. */
    public double[] membrane(int source) {
        return membrane[source];
    }

    /** Returns e^{d/tauSyn} in each place of a row; not a copy. */
    public double[] synaptic(int source) {
        return synaptic[source];
    }
}
