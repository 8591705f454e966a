package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.optimise.Sgd;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that was interrupted goes on as if it had not been. */
class ResumeTest {

    private static final TrainingListener SILENT = new TrainingListener() {};

    /** Where a training ended: all that can be asked of it. */
    private record State(
            List<EpochRecord> history,
            List<List<Double>> values,
            List<Long> steps,
            List<List<Double>> memory,
            Map<RunCounter, Long> totals,
            long runs,
            OptionalInt best,
            Evaluation atBest) {

        static State of(Trainer trainer, TrainableNetwork network) {
            List<Long> steps = new ArrayList<>();
            List<List<Double>> memory = new ArrayList<>();
            for (int g = 0; g < trainer.optimizer().groups().size(); g++) {
                steps.add(trainer.optimizer().mover(g).steps());
                for (double[] moments : trainer.optimizer().mover(g).memory()) {
                    memory.add(boxed(moments));
                }
            }
            RunTotals totals = trainer.totals();
            return new State(
                    List.copyOf(trainer.history()),
                    network.learnables().stream()
                            .map(learnable -> boxed(learnable.values()))
                            .toList(),
                    steps,
                    memory,
                    Arrays.stream(RunCounter.values()).collect(Collectors.toMap(counter -> counter, totals::of)),
                    totals.runs(),
                    trainer.bestEpoch(),
                    trainer.evaluateBest(SmallTask.data(20, 3)));
        }

        private static List<Double> boxed(double[] numbers) {
            return DoubleStream.of(numbers).boxed().toList();
        }
    }

    private static State runToTheEnd(Experiment experiment, Trainer trainer) {
        trainer.run(SILENT);
        return State.of(trainer, experiment.network());
    }

    private static State uninterrupted() {
        Experiment experiment = FullTask.experiment(1);
        try (Trainer trainer = new Trainer(experiment)) {
            return runToTheEnd(experiment, trainer);
        }
    }

    private static byte[] checkpointAfter(int epochs, int threads) throws IOException {
        try (Trainer trainer = new Trainer(FullTask.experiment(threads))) {
            for (int k = 0; k < epochs; k++) {
                trainer.runEpoch(SILENT);
            }
            return trainer.checkpoint();
        }
    }

