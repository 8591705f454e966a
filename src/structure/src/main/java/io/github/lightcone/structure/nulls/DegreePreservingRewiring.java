package io.github.lightcone.structure.nulls;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;

/**
 * Graphs with the degrees of the given one, connected at random: a Markov chain of swaps of two edges (Maslov and
 * Sneppen, Science 296:910, 2002).
 *
 * <p>Directed graphs keep the number of arcs into and out of every node, and the weight of an arc stays with its
 * source, so that strengths out are kept as well. Undirected ones keep the degree; the weight stays with one end, drawn
 * at random. Strengths are not kept otherwise. An attempt that would make a self-loop or a parallel edge counts and
 * leaves the graph as it is, which makes all graphs that swaps can reach equally likely in the long run; for undirected
 * graphs these are all with those degrees, for directed ones all but for the turning round of three-node cycles. The
 * result need not be connected.
 *
 * <p>O(attempts) time, up to 128 bytes per edge on top of the two graphs.
 *
 * @param attemptsPerEdge attempted swaps divided by the number of edges, 0 to 1000000
 */
public record DegreePreservingRewiring(double attemptsPerEdge) implements NullModel {

    /** Throws unless the attempts are allowed. */
    public DegreePreservingRewiring {
        EdgeSwaps.checkAttempts(attemptsPerEdge);
    }

    /** Ten attempts per edge, after which figures of the graph usually no longer depend on where it started. */
    public DegreePreservingRewiring() {
        this(10);
    }

    @Override
    public Graph draw(Graph graph, SeededRandom random) {
        EdgeList edges = new EdgeList(graph);
        int size = edges.size();
        EdgeSwaps swaps = new EdgeSwaps(edges);
        for (long left = EdgeSwaps.attempts(attemptsPerEdge, edges); left > 0; left--) {
            int e = random.nextInt(size);
            int f = random.nextInt(size);
            boolean turned = !edges.directed && random.nextBoolean();
            int a = edges.from[e];
            int b = edges.to[e];
            int c = turned ? edges.to[f] : edges.from[f];
            int d = turned ? edges.from[f] : edges.to[f];
            if (swaps.isPossible(a, b, c, d)) {
                swaps.make(e, a, b, f, c, d);
            }
        }
        return edges.toGraph();
    }

    @Override
    public String toString() {
        return "degree-preserving rewiring, " + attemptsPerEdge + " attempted swaps per edge";
    }
}
