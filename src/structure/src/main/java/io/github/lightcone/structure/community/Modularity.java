package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;
import java.util.Locale;

/**
 * Modularity: the share of weight within communities, less what chance would put there.
 *
 * <pre>
 *     undirected   Q = sum_c [ L_c / m - resolution (k_c / 2m)^2 ]
 *     directed     Q = sum_c [ L_c / m - resolution kOut_c kIn_c / m^2 ]
 * </pre>
 *
 * with L_c the weight of edges within community c, m that of all edges, k_c the sum of strengths of its nodes
 * (Newman, Physical Review E 70, 2004, 056131; Leicht and Newman, Physical Review Letters 100, 2008, 118703;
 * the resolution of Reichardt and Bornholdt, Physical Review E 74, 2006, 016110). Which of the two is the
 * graph's: {@link Graph#isDirected}. Self-loops count as in NetworkX: an undirected one of weight w adds w to
 * L_c and 2 w to k_c. A graph without weight has Q = 0.
 *
 * @param resolution finite, at least 0; above 1 favours smaller communities
 * @param negativeWeights what negative weights mean
 */
public record Modularity(double resolution, NegativeWeights negativeWeights) {

    /** Checks the resolution. */
    public Modularity {
        if (!(resolution >= 0) || resolution == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("resolution = " + resolution + ", must be finite and at least 0");
        }
    }

    /** Returns modularity at resolution 1 that refuses negative weights. */
    public static Modularity standard() {
        return new Modularity(1, NegativeWeights.REFUSED);
    }

    /** Returns the same at another resolution. */
    public Modularity withResolution(double newResolution) {
        return new Modularity(newResolution, negativeWeights);
    }

    /** Returns the same with another meaning of negative weights. */
    public Modularity withNegativeWeights(NegativeWeights meaning) {
        return new Modularity(resolution, meaning);
    }

    /**
     * Returns the modularity of a partition of a graph. Takes time in proportion to nodes and edges.
     *
     * @throws IllegalArgumentException if the partition is of another number of nodes, or if the graph has
     *     negative weights and these are refused
     */
    public double of(Graph graph, Partition partition) {
        partition.checkFits(graph);
        checkSigns(graph);
        Excess positive = excess(graph, partition, 1);
        if (negativeWeights == NegativeWeights.REFUSED) {
            return ratio(positive.value, positive.total);
        }
        Excess negative = excess(graph, partition, -1);
        double total = positive.total + negative.total;
        double gain = negativeWeights == NegativeWeights.GOMEZ
                ? ratio(positive.value, total)
                : ratio(positive.value, positive.total);
        return gain - ratio(negative.value, total);
    }

    /** Throws if a graph has negative weights and these are refused. */
    void checkSigns(Graph graph) {
        if (negativeWeights == NegativeWeights.REFUSED && graph.hasNegativeWeights()) {
            throw new IllegalArgumentException("the graph has negative weights; pass graph.absolute(), or say what they"
                    + " mean by NegativeWeights.GOMEZ or RUBINOV_SPORNS");
        }
    }

    private static double ratio(double value, double total) {
        return total > 0 ? value / total : 0;
    }

    /** The weight within communities less what chance gives, and the total weight, of the weights of one sign. */
    private record Excess(double value, double total) {}

    private Excess excess(Graph graph, Partition partition, int sign) {
        double[] out = new double[partition.count()];
        double[] in = new double[partition.count()];
        double total = 0;
        double within = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            int from = partition.community(n);
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                int target = graph.target(slot);
                double weight = Math.max(0, sign * graph.weight(slot));
                if (target == n && !graph.isDirected()) {
                    weight *= 2;
                }
                int to = partition.community(target);
                out[from] += weight;
                in[to] += weight;
                total += weight;
                within += from == to ? weight : 0;
            }
        }
        double chance = 0;
        for (int community = 0; community < out.length; community++) {
            chance += out[community] * (in[community] / total);
        }
        return total > 0 ? new Excess(within - resolution * chance, total) : new Excess(0, 0);
    }

    /**
     * Returns what this means on a graph, such as {@code Newman (undirected), weighted, no self-loops,
     * resolution 1.0}.
     */
    public String conventions(Graph graph) {
        int loops = graph.selfLoopCount();
        return (graph.isDirected() ? "Leicht-Newman (directed)" : "Newman (undirected)")
                + (isBinary(graph) ? ", binary" : ", weighted")
                + (loops == 0 ? ", no self-loops" : ", " + loops + " self-loops as in NetworkX") + ", resolution "
                + resolution
                + switch (negativeWeights) {
                    case REFUSED -> "";
                    case GOMEZ -> ", signed after Gomez";
                    case RUBINOV_SPORNS -> ", signed after Rubinov and Sporns";
                };
    }

    private static boolean isBinary(Graph graph) {
        for (int slot = 0; slot < graph.slotCount(); slot++) {
            if (graph.weight(slot) != 1) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "modularity at resolution " + resolution + ", negative weights "
                + negativeWeights.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
