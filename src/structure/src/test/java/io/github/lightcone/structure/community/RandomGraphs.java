package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Random;

/** Graphs for tests, and modularity as its definition has it. */
final class RandomGraphs {

    private RandomGraphs() {}

    /** Returns a graph with self-loops; weights are multiples of a quarter, above 0 unless it is signed. */
    static Graph random(Random random, int nodes, double density, boolean directed, boolean signed) {
        int[] from = new int[nodes * nodes];
        int[] to = new int[nodes * nodes];
        double[] weight = new double[nodes * nodes];
        int count = 0;
        for (int n = 0; n < nodes; n++) {
            for (int m = directed ? 0 : n; m < nodes; m++) {
                if (random.nextDouble() < density) {
                    from[count] = n;
                    to[count] = m;
                    weight[count++] = (1 + random.nextInt(8)) / 4.0 * (signed && random.nextInt(3) == 0 ? -1 : 1);
                }
            }
        }
        int[] f = Arrays.copyOf(from, count);
        int[] t = Arrays.copyOf(to, count);
        double[] w = Arrays.copyOf(weight, count);
        return directed ? Graph.directed(nodes, f, t, w) : Graph.undirected(nodes, f, t, w);
    }

    static Partition partition(Random random, int nodes, int communities) {
        return Partition.of(random.ints(nodes, 0, communities).toArray());
    }

    /** Returns a ring of cliques, each joined to the next by one edge. */
    static Graph ringOfCliques(int cliques, int size) {
        int perClique = size * (size - 1) / 2 + 1;
        int[] from = new int[cliques * perClique];
        int[] to = new int[from.length];
        int count = 0;
        for (int c = 0; c < cliques; c++) {
            for (int n = 0; n < size; n++) {
                for (int m = 0; m < n; m++) {
                    from[count] = c * size + n;
                    to[count++] = c * size + m;
                }
            }
            from[count] = c * size;
            to[count++] = (c + 1) % cliques * size + 1;
        }
        double[] weight = new double[from.length];
        Arrays.fill(weight, 1);
        return Graph.undirected(cliques * size, from, to, weight);
    }

    /**
     * Returns the matrix whose entries of sign {@code sign} are those of the graph without sign; undirected
     * loops twice.
     */
    static double[][] matrix(Graph graph, int sign) {
        double[][] matrix = new double[graph.nodeCount()][graph.nodeCount()];
        for (int n = 0; n < matrix.length; n++) {
            for (int m = 0; m < matrix.length; m++) {
                double weight = Math.max(0, sign * graph.weightBetween(n, m));
                matrix[n][m] = n == m && !graph.isDirected() ? 2 * weight : weight;
            }
        }
        return matrix;
    }

    static double total(double[][] matrix) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .sum();
    }

    /** Returns 1/M sum over pairs of one community of A_ij - resolution kOut_i kIn_j / M. */
    static double dense(double[][] matrix, Partition partition, double resolution) {
        double total = total(matrix);
        if (total == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            double out = Arrays.stream(matrix[i]).sum();
            for (int j = 0; j < matrix.length; j++) {
                double in = 0;
                for (double[] row : matrix) {
                    in += row[j];
                }
                if (partition.community(i) == partition.community(j)) {
                    sum += matrix[i][j] - resolution * out * in / total;
                }
            }
        }
        return sum / total;
    }
}
