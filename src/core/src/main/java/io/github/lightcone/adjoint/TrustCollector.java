package io.github.lightcone.adjoint;

import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/** Collects a {@link TrustReport} during a backward pass. */
final class TrustCollector {

    private static final double TIE_TOLERANCE = 1e-6;
    private static final int WORST_FRACTION = 100;

    private final CompiledNetwork compiled;
    private boolean enabled;
    private Tape tape;
    private double slopeFloor;
    private double smallestSlope;
    private int flooredSlopes;
    private int nearTies;
    private double smallestTie;
    private double[] magnitude = new double[0];
    private int crossings;
    private double[][] spikeTimes = new double[0][];

    TrustCollector(CompiledNetwork compiled) {
        this.compiled = compiled;
    }

    void enable(boolean collect) {
        enabled = collect;
        tape = null;
    }

    boolean isEnabled() {
        return enabled;
    }

    void start(Tape newTape, double newSlopeFloor) {
        if (!enabled) {
            return;
        }
        tape = newTape;
        slopeFloor = newSlopeFloor;
        smallestSlope = Double.POSITIVE_INFINITY;
        flooredSlopes = 0;
        nearTies = 0;
        smallestTie = Double.POSITIVE_INFINITY;
        crossings = 0;
        magnitude = new double[tape.spikeCount()];
        collectSpikeTimes();
    }

    private void collectSpikeTimes() {
        int neurons = compiled.network().neuronCount();
        spikeTimes = new double[neurons][];
        for (int n = 0; n < neurons; n++) {
            spikeTimes[n] = new double[tape.spikeCountOf(n)];
            int at = spikeTimes[n].length;
            for (int k = tape.lastSpike(n); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
                spikeTimes[n][--at] = tape.time(k);
            }
        }
    }

    /** A spike arrived at neuron m; one that arrives at its own neuron at once moves with it and is no tie. */
    void arrival(int spike, int m, double t) {
        if (!enabled || spikeTimes[m].length == 0 || (tape.neuron(spike) == m && tape.time(spike) == t)) {
            return;
        }
        int found = Arrays.binarySearch(spikeTimes[m], t);
        double gap = 0;
        if (found < 0) {
            int after = -found - 1;
            gap = Double.POSITIVE_INFINITY;
            if (after < spikeTimes[m].length) {
                gap = spikeTimes[m][after] - t;
            }
            if (after > 0) {
                gap = Math.min(gap, t - spikeTimes[m][after - 1]);
            }
        }
        smallestTie = Math.min(smallestTie, gap);
        if (gap < TIE_TOLERANCE) {
            nearTies++;
        }
    }

    /** The pass went through a crossing. */
    void crossing(int spike, int n, double lamV) {
        if (!enabled) {
            return;
        }
        double slope = tape.drive(spike) * compiled.membraneRate()[n];
        smallestSlope = Math.min(smallestSlope, slope);
        if (slope < slopeFloor) {
            flooredSlopes++;
        }
        magnitude[crossings++] = Math.abs(lamV);
    }

    TrustReport report() {
        if (tape == null) {
            throw new IllegalStateException("no pass has collected a trust report");
        }
        int silent = 0;
        double margin = Double.POSITIVE_INFINITY;
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            if (compiled.isSpiking(n)) {
                silent += tape.spikeCountOf(n) == 0 ? 1 : 0;
                margin = Math.min(margin, tape.margin(n));
            }
        }
        return new TrustReport(
                crossings,
                silent,
                smallestSlope,
                flooredSlopes,
                tape.marginsTracked() ? margin : Double.NaN,
                nearTies,
                smallestTie,
                TIE_TOLERANCE,
                worstShare());
    }

    private double worstShare() {
        if (crossings == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(magnitude, crossings);
        Arrays.sort(sorted);
        int worst = Math.max(1, crossings / WORST_FRACTION);
        double total = 0;
        double ofWorst = 0;
        for (int k = 0; k < crossings; k++) {
            total += sorted[k];
            if (k >= crossings - worst) {
                ofWorst += sorted[k];
            }
        }
        return total == 0 ? 0 : ofWorst / total;
    }
}
