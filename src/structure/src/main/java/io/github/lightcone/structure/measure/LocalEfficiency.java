package io.github.lightcone.structure.measure;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Locale;

/**
 * Local efficiency: the global efficiency of what is between the neighbours of a node, once the node is gone (Latora
 * and Marchiori, Phys. Rev. Lett. 87:198701, 2001), averaged over the nodes.
 *
 * <p>Neighbours are the nodes at the other end of arcs in or out. Paths go only through neighbours, along arcs in their
 * direction. A node with fewer than two neighbours counts 0. Self-loops play no part; weights and positions only
 * through {@link ArcLengths}. With {@code 1 / |w|}, lengths of paths between neighbours count and the weights of the
 * node's own connections do not.
 *
 * @param conventions direction and what length is
 * @param efficiency mean over the nodes, NaN without nodes
 */
public record LocalEfficiency(String conventions, Estimate efficiency) {

    /**
     * Measures local efficiency. With k neighbours and a arcs between them, a node takes O(k / 64 levels (k + a)) time
     * in hops and O(k (k + a) log k) otherwise.
     *
     * @param sources of which nodes
     * @param progress is told which share of the nodes is done; what it throws ends the work
     */
    public static LocalEfficiency of(Graph graph, ArcLengths lengths, Sources sources, Progress progress) {
        int[] chosen = sources.choose(graph.nodeCount());
        double[] ofChosen = new double[chosen.length];
        Neighbourhoods neighbourhoods = new Neighbourhoods(graph, lengths);
        for (int k = 0; k < chosen.length; k++) {
            ofChosen[k] = neighbourhoods.efficiency(chosen[k]);
            progress.done((k + 1.0) / chosen.length);
        }
        return new LocalEfficiency(
                (graph.isDirected() ? "directed, " : "undirected, ") + lengths,
                Estimate.mean(ofChosen, graph.nodeCount()));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "local efficiency %s (%s, fewer than two neighbours count 0)", efficiency, conventions);
    }

    /** The neighbours of one node after another. */
    private static final class Neighbourhoods {

        private final Graph graph;
        private final Graph reversed;
        private final Rows all;
        private final Rows part;
        private final int[] place;
        private final int[] members;
        private final int[] numbers;
        private final HopSweep hops = new HopSweep();
        private final LengthSweep paths = new LengthSweep();
        private final PathSums sums;

        Neighbourhoods(Graph graph, ArcLengths lengths) {
            this.graph = graph;
            reversed = graph.reversed();
            all = Rows.of(graph, lengths);
            part = new Rows(lengths.areHops());
            int nodes = graph.nodeCount();
            place = new int[nodes];
            Arrays.fill(place, -1);
            members = new int[nodes];
            numbers = new int[nodes];
            for (int n = 0; n < nodes; n++) {
                numbers[n] = n;
            }
            sums = new PathSums(nodes);
        }

        double efficiency(int node) {
            int count = add(graph, node, 0);
            count = reversed == graph ? count : add(reversed, node, count);
            part.take(all, members, count, place);
            for (int k = 0; k < count; k++) {
                place[members[k]] = -1;
            }
            if (count < 2) {
                return 0;
            }
            sums.clear(count);
            if (part.length == null) {
                for (int first = 0; first < count; first += HopSweep.WIDTH) {
                    hops.run(part, numbers, first, Math.min(HopSweep.WIDTH, count - first), sums);
                }
            } else {
                for (int k = 0; k < count; k++) {
                    paths.run(part, k, k, sums);
                }
            }
            double inverse = 0;
            for (int k = 0; k < count; k++) {
                inverse += sums.inverse[k];
            }
            return inverse / ((double) count * (count - 1));
        }

        private int add(Graph arcs, int node, int already) {
            int count = already;
            for (int slot = arcs.rowStart(node); slot < arcs.rowEnd(node); slot++) {
                int other = arcs.target(slot);
                if (other != node && place[other] < 0) {
                    place[other] = count;
                    members[count++] = other;
                }
            }
            return count;
        }
    }
}
