package io.github.lightcone.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are sorted by (delay, target, synapse number), however the delays have changed. */
class SynapseTableTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void staysSortedThroughUpdates(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int sources = 1 + random.nextInt(6);
        int size = random.nextInt(1_500);
        int[] source = random.ints(size, 0, sources).toArray();
        int[] target = random.ints(size, 0, 9).toArray();
        SynapseTable table = new SynapseTable(sources, source, target);
        double[] weight = random.doubles(size).toArray();
        double[] delay = random.doubles(size).toArray();
        assertSorted(table, sources, source, target, weight, delay);
        for (int update = 0; update < 12; update++) {
            for (int s = 0; s < size; s++) {
                weight[s] = random.nextDouble();
                delay[s] = switch (update % 5) {
                    // A little: insertion. Everything: sorting anew. Turned over. With many ties. Equal as floats.
                    case 0 -> delay[s] + 1e-5 * random.nextDouble();
                    case 1 -> random.nextDouble();
                    case 2 -> 2 - delay[s];
                    case 3 -> random.nextInt(5);
                    default -> 1 + 1e-12 * random.nextDouble();
                };
            }
            assertSorted(table, sources, source, target, weight, delay);
        }
    }

    private static void assertSorted(
            SynapseTable table, int sources, int[] source, int[] target, double[] weight, double[] delay) {
        table.update(weight, delay);
        assertThat(table.size()).isEqualTo(source.length);
        assertThat(table.sourceCount()).isEqualTo(sources);
        int slot = 0;
        for (int n = 0; n < sources; n++) {
            assertThat(table.rowStart(n)).isEqualTo(slot);
            int row = n;
            int[] expected = IntStream.range(0, source.length)
                    .filter(s -> source[s] == row)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(s -> delay[s])
                            .thenComparingInt(s -> target[s])
                            .thenComparingInt(s -> s))
                    .mapToInt(s -> s)
                    .toArray();
            for (int s : expected) {
                assertThat(table.synapse()[slot]).isEqualTo(s);
                assertThat(table.target()[slot]).isEqualTo(target[s]);
                assertThat(table.weight()[slot]).isEqualTo(weight[s]);
                assertThat(table.delay()[slot]).isEqualTo(delay[s]);
                slot++;
            }
        }
        assertThat(table.rowStart(sources)).isEqualTo(slot);
    }

    @Test
    void longRowTurnedOver() {
        int size = 20_000;
        SynapseTable table = new SynapseTable(1, new int[size], new int[size]);
        table.update(new double[size], IntStream.range(0, size).asDoubleStream().toArray());
        double[] reversed = IntStream.range(0, size).mapToDouble(k -> size - k).toArray();
        table.update(new double[size], reversed);
        double[] sorted = reversed.clone();
        Arrays.sort(sorted);
        assertThat(table.delay()).isEqualTo(sorted);
    }

    @Test
    void empty() {
        SynapseTable table = new SynapseTable(3, new int[0], new int[0]);
        table.update(new double[0], new double[0]);
        assertThat(table.size()).isZero();
        assertThat(table.rowStart(3)).isZero();
    }
}
