package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.nulls.DegreePreservingRewiring;
import io.github.lightcone.structure.nulls.WeightShuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RichClubCoefficientTest {

    @Test
    void levelsAreCountedOneByOne() {
        for (boolean directed : new boolean[] {false, true}) {
            for (Graph graph : TestGraphs.many(directed, false, false, 81)) {
                check(graph);
            }
        }
    }

    private static void check(Graph graph) {
        int[] degree = Degrees.of(graph, Direction.TOTAL);
        RichClub binary = RichClub.binary(graph);
        RichClub weighted = RichClub.weighted(graph);
        assertThat(binary.levels()).isEqualTo(Arrays.stream(degree).max().orElse(0));
        List<Double> all = weightsAbove(graph, degree, -1);
        all.sort((v, w) -> Double.compare(w, v));
        for (int k = 0; k < binary.levels(); k++) {
            int level = k;
            long nodes = Arrays.stream(degree).filter(d -> d > level).count();
            List<Double> club = weightsAbove(graph, degree, k);
            assertThat(binary.nodes(k)).isEqualTo((int) nodes);
            assertThat(binary.edges(k)).isEqualTo(club.size());
            if (nodes > 1) {
                double pairs = nodes * (nodes - 1) / (graph.isDirected() ? 1.0 : 2.0);
                assertThat(binary.coefficient(k)).isCloseTo(club.size() / pairs, within(1e-15));
            } else {
                assertThat(binary.coefficient(k)).isNaN();
            }
            if (club.isEmpty()) {
                assertThat(weighted.coefficient(k)).isNaN();
            } else {
                assertThat(weighted.coefficient(k))
                        .isCloseTo(sum(club) / sum(all.subList(0, club.size())), within(1e-13));
            }
        }
    }

    private static List<Double> weightsAbove(Graph graph, int[] degree, int level) {
        List<Double> weights = new ArrayList<>();
        for (int n = 0; n < degree.length; n++) {
            for (int m = graph.isDirected() ? 0 : n; m < degree.length; m++) {
                if (graph.slot(n, m) >= 0 && degree[n] > level && degree[m] > level) {
                    weights.add(graph.weightBetween(n, m));
                }
            }
        }
        return weights;
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Hubs that are all connected with one another, leaves of theirs and pairs apart: rewiring breaks the club. */
    @Test
    void aClubIsRicherThanItsNulls() {
        List<int[]> edges = new ArrayList<>();
        for (int hub = 0; hub < 8; hub++) {
            for (int other = 0; other < hub; other++) {
                edges.add(new int[] {hub, other, 1});
            }
            for (int leaf = 0; leaf < 12; leaf++) {
                edges.add(new int[] {hub, 8 + 12 * hub + leaf, 1});
            }
        }
        for (int pair = 104; pair < 304; pair += 2) {
            edges.add(new int[] {pair, pair + 1, 1});
        }
        Graph graph = TestGraphs.of(false, 304, edges, 1);
        RichClubTest test =
                RichClubTest.of(graph, RichClub::binary, new DegreePreservingRewiring(), 99, 5, Progress.none());
        assertThat(test.levels()).hasSize(19);
        assertThat(test.normalised(0)).isEqualTo(1);
        assertThat(test.levels().get(0).p()).isEqualTo(1);
        assertThat(test.normalised(1)).isGreaterThan(1.1);
        assertThat(test.levels().get(1).p()).isEqualTo(0.01);
        assertThat(test.toString()).contains("among degrees above 1:", "degree-preserving rewiring");
    }

    @Test
    void weightsAreTestedByShufflingThem() {
        Random random = new Random(6);
        Graph graph = TestGraphs.random(false, 40, 0.2, false, false, random);
        RichClubTest test = RichClubTest.of(graph, RichClub::weighted, new WeightShuffle(), 20, 5, Progress.none());
        assertThat(test.levels().get(0).mean()).isEqualTo(1);
        assertThat(test.levels().get(5).mean()).isBetween(0.3, 1.0);
    }

    @Test
    void whatIsNotDefinedIsRefused() {
        Graph loop = Graph.directed(1, new int[] {0}, new int[] {0}, new double[] {1});
        assertThatThrownBy(() -> RichClub.binary(loop)).hasMessageContaining("pass graph.withoutSelfLoops()");
        Graph negative = Graph.directed(2, new int[] {0}, new int[] {1}, new double[] {-1});
        assertThatThrownBy(() -> RichClub.weighted(negative))
                .hasMessageContaining("has negative weights, must have none; pass graph.absolute()");
        assertThat(RichClub.binary(TestGraphs.of(true, 3, List.of(), 1)))
                .hasToString("rich club without levels (directed, degree in and out, binary)");
    }
}
