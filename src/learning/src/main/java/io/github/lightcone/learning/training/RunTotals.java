package io.github.lightcone.learning.training;

import io.github.lightcone.simulation.RunStatistics;
import java.util.EnumMap;
import java.util.Map;

/** Counts that are added up over runs. Sums of integers: the order of the runs does not matter. */
public final class RunTotals {

    private final Map<RunCounter, Long> sums = new EnumMap<>(RunCounter.class);
    private long runs;

    RunTotals() {}

    /** Adds a run. */
    void add(RunStatistics run) {
        for (RunCounter counter : RunCounter.values()) {
            sums.merge(counter, counter.of(run), Long::sum);
        }
        runs++;
    }

    /** Adds all runs of others. */
    void add(RunTotals others) {
        others.sums.forEach((counter, sum) -> sums.merge(counter, sum, Long::sum));
        runs += others.runs;
    }

    /** Returns the number of runs. */
    public long runs() {
        return runs;
    }

    /** Returns a sum over all runs. */
    public long of(RunCounter counter) {
        return sums.getOrDefault(counter, 0L);
    }
}
