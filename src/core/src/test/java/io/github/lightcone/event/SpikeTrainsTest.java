package io.github.lightcone.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spikes in any order come out by time, then by neuron. */
class SpikeTrainsTest {

    @ParameterizedTest(name = "{0} spikes")
    @ValueSource(ints = {0, 1, 2, 3, 100, 5_000})
    void sorted(int size) {
        SplittableRandom random = new SplittableRandom(size);
        int[] neuron = random.ints(size, 0, 10).toArray();
        double[] time = random.ints(size, 0, 40).asDoubleStream().toArray();
        SpikeTrains trains = SpikeTrains.of(neuron, time);
        assertThat(trains.size()).isEqualTo(size);
        int[] counts = new int[400];
        for (int k = 0; k < size; k++) {
            counts[10 * (int) time[k] + neuron[k]]++;
        }
        for (int k = 0; k < size; k++) {
            counts[10 * (int) trains.time(k) + trains.neuron(k)]--;
            if (k > 0) {
                assertThat(trains.time(k)).isGreaterThanOrEqualTo(trains.time(k - 1));
                if (trains.time(k) == trains.time(k - 1)) {
                    assertThat(trains.neuron(k)).isGreaterThanOrEqualTo(trains.neuron(k - 1));
                }
            }
        }
        assertThat(counts).containsOnly(0);
    }

    @Test
    void builderGoesOnAfterBuilding() {
        SpikeTrains.Builder builder = SpikeTrains.builder().add(1, 5);
        SpikeTrains first = builder.build();
        SpikeTrains second = builder.add(0, 3).build();
        assertThat(first.size()).isEqualTo(1);
        assertThat(second.size()).isEqualTo(2);
        assertThat(second.neuron(0)).isZero();
        assertThat(SpikeTrains.none().size()).isZero();
    }

    @Test
    void complaints() {
        for (double time : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> SpikeTrains.builder().add(0, 1).add(3, time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("spike 1 of neuron 3 at time " + time + ", must be finite and at least 0");
        }
        assertThatThrownBy(() -> SpikeTrains.of(new int[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 neurons for 3 times");
    }
}
