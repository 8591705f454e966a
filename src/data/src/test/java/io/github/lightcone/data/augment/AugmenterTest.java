package io.github.lightcone.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.synthetic.DelayedXor;
import io.github.lightcone.data.synthetic.DelayedXorSettings;
import io.github.lightcone.event.SpikeTrains;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private final EventDataset data = DelayedXor.generate(DelayedXorSettings.defaults(), 40, 1);
    private final Augmenter augmenter =
            new Augmenter(ChannelShift.within(20, 3).then(new TimeJitter(2)).then(new SpikeDropout(0.1)), 5);

    private static List<String> spikes(SpikeTrains spikes) {
        return IntStream.range(0, spikes.size())
                .mapToObj(k -> spikes.neuron(k) + " at " + spikes.time(k))
                .toList();
    }

    private List<String> spikes(int epoch, int example) {
        return spikes(augmenter.apply(data, epoch, example, new AugmentationCounts()));
    }

    @Test
    void examplesDependOnSeedEpochAndNumberAlone() {
        AugmentationCounts counts = new AugmentationCounts();
        EventDataset whole = augmenter.apply(data, 3, counts);
        List<List<String>> inParallel = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> spikes(3, 39 - i))
                .toList();
        long spikes = 0;
        for (int i = 0; i < 40; i++) {
            assertThat(inParallel.get(39 - i)).isEqualTo(spikes(whole.input(i)));
            assertThat(whole.label(i)).isEqualTo(data.label(i));
            spikes += whole.input(i).size();
        }
        assertThat(spikes + counts.offChannels() + counts.droppedOut()).isEqualTo(data.spikeCount());
        assertThat(spikes(3, 7)).isEqualTo(spikes(3, 7)).isNotEqualTo(spikes(4, 7));
        EventDataset sameTwice = data.select(0, 0);
        AugmentationCounts none = new AugmentationCounts();
        assertThat(spikes(augmenter.apply(sameTwice, 0, 0, none)))
                .as("equal examples at two places")
                .isNotEqualTo(spikes(augmenter.apply(sameTwice, 0, 1, none)));
    }

    @Test
    void epochsAreNotBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spikes(-1, 0))
                .withMessage("epoch -1, example 0, both must be at least 0");
    }
}
