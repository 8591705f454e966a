package io.github.lightcone.structure.nulls;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * Regular graphs with as many edges between distinct nodes as the given one: nodes stand on a ring in the order of
 * their numbers, all pairs one apart are connected, then all two apart, until the edges are used up; those of the last
 * distance are drawn at random. The largest |w| go to the shortest distance, at random within a distance. This is the
 * lattice of the small-world propensity (Muldoon, Bridgeford and Bassett, Sci. Rep. 6:22057, 2016). Degrees are not
 * kept.
 */
public record RingLattice() implements NullModel {

    @Override
    public Graph draw(Graph graph, SeededRandom random) {
        EdgeList edges = new EdgeList(graph);
        int size = edges.size();
        sortByMagnitude(edges.weight);
        int done = 0;
        for (int distance = 1; done < size; distance++) {
            int places = places(edges, distance);
            int[] order = new int[places];
            for (int k = 0; k < places; k++) {
                order[k] = k;
            }
            random.shuffle(order);
            for (int k = 0; k < places && done < size; k++) {
                place(edges, done++, order[k], distance);
            }
        }
        return edges.toGraph();
    }

    /** Returns how many edges lead as far as a distance around the ring. */
    private static int places(EdgeList edges, int distance) {
        int nodes = edges.nodes;
        boolean opposite = 2 * distance == nodes;
        return edges.directed ? (opposite ? nodes : 2 * nodes) : (opposite ? nodes / 2 : nodes);
    }

    private static void place(EdgeList edges, int edge, int place, int distance) {
        int nodes = edges.nodes;
        int from = place % nodes;
        edges.from[edge] = from;
        edges.to[edge] = place < nodes ? (from + distance) % nodes : (from - distance + nodes) % nodes;
    }

    private static void sortByMagnitude(double[] weight) {
        double[] sorted = Arrays.stream(weight)
                .boxed()
                .sorted((v, w) -> Double.compare(Math.abs(w), Math.abs(v)))
                .mapToDouble(Double::doubleValue)
                .toArray();
        System.arraycopy(sorted, 0, weight, 0, sorted.length);
    }

    @Override
    public String toString() {
        return "ring lattice of the same density";
    }
}
