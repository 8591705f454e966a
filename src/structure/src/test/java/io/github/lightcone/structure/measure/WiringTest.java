package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WiringTest {

    @Test
    void boundsAreTheCheapestAndDearestOfAllWays() {
        Random random = new Random(4);
        for (int trial = 0; trial < 30; trial++) {
            boolean directed = trial % 2 == 0;
            Graph graph = TestGraphs.random(directed, directed ? 3 : 4, 0.7, true, true, random);
            Positions positions = Positions.uniform(graph.nodeCount(), 2, 0, 1, random);
            List<Double> weights = new ArrayList<>();
            List<Double> lengths = new ArrayList<>();
            List<Double> pairs = new ArrayList<>();
            double cost = 0;
            for (int n = 0; n < graph.nodeCount(); n++) {
                for (int m = directed ? 0 : n; m < graph.nodeCount(); m++) {
                    double distance = Math.hypot(
                            positions.coordinate(n, 0) - positions.coordinate(m, 0),
                            positions.coordinate(n, 1) - positions.coordinate(m, 1));
                    if (n != m) {
                        pairs.add(distance);
                    }
                    if (n != m && graph.slot(n, m) >= 0) {
                        weights.add(Math.abs(graph.weightBetween(n, m)));
                        lengths.add(distance);
                        cost += Math.abs(graph.weightBetween(n, m)) * distance;
                    }
                }
            }
            check(Wiring.of(graph, positions, Wiring.Places.CONNECTIONS), cost, weights, lengths);
            check(Wiring.of(graph, positions, Wiring.Places.ALL_PAIRS), cost, weights, pairs);
        }
    }

    private static void check(Wiring wiring, double cost, List<Double> weights, List<Double> places) {
        double[] bounds = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        tryAll(weights, new ArrayList<>(places), 0, 0, bounds);
        assertThat(wiring.edges()).isEqualTo(weights.size());
        assertThat(wiring.cost()).isCloseTo(cost, within(1e-13));
        assertThat(wiring.minimum()).isCloseTo(bounds[0], within(1e-13));
        assertThat(wiring.maximum()).isCloseTo(bounds[1], within(1e-13));
        if (bounds[1] > bounds[0] + 1e-9) {
            assertThat(wiring.efficiency()).isCloseTo(1 - (cost - bounds[0]) / (bounds[1] - bounds[0]), within(1e-9));
        }
    }

    private static void tryAll(List<Double> weights, List<Double> left, int next, double sum, double[] bounds) {
        if (next == weights.size()) {
            bounds[0] = Math.min(bounds[0], sum);
            bounds[1] = Math.max(bounds[1], sum);
            return;
        }
        for (int k = 0; k < left.size(); k++) {
            double place = left.remove(k);
            tryAll(weights, left, next + 1, sum + weights.get(next) * place, bounds);
            left.add(k, place);
        }
    }

    @Test
    void strongConnectionsThatAreShortAreEfficient() {
        Positions line = Positions.of(1, 0, 1, 3);
        Graph short3 = Graph.directed(3, new int[] {0, 0}, new int[] {1, 2}, new double[] {-3, 1});
        Graph long3 = Graph.directed(3, new int[] {0, 0}, new int[] {1, 2}, new double[] {1, -3});
        assertThat(Wiring.of(short3, line, Wiring.Places.CONNECTIONS).efficiency())
                .isEqualTo(1);
        assertThat(Wiring.of(long3, line, Wiring.Places.CONNECTIONS).efficiency())
                .isZero();
        assertThat(Wiring.of(short3, line, Wiring.Places.ALL_PAIRS))
                .hasToString("wiring cost 6.00000 (sum |w| d over 2 connections), efficiency 0.750000 between 4.00000 "
                        + "and 12.0000 (weights dealt to any pairs)");
        Graph equal = short3.binary();
        assertThat(Wiring.of(equal, line, Wiring.Places.CONNECTIONS).efficiency())
                .isNaN();
        assertThatThrownBy(() -> Wiring.of(equal, Positions.origin(2, 1), Wiring.Places.CONNECTIONS))
                .hasMessageContaining("2 points in 1 dimensions for a directed graph of 3 nodes");
    }

    @Test
    void lengthsAndTimesOfConnections() {
        Positions line = Positions.of(1, 0, 1, 3);
        Graph graph = Graph.undirected(3, new int[] {0, 2, 1}, new int[] {1, 0, 1}, new double[] {1, 1, 1});
        assertThat(ConnectionLengths.distribution(graph, line).sorted()).containsExactly(1, 3);
        assertThat(ConnectionLengths.conductionTimes(graph, line, 2).sorted()).containsExactly(0.5, 1.5);
        assertThatThrownBy(() -> ConnectionLengths.conductionTimes(graph, line, 0))
                .hasMessage("speed = 0.0 mm/ms, must be above 0");
    }

    @Test
    void delaysAreThoseOfSynapses() {
        Network network = Network.inDimensions(1)
                .conductionSpeed(0.1)
                .population("three", Lif.of(20, 5), Positions.of(1, 0.0, 0.5, 0.6))
                .synapses(
                        "three",
                        "three",
                        true,
                        new int[] {0, 1, 2},
                        new int[] {1, 2, 2},
                        new double[] {0.5, 1, 1},
                        null)
                .build();
        CompiledNetwork compiled = CompiledNetwork.of(network);
        assertThat(ConnectionLengths.delays(compiled.rows()).sorted())
                .containsExactly(new double[] {0, 1, 5}, within(1e-12));
    }
}
