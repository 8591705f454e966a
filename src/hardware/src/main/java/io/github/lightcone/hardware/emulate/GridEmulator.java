package io.github.lightcone.hardware.emulate;

import com.carrotsearch.hppc.IntArrayList;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.hardware.quantise.FixedDelays;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.Arrays;

/**
 * Runs a network step by step. A workspace for one thread.
 *
 * <p>A run takes O(steps * neurons + synaptic operations) and memory for the arrivals within the longest delay, as
 * far as it is within the run.
 */
public final class GridEmulator {

    /** A time this much of a step after the end of one still counts as that end. */
    private static final double SLACK = 1e-9;

    /** Most steps of a delay of which an emulator keeps the arrivals. */
    private static final int MOST_UNDER_WAY = 1 << 20;

    private final Network network;
    private final double step;
    private final GridNeurons neurons;
    private final int[] rowStart;
    private final int[] synapseOfRow;
    private final int[] delay;
    private final long[] hold;
    private final boolean[] stateful;
    private final boolean[] spiking;
    private final int longestDelay;
    private IntArrayList[] ring = {};

    /** A run, of so many steps. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Run(long steps, double until, long[] heldUntil, SpikeTrains.Builder spikes) {}

    private GridEmulator(Network network, double step, GridNeurons neurons) {
        this.network = network;
        this.step = step;
        this.neurons = neurons;
        int synapses = network.synapseCount();
        rowStart = new int[network.neuronCount() + 1];
        for (int s = 0; s < synapses; s++) {
            rowStart[network.source(s) + 1]++;
        }
        for (int n = 0; n < network.neuronCount(); n++) {
            rowStart[n + 1] += rowStart[n];
        }
        synapseOfRow = new int[synapses];
        int[] fill = rowStart.clone();
        for (int s = 0; s < synapses; s++) {
            synapseOfRow[fill[network.source(s)]++] = s;
        }
        delay = delays(FixedDelays.totals(network), step);
        longestDelay = Arrays.stream(delay).max().orElse(1);
        hold = new long[network.neuronCount()];
        stateful = new boolean[network.neuronCount()];
        spiking = new boolean[network.neuronCount()];
        double[] refractory = network.parameters().refractory();
        for (Population population : network.populations()) {
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                stateful[n] = population.kind().hasState();
                spiking[n] = population.kind() == NeuronKind.LIF;
                hold[n] = spiking[n] ? Math.round(refractory[n] / step) : 0;
            }
        }
    }

    private static int[] delays(double[] total, double step) {
        int[] steps = new int[total.length];
        for (int s = 0; s < total.length; s++) {
            // A number of steps beyond the range of int stays at its end, which no run reaches.
            steps[s] = (int) Math.max(1, Math.rint(total[s] / step));
        }
        return steps;
    }

    /**
     * Returns the shortest step with which arrivals within the longest delay, as far as they are within a run, find
     * room; 0 if there are no delays.
     *
     * @param until end of runs, ms
     * @return ms
     */
    public static double shortestStep(Network network, double until) {
        double longest = Arrays.stream(FixedDelays.totals(network)).max().orElse(0);
        return Math.min(longest, until) / MOST_UNDER_WAY;
    }

    /**
     * Makes an emulator in floating point.
     *
     * @param step ms, above 0
     */
    public static GridEmulator floating(Network network, double step) {
        ParameterCheck.positive("step", step);
        return new GridEmulator(network, step, new FloatingNeurons(network.parameters(), step));
    }

    /**
     * Makes an emulator in fixed point.
     *
     * @param step ms, above 0
     * @param form how numbers are held
     * @param unit one unit of weight for each neuron, as {@code QuantisedNetwork.unit}; NaN counts as 1
     */
    public static GridEmulator fixedPoint(Network network, double step, FixedPoint form, double[] unit) {
        ParameterCheck.positive("step", step);
        if (unit.length != network.neuronCount()) {
            throw new IllegalArgumentException(unit.length + " units for " + network.neuronCount() + " neurons");
        }
        return new GridEmulator(network, step, new FixedNeurons(network, step, form, unit));
    }

    /**
     * Returns how many neurons stand still, as their bits do not hold what a step changes: their current never decays,
     * or no current they can have moves their voltage. 0 in floating point.
     */
    public int standing() {
        return neurons.standing();
    }

    /** Returns the length of a step, ms. */
    public double step() {
        return step;
    }

    /**
     * Runs from time 0.
     *
     * @param input spikes of spike sources
     * @param until end of the run, ms; the last step ends at or before it
     * @throws IllegalArgumentException if a spike belongs to no source, or if {@code until} and a delay are so many steps
     *     that arrivals find no room, more than 2^20
     */
    public GridRun run(SpikeTrains input, double until) {
        ParameterCheck.nonNegative("end", until);
        for (int k = 0; k < input.size(); k++) {
            int n = input.neuron(k);
            if (n < 0 || n >= network.neuronCount() || stateful[n]) {
                throw new IllegalArgumentException(
                        "input spike " + k + " belongs to neuron " + n + ", which is no spike source of the network");
            }
        }
        neurons.start();
        long steps = (long) Math.floor(until / step + SLACK);
        clearRing(steps);
        Run run = new Run(steps, until, new long[network.neuronCount()], SpikeTrains.builder());
        long operations = 0;
        int next = 0;
        for (long now = 0; now <= steps; now++) {
            if (now > 0) {
                operations += stepNeurons(now, run);
            }
            while (next < input.size() && Math.ceil(input.time(next) / step - SLACK) <= now) {
                emit(input.neuron(next++), now, run);
            }
        }
        return new GridRun(run.spikes.build(), steps, operations, neurons.saturations());
    }

    /** Empties the arrivals, and makes room for those of a run. */
    private void clearRing(long steps) {
        long underWay = Math.min(longestDelay, steps);
        if (underWay > MOST_UNDER_WAY) {
            throw new IllegalArgumentException("step = " + step + " ms makes " + underWay
                    + " steps of the longest delay within a run, must be at most " + MOST_UNDER_WAY);
        }
        if (ring.length <= underWay) {
            ring = new IntArrayList[(int) underWay + 1];
            Arrays.setAll(ring, k -> new IntArrayList());
        }
        for (IntArrayList arrivals : ring) {
            arrivals.clear();
        }
    }

    /** Decay, add, compare, reset; returns the number of arrivals. */
    private int stepNeurons(long now, Run run) {
        for (int n = 0; n < stateful.length; n++) {
            if (stateful[n]) {
                neurons.decay(n);
            }
        }
        IntArrayList arrivals = ring[(int) (now % ring.length)];
        int count = arrivals.size();
        for (int k = 0; k < count; k++) {
            int synapse = arrivals.get(k);
            neurons.add(synapse, network.target(synapse));
        }
        arrivals.clear();
        for (int n = 0; n < stateful.length; n++) {
            if (!stateful[n]) {
                continue;
            }
            if (now <= run.heldUntil[n]) {
                neurons.reset(n);
                continue;
            }
            neurons.integrate(n);
            if (spiking[n] && neurons.fires(n)) {
                neurons.reset(n);
                run.heldUntil[n] = now + hold[n];
                emit(n, now, run);
            }
        }
        return count;
    }

    private void emit(int neuron, long now, Run run) {
        run.spikes.add(neuron, Math.min(now * step, run.until));
        for (int k = rowStart[neuron]; k < rowStart[neuron + 1]; k++) {
            int synapse = synapseOfRow[k];
            if (delay[synapse] <= run.steps - now) {
                ring[(int) ((now + delay[synapse]) % ring.length)].add(synapse);
            }
        }
    }
}
