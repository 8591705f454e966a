package io.github.lightcone.cli.study;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.cli.train.SweepResult;
import io.github.lightcone.cli.train.SweepRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Measures the networks of complete runs, several at a time, and says how far it is. */
final class Measuring {

    /** What was found of a run. */
    private record Measured(SweepResult result, Map<String, Double> figures) {}

    private final int size;
    private final PrintWriter err;
    private final BooleanSupplier stop;
    private long start;
    private int all;
    private int done;
    private int open;

    /**
     * Makes one.
     *
     * @param size runs at a time, a thread each
     * @param err receives a line per run that needs measuring
     * @param stop whether nothing is to be measured any more
     */
    Measuring(int size, PrintWriter err, BooleanSupplier stop) {
        this.size = size;
        this.err = err;
        this.stop = stop;
    }

    /** Returns how many complete runs were not measured. */
    int open() {
        return open;
    }

    /** Measures what has not been measured, and returns what is known of every part. */
    List<PartResults> measure(List<PartRuns> parts) throws Exception {
        start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(size);
        try {
            List<List<Future<Optional<Measured>>>> futures = new ArrayList<>();
            for (PartRuns part : parts) {
                List<Future<Optional<Measured>>> of = new ArrayList<>();
                for (SweepRun run : part.runs()) {
                    SweepResult result = run.result();
                    if (result != null) {
                        of.add(pool.submit(() -> measured(part, run, result)));
                        all++;
                    }
                }
                futures.add(of);
            }
            List<PartResults> results = new ArrayList<>();
            for (int p = 0; p < futures.size(); p++) {
                PartResults of = new PartResults(parts.get(p));
                for (Future<Optional<Measured>> future : futures.get(p)) {
                    future.get().ifPresent(run -> of.add(run.result, run.figures));
                }
                results.add(of);
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<Measured> measured(PartRuns part, SweepRun run, SweepResult result) throws IOException {
        boolean isDone = RunFigures.areMeasured(part.part(), run);
        if (!isDone && stop.getAsBoolean()) {
            countOpen();
            return Optional.empty();
        }
        Measured measured = new Measured(result, RunFigures.of(part.part(), run, result));
        report(run, !isDone);
        return Optional.of(measured);
    }

    private synchronized void countOpen() {
        open++;
    }

    private synchronized void report(SweepRun run, boolean isNew) {
        done++;
        if (isNew) {
            double seconds = (System.nanoTime() - start) * 1e-9;
            err.printf(
                    "measured %d/%d  %s  %s left%n",
                    done, all, run.folder(), Durations.text(seconds / done * (all - done)));
            err.flush();
        }
    }
}
