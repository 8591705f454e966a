package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModularityTest {

    private static final Modularity STANDARD = Modularity.standard();

    static List<ReferenceFigures.Case> cases() throws IOException {
        return ReferenceFigures.read();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithNetworkX(ReferenceFigures.Case reference) {
        int figures = 0;
        for (String[] words : reference.figures()) {
            if (words[0].equals("modularity")) {
                double[] figure = ReferenceFigures.numbers(words, 1);
                assertThat(STANDARD.withResolution(figure[0]).of(reference.graph(), reference.first()))
                        .isCloseTo(figure[1], within(1e-12));
                figures++;
            }
        }
        assertThat(figures).isEqualTo(3);
    }

    @Test
    void karate() throws IOException {
        Graph graph = KnownGraphs.karate();
        Partition four = KnownGraphs.karateInFour();
        assertThat(STANDARD.of(graph, four)).isCloseTo(0.4197896121, within(1e-10));
        assertThat(STANDARD.withResolution(0.5).of(graph, four)).isCloseTo(0.5752794214, within(1e-10));
        assertThat(STANDARD.withResolution(2).of(graph, four)).isCloseTo(0.1088099934, within(1e-10));
        assertThat(STANDARD.of(graph, KnownGraphs.karateFactions())).isCloseTo(0.3582347140, within(1e-10));
        assertThat(STANDARD.of(KnownGraphs.weightedKarate(), KnownGraphs.karateFactions()))
                .isCloseTo(0.3914375668, within(1e-10));
    }

    @Test
    void ringOfCliquesHasAResolutionLimit() {
        Graph graph = RandomGraphs.ringOfCliques(30, 5);
        double single = STANDARD.of(graph, cliques(30, 5, 1));
        double pairs = STANDARD.of(graph, cliques(30, 5, 2));
        assertThat(single).isCloseTo(0.8757575758, within(1e-10)).isCloseTo(1 - 2 / 22.0 - 1 / 30.0, within(1e-14));
        assertThat(pairs).isCloseTo(0.8878787879, within(1e-10)).isCloseTo(1 - 1 / 22.0 - 2 / 30.0, within(1e-14));
    }

    static Partition cliques(int cliques, int size, int together) {
        int[] label = new int[cliques * size];
        for (int n = 0; n < label.length; n++) {
            label[n] = n / (size * together);
        }
        return Partition.of(label);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void signedFormsAreTheirDefinitions(long seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(20);
        Graph graph = RandomGraphs.random(random, nodes, random.nextDouble(), seed % 2 == 0, true);
        Partition partition = RandomGraphs.partition(random, nodes, 4);
        double resolution = 2 * random.nextDouble();
        double[][] positive = RandomGraphs.matrix(graph, 1);
        double[][] negative = RandomGraphs.matrix(graph, -1);
        double plus = RandomGraphs.total(positive);
        double minus = RandomGraphs.total(negative);
        double all = Math.max(plus + minus, 1e-300);
        double ofPlus = RandomGraphs.dense(positive, partition, resolution);
        double ofMinus = RandomGraphs.dense(negative, partition, resolution);
        Modularity gomez = new Modularity(resolution, NegativeWeights.GOMEZ);
        assertThat(gomez.of(graph, partition)).isCloseTo((plus * ofPlus - minus * ofMinus) / all, within(1e-12));
        Modularity rubinovSporns = new Modularity(resolution, NegativeWeights.RUBINOV_SPORNS);
        assertThat(rubinovSporns.of(graph, partition)).isCloseTo(ofPlus - minus / all * ofMinus, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void signedFormsOfUnsignedGraphsAreTheStandardOne(long seed) {
        Random random = new Random(seed);
        Graph graph = RandomGraphs.random(random, 15, 0.3, seed % 2 == 0, false);
        Partition partition = RandomGraphs.partition(random, 15, 3);
        double q = STANDARD.of(graph, partition);
        assertThat(q).isCloseTo(RandomGraphs.dense(RandomGraphs.matrix(graph, 1), partition, 1), within(1e-12));
        for (NegativeWeights meaning : NegativeWeights.values()) {
            assertThat(STANDARD.withNegativeWeights(meaning).of(graph, partition))
                    .isCloseTo(q, within(1e-14));
        }
    }

    @Test
    void extremes() {
        Graph complete = RandomGraphs.ringOfCliques(1, 6).withoutSelfLoops();
        assertThat(STANDARD.of(complete, Partition.whole(6))).isCloseTo(0, within(1e-15));
        Graph empty = Graph.directed(3, new int[0], new int[0], new double[0]);
        assertThat(STANDARD.of(empty, Partition.singletons(3))).isZero();
        assertThat(STANDARD.of(Graph.undirected(0, new int[0], new int[0], new double[0]), Partition.of()))
                .isZero();
        Graph loop = Graph.undirected(1, new int[] {0}, new int[] {0}, new double[] {2});
        assertThat(STANDARD.of(loop, Partition.whole(1))).isZero();
    }

    @Test
    void whatItCannotTakeIsSaid() {
        Graph negative = Graph.directed(2, new int[] {0}, new int[] {1}, new double[] {-1});
        assertThatThrownBy(() -> STANDARD.of(negative, Partition.whole(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has negative weights; pass graph.absolute()");
        assertThatThrownBy(() -> STANDARD.of(negative, Partition.whole(3)))
                .hasMessage("partition of 3 nodes, must be of 2 as in the graph");
        assertThatThrownBy(() -> STANDARD.withResolution(-1)).hasMessageContaining("resolution = -1.0");
        assertThatThrownBy(() -> STANDARD.withResolution(Double.NaN)).hasMessageContaining("resolution = NaN");
    }
}
