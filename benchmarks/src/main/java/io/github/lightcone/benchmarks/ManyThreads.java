package io.github.lightcone.benchmarks;

import io.github.lightcone.simulation.Tape;

/** A network forward on one thread and on several, in turn; times are wall times per synaptic event. */
final class ManyThreads {

    private static final int WARM_UP = 2;

    private final Options options;
    private final Report report;
    private final Workload workload;
    private final Workload inParts;
    private final Samples samples = new Samples();

    ManyThreads(Options options, Report report) {
        this.options = options;
        this.report = report;
        int threads = options.threads();
        int neurons = options.neurons() == Options.LARGEST ? GeneratedNetwork.largest() / 2 : options.neurons();
        workload = new Workload(options.network(), neurons, 1, options);
        // Doubles are split by the simulator; compact synapses belong to a number of parts.
        inParts = options.compact() ? new Workload(options.network(), neurons, threads, options) : workload;
    }

    void measure() {
        workload.putBuilding(report);
        Worker one = new Worker(workload, 1);
        Worker several = new Worker(inParts, options.threads());
        int warmUp = workload.isLong() ? 1 : WARM_UP;
        for (int k = 0; k < warmUp + options.repeats(); k++) {
            if (k == warmUp) {
                samples.clear();
            }
            run(one, "forwardNsOnOneThread");
            run(several, "forwardNs");
        }
        report.put("heapUsed", Machine.heapUsed());
        several.putStatistics(report);
        samples.putMedians(report);
        samples.putRatio(report, "speedup", "forwardNsOnOneThread", "forwardNs");
    }

    private void run(Worker worker, String name) {
        long start = System.nanoTime();
        Tape tape = worker.forward(workload.input());
        samples.add(name, (System.nanoTime() - start) / (double) tape.synapticEvents());
    }
}
