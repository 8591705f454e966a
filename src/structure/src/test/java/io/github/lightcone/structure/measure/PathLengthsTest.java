package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathLengthsTest {

    /** Relative; sums in another order. */
    private static final double TOLERANCE = 1e-12;

    @Test
    void pathsAreThoseOfFloydAndWarshall() {
        for (boolean directed : new boolean[] {false, true}) {
            for (Graph graph : TestGraphs.many(directed, true, true, 21)) {
                check(graph, ArcLengths.hops(), TestGraphs.lengths(graph, false));
                check(graph, ArcLengths.inverseWeights(graph), TestGraphs.lengths(graph, true));
            }
        }
    }

    @Test
    void pathsThroughSpaceAreThoseOfFloydAndWarshall() {
        for (Graph graph : TestGraphs.many(true, true, true, 22)) {
            Positions positions = Positions.uniform(graph.nodeCount(), 3, 0, 2, new Random(5));
            double[][] length = TestGraphs.lengths(graph, false);
            for (int n = 0; n < length.length; n++) {
                for (int m = 0; m < length.length; m++) {
                    double square = 0;
                    for (int axis = 0; axis < 3; axis++) {
                        square += Math.pow(positions.coordinate(n, axis) - positions.coordinate(m, axis), 2);
                    }
                    length[n][m] = n == m ? 0 : length[n][m] * Math.sqrt(square);
                }
            }
            check(graph, ArcLengths.distances(graph, positions), length);
        }
    }

    private static void check(Graph graph, ArcLengths lengths, double[][] arcs) {
        double[][] distance = TestGraphs.distances(arcs);
        int nodes = graph.nodeCount();
        double sum = 0;
        double inverse = 0;
        double longest = 0;
        double connected = 0;
        for (int n = 0; n < nodes; n++) {
            assertThat(PathLengths.from(graph, lengths, n)).containsExactly(distance[n], within(1e-12));
            for (int m = 0; m < nodes; m++) {
                if (n != m && distance[n][m] < Double.POSITIVE_INFINITY) {
                    sum += distance[n][m];
                    inverse += 1 / distance[n][m];
                    longest = Math.max(longest, distance[n][m]);
                    connected++;
                }
            }
        }
        double pairs = (double) nodes * (nodes - 1);
        PathLengths paths = PathLengths.of(graph, lengths, Sources.all(), Progress.none());
        equal(paths.characteristic().value(), sum / connected);
        equal(paths.globalEfficiency().value(), inverse / pairs);
        equal(paths.connectedShare().value(), connected / pairs);
        equal(paths.diameter(), longest);
        assertThat(paths.characteristic().standardError()).isZero();
        assertThat(paths.globalEfficiency().isExact()).isTrue();
    }

    private static void equal(double value, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(value).isNaN();
        } else {
            assertThat(value).isCloseTo(expected, within(TOLERANCE * expected));
        }
    }

    @Test
    void moreThan64SourcesAreSweptInTurns() {
        PathLengths ring =
                PathLengths.of(TestGraphs.ringLattice(1001, 2), ArcLengths.hops(), Sources.all(), Progress.none());
        assertThat(ring.diameter()).isEqualTo(500);
        assertThat(ring.characteristic().value()).isEqualTo(250.5);
    }

    /** Over many samples, the figure is right on average and off by its standard error. */
    @Test
    void standardErrorsAreThoseOfSamples() {
        Graph graph = TestGraphs.random(true, 200, 0.009, false, false, new Random(31));
        ArcLengths lengths = ArcLengths.inverseWeights(graph);
        PathLengths exact = PathLengths.of(graph, lengths, Sources.all(), Progress.none());
        assertThat(exact.connectedShare().value()).isBetween(0.2, 0.9);
        int samples = 400;
        double[] squares = new double[3];
        double[] variances = new double[3];
        double[] errors = new double[3];
        for (int seed = 0; seed < samples; seed++) {
            PathLengths sampled = PathLengths.of(graph, lengths, new Sources(100, 120, seed), Progress.none());
            assertThat(sampled.diameter()).isLessThanOrEqualTo(exact.diameter());
            Estimate[] some = {sampled.characteristic(), sampled.globalEfficiency(), sampled.connectedShare()};
            Estimate[] all = {exact.characteristic(), exact.globalEfficiency(), exact.connectedShare()};
            for (int k = 0; k < 3; k++) {
                assertThat(some[k].sampled()).isEqualTo(120);
                double error = some[k].value() - all[k].value();
                errors[k] += error / samples;
                squares[k] += error * error / samples;
                variances[k] += some[k].standardError() * some[k].standardError() / samples;
            }
        }
        for (int k = 0; k < 3; k++) {
            assertThat(Math.sqrt(squares[k] / variances[k]))
                    .as("actual over stated error of figure " + k)
                    .isBetween(0.85, 1.15);
            assertThat(Math.abs(errors[k])).isLessThan(4 * Math.sqrt(squares[k] / samples));
        }
    }

    @Test
    void samplesAreSeeded() {
        Graph graph = TestGraphs.random(false, 120, 0.05, false, false, new Random(3));
        PathLengths first = PathLengths.of(graph, ArcLengths.hops(), new Sources(10, 20, 7), Progress.none());
        assertThat(PathLengths.of(graph, ArcLengths.hops(), new Sources(10, 20, 7), Progress.none()))
                .isEqualTo(first);
        assertThat(PathLengths.of(graph, ArcLengths.hops(), new Sources(10, 20, 8), Progress.none()))
                .isNotEqualTo(first);
        assertThat(first.toString()).contains("20 of 120 nodes", "diameter at least ", "(undirected, hops)");
        assertThatThrownBy(() -> new Sources(10, 1, 0)).hasMessageContaining("sample = 1");
    }

    @Test
    void arcsOfWeightZeroAreNoWayForWeightedPaths() {
        Graph graph = Graph.directed(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {0, 2});
        assertThat(PathLengths.from(graph, ArcLengths.hops(), 0)).containsExactly(0, 1, 2);
        assertThat(PathLengths.from(graph, ArcLengths.inverseWeights(graph), 0))
                .containsExactly(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(PathLengths.from(graph, ArcLengths.inverseWeights(graph), 1))
                .containsExactly(Double.POSITIVE_INFINITY, 0, 0.5);
    }

    @Test
    void nodesInOnePlaceMakeEfficiencyInfinite() {
        Graph graph = Graph.undirected(2, new int[] {0}, new int[] {1}, new double[] {1});
        ArcLengths lengths = ArcLengths.distances(graph, Positions.origin(2, 3));
        PathLengths paths = PathLengths.of(graph, lengths, Sources.all(), Progress.none());
        assertThat(paths.characteristic().value()).isZero();
        assertThat(paths.globalEfficiency().value()).isInfinite();
    }

    @Test
    void progressRisesToOneAndMayEndTheWork() {
        Graph graph = TestGraphs.ringLattice(300, 4);
        List<Double> told = new ArrayList<>();
        PathLengths.of(graph, ArcLengths.hops(), Sources.all(), told::add);
        assertThat(told).isSorted().hasSize(5).endsWith(1.0);
        assertThatThrownBy(() -> PathLengths.of(graph, ArcLengths.hops(), Sources.all(), fraction -> {
                    throw new IllegalStateException("stop at " + fraction);
                }))
                .hasMessageStartingWith("stop at 0.2");
    }

    @Test
    void lengthsAndPositionsOfAnotherGraphAreRefused() {
        Graph graph = TestGraphs.ringLattice(10, 2);
        ArcLengths other = ArcLengths.inverseWeights(TestGraphs.ringLattice(10, 4));
        assertThatThrownBy(() -> PathLengths.of(graph, other, Sources.all(), Progress.none()))
                .hasMessageContaining("40 arc lengths");
        assertThatThrownBy(() -> ArcLengths.distances(graph, Positions.origin(9, 2)))
                .hasMessageContaining("must be one per node");
        assertThatThrownBy(() -> PathLengths.from(graph, ArcLengths.hops(), 10))
                .hasMessage("source = 10, must be between 0 and 9");
    }
}
