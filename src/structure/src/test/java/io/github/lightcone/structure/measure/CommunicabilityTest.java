package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class CommunicabilityTest {

    @Test
    void directedIsTheExponentialByScalingAndSquaring() {
        for (Graph graph : TestGraphs.many(true, true, true, 91)) {
            double[][] expected = exponential(normalised(graph));
            equal(Communicability.matrix(graph, Progress.none()), expected, 1e-12);
            for (int n = 0; n < expected.length; n++) {
                expected[n][n] = 0;
            }
            equal(Communicability.betweenNodes(graph, Progress.none()), expected, 1e-12);
        }
    }

    @Test
    void undirectedIsTheExponentialOfItsEigenvalues() {
        for (Graph graph : TestGraphs.many(false, true, true, 92)) {
            EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(normalised(graph)));
            double[] values = eigen.getRealEigenvalues();
            RealMatrix exponentials = MatrixUtils.createRealMatrix(values.length, values.length);
            for (int n = 0; n < values.length; n++) {
                exponentials.setEntry(n, n, Math.exp(values[n]));
            }
            double[][] expected =
                    eigen.getV().multiply(exponentials).multiply(eigen.getVT()).getData();
            equal(Communicability.matrix(graph, Progress.none()), expected, 1e-12);
        }
    }

    private static void equal(double[][] matrix, double[][] expected, double tolerance) {
        assertThat(matrix.length).isEqualTo(expected.length);
        for (int n = 0; n < matrix.length; n++) {
            assertThat(matrix[n]).containsExactly(expected[n], within(tolerance));
        }
    }

    /** Returns S^-1/2 |W| S^-1/2, with 0 for the inverse of 0. */
    private static double[][] normalised(Graph graph) {
        double[][] matrix = TestGraphs.matrix(graph);
        int nodes = matrix.length;
        double[] scale = new double[nodes];
        for (int n = 0; n < nodes; n++) {
            double sum = 0;
            for (double weight : matrix[n]) {
                sum += Math.abs(weight);
            }
            scale[n] = sum > 0 ? 1 / Math.sqrt(sum) : 0;
        }
        for (int n = 0; n < nodes; n++) {
            for (int m = 0; m < nodes; m++) {
                matrix[n][m] = Math.abs(matrix[n][m]) * scale[n] * scale[m];
            }
        }
        return matrix;
    }

    private static double[][] exponential(double[][] matrix) {
        int nodes = matrix.length;
        double[][] small = new double[nodes][nodes];
        double[][] sum = new double[nodes][nodes];
        for (int n = 0; n < nodes; n++) {
            for (int m = 0; m < nodes; m++) {
                small[n][m] = matrix[n][m] / 256;
            }
            sum[n][n] = 1;
        }
        double[][] term = sum;
        for (int power = 1; power <= 14; power++) {
            term = TestGraphs.product(term, small);
            double[][] next = new double[nodes][];
            for (int n = 0; n < nodes; n++) {
                next[n] = sum[n].clone();
                for (int m = 0; m < nodes; m++) {
                    term[n][m] /= power;
                    next[n][m] += term[n][m];
                }
            }
            sum = next;
        }
        for (int squaring = 0; squaring < 8; squaring++) {
            sum = TestGraphs.product(sum, sum);
        }
        return sum;
    }

    @Test
    void entropyIsThatOfTheRows() {
        for (Graph graph : TestGraphs.many(true, true, true, 93)) {
            RowEntropy shannon = RowEntropy.shannon(graph);
            RowEntropy communicability = RowEntropy.communicability(graph, Progress.none());
            double[][] weights = TestGraphs.matrix(graph);
            double[][] exponential = Communicability.matrix(graph, Progress.none());
            double mean = 0;
            int empty = 0;
            for (int n = 0; n < graph.nodeCount(); n++) {
                double expected = entropy(weights[n]);
                mean += expected / graph.nodeCount();
                empty += graph.rowStart(n) == graph.rowEnd(n) ? 1 : 0;
                assertThat(shannon.ofNodes()[n]).isCloseTo(expected, within(1e-12));
                assertThat(communicability.ofNodes()[n]).isCloseTo(entropy(exponential[n]), within(1e-12));
            }
            assertThat(shannon.mean()).isCloseTo(mean, within(1e-12));
            assertThat(shannon.emptyRows()).isEqualTo(empty);
            assertThat(communicability.emptyRows()).isZero();
        }
    }

    private static double entropy(double[] row) {
        double sum = 0;
        for (double v : row) {
            sum += Math.abs(v);
        }
        double bits = 0;
        for (double v : row) {
            double p = Math.abs(v) / sum;
            bits -= p > 0 ? p * Math.log(p) / Math.log(2) : 0;
        }
        return bits;
    }

    /** Of a complete graph with equal weights, expm is known: (e - e^(-1/(n-1))) / n off the diagonal. */
    @Test
    void completeGraphsAreKnown() {
        int nodes = 9;
        Graph complete =
                TestGraphs.random(false, nodes, 1, false, false, new Random(1)).withWeights(w -> -0.3);
        double decay = Math.exp(-1.0 / (nodes - 1));
        double[][] matrix = Communicability.matrix(complete, Progress.none());
        assertThat(matrix[0][1]).isCloseTo((Math.E - decay) / nodes, within(1e-15));
        assertThat(matrix[8][8]).isCloseTo((Math.E - decay) / nodes + decay, within(1e-15));
        assertThat(RowEntropy.shannon(complete).mean()).isCloseTo(3, within(1e-14));
    }

    @Test
    void nodesWithoutWeightOutTakeNoPart() {
        Graph graph = Graph.directed(3, new int[] {0, 1, 0}, new int[] {1, 0, 2}, new double[] {1, 2, 1});
        double[][] matrix = Communicability.matrix(graph, Progress.none());
        assertThat(matrix[0][2]).isZero();
        assertThat(matrix[2]).containsExactly(0, 0, 1);
        assertThat(RowEntropy.communicability(graph, Progress.none()).ofNodes()[2])
                .isZero();
        assertThat(RowEntropy.shannon(graph))
                .hasToString("row entropy 0.333333 bits (rows of |W|, directed; 1 of 3 empty, counting 0)");
    }
}
