package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * Sums over triangles by the forward algorithm (Schank and Wagner, WEA 2005): edges point from the node of lower degree
 * to the one of higher degree, and every triangle is found once, at its lowest node. O(edges^1.5).
 */
final class TriangleSums {

    private TriangleSums() {}

    /**
     * Returns for every node the sum, over the triangles it is part of, of the product of the three weights.
     *
     * @param graph undirected, without self-loops
     */
    static double[] of(Graph graph) {
        int nodes = graph.nodeCount();
        int[] rank = ranks(graph);
        int[] start = new int[nodes + 1];
        int[] higher = new int[graph.slotCount() / 2];
        double[] weight = new double[higher.length];
        int count = 0;
        for (int n = 0; n < nodes; n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                int m = graph.target(slot);
                if (rank[m] > rank[n]) {
                    higher[count] = m;
                    weight[count++] = graph.weight(slot);
                }
            }
            start[n + 1] = count;
        }
        double[] sum = new double[nodes];
        double[] toMarked = new double[nodes];
        boolean[] marked = new boolean[nodes];
        for (int n = 0; n < nodes; n++) {
            for (int i = start[n]; i < start[n + 1]; i++) {
                marked[higher[i]] = true;
                toMarked[higher[i]] = weight[i];
            }
            for (int i = start[n]; i < start[n + 1]; i++) {
                int m = higher[i];
                for (int j = start[m]; j < start[m + 1]; j++) {
                    int l = higher[j];
                    if (marked[l]) {
                        double product = weight[i] * weight[j] * toMarked[l];
                        sum[n] += product;
                        sum[m] += product;
                        sum[l] += product;
                    }
                }
            }
            for (int i = start[n]; i < start[n + 1]; i++) {
                marked[higher[i]] = false;
            }
        }
        return sum;
    }

    /** Returns the place of every node in an order by degree, then number. */
    private static int[] ranks(Graph graph) {
        int nodes = graph.nodeCount();
        long[] key = new long[nodes];
        for (int n = 0; n < nodes; n++) {
            key[n] = ((long) (graph.rowEnd(n) - graph.rowStart(n)) << 32) | n;
        }
        Arrays.sort(key);
        int[] rank = new int[nodes];
        for (int place = 0; place < nodes; place++) {
            rank[(int) key[place]] = place;
        }
        return rank;
    }
}
