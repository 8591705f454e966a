package io.github.lightcone.structure.graph;

import io.github.lightcone.network.Network;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/**
 * A weighted graph, directed or undirected, in compressed rows. Immutable.
 *
 * <p>Row n holds the arcs that leave node n, by ascending target: {@code target(slot)} and {@code
 * weight(slot)} for slots from {@code rowStart(n)} to before {@code rowEnd(n)}. An undirected edge between
 * two nodes stands in both rows, with one weight; a self-loop stands once in its row, directed or not. There is at
 * most one arc from a node to another: weights of parallel ones are added. Weights are finite, of any sign;
 * an arc of weight 0 is an arc.
 */
public final class Graph {

    private final boolean directed;
    private final int[] rowStart;
    private final int[] target;
    private final double[] weight;

    private Graph(boolean directed, int[] rowStart, int[] target, double[] weight) {
        this.directed = directed;
        this.rowStart = rowStart;
        this.target = target;
        this.weight = weight;
    }

    /**
     * Returns a directed graph.
     *
     * @param nodes number of nodes, at least 0
     * @param from source of each arc, 0 to {@code nodes - 1}
     * @param to target of each arc, likewise
     * @param weight weight of each arc, finite
     * @throws IllegalArgumentException if the arrays differ in length or hold a node or weight that is not allowed
     */
    public static Graph directed(int nodes, int[] from, int[] to, double[] weight) {
        check(nodes, from, to, weight);
        return build(true, nodes, from, to, weight);
    }

    /**
     * Returns an undirected graph.
     *
     * @param nodes number of nodes, at least 0
     * @param from one end of each edge, 0 to {@code nodes - 1}
     * @param to the other end; an edge is given once, in either order: given in both, it counts twice
     * @param weight weight of each edge, finite
     * @throws IllegalArgumentException if the arrays differ in length or hold a node or weight that is not allowed
     */
    public static Graph undirected(int nodes, int[] from, int[] to, double[] weight) {
        check(nodes, from, to, weight);
        int loops = 0;
        for (int k = 0; k < from.length; k++) {
            loops += from[k] == to[k] ? 1 : 0;
        }
        int arcs = Math.subtractExact(Math.multiplyExact(2, from.length), loops);
        int[] bothFrom = Arrays.copyOf(from, arcs);
        int[] bothTo = Arrays.copyOf(to, arcs);
        double[] bothWeight = Arrays.copyOf(weight, arcs);
        int next = from.length;
        for (int k = 0; k < from.length; k++) {
            if (from[k] != to[k]) {
                bothFrom[next] = to[k];
                bothTo[next] = from[k];
                bothWeight[next++] = weight[k];
            }
        }
        return build(false, nodes, bothFrom, bothTo, bothWeight);
    }

    /**
     * Returns the directed graph of a network: a node per neuron, sources included, and an arc per connected
     * pair, whose weight is the sum of those of its synapses. Synapses of weight exactly 0 are left out: pruned.
     */
    public static Graph of(Network network) {
        double[] all = network.parameters().weight();
        int[] from = new int[all.length];
        int[] to = new int[all.length];
        double[] weight = new double[all.length];
        int count = 0;
        for (int s = 0; s < all.length; s++) {
            if (all[s] != 0) {
                from[count] = network.source(s);
                to[count] = network.target(s);
                weight[count++] = all[s];
            }
        }
        return directed(
                network.neuronCount(),
                Arrays.copyOf(from, count),
                Arrays.copyOf(to, count),
                Arrays.copyOf(weight, count));
    }

    private static void check(int nodes, int[] from, int[] to, double[] weight) {
        if (nodes < 0) {
            throw new IllegalArgumentException("nodes = " + nodes + ", must be at least 0");
        }
        if (to.length != from.length || weight.length != from.length) {
            throw new IllegalArgumentException(from.length + " sources, " + to.length + " targets and " + weight.length
                    + " weights, must be as many of each");
        }
        for (int k = 0; k < from.length; k++) {
            if (from[k] < 0 || from[k] >= nodes || to[k] < 0 || to[k] >= nodes) {
                throw new IllegalArgumentException("edge " + k + " from " + from[k] + " to " + to[k]
                        + ", nodes must be between 0 and " + (nodes - 1));
            }
            if (!Double.isFinite(weight[k])) {
                throw new IllegalArgumentException("weight of edge " + k + " from " + from[k] + " to " + to[k] + " = "
                        + weight[k] + ", must be finite");
            }
        }
    }

