package io.github.lightcone.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers that share out numbered pieces of work; the calling thread is the first of them. */
final class Team implements AutoCloseable {

    /** One piece of work. What it writes must depend on its number alone, not on the worker. */
    @FunctionalInterface
    interface Job {
        void run(Worker worker, int piece);
    }

    private final List<Worker> workers;
    private final ExecutorService helpers;

    Team(List<Worker> workers) {
        this.workers = List.copyOf(workers);
        helpers = Executors.newFixedThreadPool(Math.max(1, workers.size() - 1), body -> {
            Thread thread = new Thread(body, "lightcone-training");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs pieces 0 to {@code pieces - 1}, each once, and returns when all are done.
     *
     * @throws RuntimeException the first that a piece threw
     */
    void run(int pieces, Job job) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> helping = new ArrayList<>(workers.size());
        for (int w = 1; w < Math.min(workers.size(), pieces); w++) {
            Worker worker = workers.get(w);
            helping.add(helpers.submit(() -> work(worker, next, pieces, job)));
        }
        RuntimeException failure = null;
        try {
            work(workers.get(0), next, pieces, job);
        } catch (RuntimeException e) {
            failure = e;
            next.set(pieces);
        }
        for (Future<?> helper : helping) {
            RuntimeException other = await(helper);
            failure = failure == null ? other : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void work(Worker worker, AtomicInteger next, int pieces, Job job) {
        for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
            job.run(worker, piece);
        }
    }

    /** Waits for a helper and returns what it threw, or null. */
    private static RuntimeException await(Future<?> helper) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    helper.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException("training thread failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Adds up the spikes of every neuron that the workers counted, and forgets them. */
    void drainSpikes(long[] sums) {
        for (Worker worker : workers) {
            worker.drainSpikes(sums);
        }
    }

    /** Returns what all runs of all workers did. */
    RunTotals totals() {
        RunTotals sum = new RunTotals();
        workers.forEach(worker -> sum.add(worker.totals()));
        return sum;
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
