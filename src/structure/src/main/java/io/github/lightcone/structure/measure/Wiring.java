package io.github.lightcone.structure.measure;

import io.github.lightcone.space.ConductionDelay;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the connections of a graph cost in space, {@code c = sum |w| d}, and how that compares with the cheapest and the
 * dearest way to place the same weights. Weights count without their signs, d is the Euclidean distance in mm. An
 * undirected edge counts once; self-loops are left out. NaN efficiency if all ways cost the same.
 *
 * @param places where the weights might have been
 * @param edges number of connections
 * @param cost c, mm times weight
 * @param minimum c with the largest weights at the shortest places
 * @param maximum c with the largest weights at the longest places
 */
public record Wiring(Places places, int edges, double cost, double minimum, double maximum) {

    /** Which places weights are thought to be free to take. */
    public enum Places {
        /** The connections there are: who is connected is given, how strongly is not. */
        CONNECTIONS,
        /** All pairs of distinct nodes, ordered if the graph is directed: only positions and weights are given. */
        ALL_PAIRS
    }

    /**
     * Measures wiring; O(edges log edges) time, for {@link Places#ALL_PAIRS} O(nodes^2 log nodes) time and 4 nodes^2
     * bytes.
     *
     * @throws IllegalArgumentException unless there is one position per node, or with more pairs than an array holds
     */
    public static Wiring of(Graph graph, Positions positions, Places places) {
        double[] slotLength = ConnectionLengths.ofSlots(graph, positions);
        int edges = graph.edgeCount() - graph.selfLoopCount();
        double[] weight = new double[edges];
        double[] length = new double[edges];
        double cost = 0;
        int edge = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                int m = graph.target(slot);
                if (m > n || (m < n && graph.isDirected())) {
                    weight[edge] = Math.abs(graph.weight(slot));
                    length[edge] = slotLength[slot];
                    cost += weight[edge] * length[edge];
                    edge++;
                }
            }
        }
        Arrays.sort(weight);
        boolean allPairs = places == Places.ALL_PAIRS;
        double[] place = allPairs ? pairDistances(positions) : length;
        Arrays.sort(place);
        int perPlace = allPairs && graph.isDirected() ? 2 : 1;
        double minimum = 0;
        double maximum = 0;
        for (int rank = 0; rank < edges; rank++) {
            double heavy = weight[edges - 1 - rank];
            minimum += heavy * place[rank / perPlace];
            maximum += heavy * place[place.length - 1 - rank / perPlace];
        }
        return new Wiring(places, edges, cost, minimum, maximum);
    }

    private static double[] pairDistances(Positions positions) {
        long nodes = positions.size();
        long pairs = nodes * (nodes - 1) / 2;
        if (pairs > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    nodes + " nodes, must be at most 65536 for wiring over all pairs; compare with CONNECTIONS");
        }
        double[] position = positions.toArray();
        double[] distance = new double[(int) pairs];
        int count = 0;
        for (int n = 0; n < nodes; n++) {
            for (int m = 0; m < n; m++) {
                distance[count++] = ConductionDelay.distance(position, positions.dimensions(), n, m);
            }
        }
        return distance;
    }

    /** Returns {@code 1 - (c - minimum) / (maximum - minimum)}: 1 the cheapest way, 0 the dearest. */
    public double efficiency() {
        return 1 - (cost - minimum) / (maximum - minimum);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "wiring cost %.6g (sum |w| d over %d connections), efficiency %.6g between %.6g and %.6g (weights "
                        + "dealt to %s)",
                cost,
                edges,
                efficiency(),
                minimum,
                maximum,
                places == Places.CONNECTIONS ? "the same connections" : "any pairs");
    }
}
