package io.github.lightcone.cli.study;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.cli.train.InParallel;
import io.github.lightcone.cli.train.SweepResult;
import io.github.lightcone.cli.train.SweepRun;
import io.github.lightcone.experiment.StudyPart;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Measures the networks of complete runs, several at a time, and says how far it is. */
final class Measuring {

    /** What was found of a run. */
    private record Measured(PartResults of, SweepResult result, Map<String, Double> figures) {}

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
        List<PartResults> results = new ArrayList<>();
        List<Callable<Optional<Measured>>> tasks = new ArrayList<>();
        for (PartRuns part : parts) {
            PartResults of = new PartResults(part);
            results.add(of);
            for (SweepRun run : part.runs()) {
                SweepResult result = run.result();
                if (result != null) {
                    tasks.add(() -> measured(of, run, result));
                }
            }
        }
        all = tasks.size();
        InParallel.call(size, tasks)
                .forEach(measured -> measured.ifPresent(run -> run.of.add(run.result, run.figures)));
        return results;
    }

    private Optional<Measured> measured(PartResults of, SweepRun run, SweepResult result) throws IOException {
        StudyPart part = of.part().part();
        boolean isDone = RunFigures.areMeasured(part, run);
        if (!isDone && stop.getAsBoolean()) {
            countOpen();
            return Optional.empty();
        }
        Measured measured = new Measured(of, result, RunFigures.of(part, run, result));
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
