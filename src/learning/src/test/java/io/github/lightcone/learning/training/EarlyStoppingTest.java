package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a training stops, and which epoch is kept. */
class EarlyStoppingTest {

    private static final TrainingListener SILENT = new TrainingListener() {};
    private static final int EPOCHS = 25;

    /** The rate is so large that validation gets better and worse. */
    private static Experiment experiment(OptionalInt patience, boolean validated, double rate) {
        TrainableNetwork network = SmallTask.trainable(SmallTask.network(1.5, 1));
        return new Experiment(
                network,
                Objective.of(SmallTask.loss(network.description())),
                SmallTask.END,
                SmallTask.data(40, 1),
                validated ? Optional.of(SmallTask.data(30, 2)) : Optional.empty(),
                Optional.empty(),
                new TrainingSettings(
                        1, 1, EPOCHS, 20, SmallTask.weightsLearned(network, rate), 1, 0, Optional.empty(), patience));
    }

    private static List<EpochRecord> run(OptionalInt patience) {
        try (Trainer trainer = new Trainer(experiment(patience, true, 0.3))) {
            List<EpochRecord> records = trainer.run(SILENT);
            assertThat(trainer.isStopped()).isEqualTo(records.size() < EPOCHS);
            return records;
        }
    }

    /** The first of the best: most are correct, and among those the smallest loss. */
    private static int best(List<EpochRecord> records) {
        int best = 0;
        for (int k = 1; k < records.size(); k++) {
            Evaluation now = records.get(k).validation().orElseThrow();
            Evaluation before = records.get(best).validation().orElseThrow();
            boolean fewer = now.correct() < before.correct();
            boolean more = now.correct() > before.correct();
            best = more || (!fewer && now.loss() < before.loss()) ? k : best;
        }
        return best;
    }

    /** Against a training that goes on: it is the same until so many epochs have passed without a better one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 40})
    void stopsAfterSoManyEpochsWithoutABetterOne(int patience) {
        List<EpochRecord> all = run(OptionalInt.empty());
        assertThat(all).hasSize(EPOCHS);
        int expected = 1;
        while (expected < EPOCHS && expected - 1 - best(all.subList(0, expected)) < patience) {
            expected++;
        }
        assertThat(run(OptionalInt.of(patience))).isEqualTo(all.subList(0, expected));
        if (patience == 1) {
            assertThat(expected).as("it gets worse at some time").isLessThan(EPOCHS);
        }
    }

    /** At a rate that changes no number nothing is ever better than the first epoch. */
    @Test
    void equalIsNotBetter() {
        try (Trainer trainer = new Trainer(experiment(OptionalInt.of(3), true, 1e-300))) {
            assertThat(trainer.run(SILENT)).hasSize(4);
            assertThat(trainer.bestEpoch()).hasValue(1);
            assertThat(trainer.isDone()).isTrue();
        }
    }

    @Test
    void stoppingNeedsValidationData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment(OptionalInt.of(3), false, 0.3))
                .withMessageStartingWith("stopping early needs validation data");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment(OptionalInt.of(0), true, 0.3))
                .withMessage("stopping = 0, must be at least 1");
    }

    @Test
    void withoutValidationDataThereIsNoBestEpoch() {
        try (Trainer trainer = new Trainer(experiment(OptionalInt.empty(), false, 0.3))) {
            EpochRecord record = trainer.runEpoch(SILENT);
            assertThat(record.validation()).isEmpty();
            assertThat(trainer.bestEpoch()).isEmpty();
            EventDataset test = SmallTask.data(30, 3);
            assertThat(trainer.evaluateBest(test)).isEqualTo(trainer.evaluate(test));
        }
    }

    @Test
    void theBestEpochIsKeptAndAskingForItChangesNothing() {
        EventDataset validation = SmallTask.data(30, 2);
        try (Trainer asked = new Trainer(experiment(OptionalInt.empty(), true, 0.3));
                Trainer other = new Trainer(experiment(OptionalInt.empty(), true, 0.3))) {
            boolean wasWorse = false;
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                EpochRecord record = asked.runEpoch(SILENT);
                assertThat(record).isEqualTo(other.runEpoch(SILENT));
                int best = best(asked.history());
                wasWorse |= best < epoch;
                assertThat(asked.bestEpoch()).hasValue(best + 1);
                assertThat(asked.evaluateBest(validation))
                        .isEqualTo(asked.history().get(best).validation().orElseThrow());
                assertThat(accuracyOf(asked.bestNetwork(), validation))
                        .isEqualTo(asked.history()
                                .get(best)
                                .validation()
                                .orElseThrow()
                                .correct());
                assertThat(asked.evaluate(validation))
                        .isEqualTo(record.validation().orElseThrow());
                assertThat(asked.network().parameters().weight())
                        .isEqualTo(other.network().parameters().weight());
            }
            assertThat(wasWorse).isTrue();
        }
    }

    /** Counts right answers without the trainer. */
    private static int accuracyOf(Network network, EventDataset data) {
        Simulator simulator = new Simulator(CompiledNetwork.of(network));
        int correct = 0;
        for (int k = 0; k < data.size(); k++) {
            Tape tape = simulator.run(data.input(k), SmallTask.END);
            correct += SmallTask.loss(network).prediction(tape) == data.label(k) ? 1 : 0;
        }
        return correct;
    }

    /** Also when the evaluation fails, here of a spike beyond the end. */
    @Test
    void aFailedEvaluationOfTheBestEpochChangesNothing() {
        try (Trainer trainer = new Trainer(experiment(OptionalInt.empty(), true, 0.3))) {
            while (trainer.epochsDone() == 0 || trainer.bestEpoch().getAsInt() == trainer.epochsDone()) {
                trainer.runEpoch(SILENT);
            }
            double[] weight = trainer.network().parameters().weight();
            EventDataset late = new EventDataset(
                    5, 3, List.of(SpikeTrains.of(new int[] {0}, new double[] {SmallTask.END + 1})), new int[1]);
            assertThatIllegalArgumentException().isThrownBy(() -> trainer.evaluateBest(late));
            assertThat(trainer.network().parameters().weight()).isEqualTo(weight);
        }
    }
}
