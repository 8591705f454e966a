package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What many runs of community detection agree on (Lancichinetti and Fortunato, Scientific Reports 2, 2012, 336).
 *
 * <p>The share of runs in which two nodes are in one community is the weight of their edge in a consensus
 * graph; weights below the threshold are dropped; the same detection runs on that graph; and so on until all
 * runs find one partition. A node whose weights would all be dropped keeps the largest (the first of equal
 * ones), so that none falls off. Modularity on the consensus graph is at resolution 1, whatever it is on the
 * graph itself.
 *
 * @param partition the consensus; the first of the last round if that was not reached
 * @param modularity its modularity on the graph
 * @param rounds consensus graphs that were made
 * @param unanimous whether all runs of the last round found it
 * @param agreement mean normalised mutual information of all pairs of runs on the graph itself: 1 if all are
 *     equal
 * @param threshold see above
 * @param conventions what modularity means here, in words
 * @param detection how the runs were made
 */
public record ConsensusClustering(
        Partition partition,
        double modularity,
        int rounds,
        boolean unanimous,
        double agreement,
        double threshold,
        String conventions,
        CommunityDetection detection) {

    /** The threshold unless another is given. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    private static final int MOST_ROUNDS = 50;

    /** Returns the consensus at the threshold {@value #DEFAULT_THRESHOLD}. */
    public static ConsensusClustering of(Graph graph, CommunityDetection detection) {
        return of(graph, detection, DEFAULT_THRESHOLD, RestartListener.none());
    }

    /**
     * Returns the consensus. A round takes, beside detection, time in proportion to restarts times the pairs of
     * nodes within communities, and memory for the pairs that remain.
     *
     * @param detection its restarts are the runs, of every round
     * @param threshold weights below this are dropped, above 0 to 1
     * @param listener is told of the restarts on the graph itself and may cancel there and on every consensus
     *     graph
     * @throws IllegalArgumentException if the threshold is outside its range, or the graph has negative weights
     *     that the modularity refuses
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static ConsensusClustering of(
            Graph graph, CommunityDetection detection, double threshold, RestartListener listener) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold = " + threshold + ", must be above 0 and at most 1");
        }
        List<Partition> runs = detection.partitions(graph, listener);
        double agreement = agreement(runs);
        CommunityDetection onConsensus = detection.withModularity(Modularity.standard());
        int rounds = 0;
        while (!unanimous(runs) && rounds < MOST_ROUNDS) {
            runs = onConsensus.partitions(consensus(runs, threshold), listener);
            rounds++;
        }
        Partition partition = runs.get(0);
        return new ConsensusClustering(
                partition,
                detection.modularity().of(graph, partition),
                rounds,
                unanimous(runs),
                agreement,
                threshold,
                detection.modularity().conventions(graph),
                detection);
    }

    private static boolean unanimous(List<Partition> runs) {
        return runs.stream().allMatch(runs.get(0)::equals);
    }

    private static double agreement(List<Partition> runs) {
        double sum = 0;
        for (int a = 0; a < runs.size(); a++) {
            for (int b = 0; b < a; b++) {
                sum += PartitionComparison.of(runs.get(a), runs.get(b)).normalisedMutualInformation();
            }
        }
        int pairs = runs.size() * (runs.size() - 1) / 2;
        return pairs > 0 ? sum / pairs : 1;
    }

    /** Returns the graph of how often nodes are together. */
    static Graph consensus(List<Partition> runs, double threshold) {
        int nodes = runs.get(0).nodeCount();
        List<int[][]> members = new ArrayList<>();
        for (Partition run : runs) {
            members.add(run.members());
        }
        EdgeList edges = new EdgeList(nodes);
        int[] together = new int[nodes];
        int least = (int) Math.ceil(threshold * runs.size() - 1e-9);
        for (int n = 0; n < nodes; n++) {
            Arrays.fill(together, 0);
            for (int r = 0; r < runs.size(); r++) {
                for (int other : members.get(r)[runs.get(r).community(n)]) {
                    together[other]++;
                }
            }
            together[n] = 0;
            edges.addRow(n, together, least, runs.size());
        }
        return edges.graph();
    }

    /** Edges of the consensus graph as they come, row by row. */
    private static final class EdgeList {

        private final int[] rescue;
        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private double[] weight = new double[1024];
        private int count;

        EdgeList(int nodes) {
            rescue = new int[nodes];
            Arrays.fill(rescue, -1);
        }

        void addRow(int node, int[] together, int least, int runs) {
            int largest = 0;
            for (int other = 0; other < together.length; other++) {
                largest = together[other] > together[largest] ? other : largest;
                if (together[other] >= least && other > node) {
                    add(node, other, (double) together[other] / runs);
                }
            }
            if (together[largest] > 0 && together[largest] < least && rescue[largest] != node) {
                rescue[node] = largest;
                add(node, largest, (double) together[largest] / runs);
            }
        }

        private void add(int node, int other, double share) {
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
                weight = Arrays.copyOf(weight, 2 * count);
            }
            from[count] = node;
            to[count] = other;
            weight[count++] = share;
        }

        Graph graph() {
            return Graph.undirected(
                    rescue.length, Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(weight, count));
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "consensus of %d communities, Q = %.10f, %s after %d rounds; runs agree to NMI %.4f (%s; %s, seed %d, %d runs,"
                        + " threshold %s)",
                partition.count(),
                modularity,
                unanimous ? "unanimous" : "not unanimous",
                rounds,
                agreement,
                conventions,
                detection.method().name().toLowerCase(Locale.ROOT),
                detection.seed(),
                detection.restarts(),
                threshold);
    }
}
