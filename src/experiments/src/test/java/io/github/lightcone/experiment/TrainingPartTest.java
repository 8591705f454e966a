package io.github.lightcone.experiment;

import static io.github.lightcone.experiment.SmallExperiment.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.augment.Variation;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.learning.training.TrainingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingPartTest {

    private static List<EpochRecord> train(Experiment experiment) {
        try (Trainer trainer = new Trainer(experiment)) {
            return trainer.run(new TrainingListener() {});
        }
    }

    @Test
    void settingsAreRead() {
        TrainingSettings settings = experiment(
                        "training",
                        "{epochs: 7, batch: 3, stopAfter: 2}",
                        "silent",
                        "{outputLift: 0.5, revival: 0.25}",
                        "seed",
                        "-3")
                .settings();
        assertThat(settings.epochs()).isEqualTo(7);
        assertThat(settings.batchSize()).isEqualTo(3);
        assertThat(settings.stopping()).hasValue(2);
        assertThat(settings.outputLift()).isEqualTo(0.5);
        assertThat(settings.revival()).isEqualTo(0.25);
        assertThat(settings.seed()).isEqualTo(-3);
    }

    @Test
    void homeostasisIsReadAndRefusedByPlace() {
        assertThat(experiment("homeostasis", "[{of: hidden, spikes: [0.5, 3], strength: 0.1}]")
                        .settings()
                        .homeostasis())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.neurons().name()).isEqualTo("hidden");
                    assertThat(rule.low()).isEqualTo(0.5);
                    assertThat(rule.high()).isEqualTo(3);
                    assertThat(rule.strength()).isEqualTo(0.1);
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment("homeostasis", "[{of: hidden, spikes: [3, 1], strength: 1}]"))
                .withMessageContaining("homeostasis.0: high = 1.0, must be at least low = 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment("homeostasis", "[{of: hidden, spikes: [1, 3]}]"))
                .withMessageContaining("homeostasis.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment("homeostasis", "[{of: input, spikes: [1, 3], strength: 1}]"))
                .withMessageContaining("population 'input'");
    }

    @Test
    void whatIsNotSaidIsOff() {
        TrainingSettings settings = experiment("seed", "null").settings();
        assertThat(settings.seed()).isEqualTo(1);
        assertThat(settings.stopping()).isEmpty();
        assertThat(settings.outputLift()).isZero();
        assertThat(settings.revival()).isZero();
        assertThat(settings.variation()).isEqualTo(Variation.none());
    }

    @Test
    void augmentationsChangeTheSpikesThatComeIn() {
        EpochRecord plain = train(experiment()).get(0);
        for (String change :
                new String[] {"dropout: 0.5", "jitter: 5", "shift: 2", "dropout: 0.1, jitter: 1, shift: 1"}) {
            EpochRecord changed =
                    train(experiment("training.augment", "{" + change + "}")).get(0);
            assertThat(changed.training().loss())
                    .as(change)
                    .isNotEqualTo(plain.training().loss());
        }
        assertThat(train(experiment("training.augment", "{shift: 5}")).get(0).lostSpikes())
                .isPositive();
        assertThat(train(experiment("training.augment", "{dropout: 0}"))
                        .get(0)
                        .training()
                        .loss())
                .isEqualTo(plain.training().loss());
    }

    @Test
    void blendsAreAddedAndShiftsMayDifferUpAndDown() {
        int examples = train(experiment()).get(0).training().examples();
        assertThat(train(experiment("training.augment", "{blends: 7}"))
                        .get(0)
                        .training()
                        .examples())
                .isEqualTo(examples + 7);
        assertThat(train(experiment("training.augment", "{shift: [0, 4]}"))
                        .get(0)
                        .lostSpikes())
                .isPositive();
        for (String shift : new String[] {"[1, 2]", "[-1, -1]", "[-0.5, 2]"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> experiment("training.augment", "{shift: " + shift + "}"))
                    .withMessageContaining("must be whole numbers of channels");
        }
    }

    @Test
    void stoppingEarlyEndsBeforeTheLastEpoch() {
        // At so small a rate nothing changes, so that no epoch is better than the first.
        assertThat(train(experiment("training.epochs", "20", "training.stopAfter", "3", "learn.0.rate", "1e-300")))
                .hasSize(4);
    }
}
