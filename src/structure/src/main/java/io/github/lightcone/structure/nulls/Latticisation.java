package io.github.lightcone.structure.nulls;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;

/**
 * Graphs with the degrees of the given one whose connections are short along a ring of all nodes: swaps of two edges,
 * made only if |w| times ring distance, summed over the two, does not grow (Sporns and Zwi, Neuroinformatics 2:145,
 * 2004; with weights as in Rubinov and Sporns, NeuroImage 52:1059, 2010).
 *
 * <p>The order of the nodes around the ring is drawn for every graph. What is kept, what counts as an attempt and what
 * happens to weights is as in {@link DegreePreservingRewiring}. The chain descends, with no end state of its own: more
 * attempts give a more regular graph.
 *
 * @param attemptsPerEdge attempted swaps divided by the number of edges, 0 to 1000000
 */
public record Latticisation(double attemptsPerEdge) implements NullModel {

    /** Throws unless the attempts are allowed. */
    public Latticisation {
        EdgeSwaps.checkAttempts(attemptsPerEdge);
    }

    /** Fifty attempts per edge. */
    public Latticisation() {
        this(50);
    }

    @Override
    public Graph draw(Graph graph, SeededRandom random) {
        EdgeList edges = new EdgeList(graph);
        int nodes = edges.nodes;
        int[] place = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            place[n] = n;
        }
        random.shuffle(place);
        double[] weight = edges.weight;
        EdgeSwaps.Rule shorter = (e, a, b, f, c, d) -> {
            double we = Math.abs(weight[e]);
            double wf = Math.abs(weight[f]);
            double now = we * distance(nodes, place[a], place[b]) + wf * distance(nodes, place[c], place[d]);
            double then = we * distance(nodes, place[a], place[d]) + wf * distance(nodes, place[c], place[b]);
            return then <= now;
        };
        EdgeSwaps.attempt(edges, EdgeSwaps.count(attemptsPerEdge, edges.size()), random, shorter);
        return edges.toGraph();
    }

    private static int distance(int nodes, int place, int other) {
        int straight = Math.abs(place - other);
        return Math.min(straight, nodes - straight);
    }

    @Override
    public String toString() {
        return "latticisation that preserves degrees, " + attemptsPerEdge + " attempted swaps per edge";
    }
}
