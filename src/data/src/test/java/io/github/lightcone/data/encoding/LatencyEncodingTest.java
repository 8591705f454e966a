package io.github.lightcone.data.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.event.SpikeTrains;
import org.junit.jupiter.api.Test;

class LatencyEncodingTest {

    @Test
    void earlierForSmallerValues() {
        SpikeTrains spikes = LatencyEncoding.between(0, 30).encode(1, 0, 0.5);
        assertThat(spikes.size()).isEqualTo(3);
        assertThat(spikes.neuron(0)).isEqualTo(1);
        assertThat(spikes.time(0)).isEqualTo(0);
        assertThat(spikes.neuron(1)).isEqualTo(2);
        assertThat(spikes.time(1)).isEqualTo(15);
        assertThat(spikes.neuron(2)).isEqualTo(0);
        assertThat(spikes.time(2)).isEqualTo(30);
    }

    @Test
    void biasIsTheLastChannel() {
        LatencyEncoding encoding = LatencyEncoding.between(5, 30).withBias(0);
        assertThat(encoding.channels(4)).isEqualTo(5);
        SpikeTrains spikes = encoding.encode(0, 0);
        assertThat(spikes.neuron(0)).isEqualTo(2);
        assertThat(spikes.time(0)).isEqualTo(0);
    }

    @Test
    void valuesOutsideZeroToOneAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyEncoding.between(0, 30).encode(0.5, 1.25))
                .withMessage("value 1 = 1.25, must be between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyEncoding.between(0, 30).encode(Double.NaN))
                .withMessageContaining("NaN");
    }

    @Test
    void timesMustBeInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyEncoding.between(30, 0))
                .withMessageContaining("from 30.0 to 0.0 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyEncoding.between(0, 30).withBias(-1))
                .withMessageContaining("bias spike at -1.0 ms");
    }
}
