package io.github.lightcone.connectivity;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Work on the numbers from 0 to some size, cut into blocks that several threads take one by one. The thread
 * that asks for it is one of them.
 *
 * <p>If blocks fail, the exception of the lowest one is thrown once all threads have stopped, whatever their
 * number.
 */
public final class Blocks {

    private static final long NANOS_BETWEEN_REPORTS = 200_000_000;

    private final int size;
    private final int blockSize;
    private final int blockCount;
    private final Supplier<? extends Task> tasks;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private volatile boolean failed;
    private int failedBlock = Integer.MAX_VALUE;
    private Throwable failure;

    /** Does a block; each thread has a task of its own. */
    @FunctionalInterface
    public interface Task {
        /** Works on the numbers from {@code first} to {@code end}, exclusive. */
        void run(int first, int end);
    }

    private Blocks(int size, int blockSize, Supplier<? extends Task> tasks) {
        this.size = size;
        this.blockSize = blockSize;
        blockCount = (int) (((long) size + blockSize - 1) / blockSize);
        this.tasks = tasks;
    }

    /**
     * Does all blocks.
     *
     * @param size number of numbers
     * @param blockSize numbers per block
     * @param threads most threads to work on it, at least 1
     * @param progress is told how far it has come; called with 1 at the end
     * @param tasks makes a task for each thread
     */
    public static void run(int size, int blockSize, int threads, Progress progress, Supplier<? extends Task> tasks) {
        new Blocks(size, blockSize, tasks).run(threads, progress);
    }

    private void run(int threads, Progress progress) {
        Thread[] helpers = new Thread[Math.max(0, Math.min(threads, blockCount) - 1)];
        for (int k = 0; k < helpers.length; k++) {
            helpers[k] = new Thread(() -> work(Progress.none()), "lightcone-blocks-" + (k + 1));
            helpers[k].setDaemon(true);
            helpers[k].start();
        }
        work(progress);
        join(helpers);
        synchronized (this) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }
        progress.done(1);
    }

    private void work(Progress progress) {
        int block = -1;
        try {
            Task task = tasks.get();
            long lastReport = System.nanoTime();
            while (!failed) {
                block = taken.getAndIncrement();
                if (block >= blockCount) {
                    return;
                }
                int first = block * blockSize;
                task.run(first, first + Math.min(blockSize, size - first));
                double fraction = (double) finished.incrementAndGet() / blockCount;
                long now = System.nanoTime();
                if (now - lastReport > NANOS_BETWEEN_REPORTS) {
                    lastReport = now;
                    progress.done(fraction);
                }
            }
        } catch (RuntimeException | Error e) {
            fail(block, e);
        }
    }

    private synchronized void fail(int block, Throwable cause) {
        // Blocks are taken in order and each that is taken is done, so the lowest failure is always found.
        failed = true;
        if (block < failedBlock) {
            failedBlock = block;
            failure = cause;
        }
    }

    private static void join(Thread[] helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
