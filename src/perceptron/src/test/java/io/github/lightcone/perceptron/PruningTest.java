package io.github.lightcone.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PruningTest {

    private static int zeros(float[][] rows, int from, int to) {
        int count = 0;
        for (int p = from; p < to; p++) {
            for (float weight : rows[p]) {
                count += weight == 0 ? 1 : 0;
            }
        }
        return count;
    }

    @ParameterizedTest
    @EnumSource
    void theShareOfEachLayerIsGoneAndTheRestIsAsItWas(Pruning.Criterion criterion) {
        try (Perceptron perceptron = SmallImages.spatial(2)) {
            float[][] before = perceptron.weights();
            perceptron.prune(new Pruning(criterion, 0.75));
            float[][] after = perceptron.weights();
            assertThat(zeros(after, 0, 12)).isEqualTo(12 * 300 * 3 / 4);
            assertThat(zeros(after, 12, 15)).isEqualTo(3 * 300 * 3 / 4);
            for (int p = 0; p < after.length; p++) {
                for (int j = 0; j < 300; j++) {
                    assertThat(after[p][j]).isIn(0f, before[p][j]);
                }
            }
        }
    }

    @Test
    void theSmallestGoFirst() {
        try (Perceptron perceptron = SmallImages.spatial(1)) {
            float[][] before = perceptron.weights();
            perceptron.prune(new Pruning(Pruning.Criterion.SMALLEST, 0.5));
            float[][] after = perceptron.weights();
            double largestGone = 0;
            double smallestLeft = Double.POSITIVE_INFINITY;
            for (int p = 0; p < 12; p++) {
                for (int j = 0; j < 300; j++) {
                    double size = Math.abs(before[p][j]);
                    if (after[p][j] == 0) {
                        largestGone = Math.max(largestGone, size);
                    } else {
                        smallestLeft = Math.min(smallestLeft, size);
                    }
                }
            }
            assertThat(largestGone).isLessThan(smallestLeft);
        }
    }

    @Test
    void theLongestGoFirst() {
        try (Perceptron perceptron = SmallImages.spatial(1)) {
            double[][] place = perceptron.positions();
            perceptron.prune(new Pruning(Pruning.Criterion.LONGEST, 0.5));
            float[][] after = perceptron.weights();
            double longestLeft = 0;
            double shortestGone = Double.POSITIVE_INFINITY;
            for (int p = 0; p < 12; p++) {
                for (int j = 0; j < 300; j++) {
                    double x = place[p][0] - place[12 + j][0];
                    double y = place[p][1] - place[12 + j][1];
                    double length = Math.sqrt(x * x + y * y + 1);
                    if (after[p][j] == 0) {
                        shortestGone = Math.min(shortestGone, length);
                    } else {
                        longestLeft = Math.max(longestLeft, length);
                    }
                }
            }
            // Ranks are of 32 bits.
            assertThat(longestLeft).isLessThan(shortestGone * (1 + 1e-6));
        }
    }

    @Test
    void whatIsPrunedAtEveryStepPassesNothingOn() {
        try (Perceptron perceptron = Perceptron.ordinary(SmallImages.INPUTS, 40, 3, 1, 1)) {
            perceptron.prune(new Pruning(Pruning.Criterion.SMALLEST, 0.6));
            float[][] weights = perceptron.weights();
            Batch batch = new Batch(SmallImages.of(50, 1), 50);
            batch.take(IntStream.range(0, 50).toArray(), 0, 50);
            perceptron.differentiate(batch, new Tally(3));
            double[] gradient = perceptron.parameters().get(0).gradient();
            int passing = 0;
            for (int p = 0; p < weights.length; p++) {
                for (int j = 0; j < 40; j++) {
                    if (weights[p][j] == 0) {
                        assertThat(gradient[p * 40 + j]).isZero();
                    } else {
                        passing += gradient[p * 40 + j] == 0 ? 0 : 1;
                    }
                }
            }
            assertThat(passing).isGreaterThan(100);
        }
    }

    @Test
    void sharesAreTriedOneByOneAndLeaveNothingBehind() {
        SparseImages images = SmallImages.of(100, 3);
        try (Perceptron perceptron = SmallImages.spatial(1)) {
            PerceptronTrainer trainer = new PerceptronTrainer(
                    perceptron, SmallImages.of(200, 1), Optional.empty(), SmallImages.settings(15, Pruning.none()));
            while (!trainer.isDone()) {
                trainer.epoch((epoch, batch, batches) -> {});
            }
            Score before = perceptron.evaluate(images);
            Score[] scores = Pruning.evaluate(perceptron, images, Pruning.Criterion.SMALLEST, 0, 0.3, 0.99);
            assertThat(scores[0].correct()).isEqualTo(before.correct());
            assertThat(scores[1].accuracy()).isGreaterThan(scores[2].accuracy());
            assertThat(perceptron.evaluate(images).loss()).isEqualTo(before.loss());
        }
    }

    @Test
    void freeWeightsHaveNoLength() {
        try (Perceptron perceptron = Perceptron.ordinary(SmallImages.INPUTS, 4, 3, 1, 1)) {
            perceptron.prune(new Pruning(Pruning.Criterion.LONGEST, 0.5));
            assertThatThrownBy(perceptron::weights)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("connections have no length: the weights do not follow from positions");
        }
        assertThatThrownBy(() -> new Pruning(Pruning.Criterion.LONGEST, 1))
                .hasMessage("share pruned = 1.0, must be at least 0 and below 1");
    }

    @Test
    void selectionFindsWhatSortingFinds() {
        SeededRandom random = new SeededRandom(8);
        for (int length = 1; length < 200; length++) {
            float[] numbers = new float[length];
            for (int k = 0; k < length; k++) {
                numbers[k] = random.nextInt(50);
            }
            float[] sorted = numbers.clone();
            Arrays.sort(sorted);
            int place = random.nextInt(length);
            assertThat(Selection.smallest(numbers, place)).isEqualTo(sorted[place]);
        }
    }
}
