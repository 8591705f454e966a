package io.github.lightcone.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted by (delay, target, number), whatever the length of the row and however many ties there are. */
class RowSortTest {

    @ParameterizedTest(name = "{0} synapses")
    @ValueSource(ints = {0, 1, 2, 3, 39, 40, 41, 100, 1_000, 5_000})
    void agreesWithAComparator(int count) {
        SplittableRandom random = new SplittableRandom(count);
        RowSort sort = new RowSort();
        for (int distinct : new int[] {1, 2, 20, 1_000_000}) {
            for (int targets : new int[] {1, 5, 100_000_000}) {
                float[] delay = new float[count];
                int[] target = new int[count];
                for (int k = 0; k < count; k++) {
                    // From denormal to very large.
                    delay[k] = random.nextInt(distinct) * (float) Math.pow(10, random.nextInt(-44, 30));
                    target[k] = random.nextInt(targets);
                }
                check(sort, delay, target);
                for (int k = 0; k < count; k++) {
                    delay[k] = random.nextInt(distinct);
                }
                check(sort, delay, target);
            }
        }
    }

    private static void check(RowSort sort, float[] delay, int[] target) {
        int count = delay.length;
        sort.reserve(count);
        for (int k = 0; k < count; k++) {
            sort.set(k, Float.floatToRawIntBits(delay[k]), k);
        }
        sort.sort(count, target);
        int[] expected = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(k -> delay[k])
                        .thenComparingInt(k -> target[k])
                        .thenComparingInt(k -> k))
                .mapToInt(k -> k)
                .toArray();
        assertThat(IntStream.range(0, count).map(sort::number).toArray()).isEqualTo(expected);
    }
}
