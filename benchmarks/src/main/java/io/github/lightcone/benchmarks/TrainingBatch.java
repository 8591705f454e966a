package io.github.lightcone.benchmarks;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.event.SpikeTrains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A batch of examples, forward and backward, one example per thread, on one thread and on several in turn; the gradients
 * are added up and turned into those of positions once. Times are wall times per example.
 */
final class TrainingBatch {

    private static final int EXAMPLES = 16;
    private static final int CLASSES = 20;
    private static final int WARM_UP = 3;

    private final Options options;
    private final Report report;
    private final Workload workload;
    private final SpikeTrains[] examples = new SpikeTrains[EXAMPLES];
    private final Samples samples = new Samples();

    TrainingBatch(Options options, Report report) {
        this.options = options;
        this.report = report;
        workload = new Workload(options.network(), 0, 1, options);
        Arrays.setAll(examples, k -> TrainedNetwork.example(options.duration(), options.seed() + k));
    }

    void measure() throws InterruptedException, ExecutionException {
        workload.putBuilding(report);
        Worker[] workers = new Worker[options.threads()];
        Arrays.setAll(workers, k -> new Worker(workload, 1));
        Worker[] one = {workers[0]};
        ExecutorService team = Executors.newFixedThreadPool(workers.length);
        try {
            for (int k = 0; k < WARM_UP + options.repeats(); k++) {
                if (k == WARM_UP) {
                    samples.clear();
                }
                samples.add("exampleMsOnOneThread", run(one, team) / 1e6 / EXAMPLES);
                samples.add("exampleMs", run(workers, team) / 1e6 / EXAMPLES);
            }
        } finally {
            team.shutdownNow();
        }
        report.put("examples", EXAMPLES);
        report.put("heapUsed", Machine.heapUsed());
        workers[0].putStatistics(report);
        samples.putMedians(report);
        samples.putRatio(report, "speedup", "exampleMsOnOneThread", "exampleMs");
    }

    /** Runs the batch and returns how long it took, ns. */
    private long run(Worker[] workers, ExecutorService team) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(team.submit(() -> train(worker, next)));
        }
        for (Future<?> each : running) {
            each.get();
        }
        Gradients sum = workers[0].gradients();
        for (int k = 1; k < workers.length; k++) {
            sum.add(workers[k].gradients());
        }
        sum.toPositions(workload.compiled().network(), workload.compiled().parameters());
        return System.nanoTime() - start;
    }

    private void train(Worker worker, AtomicInteger next) {
        worker.gradients().clear();
        for (int k = next.getAndIncrement(); k < EXAMPLES; k = next.getAndIncrement()) {
            worker.forward(examples[k]);
            worker.seed(k % CLASSES);
            worker.backward();
        }
    }
}
