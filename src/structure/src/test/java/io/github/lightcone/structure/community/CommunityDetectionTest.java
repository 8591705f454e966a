package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityDetectionTest {

    private static final CommunityDetection LEIDEN = CommunityDetection.leiden();

    private static void assertFinds(Graph graph, double modularity, int communities) {
        CommunityResult found = LEIDEN.detect(graph);
        assertThat(found.modularity()).isCloseTo(modularity, within(1e-9));
        assertThat(found.partition().count()).isEqualTo(communities);
        assertThat(best(LEIDEN, graph)).isCloseTo(modularity, within(1e-9));
    }

    /** The best modularity that this package's own form of the algorithm finds. */
    private static double best(CommunityDetection detection, Graph graph) {
        Detector own = new OwnDetection(ModularityMatrix.of(graph, detection.modularity()), detection.method());
        return detection.partitions(own, RestartListener.none()).stream()
                .mapToDouble(partition -> detection.modularity().of(graph, partition))
                .max()
                .orElseThrow();
    }

    @Test
    void karate() throws IOException {
        assertFinds(KnownGraphs.karate(), 0.4197896121, 4);
        assertThat(LEIDEN.detect(KnownGraphs.karate()).partition()).isEqualTo(KnownGraphs.karateInFour());
        assertFinds(KnownGraphs.weightedKarate(), 0.4449035813, 4);
    }

    @Test
    void lesMiserables() throws IOException {
        assertFinds(KnownGraphs.lesMiserables(), 0.5600083700, 6);
    }

    @Test
    void wormWith279Neurons() throws IOException {
        CommunityResult found = LEIDEN.detect(KnownGraphs.worm());
        assertThat(found.modularity()).isCloseTo(0.41133016, within(5e-9));
        assertThat(found.partition().count()).isEqualTo(5);
        assertThat(best(LEIDEN, KnownGraphs.worm())).isCloseTo(0.41133016, within(5e-9));
    }

    @Test
    void ringOfCliquesUpToItsResolutionLimit() {
        Graph graph = RandomGraphs.ringOfCliques(30, 5);
        assertFinds(graph, 1 - 1 / 22.0 - 2 / 30.0, 15);
        CommunityResult fine = LEIDEN.withResolution(2).detect(graph);
        assertThat(fine.partition()).isEqualTo(ModularityTest.cliques(30, 5, 1));
        assertThat(LEIDEN.withResolution(0).detect(graph).partition()).isEqualTo(Partition.whole(150));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void findsTheBestOfAllPartitionsOfSmallGraphs(long seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(8);
        boolean signed = seed % 4 > 1;
        Graph graph = RandomGraphs.random(random, nodes, 0.2 + 0.6 * random.nextDouble(), seed % 2 == 0, signed);
        Modularity modularity =
                new Modularity(0.5 + random.nextDouble(), signed ? NegativeWeights.GOMEZ : NegativeWeights.REFUSED);
        double highest = Double.NEGATIVE_INFINITY;
        for (int[] labels : partitions(nodes)) {
            highest = Math.max(highest, modularity.of(graph, Partition.of(labels)));
        }
        CommunityDetection detection = LEIDEN.withModularity(modularity);
        assertThat(detection.detect(graph).modularity()).isCloseTo(highest, within(1e-12));
        assertThat(best(detection, graph)).isCloseTo(highest, within(1e-12));
    }

    private static List<int[]> partitions(int nodes) {
        List<int[]> all = new ArrayList<>();
        extend(new int[nodes], 0, 0, all);
        return all;
    }

    private static void extend(int[] label, int node, int count, List<int[]> all) {
        if (node == label.length) {
            all.add(label.clone());
            return;
        }
        for (int community = 0; community <= count; community++) {
            label[node] = community;
            extend(label, node + 1, Math.max(count, community + 1), all);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDirectionlessDirectedGraphGivesTheSame(long seed) {
        Graph undirected =
                RandomGraphs.random(new Random(seed), 30, 0.15, false, false).withoutSelfLoops();
        Graph directed = Graph.directed(30, undirected.sources(), undirected.targets(), undirected.weights());
        CommunityResult one = LEIDEN.detect(undirected);
        CommunityResult other = LEIDEN.detect(directed);
        assertThat(other.modularity()).isCloseTo(one.modularity(), within(1e-12));
        assertThat(other.conventions()).isEqualTo("Leicht-Newman (directed), weighted, no self-loops, resolution 1.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void directionTellsModulesApart(long seed) {
        // A ring of blocks, each driving the next: without direction, neighbours in the ring look like modules.
        Random random = new Random(seed);
        List<int[]> arcs = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            for (int m = 0; m < 60; m++) {
                double chance = n / 20 == m / 20 ? 0.6 : 0.1;
                if (n != m && random.nextDouble() < chance) {
                    arcs.add(new int[] {n, m});
                }
            }
        }
        Graph graph = Graph.directed(
                60,
                arcs.stream().mapToInt(arc -> arc[0]).toArray(),
                arcs.stream().mapToInt(arc -> arc[1]).toArray(),
                arcs.stream().mapToDouble(arc -> 1).toArray());
        CommunityResult found = LEIDEN.withRestarts(10).detect(graph);
        assertThat(found.partition()).isEqualTo(ModularityTest.cliques(3, 20, 1));
        assertThat(CommunityDetection.louvain().withRestarts(10).detect(graph).partition())
                .isEqualTo(found.partition());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void anyNumberOfThreadsGivesTheSameBits(Method method) {
        Random random = new Random(3);
        for (boolean directed : new boolean[] {false, true}) {
            Graph graph = RandomGraphs.random(random, 80, 0.1, directed, false);
            CommunityDetection one = new CommunityDetection(method, Modularity.standard(), 12, 5, 1);
            CommunityResult expected = one.detect(graph);
            CommunityResult threaded = one.withThreads(3).detect(graph);
            assertThat(threaded.partition()).isEqualTo(expected.partition());
            assertThat(threaded.restartModularities()).isEqualTo(expected.restartModularities());
            assertThat(one.withRestarts(4).detect(graph).restartModularities())
                    .isEqualTo(expected.restartModularities().subList(0, 4));
            assertThat(one.withSeed(6).detect(graph).restartModularities())
                    .isNotEqualTo(expected.restartModularities());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void communitiesOfLeidenAreConnectedAndNoNodeGainsByMoving(long seed) {
        Random random = new Random(seed);
        Graph graph = RandomGraphs.random(random, 60, 0.06, seed % 2 == 0, false);
        ModularityMatrix matrix = ModularityMatrix.of(graph, Modularity.standard());
        Partition partition = Partition.of(new OwnDetection(matrix, Method.LEIDEN).detect(new SeededRandom(seed)));
        Graph undirected = graph.undirected();
        for (int[] community : partition.members()) {
            assertThat(reached(undirected, partition, community[0])).isEqualTo(community.length);
        }
        double q = Modularity.standard().of(graph, partition);
        for (int n = 0; n < 60; n++) {
            for (int to = 0; to <= partition.count(); to++) {
                int[] moved = partition.toArray();
                moved[n] = to;
                assertThat(Modularity.standard().of(graph, Partition.of(moved))).isLessThan(q + 1e-12);
            }
        }
    }

    private static int reached(Graph graph, Partition partition, int start) {
        List<Integer> found = new ArrayList<>(List.of(start));
        for (int k = 0; k < found.size(); k++) {
            int n = found.get(k);
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                int other = graph.target(slot);
                if (partition.community(other) == partition.community(n) && !found.contains(other)) {
                    found.add(other);
                }
            }
        }
        return found.size();
    }

    @Test
    void scaleOfWeightsDoesNotMatter() throws IOException {
        Graph graph = KnownGraphs.weightedKarate();
        CommunityResult expected = LEIDEN.detect(graph);
        for (double scale : new double[] {1.0 / (1 << 30), 1 << 30}) {
            CommunityResult scaled = LEIDEN.detect(graph.withWeights(w -> scale * w));
            assertThat(scaled.restartModularities()).isEqualTo(expected.restartModularities());
        }
    }

    @Test
    void edgesOfWeightZeroAndSelfLoopsAreNoTrouble() {
        Graph zeros = Graph.undirected(
                4, new int[] {0, 0, 0, 1, 1, 2, 3}, new int[] {1, 2, 3, 2, 3, 3, 3}, new double[] {0, 0, 0, 0, 0, 1, 5
                });
        CommunityResult found = LEIDEN.detect(zeros);
        assertThat(found.partition()).isEqualTo(Partition.of(0, 1, 2, 2));
        assertThat(best(LEIDEN, zeros)).isCloseTo(found.modularity(), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void graphsWithoutEdgesOrNodes(boolean directed) {
        for (int nodes : new int[] {0, 1, 2, 5}) {
            int[] none = {};
            double[] noWeight = {};
            Graph graph = directed
                    ? Graph.directed(nodes, none, none, noWeight)
                    : Graph.undirected(nodes, none, none, noWeight);
            for (Method method : Method.values()) {
                CommunityResult found = new CommunityDetection(method, Modularity.standard(), 2, 1, 1).detect(graph);
                assertThat(found.partition()).isEqualTo(Partition.singletons(nodes));
                assertThat(found.modularity()).isZero();
            }
        }
    }

    @Test
    void balancedFactionsAreFoundBySigns() {
        // Friends within two factions, foes between them.
        Graph graph = RandomGraphs.ringOfCliques(1, 8).withoutSelfLoops();
        int[] source = graph.sources();
        double[] weight = new double[graph.slotCount()];
        for (int slot = 0; slot < weight.length; slot++) {
            weight[slot] = source[slot] % 2 == graph.target(slot) % 2 ? 1 : -1;
        }
        Graph signed = Graph.directed(8, source, graph.targets(), weight);
        for (NegativeWeights meaning : List.of(NegativeWeights.GOMEZ, NegativeWeights.RUBINOV_SPORNS)) {
            CommunityDetection detection = LEIDEN.withModularity(new Modularity(1, meaning));
            assertThat(detection.detect(signed).partition()).isEqualTo(Partition.of(0, 1, 0, 1, 0, 1, 0, 1));
        }
        assertThatThrownBy(() -> LEIDEN.detect(signed)).hasMessageContaining("has negative weights");
    }

    @Test
    void theResultSaysWhatItIs() {
        CommunityResult found = new CommunityResult(
                Partition.of(0, 1), 0.5, List.of(0.5, 0.25, 0.5, 0.0), "Newman (undirected), resolution 1.0", LEIDEN);
        assertThat(found.median()).isEqualTo(0.375);
        assertThat(found.spread()).isEqualTo(0.5);
        assertThat(found.hits()).isEqualTo(2);
        assertThat(found)
                .hasToString("Q = 0.5000000000 in 2 communities (Newman (undirected), resolution 1.0; leiden, seed 1,"
                        + " 4 restarts: median 0.3750000000, spread 0.500, best found 2 times)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theListenerHearsEveryRestartAndMayCancel(int threads) {
        Graph graph = RandomGraphs.ringOfCliques(3, 4);
        CommunityDetection detection = LEIDEN.withRestarts(5).withThreads(threads);
        List<Integer> heard = new ArrayList<>();
        Thread here = Thread.currentThread();
        detection.detect(graph, (finished, restarts) -> {
            assertThat(Thread.currentThread()).isSameAs(here);
            assertThat(restarts).isEqualTo(5);
            heard.add(finished);
            return true;
        });
        assertThat(heard).containsExactly(1, 2, 3, 4, 5);
        assertThatThrownBy(() -> detection.detect(graph, (finished, restarts) -> finished < 2))
                .isInstanceOf(CancellationException.class)
                .hasMessage("community detection was cancelled after 2 of 5 restarts");
    }

    @Test
    void numbersAreChecked() {
        assertThatThrownBy(() -> LEIDEN.withRestarts(0)).hasMessage("restarts = 0, must be at least 1");
        assertThatThrownBy(() -> LEIDEN.withThreads(0)).hasMessage("threads = 0, must be at least 1");
    }
}
