package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.learning.optimise.LearningRate;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final TrainingListener SILENT = new TrainingListener() {};

    private static TrainingSettings settings(int threads, int batchSize) {
        return new TrainingSettings(5, threads, 3, batchSize, SmallTask.everythingLearned(), 1, 0.05, 0.1);
    }

    /** What a run led to: its records and every number of the network. */
    private record Result(List<EpochRecord> records, Map<ParameterGroup, List<Double>> numbers) {}

    private static Result run(TrainingSettings settings) {
        Network network = SmallTask.network(2.5, 1);
        try (Trainer trainer = new Trainer(SmallTask.experiment(network, settings))) {
            List<EpochRecord> records = trainer.run(SILENT);
            Parameters parameters = trainer.network().parameters();
            Map<ParameterGroup, List<Double>> numbers = new EnumMap<>(ParameterGroup.class);
            for (ParameterGroup group : ParameterGroup.values()) {
                List<Double> values = new ArrayList<>();
                for (double value : group.of(parameters)) {
                    values.add(value);
                }
                numbers.put(group, values);
            }
            return new Result(records, numbers);
        }
    }

    @Test
    void sameBitsForAnyNumberOfThreadsAndTwiceInARow() {
        for (int batchSize : new int[] {1, 7, 32}) {
            Result first = run(settings(1, batchSize));
            assertThat(run(settings(1, batchSize))).as("twice in a row").isEqualTo(first);
            assertThat(run(settings(2, batchSize))).as("2 threads").isEqualTo(first);
            assertThat(run(settings(5, batchSize))).as("5 threads").isEqualTo(first);
        }
    }

    @Test
    void everyGroupMoves() {
        Parameters before = SmallTask.network(2.5, 1).parameters();
        Result result = run(settings(1, 32));
        for (ParameterGroup group : ParameterGroup.values()) {
            List<Double> values = new ArrayList<>();
            for (double value : group.of(before)) {
                values.add(value);
            }
            assertThat(result.numbers().get(group)).as(group.label()).isNotEqualTo(values);
        }
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        TrainingSettings settings = settings(1, 32);
        TrainingSettings other = new TrainingSettings(
                6, 1, 3, 32, settings.rates(), settings.outputLift(), settings.revival(), settings.inputDropout());
        assertThat(run(other)).isNotEqualTo(run(settings));
    }

    @Test
    void recordsAreCountedFromOneAndListenersHearOfEveryBatch() {
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                heard.add(epoch + ": " + batch + "/" + batches);
            }

            @Override
            public void epochEnded(EpochRecord epoch) {
                heard.add(epoch.epoch() + " done");
            }
        };
        try (Trainer trainer = new Trainer(SmallTask.experiment(SmallTask.network(2.5, 1), settings(2, 32)))) {
            trainer.run(listener);
            assertThat(trainer.epochsDone()).isEqualTo(3);
            assertThat(trainer.run(listener)).as("nothing is left").isEmpty();
        }
        assertThat(heard)
                .containsExactly(
                        "1: 1/3", "1: 2/3", "1: 3/3", "1 done", //
                        "2: 1/3", "2: 2/3", "2: 3/3", "2 done", //
                        "3: 1/3", "3: 2/3", "3: 3/3", "3 done");
    }

    @Test
    void silentNetworksAreRevivedAndLiftedAndCounted() {
        Network silent = SmallTask.network(-3, 0);
        TrainingSettings settings = new TrainingSettings(
                1, 1, 1, 10, Map.of(ParameterGroup.WEIGHTS, LearningRate.constant(1e-6)), 1, 0.05, 0);
        try (Trainer trainer = new Trainer(SmallTask.experiment(silent, settings))) {
            EpochRecord record = trainer.runEpoch(SILENT);
            assertThat(record.training().silentHidden()).isEqualTo(8);
            assertThat(record.training().silentCorrect()).isEqualTo(70);
            assertThat(record.training().correct()).isZero();
            assertThat(record.lifted()).isEqualTo(70);
            assertThat(record.revived()).isEqualTo(8);
            double[] before = silent.parameters().weight();
            double[] after = trainer.network().parameters().weight();
            for (int s = 0; s < before.length; s++) {
                // 7 steps of Adam, each at most a few times the rate
                double expected = before[s] + (s < 40 ? 0.05 : 0);
                assertThat(Math.abs(after[s] - expected)).isLessThan(1e-4);
            }
        }
    }

    @Test
    void aSilentNetworkStartsToSpike() {
        Network silent = SmallTask.network(0, 0);
        TrainingSettings settings = new TrainingSettings(
                1, 2, 30, 10, Map.of(ParameterGroup.WEIGHTS, LearningRate.constant(0.03)), 1, 0.05, 0);
        try (Trainer trainer = new Trainer(SmallTask.experiment(silent, settings))) {
            List<EpochRecord> records = trainer.run(SILENT);
            assertThat(records.get(0).training().silentCorrect()).isEqualTo(70);
            assertThat(records.get(0).training().silentHidden()).isEqualTo(8);
            assertThat(records.get(29).training().silentCorrect()).isLessThan(35);
            assertThat(records.get(29).training().silentHidden()).isLessThan(2);
        }
    }

    @Test
    void withoutStrategiesNothingIsLiftedOrRevived() {
        Network silent = SmallTask.network(-3, 0);
        TrainingSettings settings =
                new TrainingSettings(1, 1, 1, 10, Map.of(ParameterGroup.WEIGHTS, LearningRate.constant(1)), 0, 0, 0);
        try (Trainer trainer = new Trainer(SmallTask.experiment(silent, settings))) {
            EpochRecord record = trainer.runEpoch(SILENT);
            assertThat(record.lifted()).isZero();
            assertThat(record.revived()).isZero();
            assertThat(trainer.network().parameters().weight())
                    .isEqualTo(silent.parameters().weight());
        }
    }

    @Test
    void evaluationDoesNotDisturbTraining() {
        Experiment experiment = SmallTask.experiment(SmallTask.network(2.5, 1), settings(1, 32));
        try (Trainer one = new Trainer(experiment);
                Trainer other = new Trainer(experiment)) {
            Evaluation before = one.evaluate(experiment.test());
            assertThat(one.evaluate(experiment.test())).isEqualTo(before);
            assertThat(one.runEpoch(SILENT)).isEqualTo(other.runEpoch(SILENT));
        }
    }

    @Test
    void anErrorOnAnyThreadReachesTheCaller() {
        Network network = SmallTask.network(2.5, 1);
        EventDataset late = SmallTask.data(70, 1);
        Experiment experiment =
                new Experiment(network, SmallTask.loss(network), 5, late, Optional.empty(), late, settings(2, 32));
        try (Trainer trainer = new Trainer(experiment)) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> trainer.runEpoch(SILENT))
                    .withMessageContaining("beyond the end");
        }
    }

    @Test
    void dataMustFitTheNetwork() {
        Network network = SmallTask.network(2.5, 1);
        EventDataset narrow = YinYang.generate(5, 1).encode(LatencyEncoding.between(0, 30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experiment(
                        network,
                        SmallTask.loss(network),
                        60,
                        narrow,
                        Optional.empty(),
                        SmallTask.data(5, 1),
                        settings(1, 32)))
                .withMessage("training data have 4 channels and 3 classes, the network 5 inputs and 3 outputs");
    }
}
