package io.github.lightcone.structure.measure;

import java.util.Arrays;

/** What is added up over the paths that leave each of some sources. */
final class PathSums {

    /** How many nodes a source reaches, itself not counted. */
    final double[] reached;

    /** Sum of the lengths of the paths to them. */
    final double[] length;

    /** Sum of the inverses of those lengths. */
    final double[] inverse;

    /** Length of the longest one. */
    final double[] longest;

    PathSums(int sources) {
        reached = new double[sources];
        length = new double[sources];
        inverse = new double[sources];
        longest = new double[sources];
    }

    /** Adds some paths of one length from a source. */
    void add(int source, int paths, double each) {
        reached[source] += paths;
        length[source] += paths * each;
        inverse[source] += paths / each;
        longest[source] = Math.max(longest[source], each);
    }

    void clear(int sources) {
        Arrays.fill(reached, 0, sources, 0);
        Arrays.fill(length, 0, sources, 0);
        Arrays.fill(inverse, 0, sources, 0);
        Arrays.fill(longest, 0, sources, 0);
    }
}
