package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialModulesTest {

    private static Graph edges(int nodes, int... ends) {
        int[] from = new int[ends.length / 2];
        int[] to = new int[ends.length / 2];
        double[] weight = new double[ends.length / 2];
        for (int k = 0; k < from.length; k++) {
            from[k] = ends[2 * k];
            to[k] = ends[2 * k + 1];
            weight[k] = k + 1;
        }
        return Graph.undirected(nodes, from, to, weight);
    }

    @Test
    void aHandfulOfNodesOnALine() {
        Positions line = Positions.of(1, 0, 1, 10, 12);
        SpatialModules modules =
                SpatialModules.of(edges(4, 0, 1, 1, 2, 2, 3, 3, 3), line, Partition.of(0, 0, 1, 1), 2000, 3);
        assertThat(modules.withinDistance()).isEqualTo(1.5);
        assertThat(modules.expectedDistance()).isCloseTo((1 + 10 + 12 + 9 + 11 + 2) / 6.0, within(1e-14));
        // Three ways to make pairs, of distance 1.5, 10.5 and 10.5: one in three is as close.
        assertThat(modules.pValue()).isCloseTo(1 / 3.0, within(0.04));
        double deviation = Math.sqrt((Math.pow(1.5 - 7.5, 2) + 2 * Math.pow(10.5 - 7.5, 2)) / 3);
        assertThat(modules.nullDeviation()).isCloseTo(deviation, within(0.15));
        assertThat(modules.ratio()).isCloseTo(0.2, within(1e-14));
        assertThat(modules.z()).isCloseTo(6 / deviation, within(0.05));
        assertThat(modules.edgeShare()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(modules.weightShare()).isCloseTo(4 / 6.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isItsDefinition(long seed) {
        Random random = new Random(seed);
        Graph graph = RandomGraphs.random(random, 25, 0.2, seed % 2 == 0, false);
        Partition partition = RandomGraphs.partition(random, 25, 4);
        Positions positions = Positions.uniform(25, 3, -1, 1, random);
        double distance = 0;
        int pairs = 0;
        double inside = 0;
        double all = 0;
        for (int i = 0; i < 25; i++) {
            for (int j = 0; j < 25; j++) {
                double square = 0;
                for (int axis = 0; axis < 3; axis++) {
                    square += Math.pow(positions.coordinate(i, axis) - positions.coordinate(j, axis), 2);
                }
                boolean same = partition.community(i) == partition.community(j);
                if (i != j && same) {
                    distance += Math.sqrt(square);
                    pairs++;
                }
                all += i == j ? 0 : graph.weightBetween(i, j);
                inside += i != j && same ? graph.weightBetween(i, j) : 0;
            }
        }
        SpatialModules modules = SpatialModules.of(graph, positions, partition, 10, seed);
        assertThat(modules.withinDistance()).isCloseTo(distance / pairs, within(1e-13));
        assertThat(modules.weightShare()).isCloseTo(inside / all, within(1e-14));
        assertThat(SpatialModules.of(graph, positions, partition, 10, seed)).isEqualTo(modules);
    }

    @Test
    void modulesApartInSpaceAreSignificantAndMixedOnesAreNot() {
        SeededRandom random = new SeededRandom(5);
        double[] apart = new double[80];
        Arrays.setAll(apart, n -> random.nextGaussian() + (n % 2 == 0 && n >= 40 ? 5 : 0));
        Positions positions = Positions.of(2, apart);
        Graph graph = edges(40);
        SpatialModules compact = SpatialModules.of(graph, positions, ModularityTest.cliques(2, 20, 1), 999, 1);
        assertThat(compact.pValue()).isEqualTo(0.001);
        assertThat(compact.z()).isGreaterThan(5);
        int[] mixed = new int[40];
        Arrays.setAll(mixed, n -> n % 2);
        SpatialModules indifferent = SpatialModules.of(graph, positions, Partition.of(mixed), 999, 1);
        assertThat(indifferent.pValue()).isBetween(0.05, 1.0);
        assertThat(indifferent.edgeShare()).isNaN();
    }

    @Test
    void onePValueInTwentyIsBelowFivePercentByChance() {
        SeededRandom random = new SeededRandom(11);
        Graph graph = edges(20);
        int low = 0;
        for (int k = 0; k < 400; k++) {
            Positions positions = Positions.uniform(20, 2, 0, 1, random);
            low += SpatialModules.of(graph, positions, ModularityTest.cliques(4, 5, 1), 99, k)
                                    .pValue()
                            <= 0.05
                    ? 1
                    : 0;
        }
        // Binomial of 400 and 0.05: 20 on average, deviation 4.4.
        assertThat(low).isBetween(7, 33);
    }

    @Test
    void withoutPairsThereIsNothingToSay() {
        SpatialModules modules =
                SpatialModules.of(edges(3, 0, 1), Positions.origin(3, 2), Partition.singletons(3), 5, 1);
        assertThat(modules.withinDistance()).isNaN();
        assertThat(modules.z()).isNaN();
        assertThat(modules.pValue()).isEqualTo(1);
        assertThat(modules.edgeShare()).isZero();
        SpatialModules whole = SpatialModules.of(edges(3, 0, 1), Positions.of(1, 0, 1, 5), Partition.whole(3), 5, 1);
        assertThat(whole.ratio()).isCloseTo(1, within(1e-15));
        assertThat(whole.pValue()).isEqualTo(1);
        assertThat(whole.z()).isZero();
    }

    @Test
    void whatItCannotTakeIsSaid() {
        Graph graph = edges(3, 0, 1);
        Positions three = Positions.origin(3, 2);
        Partition whole = Partition.whole(3);
        assertThatThrownBy(() -> SpatialModules.of(graph, Positions.origin(2, 2), whole, 1, 1))
                .hasMessage("2 positions, must be 3 as the nodes of the graph");
        assertThatThrownBy(() -> SpatialModules.of(graph, three, whole, 0, 1))
                .hasMessage("shuffles = 0, must be at least 1");
        assertThatThrownBy(() -> SpatialModules.of(graph.withWeights(w -> -w), three, whole, 1, 1))
                .hasMessage("the graph has negative weights; pass graph.absolute()");
        assertThatThrownBy(() -> SpatialModules.of(graph, three, whole, 9, 1, (finished, all) -> finished < 3))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled after 3 of 9 shuffles");
    }
}
