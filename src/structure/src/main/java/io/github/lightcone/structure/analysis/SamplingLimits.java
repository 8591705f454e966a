package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.measure.Sources;

/**
 * From what size on measures are sampled, repeated fewer times or left out.
 *
 * @param exactNodes largest number of nodes for which paths are measured from all of them, at least 0
 * @param sampledNodes how many nodes paths are measured from in larger graphs, at least 2
 * @param operations what one figure may take, with all its restarts or null graphs, at least 1: about as many steps
 *     along an arc, of which a processor makes some 10^8 per second. Restarts and null graphs become fewer, but not
 *     below {@value #FEWEST}; a measure that cannot be sampled is left out if it alone would take more
 */
public record SamplingLimits(int exactNodes, int sampledNodes, double operations) {

    /** The fewest restarts or null graphs that are left of a larger number. */
    public static final int FEWEST = 5;

    /** Checks the numbers. */
    public SamplingLimits {
        if (exactNodes < 0 || sampledNodes < 2 || !(operations >= 1)) {
            throw new IllegalArgumentException("exactNodes = " + exactNodes + ", sampledNodes = " + sampledNodes
                    + ", operations = " + operations + ", must be at least 0, at least 2 and at least 1");
        }
    }

    /** Returns the usual limits: paths from all of up to 2000 nodes, else from 256; 2e9 operations. */
    public static SamplingLimits usual() {
        return new SamplingLimits(2000, 256, 2e9);
    }

    /** Returns limits that never bind: everything exactly as asked for, however long it takes. */
    public static SamplingLimits none() {
        return new SamplingLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Double.POSITIVE_INFINITY);
    }

    Sources sources(long seed) {
        return new Sources(exactNodes, sampledNodes, seed);
    }

    /** Returns how many of {@code asked} repetitions are affordable. */
    int affordable(int asked, double operationsEach) {
        double most = Math.max(FEWEST, operations / operationsEach);
        return (int) Math.min(asked, most);
    }

    boolean allows(double work) {
        return work <= operations;
    }
}
