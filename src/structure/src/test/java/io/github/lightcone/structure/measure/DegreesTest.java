package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.structure.graph.Graph;
import java.util.List;
import org.junit.jupiter.api.Test;

class DegreesTest {

    @Test
    void degreesAndStrengthsAreSumsOfRowsAndColumns() {
        for (boolean directed : new boolean[] {false, true}) {
            for (Graph graph : TestGraphs.many(directed, true, true, 61)) {
                int nodes = graph.nodeCount();
                for (int n = 0; n < nodes; n++) {
                    int[] count = new int[2];
                    double[] sum = new double[2];
                    for (int m = 0; m < nodes; m++) {
                        count[0] += graph.slot(n, m) >= 0 ? 1 : 0;
                        count[1] += graph.slot(m, n) >= 0 ? 1 : 0;
                        sum[0] += graph.weightBetween(n, m);
                        sum[1] += graph.weightBetween(m, n);
                    }
                    assertThat(Degrees.of(graph, Direction.OUT)[n]).isEqualTo(count[0]);
                    assertThat(Degrees.of(graph, Direction.IN)[n]).isEqualTo(count[1]);
                    assertThat(Degrees.of(graph, Direction.TOTAL)[n])
                            .isEqualTo(directed ? count[0] + count[1] : count[0]);
                    assertThat(Strengths.of(graph, Direction.OUT)[n]).isEqualTo(sum[0]);
                    assertThat(Strengths.of(graph, Direction.IN)[n]).isEqualTo(sum[1]);
                    assertThat(Strengths.of(graph, Direction.TOTAL)[n]).isEqualTo(directed ? sum[0] + sum[1] : sum[0]);
                }
            }
        }
    }

    @Test
    void densityAndReciprocity() {
        Graph graph = TestGraphs.of(
                true,
                4,
                List.of(new int[] {0, 1, 1}, new int[] {1, 0, 1}, new int[] {1, 2, 1}, new int[] {2, 2, 1}, new int[] {
                    3, 0, 1
                }),
                1);
        assertThat(Density.density(graph).value()).isEqualTo(4.0 / 12);
        assertThat(Density.reciprocity(graph).value()).isEqualTo(0.5);
        assertThat(Density.reciprocityBeyondChance(graph).value()).isCloseTo(0.25, within(1e-15));
        assertThat(Density.density(graph.undirected()).value()).isEqualTo(3.0 / 6);
        assertThat(Density.reciprocity(graph.undirected()).value()).isEqualTo(1);
        assertThat(Density.density(graph)).hasToString("density 0.333333 (directed, binary, self-loops left out)");
        Graph one = Graph.directed(1, new int[] {0}, new int[] {0}, new double[] {1});
        assertThat(Density.density(one).value()).isNaN();
        assertThat(Density.reciprocity(one).value()).isNaN();
    }

    @Test
    void distributionsAreOfNodes() {
        Graph star =
                TestGraphs.of(false, 5, List.of(new int[] {0, 1, 2}, new int[] {0, 2, 2}, new int[] {0, 3, 2}), 0.5);
        assertThat(Degrees.distribution(star, Direction.TOTAL).sorted()).containsExactly(0, 1, 1, 1, 3);
        assertThat(Strengths.distribution(star, Direction.IN).summary().mean()).isCloseTo(1.2, within(1e-15));
    }
}
