package io.github.lightcone.learning.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source at 0, a cell at (3, 4) and one at (3, 0): unit vectors are (0.6, 0.8) and (0, -1). */
class IncomingFlippedTest {

    private final Network network = Network.inDimensions(2)
            .conductionSpeed(2)
            .population("input", new SpikeSource(), Positions.of(2, 0, 0))
            .population("cell", Lif.of(20, 5), Positions.of(2, 3, 4))
            .population("next", Lif.of(20, 5), Positions.of(2, 3, 0))
            .synapses("input", "cell", true, new int[] {0}, new int[] {0}, new double[] {1}, new double[1])
            .synapses("cell", "next", true, new int[] {0}, new int[] {0}, new double[] {1}, new double[1])
            .build();

    private double[] gradient(Learnable learnable) {
        Gradients gradients = new Gradients(network);
        gradients.delay()[0] = 10;
        gradients.delay()[1] = 100;
        gradients.toPositions(network, network.parameters());
        double[] gradient = new double[learnable.values().length];
        learnable.gather(network.parameters(), gradients, gradient);
        return gradient;
    }

    @ParameterizedTest
    @CsvSource({"input, -3, -4, -3, -4", "cell, 3, 54, -3, 46", "next, 0, -50, 0, 50"})
    void whatComesInCountsTheOtherWay(String name, double x, double y, double flippedX, double flippedY) {
        Population population = network.population(name);
        assertThat(gradient(Learnables.positions(network, population, 0, 1)))
                .containsExactly(new double[] {x, y}, within(1e-13));
        assertThat(gradient(new IncomingFlipped(network, population, 0, 1)))
                .containsExactly(new double[] {flippedX, flippedY}, within(1e-13));
        assertThat(gradient(new IncomingFlipped(network, population, 1)))
                .containsExactly(new double[] {flippedY}, within(1e-13));
    }

    @Test
    void valuesAndNamesAreThoseOfPositions() {
        Learnable flipped = new IncomingFlipped(network, network.population("cell"), 1);
        assertThat(flipped.values()).containsExactly(4);
        assertThat(flipped.name()).isEqualTo("positions cell");
    }
}
