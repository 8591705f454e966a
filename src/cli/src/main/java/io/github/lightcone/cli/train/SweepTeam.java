package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Trains the runs of a sweep, several at a time, and says how far it is. */
public final class SweepTeam {

    private final int size;
    private final int threads;
    private final PrintWriter err;
    private final BooleanSupplier stop;
    private long start;
    private int done;
    private int failed;
    private int open;

    /**
     * Makes a team.
     *
     * @param size runs at a time
     * @param threads of each run
     * @param err receives a line per run
     * @param stop whether no run is to be started any more, and those that are under way end with their epoch
     */
    public SweepTeam(int size, int threads, PrintWriter err, BooleanSupplier stop) {
        this.size = size;
        this.threads = threads;
        this.err = err;
        this.stop = stop;
    }

    /** Returns how many runs failed. */
    public int failed() {
        return failed;
    }

    /** Returns how many runs were not started, or not ended. */
    public int open() {
        return open;
    }

    /** Trains what is not complete, and returns what complete runs led to, in their order. */
    public List<SweepResult> train(List<SweepRun> runs) throws Exception {
        start = System.nanoTime();
        List<Callable<SweepResult>> tasks = new ArrayList<>();
        for (SweepRun run : runs) {
            tasks.add(() -> train(run, runs.size()));
        }
        return InParallel.call(size, tasks).stream().filter(Objects::nonNull).toList();
    }

    private SweepResult train(SweepRun run, int all) throws IOException {
        SweepResult result = run.result();
        if (result == null) {
            if (stop.getAsBoolean()) {
                countOpen();
                return null;
            }
            try {
                run.train(threads, stop);
            } catch (IllegalArgumentException | ArithmeticException e) {
                reportFailure(run, e);
                return null;
            }
            result = run.result();
            if (result == null) {
                countOpen();
                return null;
            }
        }
        report(result, all);
        return result;
    }

    private synchronized void countOpen() {
        open++;
    }

    private synchronized void reportFailure(SweepRun run, RuntimeException problem) {
        done++;
        failed++;
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
