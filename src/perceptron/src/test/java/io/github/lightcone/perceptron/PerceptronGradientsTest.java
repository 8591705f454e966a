package io.github.lightcone.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients of what ships, whose products have 32 bits, against central differences of an independent function of 64
 * bits. What comes of rounding to 24 binary digits in sums of some ten terms is below a part in 10^5 of the largest
 * derivative of a kind; a term that is missing shows at once.
 */
class PerceptronGradientsTest {

    private static final int[] SIZES = {7, 261, 3};
    private static final int EXAMPLES = 5;
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 2e-5;

    static List<Embedding> embeddings() {
        DistanceKernel inverse = DistanceKernel.inverse();
        DistanceKernel gaussian = new DistanceKernel(DistanceKernel.Shape.GAUSSIAN, 1.5);
        DistanceKernel exponential = new DistanceKernel(DistanceKernel.Shape.EXPONENTIAL, 2);
        DistanceKernel square = new DistanceKernel(DistanceKernel.Shape.INVERSE_SQUARE, 1);
        return List.of(
                new Embedding(3, Planes.FIXED, inverse, 2, 0.7, 0.2, 1, 2, 3),
                new Embedding(3, Planes.LEARNED, inverse, 2, 0.7, 0.2, 1, 2, 3),
                new Embedding(3, Planes.RELAXED, inverse, 2, 0.7, 0.2, 1, 2, 3),
                new Embedding(5, Planes.RELAXED, gaussian, 1, 0.7, 0.2, 1, 1, 1),
                new Embedding(2, Planes.LEARNED, exponential, 1, 0.7, 0.2, 1, 1, 1),
                new Embedding(1, Planes.RELAXED, square, 1, 0.02, 0.02, 1, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("embeddings")
    void gradientsOfSpatialPerceptronsAreThoseOfFiniteDifferences(Embedding embedding) {
        try (Perceptron perceptron = Perceptron.spatial(embedding, SIZES[0], SIZES[1], SIZES[2], 3, 2)) {
            check(perceptron, embedding);
        }
    }

    @Test
    void gradientsOfFreeWeightsAreThoseOfFiniteDifferences() {
        try (Perceptron perceptron = Perceptron.ordinary(SIZES[0], SIZES[1], SIZES[2], 3, 2)) {
            check(perceptron, null);
        }
    }

    private static void check(Perceptron perceptron, Embedding embedding) {
        SeededRandom random = new SeededRandom(5);
        double[][] examples = new double[EXAMPLES][SIZES[0]];
        for (double[] example : examples) {
            // The last input is 0 in all examples: nothing may come of it.
            for (int i = 0; i < SIZES[0] - 1; i++) {
                example[i] = random.nextDouble() < 0.5 ? 0 : (float) random.nextDouble();
            }
        }
        int[] labels = IntStream.range(0, EXAMPLES).map(k -> k % SIZES[2]).toArray();
        for (int k = 0; k < SIZES[1]; k++) {
            PlainPerceptron.values(perceptron.parameters(), "bias")[k] = 0.1 + 0.1 * random.nextGaussian();
        }
        SparseImages images = SparseImages.of(examples, labels, List.of("a", "b", "c"));
        Batch batch = new Batch(images, EXAMPLES);
        batch.take(IntStream.range(0, EXAMPLES).toArray(), 0, EXAMPLES);
        Tally tally = new Tally(SIZES[2]);
        perceptron.differentiate(batch, tally);
        assertThat(tally.score().loss())
                .isCloseTo(
                        PlainPerceptron.loss(perceptron.parameters(), embedding, SIZES, examples, labels),
                        within(1e-5));
        for (ParameterArray array : perceptron.parameters()) {
            double largest =
                    Arrays.stream(array.gradient()).map(Math::abs).max().orElseThrow();
            assertThat(largest).isPositive();
            int stride = Math.max(1, array.values().length / 29);
            for (int k = 0; k < array.values().length; k += stride) {
                double before = array.values()[k];
                array.values()[k] = before + STEP;
                double above = PlainPerceptron.loss(perceptron.parameters(), embedding, SIZES, examples, labels);
                array.values()[k] = before - STEP;
                double below = PlainPerceptron.loss(perceptron.parameters(), embedding, SIZES, examples, labels);
                array.values()[k] = before;
                assertThat(array.gradient()[k])
                        .as("%s %d", array.what(), k)
                        .isCloseTo((above - below) / (2 * STEP), within(TOLERANCE * largest));
            }
        }
    }
}