    /** Sorts arcs by source and target, keeping the order of parallel ones, and adds those up. */
    private static Graph build(boolean directed, int nodes, int[] from, int[] to, double[] weight) {
        int[] byTarget = countingSort(nodes, to, null);
        int[] order = countingSort(nodes, from, byTarget);
        int[] rowStart = new int[nodes + 1];
        int[] target = new int[from.length];
        double[] sum = new double[from.length];
        int count = 0;
        int previous = -1;
        for (int arc : order) {
            if (previous >= 0 && from[arc] == from[previous] && to[arc] == to[previous]) {
                sum[count - 1] += weight[arc];
            } else {
                target[count] = to[arc];
                sum[count++] = weight[arc];
                rowStart[from[arc] + 1] = count;
            }
            previous = arc;
        }
        for (int n = 0; n < nodes; n++) {
            rowStart[n + 1] = Math.max(rowStart[n + 1], rowStart[n]);
        }
        return new Graph(directed, rowStart, Arrays.copyOf(target, count), Arrays.copyOf(sum, count));
    }

    /** Returns the arcs by ascending key; those of one key in the given order, or by number. */
    private static int[] countingSort(int nodes, int[] key, int[] given) {
        int[] place = new int[nodes + 1];
        for (int k : key) {
            place[k + 1]++;
        }
        for (int n = 0; n < nodes; n++) {
            place[n + 1] += place[n];
        }
        int[] sorted = new int[key.length];
        for (int k = 0; k < key.length; k++) {
            int arc = given == null ? k : given[k];
            sorted[place[key[arc]]++] = arc;
        }
        return sorted;
    }

    /** Returns whether arcs have a direction. */
    public boolean isDirected() {
        return directed;
    }

    /** Returns the number of nodes. */
    public int nodeCount() {
        return rowStart.length - 1;
    }

    /** Returns the number of slots: arcs if directed, else twice the edges less the self-loops. */
    public int slotCount() {
        return target.length;
    }

    /** Returns the number of edges: arcs if directed, else pairs of connected nodes and self-loops. */
    public int edgeCount() {
        return directed ? target.length : (target.length - selfLoopCount()) / 2 + selfLoopCount();
    }

    /** Returns the number of self-loops. */
    public int selfLoopCount() {
        int loops = 0;
        for (int n = 0; n < nodeCount(); n++) {
            loops += slot(n, n) >= 0 ? 1 : 0;
        }
        return loops;
    }

    /** Returns the first slot of a row. */
    public int rowStart(int node) {
        return rowStart[node];
    }

    /** Returns the slot after the last one of a row. */
    public int rowEnd(int node) {
        return rowStart[node + 1];
    }

    /** Returns the node to which an arc leads. */
    public int target(int slot) {
        return target[slot];
    }

    /** Returns the weight of an arc. */
    public double weight(int slot) {
        return weight[slot];
    }

    /** Returns the slot of the arc between two nodes, negative if there is none. */
    public int slot(int from, int to) {
        return Arrays.binarySearch(target, rowStart[from], rowStart[from + 1], to);
    }

    /** Returns the weight of the arc between two nodes, 0 if there is none. */
    public double weightBetween(int from, int to) {
        int slot = slot(from, to);
        return slot >= 0 ? weight[slot] : 0;
    }

    /** Returns the source of every slot, {@code slotCount()} numbers. */
    public int[] sources() {
        int[] source = new int[target.length];
        for (int n = 0; n < nodeCount(); n++) {
            Arrays.fill(source, rowStart[n], rowStart[n + 1], n);
        }
        return source;
    }

    /** Returns the target of every slot; a copy. */
    public int[] targets() {
        return target.clone();
    }

    /** Returns the weight of every slot; a copy. */
    public double[] weights() {
        return weight.clone();
    }

