package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import org.junit.jupiter.api.Test;

class InputDropoutTest {

    private static SpikeTrains many() {
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int k = 0; k < 10_000; k++) {
            spikes.add(k % 7, k);
        }
        return spikes.build();
    }

    @Test
    void leavesTheGivenShareOut() {
        SpikeTrains kept = new InputDropout(0.2, 1).apply(many(), 0, 0);
        // 8000 expected, standard deviation 40
        assertThat(kept.size()).isBetween(7800, 8200);
        assertThat(kept.neuron(0)).isEqualTo((int) kept.time(0) % 7);
    }

    @Test
    void dependsOnSeedEpochAndExampleAlone() {
        InputDropout dropout = new InputDropout(0.5, 1);
        double[] expected = times(dropout.apply(many(), 3, 4));
        dropout.apply(many(), 0, 0);
        assertThat(times(dropout.apply(many(), 3, 4))).isEqualTo(expected);
        assertThat(times(dropout.apply(many(), 4, 3))).isNotEqualTo(expected);
        assertThat(times(new InputDropout(0.5, 2).apply(many(), 3, 4))).isNotEqualTo(expected);
    }

    private static double[] times(SpikeTrains spikes) {
        double[] times = new double[spikes.size()];
        for (int k = 0; k < times.length; k++) {
            times[k] = spikes.time(k);
        }
        return times;
    }

    @Test
    void noneAtAllLeavesTheInputAlone() {
        SpikeTrains input = many();
        assertThat(new InputDropout(0, 1).apply(input, 0, 0)).isSameAs(input);
    }
}
