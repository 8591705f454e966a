package io.github.lightcone.hardware.emulate;

import com.carrotsearch.hppc.DoubleArrayList;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How spikes in steps, in floating point, come to those of the exact engine as steps become short.
 *
 * @param runs number of inputs
 * @param window how far apart two spikes may be and still be the same one, ms
 * @param points one for each step, in the order asked for
 */
public record Convergence(int runs, double window, List<Point> points) {

    /** Copies the list. */
    public Convergence {
        points = List.copyOf(points);
    }

    /**
     * Spikes of all runs with one step against those of the exact engine.
     *
     * @param step ms
     * @param exact spikes of the exact engine, of neurons that spike by themselves
     * @param missing of these that have no partner in steps
     * @param extra spikes in steps that have no partner
     * @param meanShift mean distance of partners, ms; NaN if there are none
     * @param medianShift median of these, ms
     */
    public record Point(double step, long exact, long missing, long extra, double meanShift, double medianShift) {}

    /**
     * Measures. Each run takes O(end / step * neurons + synaptic operations) per step, and a neuron the product of its
     * numbers of spikes.
     *
     * @param inputs spikes of sources, of each run
     * @param end of each run, ms
     * @param spikeLimit of the exact engine, in a run
     * @param window ms, above 0
     * @param steps ms, each above 0
     * @throws io.github.lightcone.simulation.SpikeLimitException if the network runs away
     */
    public static Convergence of(
            Network network, List<SpikeTrains> inputs, double end, int spikeLimit, double window, double... steps) {
        ParameterCheck.positive("window", window);
        Simulator simulator = new Simulator(CompiledNetwork.of(network)).spikeLimit(spikeLimit);
        List<double[][]> exact = new ArrayList<>();
        for (SpikeTrains input : inputs) {
            exact.add(byNeuron(network, simulator.run(input, end).trains(0, network.neuronCount())));
        }
        List<Point> points = new ArrayList<>();
        for (double step : steps) {
            points.add(point(network, inputs, end, window, step, exact));
        }
        return new Convergence(inputs.size(), window, points);
    }

    private static Point point(
            Network network, List<SpikeTrains> inputs, double end, double window, double step, List<double[][]> exact) {
        GridEmulator emulator = GridEmulator.floating(network, step);
        DoubleArrayList shifts = new DoubleArrayList();
        long exactSpikes = 0;
        long emulatedSpikes = 0;
        for (int run = 0; run < exact.size(); run++) {
            double[][] emulated =
                    byNeuron(network, emulator.run(inputs.get(run), end).spikes());
            for (int k = 0; k < emulated.length; k++) {
                double[] before = exact.get(run)[k];
                exactSpikes += before.length;
                emulatedSpikes += emulated[k].length;
                shifts.add(SpikeAlignment.shifts(before, emulated[k], window));
            }
        }
        double[] sorted = shifts.toArray();
        Arrays.sort(sorted);
        return new Point(
                step,
                exactSpikes,
                exactSpikes - sorted.length,
                emulatedSpikes - sorted.length,
                Arrays.stream(sorted).average().orElse(Double.NaN),
                sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2]);
    }

    /** Returns the times of the spikes of each neuron that spikes by itself. */
    private static double[][] byNeuron(Network network, SpikeTrains spikes) {
        DoubleArrayList[] times = new DoubleArrayList[network.neuronCount()];
        for (Population population : network.populations()) {
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                times[n] = population.kind() == NeuronKind.LIF ? new DoubleArrayList() : null;
            }
        }
        for (int k = 0; k < spikes.size(); k++) {
            if (times[spikes.neuron(k)] != null) {
                times[spikes.neuron(k)].add(spikes.time(k));
            }
        }
        return Arrays.stream(times)
                .filter(own -> own != null)
                .map(DoubleArrayList::toArray)
                .toArray(double[][]::new);
    }
}
