package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Trains the runs of a sweep, several at a time, and says how far it is. */
final class SweepTeam {

    private final int size;
    private final int threads;
    private final PrintWriter err;
    private long start;
    private int done;

    /**
     * Makes a team.
     *
     * @param size runs at a time
     * @param threads of each run
     * @param err receives a line per run
     */
    SweepTeam(int size, int threads, PrintWriter err) {
        this.size = size;
        this.threads = threads;
        this.err = err;
    }

    /** Trains what is not complete, and returns what runs led to, without those that failed. */
    List<SweepResult> train(List<SweepRun> runs) throws Exception {
        start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(size);
        try {
            List<Future<SweepResult>> futures = new ArrayList<>();
            for (SweepRun run : runs) {
                futures.add(pool.submit(() -> train(run, runs.size())));
            }
            List<SweepResult> results = new ArrayList<>();
            for (Future<SweepResult> future : futures) {
                SweepResult result = future.get();
                if (result != null) {
                    results.add(result);
                }
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

    private SweepResult train(SweepRun run, int all) throws IOException {
        SweepResult result = run.result();
        if (result == null) {
            try {
                run.train(threads);
            } catch (IllegalArgumentException | ArithmeticException e) {
                reportFailure(run, e);
                return null;
            }
            result = run.result();
        }
        report(result, all);
        return result;
    }

    private synchronized void reportFailure(SweepRun run, RuntimeException problem) {
        done++;
        err.printf("%s, seed %d, failed: %s%n", run.condition().label(), run.seed(), problem.getMessage());
        err.flush();
    }

    private synchronized void report(SweepResult result, int all) {
        done++;
        double seconds = (System.nanoTime() - start) * 1e-9;
        err.printf(
                Locale.ROOT,
                "%d/%d  %s  seed %d  %.2f %%  %d epochs in %s  %s left%n",
                done,
                all,
                result.condition(),
                result.seed(),
                100 * result.judged(),
                result.epochs(),
                Durations.text(result.seconds()),
                Durations.text(seconds / done * (all - done)));
        err.flush();
    }
}
