package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.rewire.DeepRewiring;
import io.github.lightcone.learning.rewire.DensitySchedule;
import io.github.lightcone.learning.rewire.MaskRule;
import io.github.lightcone.learning.rewire.Masking;
import io.github.lightcone.learning.rewire.ScheduledPruning;
import io.github.lightcone.learning.training.MaskedTask.Rule;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training with a mask. */
class MaskedTrainingTest {

    private static final TrainingListener SILENT = new TrainingListener() {};

    /** Calls back after each step. */
    private static TrainingListener afterEachStep(StepCheck check) {
        return new TrainingListener() {
            @Override
            public void batchEnded(int epoch, int batch, int batches) {
                check.check(epoch - 1 + (double) batch / batches);
            }
        };
    }

    private interface StepCheck {
        void check(double epochs);
    }

    private static SynapseMask maskOf(Experiment experiment) {
        return experiment.network().mask().orElseThrow();
    }

    private static void assertPrunedAreZero(TrainableNetwork network) {
        SynapseMask mask = network.mask().orElseThrow();
        for (int s = mask.nextPruned(0); s >= 0; s = mask.nextPruned(s + 1)) {
            assertThat(network.parameters().weight()[s]).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void prunedWeightsAreZeroAfterEveryStepAndInTheEnd(Rule rule) {
        Experiment experiment = MaskedTask.experiment(rule, 1);
        try (Trainer trainer = new Trainer(experiment)) {
            List<EpochRecord> records = trainer.run(afterEachStep(epochs -> assertPrunedAreZero(experiment.network())));
            assertPrunedAreZero(experiment.network());
            SynapseMask mask = maskOf(experiment);
            double[] weight = trainer.network().parameters().weight();
            int zero = 0;
            for (int s = 0; s < weight.length; s++) {
                zero += weight[s] == 0 && !mask.isPruned(s) ? 1 : 0;
            }
            Connections last = records.get(records.size() - 1).connections();
            assertThat(last.left()).isEqualTo(64 - mask.prunedCount());
            assertThat(last.zero()).isEqualTo(zero);
            assertThat(last.density()).isEqualTo(rule.name().startsWith("SMALLEST") ? 26 / 64.0 : 0.5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theScheduleIsKeptToOneSynapse(DensitySchedule.Shape shape) {
        DensitySchedule schedule = MaskedTask.falling(shape);
        Experiment experiment =
                MaskedTask.with(FullTask.experiment(1), new ScheduledPruning(MaskedTask.smallest(), schedule, true));
        List<Integer> counts = new ArrayList<>();
        try (Trainer trainer = new Trainer(experiment)) {
            assertThat(maskOf(experiment).prunedCount()).isZero();
            trainer.run(afterEachStep(epochs -> {
                int left = 64 - maskOf(experiment).prunedCount();
                assertThat(left).as("after %s epochs", epochs).isEqualTo(MaskedTask.kept(64, schedule.at(epochs)));
                counts.add(left);
            }));
        }
        assertThat(counts).hasSizeGreaterThan(12).endsWith(26).startsWith(64);
    }

    /** Without a mask these weights would move on by what Adam remembers of the first epoch. */
    @Test
    void learnedWeightsStayWhatTheyWereWhenTheyWerePruned() {
        Experiment plain = FullTask.experiment(1);
        Network network = plain.network().description();
        Experiment experiment = MaskedTask.with(
                plain, new ScheduledPruning(MaskedTask.random(network), DensitySchedule.constant(1, 0.5), true));
        TrainableNetwork trained = experiment.network();
        double[] before = new double[64];
        try (Trainer trainer = new Trainer(experiment)) {
            trainer.runEpoch(SILENT);
            trained.unmask();
            System.arraycopy(trained.parameters().weight(), 0, before, 0, 64);
            trained.refresh();
            trainer.run(SILENT);
        }
        trained.unmask();
        int moved = 0;
        for (int s = 0; s < 64; s++) {
            if (maskOf(experiment).isPruned(s)) {
                assertThat(trained.parameters().weight()[s]).isEqualTo(before[s]);
            } else {
                moved += trained.parameters().weight()[s] != before[s] ? 1 : 0;
            }
        }
        assertThat(moved).isGreaterThan(20);
    }

    /** Weights that come from elsewhere than the values come back too when the mask lets them. */
    @Test
    void whatAMaskHidesComesBackWithoutIt() {
        Network network = SmallTask.network(2.5, 1);
        TrainableNetwork trainable = TrainableNetwork.of(network);
        SynapseMask mask = new SynapseMask(64);
        mask.prune(3);
        mask.prune(63);
        trainable.mask(mask);
        assertThat(trainable.network().parameters().weight()[63]).isZero();
        trainable.parameters().weight()[3] = 9;
        trainable.collect();
        assertThat(trainable.parameters().weight()[3]).isZero();
        mask.keep(63);
        mask.keep(3);
        trainable.refresh();
        assertThat(trainable.parameters().weight())
                .isEqualTo(network.parameters().weight());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainable.mask(new SynapseMask(63)))
                .withMessage("a mask of 63 synapses, the network has 64");
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALLEST_EACH_STEP", "SMALLEST_EACH_EPOCH"})
    void theMaskIsThatOfTheWeightsWithoutIt(Rule rule) {
        Experiment experiment = MaskedTask.experiment(rule, 1);
        TrainableNetwork network = experiment.network();
        try (Trainer trainer = new Trainer(experiment)) {
            for (int epoch = 1; epoch <= FullTask.EPOCHS; epoch++) {
                trainer.runEpoch(SILENT);
                SynapseMask expected = new SynapseMask(64);
                network.unmask();
                double density = (64 - maskOf(experiment).prunedCount()) / 64.0;
                MaskedTask.smallest().choose(network.parameters(), density, expected);
                network.refresh();
                assertThat(maskOf(experiment).toBitSet()).isEqualTo(expected.toBitSet());
            }
            assertThat(trainer.history().stream()
                            .mapToLong(record -> record.connections().woken())
                            .sum())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEEP_R", "HOT_DEEP_R"})
    void deepRKeepsTheNumberAndWakesOthers(Rule rule) {
        Experiment experiment = MaskedTask.experiment(rule, 1);
        List<Projection> projections = experiment.network().description().projections();
        try (Trainer trainer = new Trainer(experiment)) {
            BitSet[] before = {maskOf(experiment).toBitSet()};
            BitSet ever = new BitSet();
            int[] woken = new int[1];
            trainer.run(afterEachStep(epochs -> {
                SynapseMask mask = maskOf(experiment);
                for (Projection projection : projections) {
                    assertThat(MaskedTask.left(mask, projection)).isEqualTo(projection.size() / 2);
                }
                BitSet waking = before[0];
                waking.andNot(mask.toBitSet());
                waking.stream()
                        .forEach(s -> assertThat(
                                        experiment.network().parameters().weight()[s])
                                .isZero());
                woken[0] += waking.cardinality();
                ever.or(waking);
                before[0] = mask.toBitSet();
            }));
            assertThat(ever.cardinality()).isGreaterThan(5);
            assertThat(trainer.history().stream()
                            .mapToLong(record -> record.connections().woken())
                            .sum())
                    .isEqualTo(woken[0]);
        }
    }

    /** In each step exactly those that left their side of 0 go, or are drawn again. */
    @Test
    void deepRPutsToSleepWhatCrossesZero() {
        Network network = SmallTask.network(0.1, 0.1);
        TrainableNetwork trainable = SmallTask.trainable(network);
        SynapseMask mask = new SynapseMask(64);
        trainable.mask(mask);
        Masking rewiring = new DeepRewiring(network.projections(), MaskedTask.random(network), 0.5, 0)
                .start(trainable, mask, new SeededRandom(5));
        trainable.refresh();
        BitSet pruned = mask.toBitSet();
        double[] weight = trainable.parameters().weight();
        int[] active = IntStream.range(0, 64).filter(s -> !pruned.get(s)).toArray();
        int crossing = active[3];
        int vanishing = active[7];
        weight[crossing] = -weight[crossing];
        weight[vanishing] = 0;
        trainable.collect();
        trainable.unmask();
        rewiring.stepEnded(new Schedule.Time(0, 1, 0, 1), 0.1);
        trainable.collect();
        BitSet changed = mask.toBitSet();
        changed.xor(pruned);
        BitSet slept = (BitSet) changed.clone();
        slept.andNot(pruned);
        assertThat(slept.stream()).isSubsetOf(crossing, vanishing);
        assertThat(mask.prunedCount()).isEqualTo(32);
        for (int s : active) {
            boolean left = s == crossing || s == vanishing;
            assertThat(weight[s]).isEqualTo(left ? 0 : network.parameters().weight()[s]);
        }
    }

    @Test
    void deepRNeedsLearnedWeights() {
        Network network = SmallTask.network(2.5, 1);
        TrainableNetwork fixed = TrainableNetwork.of(network);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeepRewiring(network.projections(), MaskedTask.random(network), 0.5, 0)
                        .start(fixed, new SynapseMask(64), new SeededRandom(1)))
                .withMessage("nothing to learn is called 'weights input->hidden'; there are []");
    }

    private static byte[] end(Experiment experiment, byte[] checkpoint) throws IOException {
        try (Trainer trainer = new Trainer(experiment)) {
            if (checkpoint.length > 0) {
                trainer.restore(checkpoint);
            }
            trainer.run(SILENT);
            return trainer.checkpoint();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptedTrainingGoesOnToTheSameBits(Rule rule) throws IOException {
        byte[] expected = end(MaskedTask.experiment(rule, 1), new byte[0]);
        assertThat(end(MaskedTask.experiment(rule, 2), new byte[0])).isEqualTo(expected);
        byte[] checkpoint;
        try (Trainer trainer = new Trainer(MaskedTask.experiment(rule, 2))) {
            checkpoint = trainer.checkpoint();
        }
        for (int epochs = 0; epochs < FullTask.EPOCHS; epochs++) {
            assertThat(end(MaskedTask.experiment(rule, 1), checkpoint))
                    .as("interrupted after %d epochs", epochs)
                    .isEqualTo(expected);
            try (Trainer trainer = new Trainer(MaskedTask.experiment(rule, 1 + epochs % 2))) {
                trainer.restore(checkpoint);
                assertThat(trainer.checkpoint()).isEqualTo(checkpoint);
                trainer.runEpoch(SILENT);
                checkpoint = trainer.checkpoint();
            }
        }
        assertThat(checkpoint).isEqualTo(expected);
    }

    @Test
    void checkpointsOfOtherRulesAreRefused() throws IOException {
        List<Experiment> others = List.of(
                FullTask.experiment(1),
                MaskedTask.experiment(Rule.DEEP_R, 1),
                MaskedTask.experiment(Rule.SMALLEST_EACH_STEP, 1));
        for (int k = 0; k < others.size(); k++) {
            byte[] checkpoint;
            try (Trainer trainer = new Trainer(others.get(k))) {
                checkpoint = trainer.checkpoint();
            }
            Rule rule = k == 2 ? Rule.DEEP_R : Rule.RANDOM_AT_ONCE;
            try (Trainer trainer = new Trainer(MaskedTask.experiment(rule, 1))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> trainer.restore(checkpoint))
                        .withMessageContaining("learned or pruned");
            }
        }
    }

    /** Otherwise a network that has not been pruned yet could be the best. */
    @Test
    void nothingIsBestBeforeTheFinalDensity() {
        try (Trainer trainer = new Trainer(MaskedTask.experiment(Rule.SMALLEST_EACH_EPOCH, 1))) {
            for (int epoch = 1; epoch <= FullTask.EPOCHS; epoch++) {
                trainer.runEpoch(SILENT);
                assertThat(trainer.bestEpoch().isPresent()).isEqualTo(epoch >= 4);
            }
        }
        try (Trainer trainer = new Trainer(MaskedTask.experiment(Rule.DEEP_R, 1))) {
            trainer.runEpoch(SILENT);
            assertThat(trainer.bestEpoch()).hasValue(1);
        }
    }

    /** The best network has the mask it had when it was best. */
    @Test
    void theBestNetworkKeepsItsMask() {
        Experiment experiment = MaskedTask.experiment(Rule.SMALLEST_EACH_STEP, 1);
        try (Trainer trainer = new Trainer(experiment)) {
            List<double[]> weights = new ArrayList<>();
            while (!trainer.isDone()) {
                trainer.runEpoch(SILENT);
                weights.add(trainer.network().parameters().weight());
            }
            int best = trainer.bestEpoch().orElseThrow();
            assertThat(best).isBetween(4, 5);
            assertThat(trainer.bestNetwork().parameters().weight()).isEqualTo(weights.get(best - 1));
            trainer.evaluateBest(SmallTask.data(20, 3));
            assertThat(trainer.network().parameters().weight()).isEqualTo(weights.get(weights.size() - 1));
        }
    }

    /** One class in three is right by chance. */
    @Test
    void aPrunedNetworkLearns() {
        assertThat(accuracy(MaskedTask.rule(Rule.RANDOM_AT_ONCE, wide()))).isGreaterThan(0.6);
        assertThat(accuracy(MaskedTask.rule(Rule.DEEP_R, wide()))).isGreaterThan(0.6);
        DensitySchedule schedule = new DensitySchedule(DensitySchedule.Shape.CUBIC, 2, 10, 0.5);
        assertThat(accuracy(new ScheduledPruning(MaskedTask.smallestOfEach(wide()), schedule, true)))
                .isGreaterThan(0.6);
    }

    /** Returns the mean accuracy of the last epochs, with half of the synapses. */
    private static double accuracy(MaskRule rule) {
        TrainableNetwork trainable = SmallTask.trainable(wide());
        TrainingSettings settings = SmallTask.settings(1, 2, 30, 10, SmallTask.weightsLearned(trainable, 0.05));
        try (Trainer trainer = new Trainer(MaskedTask.with(SmallTask.experiment(trainable, settings), rule))) {
            List<EpochRecord> last = trainer.run(SILENT).subList(25, 30);
            assertThat(last).allMatch(record -> record.connections().density() == 0.5);
            return last.stream()
                    .mapToDouble(record -> record.training().accuracy())
                    .average()
                    .orElseThrow();
        }
    }

    private static Network wide() {
        SeededRandom random = new SeededRandom(17);
        return Network.inDimensions(2)
                .population("input", new SpikeSource(), Positions.normal(5, 2, 5, random))
                .population("hidden", Lif.of(20, 5), Positions.normal(30, 2, 5, random))
                .population("output", Lif.of(20, 5), Positions.normal(3, 2, 5, random))
                .connect(
                        "input",
                        "hidden",
                        ConnectionRules.allToAll(),
                        Distribution.normal(5, 2),
                        Delays.spatial(0.5),
                        random)
                .connect(
                        "hidden",
                        "output",
                        ConnectionRules.allToAll(),
                        Distribution.normal(1.5, 0.3),
                        Delays.spatial(0.5),
                        random)
                .build();
    }

    /** A revival or a proximal step cannot reach what is pruned, nor do they count it. */
    @Test
    void valuesOfAllThatIsPrunedFromTheStartNeverMove() {
        Experiment experiment = MaskedTask.experiment(Rule.RANDOM_AT_ONCE, 1);
        Learnable weights = experiment.network().learnable("weights input->hidden");
        double[] first = weights.values().clone();
        try (Trainer trainer = new Trainer(experiment)) {
            List<EpochRecord> records = trainer.run(SILENT);
            assertThat(records.stream().mapToLong(EpochRecord::vanished).sum()).isPositive();
            assertThat(records.stream().mapToLong(EpochRecord::revived).sum()).isPositive();
        }
        SynapseMask mask = maskOf(experiment);
        for (int s = 0; s < first.length; s++) {
            assertThat(weights.values()[s] == first[s]).isEqualTo(mask.isPruned(s));
        }
    }
}
