package io.github.lightcone.learning.training;

import io.github.lightcone.simulation.RunStatistics;

/** Counts that are added up over runs. Sums of integers: the order of the runs does not matter. */
public final class RunTotals {

    private final long[] sums = new long[RunCounter.values().length];
    private long runs;

    RunTotals() {}

    /** Adds a run. */
    void add(RunStatistics run) {
        for (RunCounter counter : RunCounter.values()) {
            sums[counter.ordinal()] += counter.of(run);
        }
        runs++;
    }

    /** Adds all runs of others. */
    void add(RunTotals others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others.sums[i];
        }
        runs += others.runs;
    }

    /** Returns the number of runs. */
    public long runs() {
        return runs;
    }

    /** Returns a sum over all runs. */
    public long of(RunCounter counter) {
        return sums[counter.ordinal()];
    }
}
