package io.github.lightcone.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import org.junit.jupiter.api.Test;

class DisplaySpaceTest {

    @Test
    void upToThreeDimensionsAreDrawnAsTheyAre() {
        Network plane = Network.inDimensions(2)
                .population("a", Lif.of(20, 5), Positions.of(2, 1, 2, 3, 4))
                .build();
        DisplaySpace space = DisplaySpace.of(plane);
        assertThat(space.project(plane.parameters().position())).containsExactly(1, 2, 0, 3, 4, 0);
        assertThat(space.isExact()).isTrue();
    }

    /** Points on the axes 3, 1 and 0 of five, far, nearer and nearest: these are the components, in this order. */
    @Test
    void inMoreTheAxesOfLargestVarianceAreDrawn() {
        double[] places = new double[30];
        int[] axis = {3, 1, 0};
        double[] reach = {9, 4, 2};
        for (int k = 0; k < 3; k++) {
            places[(2 * k) * 5 + axis[k]] = reach[k];
            places[(2 * k + 1) * 5 + axis[k]] = -reach[k];
        }
        Network network = Network.inDimensions(5)
                .population("a", Lif.of(20, 5), Positions.of(5, places))
                .build();
        DisplaySpace space = DisplaySpace.of(network);
        double[] drawn = space.project(places);
        for (int k = 0; k < 3; k++) {
            for (int a = 0; a < 3; a++) {
                assertThat(drawn[6 * k + a])
                        .as("point %d axis %d", 2 * k, a)
                        .isEqualTo(a == k ? reach[k] : 0, within(1e-12));
            }
        }
        assertThat(space.note()).contains("5 dimensions", "100 %");
        assertThat(space.isExact()).isFalse();
    }
}
