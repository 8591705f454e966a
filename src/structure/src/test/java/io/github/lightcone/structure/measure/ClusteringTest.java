package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.structure.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ClusteringTest {

    /** Sums of products in another order. */
    private static final double TOLERANCE = 1e-13;

    @Test
    void directedIsWhatTheMatricesSay() {
        for (Graph graph : TestGraphs.many(true, false, true, 11)) {
            check(graph, Clustering.fagiolo(graph), Transitivity.binary(graph), triples(graph, false));
            check(graph, Clustering.fagioloWeighted(graph), Transitivity.weighted(graph), triples(graph, true));
        }
    }

    @Test
    void undirectedIsWhatTheMatricesSay() {
        for (Graph graph : TestGraphs.many(false, false, true, 12)) {
            check(graph, Clustering.wattsStrogatz(graph), Transitivity.binary(graph), triples(graph, false));
            check(graph, Clustering.onnela(graph), Transitivity.weighted(graph), triples(graph, true));
        }
    }

    private static void check(Graph graph, Clustering clustering, Measure transitivity, double[][] triples) {
        double closed = 0;
        double possible = 0;
        double sum = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            closed += triples[0][n];
            possible += triples[1][n];
            double expected = triples[1][n] == 0 ? 0 : triples[0][n] / triples[1][n];
            sum += expected;
            assertThat(clustering.ofNodes()[n]).isCloseTo(expected, within(TOLERANCE));
        }
        assertThat(clustering.mean()).isCloseTo(sum / graph.nodeCount(), within(TOLERANCE));
        if (possible == 0) {
            assertThat(transitivity.value()).isNaN();
        } else {
            assertThat(transitivity.value()).isCloseTo(closed / possible, within(TOLERANCE));
        }
    }

    /** The definition of Fagiolo (2007), on full matrices; of a symmetric one both parts are 4 times the undirected. */
    private static double[][] triples(Graph graph, boolean weighted) {
        int nodes = graph.nodeCount();
        double[][] w = TestGraphs.matrix(graph);
        double max = 0;
        for (double weight : graph.weights()) {
            max = Math.max(max, Math.abs(weight));
        }
        double largest = max;
        DoubleUnaryOperator root = v -> weighted ? Math.pow(Math.abs(v) / largest, 1 / 3.0) : 1;
        double[][] a = new double[nodes][nodes];
        double[][] s = new double[nodes][nodes];
        double[] degree = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                a[i][j] = w[i][j] != 0 ? 1 : 0;
                s[i][j] = (w[i][j] != 0 ? root.applyAsDouble(w[i][j]) : 0)
                        + (w[j][i] != 0 ? root.applyAsDouble(w[j][i]) : 0);
                degree[i] += a[i][j] + (w[j][i] != 0 ? 1 : 0);
            }
        }
        double[][] cube = TestGraphs.product(TestGraphs.product(s, s), s);
        double[][] square = TestGraphs.product(a, a);
        double[][] triples = new double[2][nodes];
        for (int n = 0; n < nodes; n++) {
            triples[0][n] = cube[n][n] / 2;
            triples[1][n] = degree[n] * (degree[n] - 1) - 2 * square[n][n];
        }
        return triples;
    }

    @Test
    void completeGraphsAndTrees() {
        Graph complete =
                TestGraphs.random(false, 9, 1, false, false, new Random(1)).binary();
        assertThat(Clustering.wattsStrogatz(complete).ofNodes()).containsOnly(1);
        assertThat(Clustering.onnela(complete.withWeights(w -> -3)).mean()).isCloseTo(1, within(TOLERANCE));
        List<int[]> star = new ArrayList<>();
        for (int n = 1; n < 6; n++) {
            star.add(new int[] {0, n, 1});
        }
        Graph tree = TestGraphs.of(false, 6, star, 1);
        assertThat(Clustering.wattsStrogatz(tree).mean()).isZero();
        assertThat(Transitivity.binary(tree).value()).isZero();
    }

    /** A cycle of three arcs is one of the two directed triangles that its three nodes could be part of. */
    @Test
    void aDirectedTriangle() {
        Graph cycle = TestGraphs.of(true, 3, List.of(new int[] {0, 1, 1}, new int[] {1, 2, 1}, new int[] {2, 0, 1}), 1);
        assertThat(Clustering.fagiolo(cycle).ofNodes()).containsExactly(0.5, 0.5, 0.5);
        assertThat(Transitivity.binary(cycle).value()).isEqualTo(0.5);
    }

    @Test
    void anArcOfWeightZeroIsAnArc() {
        Graph triangle = Graph.undirected(3, new int[] {0, 1, 2}, new int[] {1, 2, 0}, new double[] {1, 0, 1});
        assertThat(Clustering.wattsStrogatz(triangle).mean()).isEqualTo(1);
        assertThat(Clustering.onnela(triangle).mean()).isZero();
        assertThat(Clustering.onnela(triangle.withWeights(w -> 0)).mean()).isZero();
        assertThat(Clustering.fagiolo(triangle.withoutZeroWeights()).mean()).isZero();
    }

    @Test
    void whatIsNotDefinedIsRefused() {
        Graph directed = Graph.directed(2, new int[] {0}, new int[] {1}, new double[] {1});
        assertThatThrownBy(() -> Clustering.wattsStrogatz(directed))
                .hasMessage("Watts-Strogatz clustering: the directed graph of 2 nodes and 1 edges must be undirected; "
                        + "pass graph.undirected()");
        assertThatThrownBy(() -> Clustering.onnela(directed)).hasMessageContaining("pass graph.undirected()");
        Graph loop = Graph.undirected(1, new int[] {0}, new int[] {0}, new double[] {1});
        assertThatThrownBy(() -> Clustering.wattsStrogatz(loop))
                .hasMessageContaining("has 1 self-loops, must have none; pass graph.withoutSelfLoops()");
        assertThatThrownBy(() -> Clustering.fagioloWeighted(loop)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Transitivity.binary(loop)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itPrintsItsConventions() {
        assertThat(Clustering.wattsStrogatz(TestGraphs.ringLattice(20, 4)))
                .hasToString("clustering 0.500000 (Watts-Strogatz, undirected, binary, degree below 2 counts 0)");
        assertThat(Transitivity.binary(TestGraphs.ringLattice(20, 4)))
                .hasToString("transitivity 0.500000 (undirected, binary)");
    }
}