    /** Otherwise the comparison below says less than it seems to. */
    @Test
    void everythingThatIsOnHappens() {
        List<EpochRecord> history = uninterrupted().history;
        List<ToLongFunction<EpochRecord>> counts = List.of(
                EpochRecord::lifted,
                EpochRecord::regularised,
                EpochRecord::revived,
                EpochRecord::vanished,
                EpochRecord::clamped,
                EpochRecord::clipped,
                EpochRecord::lostSpikes);
        assertThat(history).hasSize(FullTask.EPOCHS);
        assertThat(history)
                .allMatch(epoch -> epoch.penalty() > 0 && epoch.training().activityCost() > 0);
        for (int k = 0; k < counts.size(); k++) {
            assertThat(history.stream().mapToLong(counts.get(k)).sum())
                    .as("count %d of the record", k)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRestoredTrainingGoesOnToTheSameBits(int threads) throws IOException {
        State expected = uninterrupted();
        for (int epochs = 0; epochs <= FullTask.EPOCHS; epochs++) {
            byte[] checkpoint = checkpointAfter(epochs, 1);
            Experiment experiment = FullTask.experiment(threads);
            try (Trainer trainer = new Trainer(experiment)) {
                trainer.restore(checkpoint);
                assertThat(trainer.checkpoint())
                        .as("restored and saved again after %d epochs", epochs)
                        .isEqualTo(checkpoint);
                assertThat(trainer.epochsDone()).isEqualTo(epochs);
                assertThat(runToTheEnd(experiment, trainer))
                        .as("interrupted after %d epochs", epochs)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void interruptedAfterEveryEpoch() throws IOException {
        State expected = uninterrupted();
        byte[] checkpoint = checkpointAfter(0, 2);
        for (int epochs = 0; epochs < FullTask.EPOCHS; epochs++) {
            try (Trainer trainer = new Trainer(FullTask.experiment(1 + epochs % 2))) {
                trainer.restore(checkpoint);
                trainer.runEpoch(SILENT);
                checkpoint = trainer.checkpoint();
            }
        }
        Experiment experiment = FullTask.experiment(1);
        try (Trainer trainer = new Trainer(experiment)) {
            trainer.restore(checkpoint);
            assertThat(trainer.isDone()).isTrue();
            assertThat(runToTheEnd(experiment, trainer)).isEqualTo(expected);
        }
    }

    /** What nobody learns stays as it is described, so that values say all there is to say. */
    @Test
    void weightsThatAreNotLearnedAreNotRevived() throws IOException {
        byte[] checkpoint;
        double[] weight;
        try (Trainer trainer = new Trainer(onlyDelays())) {
            EpochRecord record = trainer.runEpoch(SILENT);
            assertThat(record.training().silentHidden()).isEqualTo(8);
            assertThat(record.revived()).isZero();
            checkpoint = trainer.checkpoint();
            weight = trainer.network().parameters().weight();
        }
        assertThat(weight).isEqualTo(SmallTask.network(-3, 0).parameters().weight());
        try (Trainer trainer = new Trainer(onlyDelays())) {
            trainer.restore(checkpoint);
            assertThat(trainer.network().parameters().weight()).isEqualTo(weight);
        }
    }

    private static Experiment onlyDelays() {
        Network network = SmallTask.network(-3, 0);
        Learnable delays = Learnables.delays(network, network.projections().get(0), Learnables.Sharing.NONE);
        return experiment(
                new TrainableNetwork(network, List.of(), List.of(delays)),
                50,
                List.of(LearnedGroup.of(delays, 0.01, Schedule.constant())));
    }

    private static Experiment experiment(TrainableNetwork network, int examples, List<LearnedGroup> groups) {
        return new Experiment(
                network,
                Objective.of(SmallTask.loss(network.description())),
                SmallTask.END,
                SmallTask.data(examples, 1),
                Optional.empty(),
                Optional.empty(),
                SmallTask.settings(1, 1, 3, 20, groups));
    }

    private static TrainableNetwork trainable() {
        return SmallTask.trainable(SmallTask.network(2.5, 1));
    }

    private static Experiment usual(int examples) {
        TrainableNetwork network = trainable();
        return experiment(network, examples, SmallTask.everythingLearned(network));
    }

    private static Experiment byDescent() {
        TrainableNetwork network = trainable();
        return experiment(
                network,
                50,
                SmallTask.everythingLearned(network).stream()
                        .map(group -> new LearnedGroup(
                                group.learnable(),
                                new Sgd(0.9, false),
                                group.rate(),
                                group.schedule(),
                                group.bounds(),
                                group.clip()))
                        .toList());
    }

    private static Experiment fewerGroups() {
        TrainableNetwork network = trainable();
        return experiment(network, 50, SmallTask.weightsLearned(network, 0.01));
    }

    /** Refused as a whole: the trainer does what it would have done without the attempt. */
    @Test
    void checkpointsOfOtherExperimentsAreRefusedAndChangeNothing() throws IOException {
        byte[] expected;
        try (Trainer trainer = new Trainer(usual(50))) {
            trainer.runEpoch(SILENT);
            expected = trainer.checkpoint();
        }
        try (Trainer trainer = new Trainer(usual(50))) {
            for (Experiment other :
                    List.of(usual(49), byDescent(), fewerGroups(), onlyDelays(), FullTask.experiment(1))) {
                try (Trainer stranger = new Trainer(other)) {
                    stranger.runEpoch(SILENT);
                    byte[] checkpoint = stranger.checkpoint();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> trainer.restore(checkpoint))
                            .withMessageStartingWith("the checkpoint is of another experiment: ");
                }
            }
            trainer.runEpoch(SILENT);
            assertThat(trainer.checkpoint()).isEqualTo(expected);
        }
    }

    @Test
    void onlyATrainerThatHasNotTrainedCanBeRestored() throws IOException {
        try (Trainer trainer = new Trainer(usual(50))) {
            trainer.runEpoch(SILENT);
            byte[] checkpoint = trainer.checkpoint();
            assertThatIllegalStateException()
                    .isThrownBy(() -> trainer.restore(checkpoint))
                    .withMessage("this trainer has done 1 epochs of its own");
        }
    }
}
