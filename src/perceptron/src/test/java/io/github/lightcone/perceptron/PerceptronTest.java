package io.github.lightcone.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.space.ConductionDelay;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerceptronTest {

    private static Embedding embedding(int dimensions, Planes planes) {
        return new Embedding(dimensions, planes, DistanceKernel.inverse(), 2, 1, 1, 2, 2, 2);
    }

    @ParameterizedTest
    @CsvSource({"FIXED, 10574", "LEARNED, 10576", "RELAXED, 13416"})
    void spatialPerceptronsHaveAsManyParametersAsPublished(Planes planes, int expected) {
        try (Perceptron perceptron = Perceptron.spatial(embedding(3, planes), 784, 2048, 10, 1, 1)) {
            assertThat(perceptron.parameterCount()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"14, 11140", "17, 13525", "2048, 1628170"})
    void ordinaryPerceptronsHaveAsManyParametersAsPublished(int hidden, int expected) {
        try (Perceptron perceptron = Perceptron.ordinary(784, hidden, 10, 1, 1)) {
            assertThat(perceptron.parameterCount()).isEqualTo(expected);
        }
    }

    @Test
    void oneNeuronOfEachLayerIsItsClosedForm() {
        try (Perceptron perceptron = Perceptron.spatial(embedding(3, Planes.FIXED), 1, 1, 2, 1, 1)) {
            List<ParameterArray> parameters = perceptron.parameters();
            // x of all four neurons, then y: the input is at (0, 0, 0), the hidden neuron at (0, 3, 1) ...
            double[] places = {0, 0, 2, 0, 0, 3, 1, 3};
            System.arraycopy(places, 0, PlainPerceptron.values(parameters, "positions"), 0, 8);
            PlainPerceptron.values(parameters, "inhibition")[0] = 0.5;
            PlainPerceptron.values(parameters, "inhibition")[1] = -0.25;
            PlainPerceptron.values(parameters, "bias")[0] = 0.125;
            double w = Math.tanh(1) / Math.sqrt(10);
            double h = 0.125 + 0.5 * w;
            SparseImages images = SparseImages.of(new double[][] {{0.5}}, new int[] {0}, List.of("a", "b"));
            double[] found = perceptron.activations(images)[0];
            assertThat(found[0]).isCloseTo(h, within(1e-7));
            // ... the outputs at (2, 1, 2), 3 mm from it, and at (0, 3, 2), 1 mm.
            assertThat(found[1]).isCloseTo(-Math.tanh(0.5) / 3 * h, within(1e-7));
            assertThat(found[2]).isCloseTo(-Math.tanh(0.5) * h, within(1e-7));
        }
    }

    @Test
    void distancesAreThoseOfSpikingNetworks() {
        try (Perceptron perceptron = Perceptron.spatial(embedding(4, Planes.RELAXED), 5, 300, 2, 7, 1)) {
            double[] flat = Arrays.stream(perceptron.positions())
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            float[][] weights = perceptron.weights();
            double[] a = PlainPerceptron.values(perceptron.parameters(), "inhibition");
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 300; j++) {
                    double d = ConductionDelay.distance(flat, 4, i, 5 + j);
                    assertThat(weights[i][j]).isEqualTo((float) (StrictMath.tanh(2 * a[i]) * (1 / d)));
                }
            }
        }
    }

    @Test
    void neuronsInOnePlaceAreNamed() {
        try (Perceptron perceptron = Perceptron.spatial(embedding(2, Planes.RELAXED), 2, 2, 2, 1, 1)) {
            Arrays.fill(PlainPerceptron.values(perceptron.parameters(), "positions"), 1);
            assertThatThrownBy(perceptron::weights)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("hidden neuron 0 and input 0 are 0.0 mm apart, must be above 0 and finite");
        }
    }

    @Test
    void examplesMustFit() {
        SparseImages images = SparseImages.of(new double[][] {{1, 0, 2}}, new int[] {1}, List.of("a", "b"));
        try (Perceptron perceptron = Perceptron.ordinary(2, 4, 2, 1, 1)) {
            assertThatThrownBy(() -> perceptron.evaluate(images))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("examples with 3 inputs and 2 classes, must have 2 and 2");
        }
    }
}
