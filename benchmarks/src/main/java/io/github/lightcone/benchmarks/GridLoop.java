package io.github.lightcone.benchmarks;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import java.util.Arrays;

/**
 * A yardstick, not a simulator: the barest clock-driven loop over a network. Delays are rounded to the grid, at least
 * one step, spikes happen on it, and everything else that costs time is left out. It stands for what stepping could
 * cost at best; its spikes are only statistically those of the network.
 */
final class GridLoop {

    private final double step;
    private final int neurons;
    private final int[] rowStart;
    private final int[] target;
    private final float[] weight;
    private final byte[] delay;
    private final double[] ring;
    private final int ringMask;
    private final double[] v;
    private final double[] i;
    private final int[] holdUntil;
    private final double[] bias;
    private final double[] threshold;
    private final double[] reset;
    private final double[] start;
    private final int hold;
    private final double decayV;
    private final double decayI;
    private final double response;
    private long synapticEvents;
    private long spikes;

    /**
     * Lays a network out for the loop; all neurons with state must share their time constants and refractory time.
     *
     * @param step width of the grid, ms
     */
    GridLoop(Network network, double step) {
        this.step = step;
        neurons = network.neuronCount();
        int synapses = network.synapseCount();
        Parameters parameters = network.parameters();
        rowStart = new int[neurons + 1];
        for (int s = 0; s < synapses; s++) {
            rowStart[network.source(s) + 1]++;
        }
        for (int n = 0; n < neurons; n++) {
            rowStart[n + 1] += rowStart[n];
        }
        target = new int[synapses];
        weight = new float[synapses];
        delay = new byte[synapses];
        int[] fill = rowStart.clone();
        int longest = 1;
        CompiledNetwork compiled = CompiledNetwork.of(network);
        for (int s = 0; s < synapses; s++) {
            int slot = fill[network.source(s)]++;
            int steps = Math.max(1, (int) Math.round(compiled.totalDelay(s) / step));
            target[slot] = network.target(s);
            weight[slot] = (float) parameters.weight()[s];
            delay[slot] = (byte) Math.min(steps, 255);
            longest = Math.max(longest, Math.min(steps, 255));
        }
        int ringSize = Integer.highestOneBit(longest) * 2;
        ringMask = ringSize - 1;
        ring = new double[ringSize * neurons];
        v = new double[neurons];
        i = new double[neurons];
        holdUntil = new int[neurons];
        bias = zeroForNaN(parameters.bias());
        threshold = parameters.vThreshold();
        for (int n = 0; n < neurons; n++) {
            threshold[n] = Double.isNaN(threshold[n]) ? Double.POSITIVE_INFINITY : threshold[n];
        }
        reset = zeroForNaN(parameters.vReset());
        start = zeroForNaN(parameters.vInitial());
        Lif model = network.populations().stream()
                .filter(population -> population.model() instanceof Lif)
                .map(population -> (Lif) population.model())
                .findFirst()
                .orElseThrow();
        hold = (int) Math.round(model.refractory() / step);
        decayV = Math.exp(-step / model.tauMem());
        decayI = Math.exp(-step / model.tauSyn());
        response = model.tauSyn() / (model.tauMem() - model.tauSyn()) * (decayV - decayI);
    }

    private static double[] zeroForNaN(double[] values) {
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
    }

    /** Runs from time 0. */
    void run(SpikeTrains input, double end) {
        Arrays.fill(ring, 0);
        Arrays.fill(i, 0);
        Arrays.fill(holdUntil, 0);
        System.arraycopy(start, 0, v, 0, neurons);
        synapticEvents = 0;
        spikes = 0;
        int steps = (int) Math.round(end / step);
        int nextInput = 0;
        for (int now = 1; now <= steps; now++) {
            update(now);
            for (; nextInput < input.size() && input.time(nextInput) <= now * step; nextInput++) {
                send(input.neuron(nextInput), now);
            }
        }
    }

    private void update(int now) {
        int page = (now & ringMask) * neurons;
        for (int n = 0; n < neurons; n++) {
            double vNew = bias[n] + (v[n] - bias[n]) * decayV + i[n] * response;
            i[n] = i[n] * decayI + ring[page + n];
            ring[page + n] = 0;
            v[n] = now < holdUntil[n] ? reset[n] : vNew;
            if (v[n] >= threshold[n]) {
                v[n] = reset[n];
                holdUntil[n] = now + hold;
                send(n, now);
            }
        }
    }

    private void send(int source, int now) {
        int end = rowStart[source + 1];
        for (int slot = rowStart[source]; slot < end; slot++) {
            ring[((now + (delay[slot] & 0xff)) & ringMask) * neurons + target[slot]] += weight[slot];
        }
        synapticEvents += end - rowStart[source];
        spikes++;
    }

    long synapticEvents() {
        return synapticEvents;
    }

    long spikes() {
        return spikes;
    }
}
