package io.github.lightcone.structure.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionTest {

    @Test
    void communitiesAreNumberedByTheirFirstNodes() {
        Partition partition = Partition.of(9, -4, 9, Integer.MAX_VALUE, -4);
        assertThat(partition.toArray()).containsExactly(0, 1, 0, 2, 1);
        assertThat(partition.count()).isEqualTo(3);
        assertThat(partition).isEqualTo(Partition.of(1, 2, 1, 0, 2)).isNotEqualTo(Partition.of(1, 2, 1, 0, 1));
        assertThat(partition).hasSameHashCodeAs(Partition.of(1, 2, 1, 0, 2));
        assertThat(partition.sizes()).containsExactly(2, 2, 1);
        assertThat(partition.members()).isDeepEqualTo(new int[][] {{0, 2}, {1, 4}, {3}});
        assertThat(partition).hasToString("5 nodes in 3 communities");
    }

    @Test
    void theFinestTheCoarsestAndTheEmptyOne() {
        assertThat(Partition.singletons(3)).isEqualTo(Partition.of(5, 6, 7));
        assertThat(Partition.whole(3)).isEqualTo(Partition.of(5, 5, 5)).hasToString("3 nodes in 1 community");
        assertThat(Partition.whole(0)).isEqualTo(Partition.of()).isEqualTo(Partition.singletons(0));
        assertThat(Partition.of().members()).isEmpty();
    }

    @Test
    void labelsAreCopied() {
        int[] labels = {0, 1};
        Partition partition = Partition.of(labels);
        labels[1] = 0;
        partition.toArray()[0] = 7;
        assertThat(partition.community(0)).isZero();
        assertThat(partition.community(1)).isEqualTo(1);
    }
}
