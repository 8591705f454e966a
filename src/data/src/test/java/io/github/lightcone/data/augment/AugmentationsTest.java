package io.github.lightcone.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentationsTest {

    private final AugmentationCounts counts = new AugmentationCounts();

    private static SpikeTrains ramp(int size, double step) {
        return SpikeTrains.of(
                IntStream.range(0, size).toArray(),
                IntStream.range(0, size).mapToDouble(k -> k * step).toArray());
    }

    private static List<String> spikes(SpikeTrains spikes) {
        return IntStream.range(0, spikes.size())
                .mapToObj(k -> spikes.neuron(k) + " at " + spikes.time(k))
                .toList();
    }

    /** Seven shifts, 7000 draws: each is there 1000 times give or take 4.1 standard errors of 29. */
    @Test
    void everyShiftIsEquallyLikely() {
        ChannelShift shift = new ChannelShift(20, 2, 4, ChannelShift.Edge.DROP);
        SeededRandom random = new SeededRandom(1);
        int[] found = new int[7];
        for (int trial = 0; trial < 7000; trial++) {
            found[
                    shift.apply(SpikeTrains.of(new int[] {10}, new double[] {3}), random)
                                    .neuron(0)
                            - 8]++;
        }
        for (int k = 0; k < 7; k++) {
            assertThat(found[k]).as("shift by %d", k - 2).isBetween(880, 1120);
        }
    }

    @Test
    void spikesThatLeaveAreDroppedAndCountedOrWrapped() {
        SpikeTrains all = ramp(10, 1);
        for (int trial = 0; trial < 20; trial++) {
            AugmentationCounts here = new AugmentationCounts();
            SpikeTrains dropped = ChannelShift.within(10, 3).apply(all, new SeededRandom(trial), here);
            assertThat(dropped.size() + here.offChannels()).isEqualTo(10);
            int shift = dropped.neuron(0) - (int) dropped.time(0);
            assertThat(here.offChannels()).isEqualTo(Math.abs(shift));
            SpikeTrains wrapped =
                    new ChannelShift(10, 3, 3, ChannelShift.Edge.WRAP).apply(all, new SeededRandom(trial), counts);
            assertThat(wrapped.size()).isEqualTo(10);
            for (int k = 0; k < 10; k++) {
                assertThat(wrapped.time(k)).isEqualTo(k);
                assertThat(wrapped.neuron(k)).isEqualTo((k + shift + 10) % 10);
            }
        }
        assertThat(counts.offChannels()).isZero();
    }

    /** 10,000 deviates: the mean within 4 standard errors, 0.08, the deviation within 3 per cent. */
    @Test
    void jitterIsNormalAndClippedTimesAreCounted() {
        SpikeTrains still = SpikeTrains.of(
                new int[10_000],
                IntStream.range(0, 10_000).mapToDouble(k -> 100).toArray());
        SpikeTrains moved = new TimeJitter(2).apply(still, new SeededRandom(2), counts);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < 10_000; k++) {
            double off = moved.time(k) - 100;
            sum += off;
            squares += off * off;
        }
        assertThat(sum / 10_000).isCloseTo(0, within(0.08));
        assertThat(Math.sqrt(squares / 10_000)).isCloseTo(2, within(0.06));
        assertThat(counts.clippedToStart()).isZero();
        SpikeTrains atStart = SpikeTrains.of(new int[1000], new double[1000]);
        SpikeTrains clipped = new TimeJitter(2).apply(atStart, new SeededRandom(3), counts);
        long atZero = IntStream.range(0, 1000).filter(k -> clipped.time(k) == 0).count();
        assertThat(clipped.size()).isEqualTo(1000);
        assertThat(counts.clippedToStart()).isEqualTo(atZero).isBetween(437L, 563L);
    }

    /** Of 10,000 spikes 3000 are left out, give or take 4 standard errors of 46. */
    @Test
    void dropoutLeavesOutItsPart() {
        SpikeTrains kept = new SpikeDropout(0.3).apply(ramp(10_000, 0.01), new SeededRandom(4), counts);
        assertThat(counts.droppedOut()).isBetween(2817L, 3183L);
        assertThat(kept.size() + counts.droppedOut()).isEqualTo(10_000);
        assertThat(spikes(new SpikeDropout(0).apply(kept, new SeededRandom(4)))).isEqualTo(spikes(kept));
    }

    @Test
    void compositionIsOneAfterTheOther() {
        SpikeTrains all = ramp(50, 1);
        Augmentation jitter = new TimeJitter(5);
        Augmentation dropout = new SpikeDropout(0.5);
        SeededRandom random = new SeededRandom(6);
        SpikeTrains byHand = dropout.apply(jitter.apply(all, random), random);
        SpikeTrains composed = jitter.then(dropout).apply(all, new SeededRandom(6), counts);
        assertThat(spikes(composed)).isEqualTo(spikes(byHand));
        assertThat(counts.droppedOut()).isEqualTo(50 - composed.size());
        AugmentationCounts sum = new AugmentationCounts();
        sum.add(counts);
        sum.add(counts);
        assertThat(sum.droppedOut()).isEqualTo(2 * counts.droppedOut());
        assertThat(sum.clippedToStart()).isEqualTo(2 * counts.clippedToStart());
    }

    @Test
    void parametersAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelShift.within(10, 10))
                .withMessageContaining("shift from -10 to 10 of 10 channels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeJitter(-1))
                .withMessage("standard deviation = -1.0 ms, must be finite and at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpikeDropout(1))
                .withMessage("probability = 1.0, must be at least 0 and below 1");
    }
}
