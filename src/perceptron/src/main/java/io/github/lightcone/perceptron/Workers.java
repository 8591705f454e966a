package io.github.lightcone.perceptron;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Threads that share out numbered pieces of work. */
final class Workers implements AutoCloseable {

    private final ExecutorService pool;

    /** Starts threads when there is work for them; none if one is asked for, as the caller works itself. */
    Workers(int threads) {
        pool = threads == 1
                ? null
                : Executors.newFixedThreadPool(threads, task -> {
                    Thread thread = new Thread(task, "lightcone-perceptron");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Does pieces 0 to {@code pieces - 1}, each once, and returns when all are done. */
    void run(int pieces, IntConsumer work) {
        if (pool == null || pieces == 1) {
            for (int piece = 0; piece < pieces; piece++) {
                work.accept(piece);
            }
            return;
        }
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int k = 0; k < pieces; k++) {
            int piece = k;
            tasks.add(() -> {
                work.accept(piece);
                return null;
            });
        }
        try {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdown();
        }
    }
}
