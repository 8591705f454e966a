package io.github.lightcone.structure.measure;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.util.Locale;

/**
 * Lengths of shortest paths, over ordered pairs of distinct nodes, along arcs in their direction. Self-loops play no
 * part; weights and positions only through {@link ArcLengths}.
 *
 * @param conventions direction and what length is
 * @param characteristic mean length of the path over the ordered pairs that have one (Watts and Strogatz, Nature
 *     393:440, 1998), NaN without any
 * @param globalEfficiency mean of 1 / length over all ordered pairs, 0 for those without a path (Latora and Marchiori,
 *     Phys. Rev. Lett. 87:198701, 2001); NaN below two nodes, infinite if a path has length 0
 * @param diameter length of the longest shortest path, over the pairs that have one; of those from sampled nodes, so
 *     that it may be too small; 0 without any
 * @param connectedShare share of the ordered pairs that have a path; NaN below two nodes
 */
public record PathLengths(
        String conventions,
        Estimate characteristic,
        Estimate globalEfficiency,
        double diameter,
        Estimate connectedShare) {

    /**
     * Measures paths: 64 breadth-first searches at a time if in hops, else by Dijkstra's algorithm.
     *
     * @param sources from which nodes
     * @param progress is told which share of the sources is done; what it throws ends the work
     */
    public static PathLengths of(Graph graph, ArcLengths lengths, Sources sources, Progress progress) {
        int nodes = graph.nodeCount();
        int[] chosen = sources.choose(nodes);
        PathSums sums = new PathSums(chosen.length);
        Rows rows = Rows.of(graph, lengths);
        if (lengths.areHops()) {
            HopSweep sweep = new HopSweep();
            for (int first = 0; first < chosen.length; first += HopSweep.WIDTH) {
                int count = Math.min(HopSweep.WIDTH, chosen.length - first);
                sweep.run(rows, chosen, first, count, sums);
                progress.done((double) (first + count) / chosen.length);
            }
        } else {
            LengthSweep sweep = new LengthSweep();
            for (int k = 0; k < chosen.length; k++) {
                sweep.run(rows, chosen[k], k, sums);
                progress.done((k + 1.0) / chosen.length);
            }
        }
        return of((graph.isDirected() ? "directed, " : "undirected, ") + lengths, sums, nodes);
    }

    private static PathLengths of(String conventions, PathSums sums, int nodes) {
        int sampled = sums.reached.length;
        double[] efficiency = new double[sampled];
        double[] share = new double[sampled];
        double diameter = 0;
        for (int k = 0; k < sampled; k++) {
            efficiency[k] = sums.inverse[k] / (nodes - 1);
            share[k] = sums.reached[k] / (nodes - 1);
            diameter = Math.max(diameter, sums.longest[k]);
        }
        return new PathLengths(
                conventions,
                Estimate.ratio(sums.length, sums.reached, nodes),
                Estimate.mean(efficiency, nodes),
                diameter,
                Estimate.mean(share, nodes));
    }

    /**
     * Returns the length of the shortest path from one node to every node: 0 to itself, infinite without a path.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public static double[] from(Graph graph, ArcLengths lengths, int source) {
        if (source < 0 || source >= graph.nodeCount()) {
            throw new IllegalArgumentException(
                    "source = " + source + ", must be between 0 and " + (graph.nodeCount() - 1));
        }
        Rows rows = Rows.of(graph, lengths.areHops() ? ArcLengths.ones(graph) : lengths);
        LengthSweep sweep = new LengthSweep();
        sweep.run(rows, source, 0, new PathSums(1));
        double[] distance = new double[graph.nodeCount()];
        for (int n = 0; n < distance.length; n++) {
            distance[n] = sweep.distance(n);
        }
        return distance;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "characteristic path length %s over connected ordered pairs, which are a share of %s, "
                        + "global efficiency %s, diameter %s%.6g (%s)",
                characteristic,
                connectedShare,
                globalEfficiency,
                characteristic.isExact() ? "" : "at least ",
                diameter,
                conventions);
    }
}