    /** Returns whether any weight is below 0. */
    public boolean hasNegativeWeights() {
        for (double w : weight) {
            if (w < 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the same graph with each arc turned round; an undirected graph itself. */
    public Graph reversed() {
        return directed ? build(true, nodeCount(), target, sources(), weight) : this;
    }

    /** Returns the same graph with weights that are a function of the old ones. */
    public Graph withWeights(DoubleUnaryOperator function) {
        double[] mapped = new double[weight.length];
        for (int slot = 0; slot < weight.length; slot++) {
            mapped[slot] = function.applyAsDouble(weight[slot]);
            if (!Double.isFinite(mapped[slot])) {
                throw new IllegalArgumentException(
                        "weight " + weight[slot] + " becomes " + mapped[slot] + ", must be finite");
            }
        }
        return new Graph(directed, rowStart, target, mapped);
    }

    /** Returns the same graph with all weights 1. */
    public Graph binary() {
        return withWeights(w -> 1);
    }

    /** Returns the same graph with weights without their signs. */
    public Graph absolute() {
        return withWeights(Math::abs);
    }

    /** Returns the undirected graph in which an edge has the sum of the weights of its two directions. */
    public Graph undirected() {
        if (!directed) {
            return this;
        }
        return undirected(nodeCount(), sources(), target, weight);
    }

    /** Returns the same graph without self-loops. */
    public Graph withoutSelfLoops() {
        int[] source = sources();
        return select(slot -> source[slot] != target[slot]);
    }

    /** Returns the same graph without arcs of weight 0. */
    public Graph withoutZeroWeights() {
        return select(slot -> weight[slot] != 0);
    }

    /** Returns the same graph with those arcs only whose weights pass a test. */
    public Graph withWeightsThat(DoublePredicate pass) {
        return select(slot -> pass.test(weight[slot]));
    }

    /**
     * Returns the graph of some nodes and the arcs among them. Node k of it is {@code nodes[k]} of this one.
     *
     * @param nodes each at most once
     * @throws IllegalArgumentException if a node does not exist or is named twice
     */
    public Graph subgraph(int... nodes) {
        int[] place = new int[nodeCount()];
        Arrays.fill(place, -1);
        int arcs = 0;
        for (int k = 0; k < nodes.length; k++) {
            int node = nodes[k];
            if (node < 0 || node >= nodeCount() || place[node] >= 0) {
                throw new IllegalArgumentException("node " + node + " of a subgraph, must be between 0 and "
                        + (nodeCount() - 1) + ", each at most once");
            }
            place[node] = k;
            arcs += rowStart[node + 1] - rowStart[node];
        }
        int[] from = new int[arcs];
        int[] to = new int[arcs];
        double[] kept = new double[arcs];
        int count = 0;
        for (int k = 0; k < nodes.length; k++) {
            for (int slot = rowStart[nodes[k]]; slot < rowStart[nodes[k] + 1]; slot++) {
                if (place[target[slot]] >= 0) {
                    from[count] = k;
                    to[count] = place[target[slot]];
                    kept[count++] = weight[slot];
                }
            }
        }
        return build(
                directed,
                nodes.length,
                Arrays.copyOf(from, count),
                Arrays.copyOf(to, count),
                Arrays.copyOf(kept, count));
    }

    private Graph select(IntPredicate kept) {
        int[] newStart = new int[rowStart.length];
        int[] newTarget = new int[target.length];
        double[] newWeight = new double[weight.length];
        int count = 0;
        for (int n = 0; n < nodeCount(); n++) {
            for (int slot = rowStart[n]; slot < rowStart[n + 1]; slot++) {
                if (kept.test(slot)) {
                    newTarget[count] = target[slot];
                    newWeight[count++] = weight[slot];
                }
            }
            newStart[n + 1] = count;
        }
        return new Graph(directed, newStart, Arrays.copyOf(newTarget, count), Arrays.copyOf(newWeight, count));
    }

    @Override
    public String toString() {
        return (directed ? "directed" : "undirected") + " graph of " + nodeCount() + " nodes and " + edgeCount()
                + " edges";
    }
}
