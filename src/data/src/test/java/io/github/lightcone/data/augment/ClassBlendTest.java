package io.github.lightcone.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassBlendTest {

    private final AugmentationCounts counts = new AugmentationCounts();

    private static SpikeTrains cloud(int channel, double time, int size, long seed) {
        SeededRandom random = new SeededRandom(seed);
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int k = 0; k < size; k++) {
            spikes.add(channel + random.nextInt(11) - 5, time + 10 * random.nextDouble() - 5);
        }
        return spikes.build();
    }

    /** 2000 spikes of which 1000 stay, give or take 4 standard errors of 22. */
    @Test
    void halfOfBothAroundTheCommonCentre() {
        SpikeTrains one = cloud(30, 100, 1000, 1);
        SpikeTrains other = cloud(40, 180, 1000, 2);
        SpikeTrains blend = new ClassBlend(100).blend(one, other, new SeededRandom(3), counts);
        assertThat(blend.size()).isBetween(911, 1089);
        assertThat(blend.size() + counts.droppedOut()).isEqualTo(2000);
        double channel = 0;
        double time = 0;
        for (int k = 0; k < blend.size(); k++) {
            channel += blend.neuron(k);
            time += blend.time(k);
            assertThat(blend.time(k)).isBetween(134.0, 146.0);
            assertThat(blend.neuron(k)).isBetween(29, 41);
        }
        assertThat(time / blend.size()).as("standard error 0.1").isCloseTo(140, within(0.4));
        assertThat(channel / blend.size())
                .as("standard error 0.1, cut to whole channels")
                .isCloseTo(35, within(1.4));
    }

    /** Without a kept spike of chance the move is known: 4 apart in channel and 6 in time is 2 and 3 each. */
    @Test
    void bothMoveHalfTheWay() {
        SpikeTrains one = SpikeTrains.of(new int[] {0, 0}, new double[] {10, 10});
        SpikeTrains other = SpikeTrains.of(new int[] {4, 4}, new double[] {16, 16});
        for (int seed = 0; seed < 30; seed++) {
            SpikeTrains blend = new ClassBlend(5).blend(one, other, new SeededRandom(seed), counts);
            for (int k = 0; k < blend.size(); k++) {
                assertThat(blend.neuron(k)).isEqualTo(2);
                assertThat(blend.time(k)).isEqualTo(13);
            }
        }
        assertThat(counts.droppedOut()).isBetween(1L, 119L);
    }

    @Test
    void whatLeavesIsCountedAndSilenceMovesNothing() {
        SpikeTrains wide = SpikeTrains.of(new int[] {0, 9}, new double[] {0, 20});
        SpikeTrains high = SpikeTrains.of(new int[] {9, 9}, new double[] {30, 40});
        long kept = 0;
        for (int seed = 0; seed < 100; seed++) {
            kept += new ClassBlend(10)
                    .blend(high, wide, new SeededRandom(seed), counts)
                    .size();
        }
        assertThat(kept + counts.droppedOut() + counts.offChannels() + counts.beforeStart())
                .isEqualTo(400);
        assertThat(counts.offChannels()).as("9 moved to 11").isPositive();
        SpikeTrains blend = new ClassBlend(10).blend(high, SpikeTrains.none(), new SeededRandom(1), counts);
        for (int k = 0; k < blend.size(); k++) {
            assertThat(blend.time(k)).isIn(30.0, 40.0);
        }
        double[] halves = new double[80];
        Arrays.fill(halves, 40, 80, 100);
        SpikeTrains early = SpikeTrains.of(new int[80], halves);
        new ClassBlend(10).blend(early, SpikeTrains.of(new int[80], new double[80]), new SeededRandom(1), counts);
        assertThat(counts.beforeStart())
                .as("40 spikes moved to -25, of which half are kept, give or take 4 standard errors of 3.2")
                .isBetween(8L, 32L);
    }

    /** Classes, groups and the originals are kept; both parents are of the class. */
    @Test
    void appendedBlendsAreOfTheirClass() {
        EventDataset.Builder builder = EventDataset.builder(100, List.of("low", "high", "unused"));
        for (int i = 0; i < 20; i++) {
            int label = i % 2;
            builder.add(cloud(label == 0 ? 20 : 80, 50 + i, 40, i), label, i < 10 ? "ann" : "bob", i);
        }
        EventDataset data = builder.build();
        EventDataset more = ClassBlend.append(data, 30, 9, 2, counts);
        assertThat(more.size()).isEqualTo(50);
        assertThat(more.groups()).containsExactlyInAnyOrder("ann", "bob", "");
        for (int i = 0; i < 20; i++) {
            assertThat(more.input(i)).isSameAs(data.input(i));
            assertThat(more.take(i)).isEqualTo(i);
        }
        for (int i = 20; i < 50; i++) {
            for (int k = 0; k < more.input(i).size(); k++) {
                assertThat(more.input(i).neuron(k))
                        .isBetween(more.label(i) == 0 ? 10 : 70, more.label(i) == 0 ? 30 : 90);
            }
        }
        assertThat(more.classCounts()[0]).isBetween(15, 35);
        assertThat(times(ClassBlend.append(data, 3, 9, 2, counts), 22)).isEqualTo(times(more, 22));
        assertThat(times(ClassBlend.append(data, 3, 9, 3, counts), 22)).isNotEqualTo(times(more, 22));
        assertThat(ClassBlend.append(data, 0, 9, 2, counts).size()).isEqualTo(20);
    }

    private static double[] times(EventDataset data, int example) {
        double[] times = new double[data.input(example).size()];
        Arrays.setAll(times, data.input(example)::time);
        return times;
    }

    @Test
    void aClassWithOneExampleIsNamed() {
        EventDataset data = EventDataset.builder(2, List.of("a", "b"))
                .add(SpikeTrains.none(), 0)
                .add(SpikeTrains.none(), 0)
                .add(SpikeTrains.none(), 1)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassBlend.append(data, 1, 1, 0, counts))
                .withMessage("class 'b' has 1 example, must be none or at least 2");
    }
}
