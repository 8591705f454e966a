package io.github.lightcone.benchmarks;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.simulation.RunStatistics;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;

/**
 * The workspace of one thread: it runs a network forward, and backward for weights and delays. The loss of a network
 * without outputs is the sum of its spike times.
 */
final class Worker {

    private static final double SPIKE_TIME_SEED = 1e-3;

    private final Simulator simulator;
    private final Loss loss;
    private final double end;
    private final Adjoint adjoint;
    private final Gradients gradients;
    private final LossSeeds seeds = new LossSeeds();
    private final double[] workspace;
    private Tape tape;

    /** Makes a worker whose runs forward use a number of threads. */
    Worker(Workload workload, int threads) {
        simulator = new Simulator(workload.compiled(), workload.readouts()).threads(threads);
        loss = workload.loss();
        end = workload.end();
        boolean backward = !workload.compiled().isCompact();
        adjoint = backward ? new Adjoint(simulator) : null;
        gradients = backward ? new Gradients(workload.compiled().network()) : null;
        workspace = new double[loss == null ? 0 : loss.outputs().size()];
    }

    /** Runs forward; the input ends with the run or before it. */
    Tape forward(SpikeTrains input) {
        tape = simulator.run(input, end);
        return tape;
    }

    /** Returns whether it can run backward. */
    boolean hasBackward() {
        return adjoint != null;
    }

    /** Prepares to run backward over the last run. */
    void seed(int label) {
        seeds.reset(tape);
        if (loss == null) {
            for (int spike = 0; spike < tape.spikeCount(); spike++) {
                seeds.addSpikeTime(spike, SPIKE_TIME_SEED);
            }
        } else {
            loss.value(tape, label, workspace);
            loss.seed(tape, label, workspace, seeds);
        }
    }

    /** Runs backward and adds to the gradients. */
    void backward() {
        adjoint.run(tape, seeds, gradients);
    }

    /** Returns the arrivals at synapses of the last run. */
    long synapticEvents() {
        return tape.synapticEvents();
    }

    Gradients gradients() {
        return gradients;
    }

    void putStatistics(Report report) {
        RunStatistics statistics = simulator.statistics();
        report.put("delivery", statistics.delivery());
        report.put("lanes", statistics.lanes());
        report.put("sliceWidth", statistics.sliceWidth());
        report.put("slices", statistics.slices());
        report.put("spikes", statistics.spikes());
        report.put("synapticEvents", statistics.synapticEvents());
        report.put("candidates", statistics.candidates());
        report.put("lateCandidates", statistics.lateCandidates());
        report.put("walks", statistics.walks());
        report.put("solves", statistics.solves());
        report.put("bytes", statistics.bytes());
    }
}
