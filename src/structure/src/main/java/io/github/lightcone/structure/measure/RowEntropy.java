package io.github.lightcone.structure.measure;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.util.Locale;

/**
 * Entropy of rows, in bits: {@code -sum_j P_ij log2 P_ij} with P a matrix of numbers that are at least 0, divided by
 * its row sums; low where a node keeps to few others. Direction counts, so do self-loops, and weights without their
 * signs. A row of zeros has entropy 0.
 */
public final class RowEntropy {

    private final String matrix;
    private final double[] ofNodes;
    private int emptyRows;

    private RowEntropy(String matrix, int nodes) {
        this.matrix = matrix;
        ofNodes = new double[nodes];
    }

    /** Returns the entropy of the rows of |W| (Shannon, Bell Syst. Tech. J. 27:379, 1948); O(nodes + edges). */
    public static RowEntropy shannon(Graph graph) {
        RowEntropy entropy = new RowEntropy("|W|, " + direction(graph), graph.nodeCount());
        double[] row = new double[graph.nodeCount()];
        for (int n = 0; n < graph.nodeCount(); n++) {
            int count = 0;
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                row[count++] = Math.abs(graph.weight(slot));
            }
            entropy.set(n, row, count);
        }
        return entropy;
    }

    /**
     * Returns the entropy of the rows of the {@link Communicability} matrix, diagonal included; O(nodes edges) time,
     * O(nodes + edges) memory.
     *
     * @param progress is told which share of the rows is done; what it throws ends the work
     */
    public static RowEntropy communicability(Graph graph, Progress progress) {
        RowEntropy entropy =
                new RowEntropy("expm(S^-1/2 |W| S^-1/2) with its diagonal, " + direction(graph), graph.nodeCount());
        Communicability.forEachRow(graph, (node, row) -> entropy.set(node, row, row.length), progress);
        return entropy;
    }

    private static String direction(Graph graph) {
        return graph.isDirected() ? "directed" : "undirected";
    }

    private void set(int node, double[] row, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += row[k];
        }
        double entropy = 0;
        for (int k = 0; k < count; k++) {
            double p = row[k] / sum;
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        ofNodes[node] = entropy / Math.log(2);
        emptyRows += sum > 0 ? 0 : 1;
    }

    /** Returns the mean over all nodes, rows of zeros included; NaN without nodes. */
    public double mean() {
        double sum = 0;
        for (double bits : ofNodes) {
            sum += bits;
        }
        return sum / ofNodes.length;
    }

    /** Returns the entropy of every row, bits; a copy. */
    public double[] ofNodes() {
        return ofNodes.clone();
    }

    /** Returns the number of rows of zeros. */
    public int emptyRows() {
        return emptyRows;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "row entropy %.6g bits (rows of %s; %d of %d empty, counting 0)",
                mean(),
                matrix,
                emptyRows,
                ofNodes.length);
    }
}
