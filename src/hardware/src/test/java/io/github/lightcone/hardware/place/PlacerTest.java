package io.github.lightcone.hardware.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacerTest {

    @ParameterizedTest
    @CsvSource({"100, 7", "64, 16", "65, 16", "10, 10", "11, 10", "1, 1", "9, 1", "50, 3", "50, 2147483647"})
    void everyTileHoldsWhatItCan(int neurons, int capacity) {
        Network network = Network.inDimensions(3)
                .population("cells", Lif.of(20, 5), Positions.uniform(neurons, 3, 0, 1, new SplittableRandom(4)))
                .build();
        Placement placement = Placer.place(network, capacity);
        int[] load = new int[placement.columns() * placement.rows()];
        for (int tile : placement.tile()) {
            load[tile]++;
        }
        assertThat(Arrays.stream(load).max().orElseThrow()).isLessThanOrEqualTo(capacity);
        assertThat(Arrays.stream(load).sum()).isEqualTo(neurons);
    }

    @Test
    void cornersGoToCorners() {
        Network network = Network.inDimensions(2)
                .population("cells", Lif.of(20, 5), Positions.of(2, 0, 0, 10, 1, 0, 5, 10, 6))
                .build();
        Placement placement = Placer.place(network, 1);
        assertThat(placement.tile()).containsExactly(0, 1, 2, 3);
        assertThat(placement.distance(0, 3)).isEqualTo(2);
    }

    @Test
    void trafficByHand() {
        Network network = Network.inDimensions(2)
                .population("cells", Lif.of(20, 5), Positions.of(2, 0, 0, 10, 1, 0, 5, 10, 6))
                .synapses(
                        "cells",
                        "cells",
                        false,
                        new int[] {0, 0, 0, 1},
                        new int[] {3, 3, 2, 1},
                        new double[] {1, 1, 1, 1},
                        null)
                .build();
        Placement placement = Placer.place(network, 1);
        // Tile 0 sends 2 spikes to tile 3, by tile 1, and to tile 2; the synapse from 1 to 1 stays.
        Traffic traffic = Traffic.of(network, placement, new long[] {2, 5, 0, 0});
        assertThat(traffic.crossings()).isEqualTo(3);
        assertThat(traffic.packets()).isEqualTo(4);
        assertThat(traffic.hops()).isEqualTo(2 * 2 + 2);
        assertThat(traffic.busiest()).isEqualTo(2);
        assertThat(traffic.loads())
                .containsExactly(new Traffic.Load(0, 1, 2), new Traffic.Load(0, 2, 2), new Traffic.Load(1, 3, 2));
        assertThat(traffic.links()).isEqualTo(8);
        assertThat(traffic.tileLength()).isEqualTo(2 + 2 + 1);
        assertThat(traffic.wireLength()).isEqualTo(2 * Math.hypot(10, 6) + 5);
    }
}
