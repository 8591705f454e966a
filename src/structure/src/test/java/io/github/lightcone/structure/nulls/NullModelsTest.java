package io.github.lightcone.structure.nulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.Clustering;
import io.github.lightcone.structure.measure.Degrees;
import io.github.lightcone.structure.measure.Direction;
import io.github.lightcone.structure.measure.Strengths;
import io.github.lightcone.structure.measure.TestGraphs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NullModelsTest {

    static Stream<NullModel> all() {
        return Stream.of(
                new DegreePreservingRewiring(),
                new Latticisation(),
                new ErdosRenyi(),
                new RingLattice(),
                new WeightShuffle());
    }

    private static List<Graph> graphs(boolean directed) {
        return TestGraphs.many(directed, true, true, 101);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nodesEdgesWeightsAndLoopsStay(NullModel model) {
        for (boolean directed : new boolean[] {false, true}) {
            for (Graph graph : graphs(directed)) {
                Graph drawn = model.draw(graph, 4, 2);
                assertThat(drawn.isDirected()).isEqualTo(directed);
                assertThat(drawn.nodeCount()).isEqualTo(graph.nodeCount());
                assertThat(drawn.edgeCount()).isEqualTo(graph.edgeCount());
                assertThat(sorted(drawn.weights())).containsExactly(sorted(graph.weights()));
                for (int n = 0; n < graph.nodeCount(); n++) {
                    assertThat(drawn.weightBetween(n, n)).isEqualTo(graph.weightBetween(n, n));
                }
            }
        }
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawsOfOneSeedAndNumberAreTheSame(NullModel model) {
        Graph graph = TestGraphs.random(true, 30, 0.2, false, true, new Random(1));
        assertThat(arcs(model.draw(graph, 8, 3))).isEqualTo(arcs(model.draw(graph, 8, 3)));
        assertThat(arcs(model.draw(graph, 8, 3))).isNotEqualTo(arcs(model.draw(graph, 8, 4)));
        assertThat(arcs(model.draw(graph, 8, 3))).isNotEqualTo(arcs(model.draw(graph, 9, 3)));
    }

    private static String arcs(Graph graph) {
        return Arrays.toString(graph.sources()) + Arrays.toString(graph.targets()) + Arrays.toString(graph.weights());
    }

    @Test
    void swapsKeepDegreesAndStrengthsOut() {
        for (NullModel model : List.of(new DegreePreservingRewiring(20), new Latticisation(20))) {
            for (boolean directed : new boolean[] {false, true}) {
                int changed = 0;
                for (Graph graph : graphs(directed)) {
                    Graph drawn = model.draw(graph, 6, 0);
                    for (Direction direction : Direction.values()) {
                        assertThat(Degrees.of(drawn, direction)).containsExactly(Degrees.of(graph, direction));
                    }
                    if (directed) {
                        assertThat(Strengths.of(drawn, Direction.OUT))
                                .containsExactly(Strengths.of(graph, Direction.OUT), within(1e-12));
                    }
                    changed += arcs(drawn).equals(arcs(graph)) ? 0 : 1;
                }
                assertThat(changed).isGreaterThan(20);
            }
        }
    }

    @Test
    void weightsStayInPlaceOnlyWhereSaid() {
        Graph graph = TestGraphs.random(true, 20, 0.3, true, true, new Random(3));
        Graph shuffled = new WeightShuffle().draw(graph, 1, 0);
        assertThat(shuffled.targets()).containsExactly(graph.targets());
        assertThat(shuffled.weights()).isNotEqualTo(graph.weights());
    }

    /** All graphs with the degrees 2 2 2 1 1 1 1, and all on five nodes with in and out degrees of 1 or 2. */
    @Test
    void rewiringReachesAllGraphsEquallyOften() {
        Graph undirected = TestGraphs.of(
                false,
                7,
                List.of(new int[] {0, 1, 1}, new int[] {1, 2, 1}, new int[] {2, 3, 1}, new int[] {0, 4, 1}, new int[] {
                    5, 6, 1
                }),
                1);
        assertUniform(undirected);
        Graph directed = TestGraphs.of(
                true,
                5,
                List.of(
                        new int[] {0, 1, 1},
                        new int[] {1, 2, 1},
                        new int[] {2, 3, 1},
                        new int[] {3, 4, 1},
                        new int[] {4, 0, 1},
                        new int[] {0, 3, 1}),
                1);
        assertUniform(directed);
    }

    /** Chi-squared is within five standard deviations of its mean, over graphs that brute force has counted. */
    private static void assertUniform(Graph graph) {
        int states = countStates(graph);
        int draws = 60 * states;
        Map<String, Integer> counts = new HashMap<>();
        NullModel model = new DegreePreservingRewiring(20);
        for (int k = 0; k < draws; k++) {
            counts.merge(arcs(model.draw(graph, 12, k)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(states);
        double chiSquared = 0;
        for (int count : counts.values()) {
            chiSquared += (count - 60.0) * (count - 60.0) / 60;
        }
        double freedom = states - 1;
        assertThat(Math.abs(chiSquared - freedom)).isLessThan(5 * Math.sqrt(2 * freedom));
    }

    private static int countStates(Graph graph) {
        int nodes = graph.nodeCount();
        int[] out = Degrees.of(graph, Direction.OUT);
        int[] in = Degrees.of(graph, Direction.IN);
        int[] from = new int[nodes * nodes];
        int[] to = new int[nodes * nodes];
        int pairs = 0;
        for (int a = 0; a < nodes; a++) {
            for (int b = 0; b < nodes; b++) {
                if (graph.isDirected() ? a != b : a < b) {
                    from[pairs] = a;
                    to[pairs++] = b;
                }
            }
        }
        return place(graph.isDirected(), from, to, pairs, 0, out, in);
    }

    /** Counts the ways to use up degrees with the pairs from {@code next} on. */
    private static int place(boolean directed, int[] from, int[] to, int pairs, int next, int[] out, int[] in) {
        if (next == pairs) {
            return Arrays.stream(out).sum() == 0
                            && (!directed || Arrays.stream(in).sum() == 0)
                    ? 1
                    : 0;
        }
        int a = from[next];
        int b = to[next];
        if (next > 0 && from[next - 1] != a && out[from[next - 1]] > 0) {
            return 0;
        }
        int ways = place(directed, from, to, pairs, next + 1, out, in);
        int[] ofTarget = directed ? in : out;
        if (out[a] > 0 && ofTarget[b] > 0) {
            out[a]--;
            ofTarget[b]--;
            ways += place(directed, from, to, pairs, next + 1, out, in);
            out[a]++;
            ofTarget[b]++;
        }
        return ways;
    }

    @Test
    void latticisationRaisesClusteringAndRewiringLowersIt() {
        Graph graph = TestGraphs.random(false, 120, 0.08, false, false, new Random(2));
        double lattice =
                Clustering.wattsStrogatz(new Latticisation().draw(graph, 1, 0)).mean();
        assertThat(lattice).isGreaterThan(4 * Clustering.wattsStrogatz(graph).mean());
        Graph ring = TestGraphs.ringLattice(120, 10);
        double rewired = Clustering.wattsStrogatz(new DegreePreservingRewiring().draw(ring, 1, 0))
                .mean();
        assertThat(rewired).isBetween(0.03, 0.13);
    }

    @Test
    void latticisationBringsStrongConnectionsCloser() {
        Graph graph = TestGraphs.random(false, 60, 0.15, false, false, new Random(2));
        Graph heavy = graph.withWeights(w -> w > 1 ? 10 : 0.1);
        assertThat(Clustering.onnela(new Latticisation().draw(heavy, 1, 0)).mean())
                .isGreaterThan(1.5 * Clustering.onnela(heavy).mean());
    }

    @Test
    void ringLatticesHaveTheirNearestNeighbours() {
        Graph random = TestGraphs.random(false, 100, 0.5, false, false, new Random(9));
        List<int[]> edges = Stream.iterate(0, k -> k + 1)
                .limit(300)
                .map(k -> new int[] {random.sources()[7 * k], random.targets()[7 * k], 300 - k})
                .toList();
        Graph graph = TestGraphs.of(false, 100, edges, 1);
        int count = graph.edgeCount();
        Graph lattice = new RingLattice().draw(graph, 3, 0);
        double weakestNear = Double.POSITIVE_INFINITY;
        double strongestFar = 0;
        for (int n = 0; n < 100; n++) {
            for (int m = 0; m < 100; m++) {
                int distance = Math.min(Math.abs(n - m), 100 - Math.abs(n - m));
                boolean connected = lattice.slot(n, m) >= 0;
                if (distance > 0 && distance <= count / 100) {
                    assertThat(connected).isTrue();
                }
                if (distance > (count + 99) / 100) {
                    assertThat(connected).isFalse();
                }
                if (distance == 1) {
                    weakestNear = Math.min(weakestNear, lattice.weightBetween(n, m));
                } else {
                    strongestFar = Math.max(strongestFar, lattice.weightBetween(n, m));
                }
            }
        }
        assertThat(weakestNear).isGreaterThanOrEqualTo(strongestFar);
    }

    @Test
    void fullGraphsHaveOnePlaceForEveryEdge() {
        for (boolean directed : new boolean[] {false, true}) {
            for (int nodes = 1; nodes <= 9; nodes++) {
                Graph full = TestGraphs.random(directed, nodes, 1, false, false, new Random(nodes));
                all().forEach(model -> assertThat(model.draw(full, 5, 0).targets())
                        .as(model.toString())
                        .containsExactly(full.targets()));
            }
        }
    }

    /** Every pair is connected equally often: four standard deviations of a binomial over all pairs. */
    @Test
    void randomGraphsFillAllPlacesEqually() {
        for (double density : new double[] {0.3, 0.8}) {
            for (boolean directed : new boolean[] {false, true}) {
                Graph graph = TestGraphs.random(directed, 8, density, false, false, new Random(6));
                int draws = 4000;
                int[][] count = new int[8][8];
                for (int k = 0; k < draws; k++) {
                    Graph drawn = new ErdosRenyi().draw(graph, 21, k);
                    for (int n = 0; n < 8; n++) {
                        for (int slot = drawn.rowStart(n); slot < drawn.rowEnd(n); slot++) {
                            count[n][drawn.target(slot)]++;
                        }
                    }
                }
                double share = graph.slotCount() / 56.0;
                for (int n = 0; n < 8; n++) {
                    for (int m = 0; m < 8; m++) {
                        double expected = n == m ? 0 : share * draws;
                        assertThat(count[n][m] - expected)
                                .isBetween(
                                        -4 * Math.sqrt(draws * share * (1 - share)),
                                        4 * Math.sqrt(draws * share * (1 - share)));
                    }
                }
            }
        }
    }

    @Test
    void positionsAreDealtAnew() {
        Positions points = Positions.of(2, 0, 1, 2, 3, 4, 5, 6, 7);
        Map<String, Integer> orders = new HashMap<>();
        for (int k = 0; k < 480; k++) {
            Positions dealt = PositionShuffle.draw(points, 3, k);
            for (int n = 0; n < 4; n++) {
                assertThat(dealt.coordinate(n, 1)).isEqualTo(dealt.coordinate(n, 0) + 1);
            }
            orders.merge(Arrays.toString(dealt.toArray()), 1, Integer::sum);
        }
        assertThat(orders).hasSize(24);
        assertThat(PositionShuffle.draw(points, new SeededRandom(3, 5))).isEqualTo(PositionShuffle.draw(points, 3, 5));
    }

    @Test
    void attemptsAreCheckedAndPrinted() {
        assertThat(new DegreePreservingRewiring(4))
                .hasToString("degree-preserving rewiring, 4.0 attempted swaps per edge");
        assertThatThrownBy(() -> new DegreePreservingRewiring(-1))
                .hasMessage("attemptsPerEdge = -1.0, must be between 0 and 1000000");
        assertThatThrownBy(() -> new Latticisation(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        Graph graph = TestGraphs.ringLattice(20, 4);
        assertThat(arcs(new DegreePreservingRewiring(0).draw(graph, 1, 1))).isEqualTo(arcs(graph));
    }
}
