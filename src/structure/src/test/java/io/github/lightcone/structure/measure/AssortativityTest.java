package io.github.lightcone.structure.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.structure.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class AssortativityTest {

    @Test
    void itIsACorrelationOverArcs() {
        for (boolean directed : new boolean[] {false, true}) {
            for (Graph graph : TestGraphs.many(directed, true, true, 71)) {
                double[] property = new Random(8).doubles(graph.nodeCount()).toArray();
                check(graph, Assortativity.numeric(graph, property, "depth").value(), property, property);
                for (Direction x : Direction.values()) {
                    for (Direction y : Direction.values()) {
                        double[] source = Strengths.of(graph, x);
                        double[] target = Strengths.of(graph, y);
                        check(graph, Assortativity.strength(graph, x, y).value(), source, target);
                        Graph binary = graph.binary();
                        assertThat(Assortativity.degree(graph, x, y).value()).isEqualTo((Double)
                                Assortativity.strength(binary, x, y).value());
                    }
                }
            }
        }
    }

    private static void check(Graph graph, double value, double[] source, double[] target) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        int[] from = graph.sources();
        for (int slot = 0; slot < graph.slotCount(); slot++) {
            x.add(source[from[slot]]);
            y.add(target[graph.target(slot)]);
        }
        if (x.stream().distinct().count() < 2 || y.stream().distinct().count() < 2) {
            assertThat(value).isNaN();
        } else {
            double expected = new PearsonsCorrelation()
                    .correlation(
                            x.stream().mapToDouble(Double::doubleValue).toArray(),
                            y.stream().mapToDouble(Double::doubleValue).toArray());
            assertThat(value).isCloseTo(expected, within(1e-11));
        }
    }

    @Test
    void aConstantHasNoCorrelation() {
        Graph ring = TestGraphs.ringLattice(10, 4).withWeights(w -> 0.1);
        assertThat(Assortativity.degree(ring, Direction.OUT, Direction.IN).value())
                .isNaN();
        assertThat(Assortativity.strength(ring, Direction.OUT, Direction.IN).value())
                .isNaN();
    }

    @Test
    void propertiesAreChecked() {
        Graph graph = TestGraphs.ringLattice(3, 2);
        assertThatThrownBy(() -> Assortativity.numeric(graph, new double[2], "depth"))
                .hasMessageContaining("2 values of depth");
        assertThatThrownBy(() -> Assortativity.numeric(graph, new double[] {0, Double.NaN, 1}, "depth"))
                .hasMessage("depth of node 1 = NaN, must be finite");
    }
}
