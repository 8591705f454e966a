package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HomeostasisTest {

    private static final TrainingListener SILENT = new TrainingListener() {};

    private static Trainer trainer(Network network, int epochs, int batch, double rate, Homeostasis... rules) {
        TrainableNetwork trainable = SmallTask.trainable(network);
        TrainingSettings settings = new TrainingSettings(
                1,
                2,
                epochs,
                batch,
                SmallTask.weightsLearned(trainable, rate),
                0,
                0,
                Optional.empty(),
                OptionalInt.empty());
        return new Trainer(SmallTask.experiment(trainable, settings.withHomeostasis(List.of(rules))));
    }

    @Test
    void weightsOntoSilentNeuronsRiseByWhatTheFormulaSaysAndNothingElseMoves() {
        Network silent = SmallTask.network(-3, 0);
        Population hidden = silent.population("hidden");
        try (Trainer trainer = trainer(silent, 1, 70, 0.01, new Homeostasis(hidden, 0.5, 2, 0.2))) {
            trainer.runEpoch(SILENT);
            double[] before = silent.parameters().weight();
            double[] after = trainer.network().parameters().weight();
            for (int s = 0; s < before.length; s++) {
                double change = silent.target(s) >= hidden.firstNeuron() && silent.target(s) < hidden.endNeuron()
                        ? 0.01 * 0.2 * 0.5
                        : 0;
                assertThat(after[s] - before[s]).isCloseTo(change, within(1e-15));
            }
            assertThat(trainer.network().parameters().position())
                    .isEqualTo(silent.parameters().position());
        }
    }

    @Test
    void ratesComeIntoTheBandFromAboveAndFromBelow() {
        for (double inputWeight : new double[] {8, 0}) {
            Network network = SmallTask.network(inputWeight, 1);
            Homeostasis band = new Homeostasis(network.population("hidden"), 0.8, 1.2, 30);
            try (Trainer trainer = trainer(network, 20, 10, 0.003, band)) {
                List<EpochRecord> records = trainer.run(SILENT);
                double first = records.get(0).training().hiddenSpikes();
                double last = records.get(19).training().hiddenSpikes();
                assertThat(first)
                        .satisfiesAnyOf(
                                x -> assertThat(x).isGreaterThan(1.5),
                                x -> assertThat(x).isLessThan(0.6));
                assertThat(last).isBetween(0.75, 1.25);
            }
        }
    }

    @Test
    void withinTheBandTheBitsStayTheSame() {
        Network network = SmallTask.network(2.5, 1);
        Homeostasis wide = new Homeostasis(network.population("hidden"), 0, 1000, 1);
        try (Trainer with = trainer(network, 2, 16, 0.01, wide);
                Trainer without = trainer(network, 2, 16, 0.01)) {
            assertThat(with.run(SILENT)).isEqualTo(without.run(SILENT));
            assertThat(with.network().parameters().weight())
                    .isEqualTo(without.network().parameters().weight());
        }
    }

    @Test
    void nonsenseIsRefused() {
        Network network = SmallTask.network(1, 1);
        Population hidden = network.population("hidden");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Homeostasis(hidden, 2, 1, 1))
                .withMessageContaining("high = 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Homeostasis(network.population("input"), 0, 1, 1))
                .withMessageContaining("population 'input'");
        Homeostasis one = new Homeostasis(hidden, 0, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(network, 1, 1, 1, one, one))
                .withMessageContaining("more than one homeostasis");
    }
}
