package io.github.lightcone.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.learning.optimise.Adam;
import io.github.lightcone.learning.optimise.Schedule;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptronTrainerTest {

    private static PerceptronTrainer trainer(Perceptron perceptron, int epochs, Pruning pruning) {
        return new PerceptronTrainer(
                perceptron,
                SmallImages.of(200, 1),
                Optional.of(SmallImages.of(100, 2)),
                SmallImages.settings(epochs, pruning));
    }

    private static byte[] trained(int threads, int epochs, Pruning pruning) throws IOException {
        try (Perceptron perceptron = SmallImages.spatial(threads)) {
            PerceptronTrainer trainer = trainer(perceptron, epochs, pruning);
            while (!trainer.isDone()) {
                trainer.epoch((epoch, batch, batches) -> {});
            }
            return trainer.checkpoint();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void theResultIsTheSameBitsForAnyNumberOfThreads(double share) throws IOException {
        Pruning pruning = new Pruning(Pruning.Criterion.SMALLEST, share);
        assertThat(trained(2, 3, pruning)).isEqualTo(trained(1, 3, pruning));
        assertThat(trained(3, 3, pruning)).isEqualTo(trained(1, 3, pruning));
    }

    @Test
    void aTrainingGoesOnToTheSameBits() throws IOException {
        byte[] half = trained(1, 2, Pruning.none());
        try (Perceptron perceptron = SmallImages.spatial(1)) {
            PerceptronTrainer trainer = trainer(perceptron, 5, Pruning.none());
            trainer.restore(half);
            assertThat(trainer.history()).hasSize(2);
            while (!trainer.isDone()) {
                trainer.epoch((epoch, batch, batches) -> {});
            }
            assertThat(trainer.checkpoint()).isEqualTo(trained(1, 5, Pruning.none()));
        }
    }

    @Test
    void trainingLearns() {
        try (Perceptron spatial = SmallImages.spatial(1);
                Perceptron ordinary = Perceptron.ordinary(SmallImages.INPUTS, 20, 3, 1, 1)) {
            for (Perceptron perceptron : new Perceptron[] {spatial, ordinary}) {
                PerceptronTrainer trainer = trainer(perceptron, 25, Pruning.none());
                while (!trainer.isDone()) {
                    trainer.epoch((epoch, batch, batches) -> {});
                }
                int best = trainer.bestEpoch().orElseThrow();
                Score validation = trainer.history().get(best - 1).validation().orElseThrow();
                assertThat(validation.accuracy()).as(perceptron.toString()).isGreaterThan(0.75);
                trainer.toBest();
                assertThat(perceptron.evaluate(SmallImages.of(100, 2)).correct())
                        .isEqualTo(validation.correct());
            }
        }
    }

    @Test
    void whatHasNoRateStaysAsItIs() {
        try (Perceptron perceptron = SmallImages.spatial(1)) {
            double[] before =
                    PlainPerceptron.values(perceptron.parameters(), "positions").clone();
            PerceptronSettings settings = new PerceptronSettings(
                    1, 1, 50, Adam.usual(), Schedule.constant(), Map.of("bias", 0.1), Pruning.none());
            PerceptronTrainer trainer =
                    new PerceptronTrainer(perceptron, SmallImages.of(100, 1), Optional.empty(), settings);
            trainer.epoch((epoch, batch, batches) -> {});
            assertThat(PlainPerceptron.values(perceptron.parameters(), "positions"))
                    .isEqualTo(before);
            assertThat(trainer.learned())
                    .singleElement()
                    .matches(array -> array.what().equals("bias"));
            assertThat(trainer.bestEpoch()).isEmpty();
        }
    }

    @Test
    void somethingMustBeLearned() {
        try (Perceptron perceptron = Perceptron.ordinary(SmallImages.INPUTS, 4, 3, 1, 1)) {
            PerceptronSettings settings = new PerceptronSettings(
                    1, 1, 50, Adam.usual(), Schedule.constant(), Map.of("positions", 0.1), Pruning.none());
            assertThatThrownBy(
                            () -> new PerceptronTrainer(perceptron, SmallImages.of(9, 1), Optional.empty(), settings))
                    .hasMessage("nothing is learned: there are [weights, bias]");
        }
    }

    @Test
    void damagedAndForeignCheckpointsAreRefused() throws IOException {
        byte[] good = trained(1, 1, Pruning.none());
        byte[] damaged = good.clone();
        damaged[good.length / 2] ^= 1;
        try (Perceptron other = Perceptron.ordinary(SmallImages.INPUTS, 4, 3, 1, 1)) {
            PerceptronTrainer trainer = trainer(other, 2, Pruning.none());
            assertThatThrownBy(() -> trainer.restore(damaged))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the checkpoint is damaged: its check sum does not fit");
            assertThatThrownBy(() -> trainer.restore(good))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the checkpoint is of another training");
        }
    }
}
