package io.github.lightcone.structure.measure;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * Communicability of weighted graphs: {@code expm(S^-1/2 |W| S^-1/2)}, S the diagonal matrix of the row sums of |W|
 * (Crofts and Higham, J. R. Soc. Interface 6:411, 2009). Signs of weights are dropped, direction and self-loops count. A
 * node without outgoing weight has {@code S^-1/2 = 0}: neither its arcs out nor those to it take part.
 *
 * <p>The argument is similar to P = S^-1 |W|, whose rows are at least 0 and add up to at most 1: {@code expm(S^1/2 P
 * S^-1/2) = S^1/2 expm(P) S^-1/2}. The Taylor series of expm(P) adds up terms of one sign, without cancellation, and is
 * cut where the terms of a row add up to less than 1e-19; it needs only products of P with rows, of which some go at
 * once. O(nodes edges) time, 1.5 KB per node besides the result.
 */
public final class Communicability {

    /** The sum of 1 / k! over k above it is below 1e-19. */
    private static final int TERMS = 20;

    /** Rows computed at once. */
    private static final int WIDTH = 64;

    private final Graph graph;
    private final double[] step;
    private final double[] root;

    private Communicability(Graph graph) {
        this.graph = graph;
        int nodes = graph.nodeCount();
        double[] rowSum = Strengths.of(graph.absolute(), Direction.OUT);
        step = new double[graph.slotCount()];
        root = new double[nodes];
        for (int n = 0; n < nodes; n++) {
            root[n] = rowSum[n] > 0 ? Math.sqrt(rowSum[n]) : 1;
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                boolean takesPart = rowSum[n] > 0 && rowSum[graph.target(slot)] > 0;
                step[slot] = takesPart ? Math.abs(graph.weight(slot)) / rowSum[n] : 0;
            }
        }
    }

    /** Is given one row after another. */
    @FunctionalInterface
    interface RowReader {

        /** Reads a row, which is overwritten afterwards. */
        void read(int node, double[] row);
    }

    /**
     * Returns the matrix, nodes x nodes, diagonal included.
     *
     * @param progress is told which share of the rows is done; what it throws ends the work
     */
    public static double[][] matrix(Graph graph, Progress progress) {
        double[][] matrix = new double[graph.nodeCount()][];
        forEachRow(graph, (node, row) -> matrix[node] = row.clone(), progress);
        return matrix;
    }

    /**
     * Returns the matrix with a diagonal of 0, as it stands in costs of communicability (Achterberg et al., Nat. Mach.
     * Intell. 5:1369, 2023).
     */
    public static double[][] betweenNodes(Graph graph, Progress progress) {
        double[][] matrix = matrix(graph, progress);
        for (int n = 0; n < matrix.length; n++) {
            matrix[n][n] = 0;
        }
        return matrix;
    }

    /** Computes row after row, never holding more than a few. */
    static void forEachRow(Graph graph, RowReader reader, Progress progress) {
        Communicability walk = new Communicability(graph);
        int nodes = graph.nodeCount();
        double[] row = new double[nodes];
        for (int first = 0; first < nodes; first += WIDTH) {
            int count = Math.min(WIDTH, nodes - first);
            double[][] sum = walk.rows(first, count);
            for (int k = 0; k < count; k++) {
                for (int n = 0; n < nodes; n++) {
                    row[n] = sum[n][k] * walk.root[first + k] / walk.root[n];
                }
                reader.read(first + k, row);
            }
            progress.done((double) (first + count) / nodes);
        }
    }

    /** Returns some rows of expm(P): entry n of row {@code first + k} at {@code [n][k]}. */
    private double[][] rows(int first, int count) {
        int nodes = graph.nodeCount();
        double[][] sum = new double[nodes][WIDTH];
        double[][] term = new double[nodes][WIDTH];
        double[][] next = new double[nodes][WIDTH];
        for (int k = 0; k < count; k++) {
            term[first + k][k] = 1;
            sum[first + k][k] = 1;
        }
        for (int power = 1; power <= TERMS; power++) {
            for (int n = 0; n < nodes; n++) {
                for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                    add(step[slot] / power, term[n], next[graph.target(slot)]);
                }
            }
            for (int n = 0; n < nodes; n++) {
                add(1, next[n], sum[n]);
                Arrays.fill(term[n], 0);
            }
            double[][] swapped = term;
            term = next;
            next = swapped;
        }
        return sum;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int k = 0; k < WIDTH; k++) {
            to[k] += factor * from[k];
        }
    }
}
