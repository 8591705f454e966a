package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.simulation.CompiledNetwork;
import java.util.Arrays;

/**
 * A yardstick, not a simulator: the barest clock-driven loop over a network, in single precision. Delays are rounded to
 * the grid, at least one step, spikes happen on it, and everything else that costs time is left out. It stands for what
 * stepping could cost at best; its spikes are only statistically those of the network.
 */
final class GridLoop {

    /** Largest array of the loop: 4 GiB. */
    private static final int LARGEST = 1 << 30;

    private final double step;
    private final int first;
    private final int size;
    private final int[] rowStart;
    private final int[] offset;
    private final float[] weight;
    private final float[] ring;
    private final float[] v;
    private final float[] i;
    private final float[] start;
    private final float[] level;
    private final float[] reset;
    private final int holdSteps;
    private final int[] held;
    private final int[] heldUntil;
    private int firstHeld;
    private int heldCount;
    private final float decayV;
    private final float decayI;
    private final float response;
    private long synapticEvents;
    private long spikes;

    /**
     * Lays a network out for the loop. Spike sources come first; all others share their time constants and refractory
     * time.
     *
     * @param step width of the grid, ms
     */
    GridLoop(CompiledNetwork compiled, double step) {
        this.step = step;
        Parameters parameters = compiled.parameters();
        int neurons = compiled.network().neuronCount();
        int sources = 0;
        while (compiled.isSource(sources)) {
            sources++;
        }
        first = sources;
        size = neurons - first;
        int pages = steps(compiled.longestDelay()) + 1;
        if (compiled.synapseCount() > LARGEST || (long) pages * size > LARGEST) {
            throw new IllegalArgumentException("the network is too large for the clock-driven loop");
        }
        ring = new float[pages * size];
        rowStart = new int[neurons + 1];
        offset = new int[(int) compiled.synapseCount()];
        weight = new float[offset.length];
        for (int n = 0; n < neurons; n++) {
            rowStart[n + 1] = fillRow(compiled.rows(), n, rowStart[n]);
        }
        v = new float[size];
        i = new float[size];
        start = new float[size];
        level = new float[size];
        reset = new float[size];
        held = new int[size];
        heldUntil = new int[size];
        double refractory = 0;
        for (int n = 0; n < size; n++) {
            double bias = parameters.bias()[first + n];
            start[n] = (float) (parameters.vInitial()[first + n] - bias);
            boolean spiking = compiled.isSpiking(first + n);
            level[n] = spiking ? (float) (parameters.vThreshold()[first + n] - bias) : Float.POSITIVE_INFINITY;
            reset[n] = spiking ? (float) (parameters.vReset()[first + n] - bias) : 0;
            refractory = spiking ? parameters.refractory()[first + n] : refractory;
        }
        holdSteps = (int) Math.round(refractory / step);
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        decayV = (float) Math.exp(-a * step);
        decayI = (float) Math.exp(-c * step);
        response = (float) (a / (c - a) * (Math.exp(-a * step) - Math.exp(-c * step)));
    }

    private int steps(double delay) {
        return Math.max(1, (int) Math.round(delay / step));
    }

    /** Lays out a row in the order of the ring: by delay in steps, then target. */
    private int fillRow(Synapses rows, int source, int from) {
        int firstSlot = rows.rowStart(source);
        long[] row = new long[rows.rowEnd(source) - firstSlot];
        for (int k = 0; k < row.length; k++) {
            int slot = firstSlot + k;
            long at = (long) steps(rows.delay(source, slot)) * size + rows.target(source, slot) - first;
            int bits = Float.floatToRawIntBits((float) rows.weight(source, slot));
            row[k] = (at << 32) | (bits & 0xffffffffL);
        }
        Arrays.sort(row);
        for (int k = 0; k < row.length; k++) {
            offset[from + k] = (int) (row[k] >>> 32);
            weight[from + k] = Float.intBitsToFloat((int) row[k]);
        }
        return from + row.length;
    }

    /** Runs from time 0. */
    void run(SpikeTrains input, double end) {
        Arrays.fill(ring, 0);
        Arrays.fill(i, 0);
        System.arraycopy(start, 0, v, 0, size);
        firstHeld = 0;
        heldCount = 0;
        synapticEvents = 0;
        spikes = 0;
        int steps = (int) Math.round(end / step);
        int pages = ring.length / size;
        int nextInput = 0;
        for (int now = 1; now <= steps; now++) {
            int page = now % pages * size;
            flow(v, i, ring, page, decayV, decayI, response);
            hold(now);
            fire(now, page);
            for (; nextInput < input.size() && input.time(nextInput) <= now * step; nextInput++) {
                send(input.neuron(nextInput), page);
            }
        }
    }

    private static void flow(float[] v, float[] i, float[] ring, int page, float decayV, float decayI, float response) {
        for (int n = 0; n < v.length; n++) {
            v[n] = v[n] * decayV + i[n] * response;
        }
        for (int n = 0; n < i.length; n++) {
            i[n] = i[n] * decayI + ring[page + n];
        }
        Arrays.fill(ring, page, page + i.length, 0);
    }

    /** Keeps refractory neurons at their reset; they wait in a circle, the earliest first. */
    private void hold(int now) {
        while (heldCount > 0 && heldUntil[firstHeld] <= now) {
            firstHeld = next(firstHeld);
            heldCount--;
        }
        for (int k = 0, at = firstHeld; k < heldCount; k++, at = next(at)) {
            v[held[at]] = reset[held[at]];
        }
    }

    private int next(int at) {
        return at + 1 == size ? 0 : at + 1;
    }

    private void fire(int now, int page) {
        for (int n = reached(v, level, 0); n < size; n = reached(v, level, n + 1)) {
            v[n] = reset[n];
            if (holdSteps > 0) {
                int at = (firstHeld + heldCount++) % size;
                held[at] = n;
                heldUntil[at] = now + holdSteps;
            }
            send(first + n, page);
        }
    }

    private static int reached(float[] v, float[] level, int from) {
        int n = from;
        while (n < v.length && v[n] < level[n]) {
            n++;
        }
        return n;
    }

    private void send(int source, int page) {
        add(offset, weight, rowStart[source], rowStart[source + 1], ring, page);
        synapticEvents += rowStart[source + 1] - rowStart[source];
        spikes++;
    }

    private static void add(int[] offset, float[] weight, int from, int to, float[] ring, int page) {
        int length = ring.length;
        for (int slot = from; slot < to; slot++) {
            int at = page + offset[slot];
            ring[at < length ? at : at - length] += weight[slot];
        }
    }

    long synapticEvents() {
        return synapticEvents;
    }

    long spikes() {
        return spikes;
    }
}
