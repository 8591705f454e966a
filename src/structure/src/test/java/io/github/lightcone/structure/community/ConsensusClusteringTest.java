package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsensusClusteringTest {

    private static final CommunityDetection LOUVAIN =
            CommunityDetection.louvain().withRestarts(50);

    @Test
    void whatAllRunsFindIsTheConsensusAtOnce() {
        Graph graph = RandomGraphs.ringOfCliques(6, 6);
        ConsensusClustering consensus = ConsensusClustering.of(graph, CommunityDetection.leiden());
        assertThat(consensus.partition()).isEqualTo(ModularityTest.cliques(6, 6, 1));
        assertThat(consensus.rounds()).isZero();
        assertThat(consensus.unanimous()).isTrue();
        assertThat(consensus.agreement()).isEqualTo(1);
        assertThat(consensus.modularity()).isEqualTo(Modularity.standard().of(graph, ModularityTest.cliques(6, 6, 1)));
    }

    @Test
    void karateIsFoundByLouvainAlthoughItsRunsDiffer() throws IOException {
        Graph graph = KnownGraphs.weightedKarate();
        ConsensusClustering consensus = ConsensusClustering.of(graph, LOUVAIN);
        assertThat(consensus.unanimous()).isTrue();
        assertThat(consensus.rounds()).isPositive();
        assertThat(consensus.agreement()).isLessThan(1);
        assertThat(consensus.toString())
                .contains("unanimous after " + consensus.rounds() + " rounds")
                .endsWith("(Newman (undirected), weighted, no self-loops, resolution 1.0; louvain, seed 1, 50 runs,"
                        + " threshold 0.5)");
        assertThat(consensus.modularity()).isCloseTo(0.4449035813, within(0.003));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void plantedBlocksAreRecoveredBetterThanByTheRunsOnAverage(long seed) {
        Graph graph = planted(new Random(seed), seed % 2 == 0);
        Partition truth = ModularityTest.cliques(8, 16, 1);
        List<Partition> runs = LOUVAIN.partitions(graph, RestartListener.none());
        double mean = runs.stream()
                .mapToDouble(run -> PartitionComparison.of(run, truth).normalisedMutualInformation())
                .average()
                .orElseThrow();
        ConsensusClustering consensus = ConsensusClustering.of(graph, LOUVAIN);
        assertThat(consensus.unanimous()).isTrue();
        assertThat(PartitionComparison.of(consensus.partition(), truth).normalisedMutualInformation())
                .isGreaterThanOrEqualTo(mean);
        assertThat(ConsensusClustering.of(graph, LOUVAIN.withThreads(2)).partition())
                .isEqualTo(consensus.partition());
    }

    private static Graph planted(Random random, boolean directed) {
        List<int[]> edges = new ArrayList<>();
        for (int n = 0; n < 128; n++) {
            for (int m = 0; m < 128; m++) {
                double chance = n / 16 == m / 16 ? 0.45 : 0.05;
                if ((directed ? n != m : m < n) && random.nextDouble() < chance) {
                    edges.add(new int[] {n, m});
                }
            }
        }
        int[] from = edges.stream().mapToInt(edge -> edge[0]).toArray();
        int[] to = edges.stream().mapToInt(edge -> edge[1]).toArray();
        double[] weight = edges.stream().mapToDouble(edge -> 1).toArray();
        return directed ? Graph.directed(128, from, to, weight) : Graph.undirected(128, from, to, weight);
    }

    @Test
    void theConsensusGraphHoldsSharesOfRuns() {
        List<Partition> runs =
                List.of(Partition.of(0, 0, 0, 1, 1, 2), Partition.of(0, 0, 1, 1, 2, 2), Partition.of(0, 0, 1, 2, 3, 4));
        Graph half = ConsensusClustering.consensus(runs, 0.5);
        assertThat(half.weightBetween(0, 1)).isEqualTo(1);
        // Nodes 2 to 5 would fall off: 2 keeps 0, first of those at one third; 3 keeps 2; 4 keeps 3; 5 keeps 4.
        assertThat(half.edgeCount()).isEqualTo(5);
        for (int n = 2; n < 6; n++) {
            assertThat(half.weightBetween(n, n == 2 ? 0 : n - 1)).isEqualTo(1 / 3.0);
        }
        Graph third = ConsensusClustering.consensus(runs, 1 / 3.0);
        assertThat(third.edgeCount()).isEqualTo(6);
        assertThat(third.weightBetween(1, 2)).isEqualTo(1 / 3.0);
        List<Partition> apart = List.of(Partition.of(0, 0), Partition.of(0, 1), Partition.of(0, 1));
        assertThat(ConsensusClustering.consensus(apart, 0.5).weightBetween(0, 1))
                .isEqualTo(1 / 3.0);
    }

    @Test
    void graphsWithoutStructureComeToAnEnd() {
        Graph random = RandomGraphs.random(new Random(4), 40, 0.2, false, false);
        ConsensusClustering consensus = ConsensusClustering.of(random, LOUVAIN, 0.9, RestartListener.none());
        assertThat(consensus.partition().nodeCount()).isEqualTo(40);
        assertThat(consensus.rounds()).isLessThanOrEqualTo(50);
        Graph empty = Graph.undirected(3, new int[0], new int[0], new double[0]);
        assertThat(ConsensusClustering.of(empty, LOUVAIN).partition()).isEqualTo(Partition.singletons(3));
        assertThat(ConsensusClustering.of(empty, LOUVAIN.withRestarts(1)).agreement())
                .isEqualTo(1);
    }

    @Test
    void whatItCannotTakeIsSaid() {
        Graph graph = RandomGraphs.ringOfCliques(3, 4);
        assertThatThrownBy(() -> ConsensusClustering.of(graph, LOUVAIN, 0, RestartListener.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold = 0.0, must be above 0 and at most 1");
        assertThatThrownBy(() -> ConsensusClustering.of(graph, LOUVAIN, 0.5, (finished, restarts) -> false))
                .isInstanceOf(CancellationException.class);
    }
}
