package io.github.lightcone.benchmarks;

import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.ReferenceSimulator;
import io.github.lightcone.simulation.Tape;

/**
 * A network on one thread, forward and backward, with what it is compared to: the reference engine, the clock-driven
 * loop, and for some a network that differs in one thing. All run in turn. Times are processor times per synaptic event.
 */
final class OneThread {

    private static final double GRID_STEP = 0.1;
    private static final int WARM_UP = 2;
    private static final int SIZE_OF_N1 = 10_000;

    /** Where there are more events than this, the reference engine runs for a part of the time. */
    private static final double REFERENCE_EVENTS = 20e6;

    private final Options options;
    private final Report report;
    private final Samples samples = new Samples();
    private final Workload workload;
    private final Worker worker;
    private final Worker beside;
    private final Workload workloadBeside;
    private final ReferenceSimulator reference;
    private final GridLoop grid;

    OneThread(Options options, Report report) {
        this.options = options;
        this.report = report;
        PeerNetworks network = options.network();
        boolean fillsHeap = network.isGenerated() && options.neurons() == Options.LARGEST;
        int neurons = fillsHeap ? GeneratedNetwork.largest() : options.neurons();
        workload = new Workload(network, neurons, 1, options);
        workload.putBuilding(report);
        worker = new Worker(workload, 1);
        workloadBeside = beside(options);
        beside = workloadBeside == null ? null : new Worker(workloadBeside, 1);
        reference = options.reference() ? reference() : null;
        grid = options.grid() && !fillsHeap ? new GridLoop(workload.compiled(), GRID_STEP) : null;
    }

    /** Returns what a network is compared with: T10 with all delays from positions, or XL of the size of N1. */
    private static Workload beside(Options options) {
        if (options.neurons() > SIZE_OF_N1 && options.network().isGenerated()) {
            return new Workload(PeerNetworks.XL, SIZE_OF_N1, 1, options);
        }
        return options.network().isVariant() ? new Workload(PeerNetworks.T10, 0, 1, options) : null;
    }

    private ReferenceSimulator reference() {
        CompiledNetwork doubles = workload.compiled();
        if (options.network().isGenerated()) {
            report.put("referenceSkipped", "it needs synapses as doubles, too large for a network of this size");
            return null;
        }
        if (doubles.isCompact()) {
            doubles =
                    CompiledNetwork.of(options.network().network(options.seed()).orElseThrow());
        }
        return new ReferenceSimulator(doubles, workload.readouts());
    }

    void measure() {
        int warmUp = workload.isLong() ? 1 : WARM_UP;
        for (int k = 0; k < warmUp + options.repeats(); k++) {
            if (k == warmUp) {
                samples.clear();
            }
            run(worker, workload, "forwardNs", "backwardNs", "stepNs");
            if (beside != null) {
                run(beside, workloadBeside, "besideForwardNs", "besideBackwardNs", "besideStepNs");
            }
            runYardsticks(k < warmUp && workload.isLong());
            System.err.printf("%s: run %d of %d%n", options.network().label(), k + 1, warmUp + options.repeats());
        }
        putResults();
    }

    private void run(Worker each, Workload of, String forward, String backward, String both) {
        long start = Machine.processorTime();
        Tape tape = each.forward(of.input());
        double events = tape.synapticEvents();
        double forwardNs = (Machine.processorTime() - start) / events;
        samples.add(forward, forwardNs);
        if (each.hasBackward()) {
            each.seed(0);
            long backwardStart = Machine.processorTime();
            each.backward();
            double backwardNs = (Machine.processorTime() - backwardStart) / events;
            samples.add(backward, backwardNs);
            samples.add(both, forwardNs + backwardNs);
        }
    }

    /** Runs the yardsticks; where they take long, a tenth of a run is enough to warm up. */
    private void runYardsticks(boolean briefly) {
        double end = briefly ? workload.end() / 10 : workload.end();
        if (reference != null) {
            double referenceEnd = workload.input().size() > 0
                    ? end
                    : Math.min(end, workload.end() * REFERENCE_EVENTS / worker.synapticEvents());
            long start = Machine.processorTime();
            Tape tape = reference.run(workload.input(), referenceEnd);
            samples.add("referenceNs", (Machine.processorTime() - start) / (double) tape.synapticEvents());
        }
        if (grid != null) {
            long start = Machine.processorTime();
            grid.run(workload.input(), end);
            samples.add("gridNs", (Machine.processorTime() - start) / (double) grid.synapticEvents());
        }
    }

    private void putResults() {
        report.put("heapUsed", Machine.heapUsed());
        worker.putStatistics(report);
        if (grid != null) {
            report.put("gridSpikes", grid.spikes());
        }
        if (beside != null) {
            report.put("beside", options.network() == PeerNetworks.XL ? "XL of " + SIZE_OF_N1 + " neurons" : "T10");
        }
        samples.putMedians(report);
        samples.putRatio(report, "referenceOverForward", "referenceNs", "forwardNs");
        samples.putRatio(report, "backwardOverForward", "backwardNs", "forwardNs");
        samples.putRatio(report, "forwardOverGrid", "forwardNs", "gridNs");
        samples.putRatio(report, "forwardOverBeside", "forwardNs", "besideForwardNs");
        samples.putRatio(report, "besideOverStep", "besideStepNs", "stepNs");
    }
}
