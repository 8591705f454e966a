package io.github.lightcone.learning.training;

import io.github.lightcone.simulation.RunStatistics;
import java.util.List;

/** Counts that are added up over runs. Sums of integers: the order of the runs does not matter. */
public final class RunTotals {

    private static final RunCounter[] COUNTERS = RunCounter.values();

    private final long[] sums = new long[COUNTERS.length];
    private long runs;

    RunTotals() {}

    /** Adds a run. */
    void add(RunStatistics run) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += COUNTERS[k].of(run);
        }
        runs++;
    }

    /** Adds all runs of others. */
    void add(RunTotals others) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += others.sums[k];
        }
        runs += others.runs;
    }

    /** Adds runs that were saved. */
    void add(long savedRuns, long[] savedSums) {
        if (savedSums.length != sums.length) {
            throw new IllegalArgumentException(savedSums.length + " counts, must be " + sums.length);
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] += savedSums[k];
        }
        runs += savedRuns;
    }

    /** Returns all sums, in the order of the counters. */
    long[] toArray() {
        return sums.clone();
    }

    /** Returns the number of runs. */
    public long runs() {
        return runs;
    }

    /** Returns a sum over all runs. */
    public long of(RunCounter counter) {
        return sums[List.of(COUNTERS).indexOf(counter)];
    }
}
