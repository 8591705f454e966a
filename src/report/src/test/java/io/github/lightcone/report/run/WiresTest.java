package io.github.lightcone.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.random.SeededRandom;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WiresTest {

    /** As a stable sort of all of them has it, ties in the order of the synapses. */
    @Test
    void theStrongestComeFirst() {
        SeededRandom random = new SeededRandom(5);
        double[] weight = IntStream.range(0, 200)
                .mapToDouble(k -> (random.nextInt(9) + 1) * (random.nextInt(2) == 0 ? -0.5 : 0.5))
                .toArray();
        Wires wires = new Wires(new int[200], new int[200], weight, new double[200], new double[200], new int[200]);
        int[] sorted = IntStream.range(0, 200)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(weight[k])))
                .mapToInt(k -> k)
                .toArray();
        for (int most : new int[] {1, 7, 100, 199, 200, 500}) {
            assertThat(wires.strongest(most))
                    .as("strongest " + most)
                    .isEqualTo(IntStream.of(sorted).limit(most).toArray());
        }
    }
}
