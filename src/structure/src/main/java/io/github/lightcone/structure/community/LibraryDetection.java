package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.IterativeCPMClusteringAlgorithm;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.LouvainAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Leiden and Louvain of networkanalysis on an undirected graph without negative weights.
 *
 * <p>The library raises {@code sum_ij (w_ij - r n_i n_j)} over pairs within communities, r being its resolution
 * and n the weights of nodes. With strengths for n (a self-loop counting twice) and {@code r = resolution / (2
 * m)}, m the total weight with self-loops, this is modularity times 2 m. Self-loops themselves are left out: no
 * partition changes what they add. Edges of weight 0 are left out: the library takes a sum of weight 0 for a
 * community it has not met. Its randomness is measured in weights as they stand, so these are divided by their
 * mean.
 */
final class LibraryDetection implements Detector {

    private final Network network;
    private final double resolution;
    private final Method method;

    LibraryDetection(Graph graph, Method method, double resolution) {
        this.method = method;
        int nodes = graph.nodeCount();
        long[] first = new long[nodes + 1];
        int[] neighbour = new int[graph.slotCount()];
        double[] weight = new double[graph.slotCount()];
        double[] strength = new double[nodes];
        int count = 0;
        double total = 0;
        double sum = 0;
        for (int n = 0; n < nodes; n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                double w = graph.weight(slot);
                if (graph.target(slot) == n) {
                    strength[n] += 2 * w;
                } else if (w > 0) {
                    strength[n] += w;
                    neighbour[count] = graph.target(slot);
                    weight[count++] = w;
                    sum += w;
                }
            }
            first[n + 1] = count;
            total += strength[n];
        }
        double mean = count > 0 ? sum / count : 1;
        for (int slot = 0; slot < count; slot++) {
            weight[slot] /= mean;
        }
        for (int n = 0; n < nodes; n++) {
            strength[n] /= mean;
        }
        this.resolution = total > 0 ? resolution * mean / total : 0;
        network = new Network(
                strength,
                first,
                new LargeIntArray(Arrays.copyOf(neighbour, count)),
                new LargeDoubleArray(Arrays.copyOf(weight, count)),
                false);
    }

    @Override
    public int[] detect(SeededRandom random) {
        if (network.getNNodes() == 0) {
            return new int[0];
        }
        Random source = new Random(random.nextLong());
        IterativeCPMClusteringAlgorithm algorithm = method == Method.LEIDEN
                ? new LeidenAlgorithm(resolution, 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, source)
                : new LouvainAlgorithm(resolution, 1, source);
        Clustering clustering = new Clustering(network.getNNodes());
        int iterations = 0;
        while (iterations++ < MOST_ITERATIONS && algorithm.improveClustering(network, clustering)) {}
        return clustering.getClusters();
    }
}
