package io.github.lightcone.structure.analysis;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is measured, and how often.
 *
 * @param groups which groups of measures, at least one
 * @param seed of all random numbers
 * @param nulls null graphs per test, at least 0; without any, what needs them is left out
 * @param restarts starts of community detection, at least 1
 * @param resolution of modularity, finite and at least 0
 * @param threads how many restarts and null graphs are worked on at a time, at least 1; figures do not depend on it
 * @param limits when to sample
 */
public record AnalysisSettings(
        Set<MeasureGroup> groups,
        long seed,
        int nulls,
        int restarts,
        double resolution,
        int threads,
        SamplingLimits limits) {

    /** Checks the numbers and copies the set. */
    public AnalysisSettings {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups of measures: none, must be at least one");
        }
        groups = Set.copyOf(groups);
        requireFrom("nulls", nulls, 0);
        requireFrom("restarts", restarts, 1);
        requireFrom("threads", threads, 1);
        if (!(resolution >= 0 && resolution < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("resolution = " + resolution + ", must be finite and at least 0");
        }
    }

    private static void requireFrom(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " = " + value + ", must be at least " + least);
        }
    }

    /** Returns all groups, seed 1, 100 null graphs, 100 restarts, resolution 1, one thread, the usual limits. */
    public static AnalysisSettings usual() {
        return new AnalysisSettings(EnumSet.allOf(MeasureGroup.class), 1, 100, 100, 1, 1, SamplingLimits.usual());
    }

    /** Returns the same for other groups. */
    public AnalysisSettings withGroups(Set<MeasureGroup> newGroups) {
        return new AnalysisSettings(newGroups, seed, nulls, restarts, resolution, threads, limits);
    }

    /** Returns the same with another seed. */
    public AnalysisSettings withSeed(long newSeed) {
        return new AnalysisSettings(groups, newSeed, nulls, restarts, resolution, threads, limits);
    }

    /** Returns the same with another number of null graphs. */
    public AnalysisSettings withNulls(int newNulls) {
        return new AnalysisSettings(groups, seed, newNulls, restarts, resolution, threads, limits);
    }

    /** Returns the same with another number of restarts. */
    public AnalysisSettings withRestarts(int newRestarts) {
        return new AnalysisSettings(groups, seed, nulls, newRestarts, resolution, threads, limits);
    }

    /** Returns the same at another resolution. */
    public AnalysisSettings withResolution(double newResolution) {
        return new AnalysisSettings(groups, seed, nulls, restarts, newResolution, threads, limits);
    }

    /** Returns the same with another number of threads. */
    public AnalysisSettings withThreads(int newThreads) {
        return new AnalysisSettings(groups, seed, nulls, restarts, resolution, newThreads, limits);
    }

    /** Returns the same with other limits. */
    public AnalysisSettings withLimits(SamplingLimits newLimits) {
        return new AnalysisSettings(groups, seed, nulls, restarts, resolution, threads, newLimits);
    }
}
