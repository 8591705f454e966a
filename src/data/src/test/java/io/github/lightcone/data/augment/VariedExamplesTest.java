package io.github.lightcone.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VariedExamplesTest {

    private static final int SIZE = 12;
    private static final long SEED = 9;

    private final EventDataset data = data(3);

    private static EventDataset data(int classes) {
        SplittableRandom random = new SplittableRandom(4);
        EventDataset.Builder builder = EventDataset.builder(10, List.of("a", "b", "c"));
        for (int i = 0; i < SIZE; i++) {
            int[] channels = random.ints(20, 0, 10).toArray();
            double[] times = random.doubles(20, 0, 50).sorted().toArray();
            builder.add(SpikeTrains.of(channels, times), i % classes, "", 0);
        }
        return builder.build();
    }

    private static void assertSame(SpikeTrains one, SpikeTrains other) {
        assertThat(one.size()).isEqualTo(other.size());
        for (int k = 0; k < one.size(); k++) {
            assertThat(one.neuron(k)).isEqualTo(other.neuron(k));
            assertThat(one.time(k)).isEqualTo(other.time(k));
        }
    }

    @Test
    void blendsFollowTheExamplesAndAreNewInEachEpoch() {
        VariedExamples examples = new VariedExamples(data, new Variation(Optional.empty(), 30), SEED);
        assertThat(examples.size()).isEqualTo(42);
        for (int epoch : new int[] {0, 5}) {
            AugmentationCounts counts = new AugmentationCounts();
            AugmentationCounts expectedCounts = new AugmentationCounts();
            EventDataset expected = ClassBlend.append(data, 30, SEED, epoch, expectedCounts);
            for (int i = 41; i >= 0; i--) {
                assertSame(examples.input(epoch, i, counts), expected.input(i));
                assertThat(examples.label(epoch, i)).isEqualTo(expected.label(i));
            }
            assertThat(counts.droppedOut()).isPositive().isEqualTo(expectedCounts.droppedOut());
        }
        AugmentationCounts counts = new AugmentationCounts();
        assertThat(examples.input(0, 20, counts).time(0))
                .isNotEqualTo(examples.input(5, 20, counts).time(0));
    }

    @Test
    void changesActOnBlendsToo() {
        Augmentation silence = (spikes, random, counts) -> SpikeTrains.none();
        VariedExamples examples = new VariedExamples(data, new Variation(Optional.of(silence), 2), SEED);
        for (int i = 0; i < examples.size(); i++) {
            assertThat(examples.input(3, i, new AugmentationCounts()).size()).isZero();
        }
    }

    @Test
    void withoutBlendsAClassMayHaveOneExample() {
        EventDataset.Builder builder = EventDataset.builder(10, List.of("a", "b"));
        builder.add(SpikeTrains.of(new int[] {1}, new double[] {2}), 0, "", 0);
        EventDataset one = builder.build();
        assertThat(new VariedExamples(one, Variation.none(), SEED).size()).isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VariedExamples(one, new Variation(Optional.empty(), 1), SEED))
                .withMessage("class 'a' has 1 example, must be none or at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Variation(Optional.empty(), -1))
                .withMessage("blends = -1, must be at least 0");
    }
}
