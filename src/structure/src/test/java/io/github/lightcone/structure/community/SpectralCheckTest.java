package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralCheckTest {

    private static final Modularity STANDARD = Modularity.standard();

    /** Returns B + B', where B_ij sums to modularity over pairs of one community. */
    private static double[][] denseMatrix(double[][] weights, double resolution) {
        int nodes = weights.length;
        double total = Math.max(RandomGraphs.total(weights), 1e-300);
        double[][] matrix = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                double in = 0;
                for (double[] row : weights) {
                    in += row[j];
                }
                double b =
                        (weights[i][j] - resolution * Arrays.stream(weights[i]).sum() * in / total) / total;
                matrix[i][j] += b;
                matrix[j][i] += b;
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsTheLargestEigenvalueOfTheDenseMatrix(long seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(40);
        Graph graph = RandomGraphs.random(random, nodes, 0.3, seed % 2 == 0, false);
        Modularity modularity = STANDARD.withResolution(0.5 + random.nextDouble());
        double[][] dense = denseMatrix(RandomGraphs.matrix(graph, 1), modularity.resolution());
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(dense));
        double largest = Arrays.stream(eigen.getRealEigenvalues()).max().orElseThrow();
        SpectralCheck check = SpectralCheck.of(graph, modularity);
        assertThat(check.eigenvalue()).isCloseTo(largest, within(1e-12));
        assertThat(check.residual()).isBetween(0.0, 1e-10);
        assertThat(check.upper()).isCloseTo(nodes * largest / 2, within(1e-9));
        assertThat(check.lower()).isEqualTo(modularity.of(graph, check.bipartition()));
        CommunityResult found = CommunityDetection.leiden()
                .withModularity(modularity)
                .withRestarts(20)
                .detect(graph);
        assertThat(check.agrees(found.modularity())).isTrue();
    }

    @Test
    void theMatrixOfADetectionIsTheDenseOne() {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            Graph graph = RandomGraphs.random(random, 12, 0.4, seed % 2 == 0, true);
            Modularity modularity = new Modularity(0.7, NegativeWeights.GOMEZ);
            double[][] positive = RandomGraphs.matrix(graph, 1);
            double[][] negative = RandomGraphs.matrix(graph, -1);
            double plus = RandomGraphs.total(positive);
            double minus = RandomGraphs.total(negative);
            double[][] ofPositive = denseMatrix(positive, 0.7);
            double[][] ofNegative = denseMatrix(negative, 0.7);
            ModularityMatrix matrix = ModularityMatrix.of(graph, modularity);
            for (int i = 0; i < 12; i++) {
                double[] unit = new double[12];
                double[] column = new double[12];
                unit[i] = 1;
                matrix.multiply(unit, column);
                for (int j = 0; j < 12; j++) {
                    assertThat(column[j])
                            .isCloseTo(
                                    (plus * ofPositive[j][i] - minus * ofNegative[j][i]) / (plus + minus),
                                    within(1e-14));
                }
            }
        }
    }

    @Test
    void karateSplitsNearlyAsItDid() throws IOException {
        Graph graph = KnownGraphs.karate();
        SpectralCheck check = SpectralCheck.of(graph, STANDARD);
        assertThat(check.bipartition().count()).isEqualTo(2);
        assertThat(PartitionComparison.of(check.bipartition(), KnownGraphs.karateFactions())
                        .adjustedRand())
                .isGreaterThan(0.85);
        assertThat(check.agrees(0.4197896121)).isTrue();
        assertThat(check.agrees(check.lower() - 0.01)).isFalse();
        assertThat(check.agrees(check.upper() + 0.01)).isFalse();
    }

    @Test
    void whatCannotBeSplitStaysWhole() {
        Graph complete = RandomGraphs.ringOfCliques(1, 7).withoutSelfLoops();
        assertThat(SpectralCheck.of(complete, STANDARD).upper()).isCloseTo(0, within(1e-9));
        Graph single = Graph.undirected(1, new int[0], new int[0], new double[0]);
        SpectralCheck check = SpectralCheck.of(single, STANDARD);
        assertThat(check.bipartition()).isEqualTo(Partition.whole(1));
        assertThat(check.upper()).isZero();
        Graph none = Graph.undirected(0, new int[0], new int[0], new double[0]);
        assertThatThrownBy(() -> SpectralCheck.of(none, STANDARD))
                .hasMessage("the graph has no nodes, must have at least 1");
    }

    @Test
    void largeGraphsConvergeInFewSteps() {
        Graph graph = RandomGraphs.ringOfCliques(2, 300);
        SpectralCheck check = SpectralCheck.of(graph, STANDARD);
        assertThat(check.residual()).isLessThan(1e-12);
        assertThat(check.bipartition()).isEqualTo(ModularityTest.cliques(2, 300, 1));
        // Of the two indicator vectors, half their squared length lies along the constant vector, whose eigenvalue is
        // 0.
        assertThat(check.upper()).isCloseTo(2 * check.lower(), within(1e-3));
    }
}
