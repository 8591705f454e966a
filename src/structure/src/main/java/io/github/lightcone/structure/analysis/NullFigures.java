package io.github.lightcone.structure.analysis;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several figures of many null draws, worked on by several threads. */
final class NullFigures {

    private NullFigures() {}

    /**
     * Measures null draws.
     *
     * @param draw returns all figures of the draw of a number, the same ones whoever calls it
     * @return the figures of draw k at {@code [k]}
     */
    static double[][] measure(int draws, int threads, IntFunction<double[]> draw, Progress progress) {
        double[][] figures = new double[draws][];
        if (threads == 1) {
            for (int k = 0; k < draws; k++) {
                figures[k] = draw.apply(k);
                progress.done((k + 1.0) / draws);
            }
            return figures;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, Math.max(1, draws)));
        try {
            List<Future<double[]>> running = new ArrayList<>();
            for (int k = 0; k < draws; k++) {
                int number = k;
                running.add(pool.submit(() -> draw.apply(number)));
            }
            for (int k = 0; k < draws; k++) {
                figures[k] = running.get(k).get();
                progress.done((k + 1.0) / draws);
            }
            return figures;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the measurement of a null graph failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the measurement of null graphs was interrupted");
        } finally {
            pool.shutdownNow();
        }
    }

    /** Compares a figure with number {@code which} of those of every draw. */
    static NullTest test(double observed, double[][] draws, int which) {
        double[] values = new double[draws.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = draws[k][which];
        }
        return NullTest.of(observed, values);
    }
}
