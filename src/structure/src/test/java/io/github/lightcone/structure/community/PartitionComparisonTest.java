package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionComparisonTest {

    static List<ReferenceFigures.Case> cases() throws IOException {
        return ReferenceFigures.read();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithScikitLearn(ReferenceFigures.Case reference) {
        PartitionComparison comparison = PartitionComparison.of(reference.first(), reference.second());
        String[] words = reference.figures().stream()
                .filter(line -> line[0].equals("agreement"))
                .findFirst()
                .orElseThrow();
        double[] figure = ReferenceFigures.numbers(words, 1);
        assertThat(comparison.normalisedMutualInformation()).isCloseTo(figure[0], within(1e-12));
        assertThat(comparison.adjustedRand()).isCloseTo(figure[1], within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isItsDefinitionByPairsAndByTheJointDistribution(long seed) {
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(30);
        Partition a = RandomGraphs.partition(random, nodes, 1 + random.nextInt(6));
        Partition b = RandomGraphs.partition(random, nodes, 1 + random.nextInt(6));
        PartitionComparison comparison = PartitionComparison.of(a, b);
        assertThat(PartitionComparison.of(b, a).adjustedRand()).isCloseTo(comparison.adjustedRand(), within(1e-14));
        double joint = entropy(a, b);
        double variation = 2 * joint - entropy(a, a) - entropy(b, b);
        assertThat(comparison.variationOfInformation()).isCloseTo(variation, within(1e-12));
        double information = entropy(a, a) + entropy(b, b) - joint;
        double entropies = entropy(a, a) + entropy(b, b);
        assertThat(comparison.normalisedMutualInformation())
                .isCloseTo(entropies > 0 ? 2 * information / entropies : 1, within(1e-12));
        double[] pairs = new double[4];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < i; j++) {
                int inA = a.community(i) == a.community(j) ? 1 : 0;
                int inB = b.community(i) == b.community(j) ? 1 : 0;
                pairs[2 * inA + inB]++;
            }
        }
        double together = pairs[3];
        double expected = (pairs[3] + pairs[2]) * (pairs[3] + pairs[1]) / (nodes * (nodes - 1) / 2.0);
        double most = (2 * pairs[3] + pairs[2] + pairs[1]) / 2;
        assertThat(comparison.adjustedRand())
                .isCloseTo(most == expected ? 1 : (together - expected) / (most - expected), within(1e-12));
    }

    private static double entropy(Partition a, Partition b) {
        double[][] share = new double[a.count()][b.count()];
        for (int n = 0; n < a.nodeCount(); n++) {
            share[a.community(n)][b.community(n)] += 1.0 / a.nodeCount();
        }
        double sum = 0;
        for (double[] row : share) {
            for (double p : row) {
                sum -= p > 0 ? p * Math.log(p) : 0;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7})
    void equalPartitionsAgreeFully(int nodes) {
        PartitionComparison equal = new PartitionComparison(1, 1, 0);
        for (Partition partition : List.of(Partition.whole(nodes), Partition.singletons(nodes))) {
            assertThat(PartitionComparison.of(partition, Partition.of(partition.toArray())))
                    .isEqualTo(equal);
        }
    }

    @Test
    void theFinestAndTheCoarsestShareNothing() {
        PartitionComparison comparison = PartitionComparison.of(Partition.whole(8), Partition.singletons(8));
        assertThat(comparison.normalisedMutualInformation()).isCloseTo(0, within(1e-15));
        assertThat(comparison.adjustedRand()).isZero();
        assertThat(comparison.variationOfInformation()).isCloseTo(Math.log(8), within(1e-14));
    }

    @Test
    void aCountByHand() {
        // Pairs of 6 nodes in {0,1,2},{3,4,5} and {0,1},{2,3},{4,5}: 2 shared, 6 and 3 in each, 15 in all.
        PartitionComparison comparison =
                PartitionComparison.of(Partition.of(0, 0, 0, 1, 1, 1), Partition.of(0, 0, 1, 1, 2, 2));
        assertThat(comparison.adjustedRand()).isCloseTo((2 - 18 / 15.0) / (4.5 - 18 / 15.0), within(1e-15));
    }

    @Test
    void numbersOfNodesMustBeEqual() {
        assertThatThrownBy(() -> PartitionComparison.of(Partition.whole(2), Partition.whole(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partitions of 2 and 3 nodes, must be of as many");
    }
}
