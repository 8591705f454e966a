package io.github.lightcone.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a table of doubles hold every synapse once and in its order. */
class SynapsePartsTest {

    private static final int SOURCES = 40;
    private static final int SIZE = 3_000;
    private final SplittableRandom random = new SplittableRandom(5);
    private final int[] source = random.ints(SIZE, 0, SOURCES).toArray();
    // Low numbers are more frequent.
    private final int[] target =
            random.ints(SIZE, 0, SOURCES * SOURCES).map(k -> (int) Math.sqrt(k)).toArray();
    private final double[] weight = random.doubles(SIZE).toArray();
    private final double[] delay = random.doubles(SIZE).toArray();

    private SynapseTable table() {
        SynapseTable table = new SynapseTable(SOURCES, source, target);
        table.update(weight, delay);
        return table;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void everySynapseOnceAndInOrder(int count) {
        SynapseTable table = table();
        SynapseParts parts = SynapseParts.of(table, SOURCES, count);
        assertThat(parts.count()).isEqualTo(count);
        assertThat(parts.size()).isEqualTo(SIZE);
        int end = 0;
        for (int p = 0; p < count; p++) {
            NeuronRange targets = parts.targets(p);
            assertThat(targets.first()).isEqualTo(end);
            end = targets.end();
            assertIsPart((SynapseTable) parts.part(p), table, targets);
        }
        assertThat(end).isEqualTo(SOURCES);
        assertThat(parts.longestDelay()).isEqualTo(Arrays.stream(delay).max().getAsDouble());
        assertThat(parts.meanGap()).isEqualTo(SynapseParts.of(table, SOURCES, 1).meanGap());
    }

    private static void assertIsPart(SynapseTable part, SynapseTable table, NeuronRange targets) {
        for (int n = 0; n < SOURCES; n++) {
            int next = part.rowStart(n);
            for (int slot = table.rowStart(n); slot < table.rowEnd(n); slot++) {
                if (targets.contains(table.target(n, slot))) {
                    assertThat(part.synapse()[next]).isEqualTo(table.synapse()[slot]);
                    assertThat(part.target(n, next)).isEqualTo(table.target(n, slot));
                    assertThat(part.weight(n, next)).isEqualTo(table.weight(n, slot));
                    assertThat(part.delay(n, next)).isEqualTo(table.delay(n, slot));
                    next++;
                }
            }
            assertThat(part.rowEnd(n)).isEqualTo(next);
        }
    }

    @Test
    void onePartIsTheTableItself() {
        SynapseTable table = table();
        assertThat(SynapseParts.of(table, SOURCES, 1).part(0)).isSameAs(table);
    }

    @Test
    void aPartIsUpdatedLikeTheWhole() {
        SynapseTable table = table();
        NeuronRange targets = new NeuronRange(10, 30);
        SynapseTable part = table.part(targets);
        double[] changed = random.doubles(SIZE).toArray();
        table.update(changed, weight);
        part.update(changed, weight);
        assertIsPart(part, table, targets);
    }

    @Test
    void rangesAreBalanced() {
        SplittableRandom numbers = new SplittableRandom(3);
        int[] incoming = new int[1_000];
        long total = incoming.length;
        for (int n = 0; n < incoming.length; n++) {
            incoming[n] = numbers.nextInt(n + 1);
            total += incoming[n];
        }
        for (int count : new int[] {1, 2, 3, 8}) {
            int end = 0;
            for (NeuronRange range : NeuronRange.balanced(incoming, count)) {
                assertThat(range.first()).isEqualTo(end);
                end = range.end();
                long share = range.size();
                for (int n = range.first(); n < range.end(); n++) {
                    share += incoming[n];
                }
                // At each end a neuron, of at most 1001, goes to one side or the other.
                assertThat(Math.abs(share - (double) total / count)).isLessThan(1_001);
            }
            assertThat(end).isEqualTo(1_000);
        }
    }

    @Test
    void rangesOfNeuronsWithoutSynapses() {
        assertThat(NeuronRange.balanced(new int[9], 3))
                .containsExactly(new NeuronRange(0, 3), new NeuronRange(3, 6), new NeuronRange(6, 9));
        assertThat(NeuronRange.balanced(new int[0], 2)).containsOnly(new NeuronRange(0, 0));
        assertThat(NeuronRange.balanced(new int[] {1_000_000, 0, 0}, 2)[0].size())
                .isLessThanOrEqualTo(1);
        assertThatThrownBy(() -> NeuronRange.balanced(new int[3], 0)).hasMessage("parts = 0, must be at least 1");
    }
}
