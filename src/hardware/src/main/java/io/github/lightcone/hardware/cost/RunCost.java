package io.github.lightcone.hardware.cost;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.hardware.quantise.FixedDelays;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/** Counts of what runs of a network cost, added up over runs. Not safe for use by several threads. */
public final class RunCost {

    /** Bits of a word of a synapse whose weight has unknown bits. */
    private static final int UNKNOWN_WEIGHT_BITS = 32;

    private final Network network;
    private final double step;
    private final int[] rowStart;
    private final double[] delay;
    private final int[] target;
    private final long[] operationsOf;
    private final long[] spikesOf;
    private final int stateful;
    private final int synapseBits;
    private final int stateBits;
    private long runs;
    private long updates;
    private long touched;
    private long pendingPeak;
    private double pendingTime;
    private double time;

    /**
     * Starts counting.
     *
     * @param step length of a step, ms; NaN for a chip without steps, whose neurons are not updated
     */
    public RunCost(Network network, ChipProfile profile, double step) {
        this.network = network;
        this.step = step;
        int synapses = network.synapseCount();
        rowStart = new int[network.neuronCount() + 1];
        for (int s = 0; s < synapses; s++) {
            rowStart[network.source(s) + 1]++;
        }
        for (int n = 0; n < network.neuronCount(); n++) {
            rowStart[n + 1] += rowStart[n];
        }
        double[] total = FixedDelays.totals(network);
        delay = new double[synapses];
        target = new int[synapses];
        int[] fill = rowStart.clone();
        for (int s = 0; s < synapses; s++) {
            int slot = fill[network.source(s)]++;
            delay[slot] = total[s];
            target[slot] = network.target(s);
        }
        operationsOf = new long[network.neuronCount()];
        spikesOf = new long[network.neuronCount()];
        stateful = network.populations().stream()
                .filter(population -> population.kind().hasState())
                .mapToInt(Population::size)
                .sum();
        synapseBits = bits(profile.most(Quantity.WEIGHT_BITS), UNKNOWN_WEIGHT_BITS)
                + bitsFor(profile.most(Quantity.DELAY_STEPS))
                + bitsFor(network.neuronCount() - 1.0);
        stateBits = 2 * bits(profile.most(Quantity.STATE_BITS), UNKNOWN_WEIGHT_BITS);
    }

    private static int bits(double known, int otherwise) {
        return Double.isNaN(known) ? otherwise : (int) known;
    }

    /** Returns the bits of numbers from 0 to a greatest one; 0 if that is unknown or 0. */
    private static int bitsFor(double greatest) {
        return greatest >= 1 ? 64 - Long.numberOfLeadingZeros((long) greatest) : 0;
    }

    /** Adds a run. O(synaptic operations log of them). */
    public void add(Tape tape) {
        double end = tape.end();
        runs++;
        time += end;
        long steps = Double.isNaN(step) ? 0 : (long) Math.floor(end / step + 1e-9);
        updates += steps * stateful;
        int arriving = 0;
        double[] from = new double[64];
        double[] to = new double[64];
        for (int k = 0; k < tape.spikeCount(); k++) {
            int n = tape.neuron(k);
            spikesOf[n]++;
            for (int slot = rowStart[n]; slot < rowStart[n + 1]; slot++) {
                double arrival = tape.time(k) + delay[slot];
                if (arrival < end) {
                    operationsOf[target[slot]]++;
                    touched++;
                    pendingTime += delay[slot];
                    if (arrival > tape.time(k)) {
                        if (arriving == to.length) {
                            from = Arrays.copyOf(from, 2 * from.length);
                            to = Arrays.copyOf(to, 2 * to.length);
                        }
                        from[arriving] = tape.time(k);
                        to[arriving++] = arrival;
                    }
                }
            }
        }
        pendingPeak = Math.max(pendingPeak, peak(from, to, arriving));
    }

    /** Returns the most intervals [from, to) that overlap. */
    private static long peak(double[] from, double[] to, int count) {
        Arrays.sort(from, 0, count);
        Arrays.sort(to, 0, count);
        long open = 0;
        long most = 0;
        int ended = 0;
        for (int k = 0; k < count; k++) {
            while (to[ended] <= from[k]) {
                ended++;
                open--;
            }
            open++;
            most = Math.max(most, open);
        }
        return most;
    }

    /** Returns the number of runs. */
    public long runs() {
        return runs;
    }

    /** Returns the number of arrivals at synapses before the ends of runs. */
    public long synapticOperations() {
        return touched;
    }

    /** Returns the arrivals at each neuron; not a copy. */
    public long[] operationsOf() {
        return operationsOf;
    }

    /** Returns the spikes of each neuron; not a copy. */
    public long[] spikesOf() {
        return spikesOf;
    }

    /** Returns the spikes of all neurons, sources included. */
    public long spikes() {
        return Arrays.stream(spikesOf).sum();
    }

    /** Returns the updates of neurons, one per neuron with state and step. */
    public long updates() {
        return updates;
    }

    /** Returns the most arrivals that were under way at a time. */
    public long pendingPeak() {
        return pendingPeak;
    }

    /** Returns the mean number of arrivals under way. */
    public double pendingMean() {
        return time == 0 ? 0 : pendingTime / time;
    }

    /**
     * Returns the bits that were moved between memory and processors: for each synaptic operation the word of the
     * synapse (weight, delay, target), for each update the state, read and written. Bits that are unknown count as
     * 32.
     */
    public long memoryBits() {
        return touched * synapseBits + updates * 2 * stateBits;
    }

    /** Returns the bits of the word of a synapse. */
    public int synapseBits() {
        return synapseBits;
    }

    /** Returns the network that was run. */
    public Network network() {
        return network;
    }
}
