package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalEfficiencyTest {

    @Test
    void itIsTheMeanEfficiencyOfNeighbourhoods() {
        for (boolean directed : new boolean[] {false, true}) {
            for (Graph graph : TestGraphs.many(directed, true, true, 41)) {
                check(graph, ArcLengths.hops(), TestGraphs.lengths(graph, false));
                check(graph, ArcLengths.inverseWeights(graph), TestGraphs.lengths(graph, true));
            }
        }
    }

    private static void check(Graph graph, ArcLengths lengths, double[][] arcs) {
        int nodes = graph.nodeCount();
        double sum = 0;
        for (int n = 0; n < nodes; n++) {
            int node = n;
            int[] members = IntStream.range(0, nodes)
                    .filter(other -> other != node && isNeighbour(graph, node, other))
                    .toArray();
            int neighbours = members.length;
            double[][] part = new double[neighbours][neighbours];
            for (int a = 0; a < neighbours; a++) {
                for (int b = 0; b < neighbours; b++) {
                    part[a][b] = arcs[members[a]][members[b]];
                }
            }
            double[][] distance = TestGraphs.distances(part);
            double inverse = 0;
            for (int a = 0; a < neighbours; a++) {
                for (int b = 0; b < neighbours; b++) {
                    inverse += a == b ? 0 : 1 / distance[a][b];
                }
            }
            sum += neighbours < 2 ? 0 : inverse / (neighbours * (neighbours - 1.0));
        }
        LocalEfficiency local = LocalEfficiency.of(graph, lengths, Sources.all(), Progress.none());
        double expected = sum / nodes;
        assertThat(local.efficiency().value()).isCloseTo(expected, within(1e-12 * (1 + expected)));
    }

    private static boolean isNeighbour(Graph graph, int n, int other) {
        return graph.slot(n, other) >= 0 || graph.slot(other, n) >= 0;
    }

    @Test
    void hubsHaveMoreNeighboursThanAreSweptAtOnce() {
        Graph complete = TestGraphs.random(true, 200, 1, false, false, new Random(2));
        LocalEfficiency local = LocalEfficiency.of(complete, ArcLengths.hops(), Sources.all(), Progress.none());
        assertThat(local.efficiency().value()).isEqualTo(1);
        assertThat(local).hasToString("local efficiency 1.00000 (directed, hops, fewer than two neighbours count 0)");
    }

    @Test
    void samplesStateTheirError() {
        Graph graph = TestGraphs.random(false, 150, 0.08, false, false, new Random(4));
        Estimate exact = LocalEfficiency.of(graph, ArcLengths.hops(), Sources.all(), Progress.none())
                .efficiency();
        Estimate sampled = LocalEfficiency.of(graph, ArcLengths.hops(), new Sources(0, 60, 9), Progress.none())
                .efficiency();
        assertThat(sampled.standardError()).isPositive();
        assertThat(sampled.value()).isCloseTo(exact.value(), within(4 * sampled.standardError()));
    }
}
