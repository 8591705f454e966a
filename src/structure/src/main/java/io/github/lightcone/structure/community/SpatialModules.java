package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.ConductionDelay;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * Whether modules are compact in space, and how much of the graph lies within them.
 *
 * <p>The mean distance of two nodes of one module is compared with that after the positions have been dealt out
 * anew at random: its mean over all ways of dealing is the mean distance of all pairs of nodes, exactly; its
 * spread and the p value come from {@code shuffles} of them. A pair counts once, whatever the size of its
 * module. Without a pair of nodes in one module, or a pair at all, distances and z are NaN and p is 1. Shares
 * are of edges between different nodes (arcs, if directed), by number and by weight; NaN if there are none, or
 * none with weight.
 *
 * @param withinDistance mean distance of pairs within modules, mm
 * @param expectedDistance mean distance of all pairs, mm
 * @param nullDeviation standard deviation of the mean distance within modules over the shuffles, mm
 * @param pValue one-sided: (1 + shuffles with at most {@code withinDistance}) / (1 + shuffles)
 * @param shuffles number of shuffles
 * @param seed of the shuffles
 * @param edgeShare share of edges within modules
 * @param weightShare share of weight within modules
 */
public record SpatialModules(
        double withinDistance,
        double expectedDistance,
        double nullDeviation,
        double pValue,
        int shuffles,
        long seed,
        double edgeShare,
        double weightShare) {

    /** Measures without a listener; see {@link #of(Graph, Positions, Partition, int, long, RestartListener)}. */
    public static SpatialModules of(Graph graph, Positions positions, Partition partition, int shuffles, long seed) {
        return of(graph, positions, partition, shuffles, seed, RestartListener.none());
    }

    /**
     * Measures the modules of a graph in space. Takes time in proportion to shuffles times the pairs within
     * modules.
     *
     * @param positions one per node
     * @param shuffles at least 1
     * @param seed of the shuffles
     * @param listener is told after every shuffle and may cancel
     * @throws IllegalArgumentException if positions or partition are of another number of nodes than the graph,
     *     or the graph has negative weights, or there are no shuffles
     * @throws CancellationException if the listener cancels
     */
    public static SpatialModules of(
            Graph graph, Positions positions, Partition partition, int shuffles, long seed, RestartListener listener) {
        partition.checkFits(graph);
        if (positions.size() != graph.nodeCount()) {
            throw new IllegalArgumentException(
                    positions.size() + " positions, must be " + graph.nodeCount() + " as the nodes of the graph");
        }
        if (shuffles < 1) {
            throw new IllegalArgumentException("shuffles = " + shuffles + ", must be at least 1");
        }
        if (graph.hasNegativeWeights()) {
            throw new IllegalArgumentException("the graph has negative weights; pass graph.absolute()");
        }
        double[] shares = shares(graph, partition);
        int[][] members = partition.members();
        int[] place = new int[graph.nodeCount()];
        Arrays.setAll(place, n -> n);
        double within = meanDistance(members, place, positions);
        if (Double.isNaN(within)) {
            return new SpatialModules(within, Double.NaN, Double.NaN, 1, shuffles, seed, shares[0], shares[1]);
        }
        double expected = meanDistance(new int[][] {place.clone()}, place, positions);
        SeededRandom random = new SeededRandom(seed);
        // Sums in another order differ by rounding; a shuffle that changes nothing must count.
        double limit = within * (1 + 1e-12);
        int asClose = 0;
        double square = 0;
        for (int k = 0; k < shuffles; k++) {
            random.shuffle(place);
            double shuffled = meanDistance(members, place, positions);
            asClose += shuffled <= limit ? 1 : 0;
            square += (shuffled - expected) * (shuffled - expected) / shuffles;
            if (!listener.finished(k + 1, shuffles)) {
                throw new CancellationException("cancelled after " + (k + 1) + " of " + shuffles + " shuffles");
            }
        }
        double pValue = (1.0 + asClose) / (1.0 + shuffles);
        return new SpatialModules(within, expected, Math.sqrt(square), pValue, shuffles, seed, shares[0], shares[1]);
    }

    private static double[] shares(Graph graph, Partition partition) {
        long edges = 0;
        long inside = 0;
        double weight = 0;
        double insideWeight = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                if (graph.target(slot) == n) {
                    continue;
                }
                boolean within = partition.community(n) == partition.community(graph.target(slot));
                edges++;
                inside += within ? 1 : 0;
                weight += graph.weight(slot);
                insideWeight += within ? graph.weight(slot) : 0;
            }
        }
        return new double[] {(double) inside / edges, insideWeight / weight};
    }

    private static double meanDistance(int[][] members, int[] place, Positions positions) {
        double[] coordinates = positions.toArray();
        int dimensions = positions.dimensions();
        double sum = 0;
        long pairs = 0;
        for (int[] module : members) {
            for (int a = 0; a < module.length; a++) {
                for (int b = 0; b < a; b++) {
                    sum += ConductionDelay.distance(coordinates, dimensions, place[module[a]], place[module[b]]);
                }
            }
            pairs += (long) module.length * (module.length - 1) / 2;
        }
        return sum / pairs;
    }

    /**
     * Returns how far pairs of one module are apart, as a part of what is expected; 1 if modules ignore space.
     */
    public double ratio() {
        return withinDistance / expectedDistance;
    }

    /**
     * Returns how many null deviations the distance lies below what is expected: positive for compact modules, 0 if
     * no shuffle makes a difference.
     */
    public double z() {
        return nullDeviation <= 1e-12 * expectedDistance ? 0 : (expectedDistance - withinDistance) / nullDeviation;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "nodes of one module %.6g mm apart, expected %.6g (ratio %.4f, z %.2f, p %.4g, %d shuffles, seed %d);"
                        + " %.4f of edges and %.4f of weight within modules",
                withinDistance,
                expectedDistance,
                ratio(),
                z(),
                pValue,
                shuffles,
                seed,
                edgeShare,
                weightShare);
    }
}
