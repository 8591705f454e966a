package io.github.lightcone.learning.training;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Workers that share out numbered pieces of work; the calling thread is the first of them, the others have
 * threads of their own, which wait in between. Sharing out allocates nothing.
 */
final class Team implements AutoCloseable {

    /** One piece of work. What it writes must depend on its number alone, not on the worker. */
    @FunctionalInterface
    interface Job {
        void run(Worker worker, int piece);
    }

    private final List<Worker> workers;
    private final AtomicInteger next = new AtomicInteger();

    // Guarded by this.
    private Job job;
    private int pieces;
    private long round;
    private int busy;
    private Throwable failure;
    private boolean closed;

    Team(List<Worker> workers) {
        this.workers = List.copyOf(workers);
        for (int w = 1; w < workers.size(); w++) {
            Worker worker = workers.get(w);
            Thread thread = new Thread(() -> help(worker), "lightcone-training-" + w);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Runs pieces 0 to {@code pieces - 1}, each once, and returns when all are done.
     *
     * @throws RuntimeException one that a piece threw; pieces that had not been started are left out
     * @throws IllegalStateException after {@link #close}
     */
    void run(int pieces, Job job) {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the threads of this team have ended");
            }
            this.job = job;
            this.pieces = pieces;
            next.set(0);
            busy = workers.size() - 1;
            failure = null;
            round++;
            notifyAll();
        }
        work(workers.get(0), pieces, job);
        Throwable thrown = awaitHelpers();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    private void work(Worker worker, int count, Job work) {
        try {
            for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
                work.run(worker, piece);
            }
        } catch (RuntimeException | Error e) {
            next.set(count);
            fail(e);
        }
    }

    private synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    private synchronized Throwable awaitHelpers() {
        boolean interrupted = false;
        while (busy > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return failure;
    }

    /** What a helper's thread does, round by round. */
    private void help(Worker worker) {
        long done = 0;
        while (true) {
            Job work;
            int count;
            synchronized (this) {
                while (round == done && !closed) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        // Nobody but close() ends these threads.
                    }
                }
                if (closed) {
                    return;
                }
                done = round;
                work = job;
                count = pieces;
            }
            work(worker, count, work);
            synchronized (this) {
                busy--;
                notifyAll();
            }
        }
    }

    /** Returns the number of input spikes that augmentations lost on all threads. */
    long lostSpikes() {
        long sum = 0;
        for (Worker worker : workers) {
            sum += worker.lost.offChannels() + worker.lost.beforeStart();
        }
        return sum;
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
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
