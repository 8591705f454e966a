package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final TrainingListener SILENT = new TrainingListener() {};

    private static Experiment experiment(Network network, int threads, int batchSize, long seed) {
        TrainableNetwork trainable = SmallTask.trainable(network);
        return SmallTask.experiment(
                trainable, SmallTask.settings(seed, threads, 3, batchSize, SmallTask.everythingLearned(trainable)));
    }

    private static Experiment experiment(int threads, int batchSize) {
        return experiment(SmallTask.network(2.5, 1), threads, batchSize, 5);
    }

    /** Only weights are learned; strategies against silence as given. */
    private static Experiment weightsOnly(
            Network network, int threads, int epochs, double rate, double lift, double revival) {
        TrainableNetwork trainable = SmallTask.trainable(network);
        return SmallTask.experiment(
                trainable,
                new TrainingSettings(
                        1,
                        threads,
                        epochs,
                        10,
                        SmallTask.weightsLearned(trainable, rate),
                        lift,
                        revival,
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    /** What a run led to: its records and every number that is learned. */
    private record Result(List<EpochRecord> records, Map<String, List<Double>> numbers) {}

    private static Result run(Experiment experiment) {
        try (Trainer trainer = new Trainer(experiment)) {
            return new Result(trainer.run(SILENT), numbers(experiment.network()));
        }
    }

    private static Map<String, List<Double>> numbers(TrainableNetwork network) {
        Map<String, List<Double>> numbers = new TreeMap<>();
        for (Learnable learnable : network.learnables()) {
            numbers.put(
                    learnable.name(),
                    DoubleStream.of(learnable.values()).boxed().toList());
        }
        return numbers;
    }

    @Test
    void sameBitsForAnyNumberOfThreadsAndTwiceInARow() {
        for (int batchSize : new int[] {1, 7, 32}) {
            Result first = run(experiment(1, batchSize));
            assertThat(run(experiment(1, batchSize))).as("twice in a row").isEqualTo(first);
            assertThat(run(experiment(2, batchSize))).as("2 threads").isEqualTo(first);
            assertThat(run(experiment(5, batchSize))).as("5 threads").isEqualTo(first);
        }
    }

    @Test
    void everyGroupMoves() {
        Map<String, List<Double>> before = numbers(SmallTask.trainable(SmallTask.network(2.5, 1)));
        Result result = run(experiment(1, 32));
        before.forEach((name, values) ->
                assertThat(result.numbers().get(name)).as(name).isNotEqualTo(values));
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        Network network = SmallTask.network(2.5, 1);
        assertThat(run(experiment(network, 1, 32, 6))).isNotEqualTo(run(experiment(network, 1, 32, 5)));
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
        try (Trainer trainer = new Trainer(experiment(2, 32))) {
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
        try (Trainer trainer = new Trainer(weightsOnly(silent, 1, 1, 1e-6, 1, 0.05))) {
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
        try (Trainer trainer = new Trainer(weightsOnly(silent, 2, 30, 0.03, 1, 0.05))) {
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
        try (Trainer trainer = new Trainer(weightsOnly(silent, 1, 1, 1, 0, 0))) {
            EpochRecord record = trainer.runEpoch(SILENT);
            assertThat(record.lifted()).isZero();
            assertThat(record.revived()).isZero();
            assertThat(trainer.network().parameters().weight())
                    .isEqualTo(silent.parameters().weight());
        }
    }

    @Test
    void evaluationDoesNotDisturbTraining() {
        try (Trainer one = new Trainer(experiment(1, 32));
                Trainer other = new Trainer(experiment(1, 32))) {
            EventDataset test = SmallTask.data(30, 3);
            Evaluation before = one.evaluate(test);
            assertThat(one.evaluate(test)).isEqualTo(before);
            assertThat(one.runEpoch(SILENT)).isEqualTo(other.runEpoch(SILENT));
        }
    }

    @Test
    void anErrorOnAnyThreadReachesTheCaller() {
        Experiment usual = experiment(2, 32);
        Experiment experiment = new Experiment(
                usual.network(),
                usual.objective(),
                5,
                usual.training(),
                Optional.empty(),
                Optional.empty(),
                usual.settings());
        try (Trainer trainer = new Trainer(experiment)) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> trainer.runEpoch(SILENT))
                    .withMessageContaining("beyond the end");
        }
    }

    @Test
    void dataMustFitTheNetwork() {
        Experiment usual = experiment(1, 32);
        EventDataset narrow = YinYang.generate(5, 1).encode(LatencyEncoding.between(0, 30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experiment(
                        usual.network(),
                        usual.objective(),
                        60,
                        narrow,
                        Optional.empty(),
                        Optional.empty(),
                        usual.settings()))
                .withMessage("training data have 4 channels and 3 classes, the network 5 inputs and 3 outputs");
    }
}
