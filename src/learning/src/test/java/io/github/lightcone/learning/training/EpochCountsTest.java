package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.augment.Augmentation;
import io.github.lightcone.data.augment.AugmentationCounts;
import io.github.lightcone.data.augment.Augmenter;
import io.github.lightcone.data.augment.ChannelShift;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.optimise.Sgd;
import io.github.lightcone.learning.parameter.Bounds;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.regularise.ActivityRegulariser;
import io.github.lightcone.learning.regularise.RateBand;
import io.github.lightcone.learning.regularise.VoltagePull;
import io.github.lightcone.learning.regularise.WeightL1;
import io.github.lightcone.learning.regularise.WeightL2;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * What is counted in an epoch, against counts by hand. Where examples are counted, the rate is so small that it
 * changes no number: the network that is trained is the network that is given.
 */
class EpochCountsTest {

    private static final TrainingListener SILENT = new TrainingListener() {};
    private static final double NO_RATE = 1e-300;
    private static final int EXAMPLES = 40;

    private final Network network = withInhibition(SmallTask.network(2.4, 1));
    private final EventDataset data = SmallTask.data(EXAMPLES, 1);
    private final TrainableNetwork trainable = SmallTask.trainable(network);

    private static Network withInhibition(Network network) {
        Parameters parameters = network.parameters();
        for (int s = 0; s < parameters.weight().length; s += 7) {
            parameters.weight()[s] = -0.3;
        }
        return network.with(parameters);
    }

    private Objective activity(ActivityRegulariser... terms) {
        return new Objective(
                SmallTask.loss(network), ActivityRegulariser.sum(List.of(terms)), Optional.empty(), Optional.empty());
    }

    private Experiment experiment(Objective objective, List<LearnedGroup> groups, int epochs, int batchSize) {
        return new Experiment(
                trainable,
                objective,
                SmallTask.END,
                data,
                Optional.empty(),
                Optional.empty(),
                new TrainingSettings(1, 2, epochs, batchSize, groups, 0, 0, Optional.empty(), OptionalInt.empty()));
    }

    private static EpochRecord first(Experiment experiment) {
        try (Trainer trainer = new Trainer(experiment)) {
            return trainer.runEpoch(SILENT);
        }
    }

    /** Weights by plain descent: a step is the rate times the gradient, without memory. */
    private List<LearnedGroup> descent(double rate, UnaryOperator<Bounds> bounds) {
        List<LearnedGroup> groups = new ArrayList<>();
        for (Learnable learnable : trainable.learnables()) {
            if (learnable.name().startsWith("weights ")) {
                groups.add(new LearnedGroup(
                        learnable,
                        new Sgd(0, false),
                        rate,
                        Schedule.constant(),
                        bounds.apply(Bounds.ofSigns(learnable.values())),
                        Double.POSITIVE_INFINITY));
            }
        }
        return groups;
    }

    private List<LearnedGroup> still() {
        return SmallTask.weightsLearned(trainable, NO_RATE);
    }

    private List<Tape> tapes(Readout... readouts) {
        Simulator simulator = new Simulator(CompiledNetwork.of(network), List.of(readouts));
        List<Tape> tapes = new ArrayList<>();
        for (int k = 0; k < EXAMPLES; k++) {
            tapes.add(simulator.run(data.input(k), SmallTask.END).copy());
        }
        return tapes;
    }

    @Test
    void confusionAddsUp() {
        Evaluation evaluation = first(experiment(activity(), still(), 1, 10)).training();
        ConfusionMatrix confusion = evaluation.confusion();
        assertThat(confusion.classes()).isEqualTo(3);
        int correct = 0;
        int undecided = 0;
        for (int label = 0; label < 3; label++) {
            int row = confusion.undecided(label);
            for (int prediction = 0; prediction < 3; prediction++) {
                row += confusion.count(label, prediction);
            }
            assertThat(row).as("examples of class %d", label).isEqualTo(data.classCounts()[label]);
            correct += confusion.count(label, label);
            undecided += confusion.undecided(label);
        }
        int silent = 0;
        for (Tape tape : tapes()) {
            silent += SmallTask.loss(network).prediction(tape) < 0 ? 1 : 0;
        }
        assertThat(correct).isEqualTo(evaluation.correct()).isBetween(1, EXAMPLES - 1);
        assertThat(undecided).isEqualTo(silent);
        assertThat(evaluation.accuracy()).isEqualTo((double) correct / EXAMPLES);
        assertThat(evaluation.examples()).isEqualTo(EXAMPLES);
    }

    @Test
    void neuronsThatARateBandActsOnAreCounted() {
        Population hidden = network.population("hidden");
        EpochRecord record = first(experiment(activity(new RateBand(hidden, 2, 3, 0.1)), still(), 1, 10));
        int acted = 0;
        double cost = 0;
        long spikes = 0;
        for (Tape tape : tapes()) {
            for (int n = hidden.firstNeuron(); n < hidden.endNeuron(); n++) {
                int count = tape.spikeCountOf(n);
                spikes += count;
                acted += count == 1 || count > 3 ? 1 : 0;
                cost += 0.05 * Math.pow(count > 3 ? count - 3 : Math.max(0, 2 - count), 2);
            }
        }
        assertThat(record.regularised()).isEqualTo(acted).isPositive();
        assertThat(record.training().activityCost()).isCloseTo(cost / EXAMPLES, within(1e-12));
        assertThat(record.training().hiddenSpikes())
                .isCloseTo((double) spikes / hidden.size() / EXAMPLES, within(1e-14));
    }

    @Test
    void outputsThatAreSilentAndPulledAreCounted() {
        Population outputs = network.population("output");
        EpochRecord record = first(experiment(activity(VoltagePull.ofCorrectOutput(outputs, 1, 0.5)), still(), 1, 10));
        int silent = 0;
        double cost = 0;
        Readout[] maxima = {
            Readout.maximum(outputs.firstNeuron()),
            Readout.maximum(outputs.firstNeuron() + 1),
            Readout.maximum(outputs.firstNeuron() + 2)
        };
        List<Tape> tapes = tapes(maxima);
        for (int k = 0; k < EXAMPLES; k++) {
            if (tapes.get(k).spikeCountOf(outputs.firstNeuron() + data.label(k)) == 0) {
                silent++;
                cost += 0.5 * (1 - tapes.get(k).readout(data.label(k)));
            }
        }
        assertThat(record.regularised()).isEqualTo(silent).isPositive();
        assertThat(record.training().silentCorrect()).isEqualTo(silent);
        assertThat(record.training().activityCost()).isCloseTo(cost / EXAMPLES, within(1e-12));
    }

    /** A threshold of 0.01 times 1e5 takes every weight to 0 in the one step there is. */
    @Test
    void weightsThatVanishAreCounted() {
        Objective objective = new Objective(
                SmallTask.loss(network),
                ActivityRegulariser.sum(List.of()),
                Optional.empty(),
                Optional.of(new WeightL1(1e5, "input->hidden")));
        Experiment experiment = experiment(objective, descent(0.01, bounds -> bounds), 2, EXAMPLES);
        try (Trainer trainer = new Trainer(experiment)) {
            assertThat(trainer.runEpoch(SILENT).vanished()).isEqualTo(40);
            double[] weight = trainer.network().parameters().weight();
            assertThat(weight).startsWith(new double[40]);
            assertThat(weight[40]).isNotZero();
            assertThat(trainer.runEpoch(SILENT).vanished())
                    .as("they are 0 already, and a silent network has no gradient")
                    .isZero();
        }
    }

    @Test
    void theCostOfTheParametersIsThatAfterTheEpoch() {
        Objective objective = new Objective(
                SmallTask.loss(network),
                ActivityRegulariser.sum(List.of()),
                Optional.of(new WeightL1(0.2, "input->hidden").plus(new WeightL2(0.5, "hidden->output"))),
                Optional.empty());
        try (Trainer trainer = new Trainer(experiment(objective, descent(0.01, bounds -> bounds), 1, 10))) {
            EpochRecord record = trainer.runEpoch(SILENT);
            double[] weight = trainer.network().parameters().weight();
            double expected = 0;
            for (int s = 0; s < weight.length; s++) {
                expected += s < 40 ? 0.2 * Math.abs(weight[s]) : 0.25 * weight[s] * weight[s];
            }
            assertThat(record.penalty()).isCloseTo(expected, within(1e-12));
            assertThat(weight).isNotEqualTo(network.parameters().weight());
        }
    }

    /** Dale's law: what excites goes on exciting, what inhibits goes on inhibiting. */
    @Test
    void signsNeverChangeAndStopsAtZeroAreCounted() {
        double[] start = network.parameters().weight();
        double[] before = start.clone();
        long clamped = 0;
        try (Trainer trainer = new Trainer(experiment(activity(), descent(1, bounds -> bounds), 20, EXAMPLES))) {
            for (int step = 0; step < 20; step++) {
                EpochRecord record = trainer.runEpoch(SILENT);
                double[] weight = trainer.network().parameters().weight();
                int stopped = 0;
                for (int s = 0; s < weight.length; s++) {
                    assertThat(weight[s] * Math.signum(start[s]) >= 0)
                            .as("sign of synapse %d, %s", s, weight[s])
                            .isTrue();
                    stopped += weight[s] == 0 && before[s] != 0 ? 1 : 0;
                }
                assertThat(record.clamped()).as("step %d", step).isGreaterThanOrEqualTo(stopped);
                if (step == 0) {
                    assertThat(record.clamped()).as("none was 0 before").isEqualTo(stopped);
                }
                clamped += record.clamped();
                before = weight;
            }
        }
        assertThat(clamped).isPositive();
        assertThat(DoubleStream.of(start).map(Math::signum).boxed())
                .as("there are signs of both kinds")
                .contains(-1.0, 1.0);
    }

    /** A step that makes weights smaller does not take them out of their ranges. */
    @Test
    void proximalStepsEndAtTheBounds() {
        Objective objective = new Objective(
                SmallTask.loss(network),
                ActivityRegulariser.sum(List.of()),
                Optional.empty(),
                Optional.of(new WeightL1(1e5)));
        List<LearnedGroup> groups = new ArrayList<>();
        for (LearnedGroup group : descent(1e-3, bounds -> bounds)) {
            double[] least = group.learnable().values().clone();
            double[] most = group.learnable().values().clone();
            for (int i = 0; i < least.length; i++) {
                least[i] -= 1e-3;
                most[i] += 1e-3;
            }
            groups.add(new LearnedGroup(
                    group.learnable(),
                    group.method(),
                    group.rate(),
                    group.schedule(),
                    Bounds.of(least, most),
                    group.clip()));
        }
        double[] start = network.parameters().weight();
        try (Trainer trainer = new Trainer(experiment(objective, groups, 1, EXAMPLES))) {
            EpochRecord record = trainer.runEpoch(SILENT);
            double[] weight = trainer.network().parameters().weight();
            for (int s = 0; s < weight.length; s++) {
                assertThat(weight[s]).isEqualTo(start[s] - Math.copySign(1e-3, start[s]));
            }
            assertThat(record.clamped()).isGreaterThanOrEqualTo(weight.length);
        }
    }

    @Test
    void shortenedGradientsAreCountedOncePerGroupAndStep() {
        List<LearnedGroup> groups = new ArrayList<>();
        for (LearnedGroup group : descent(1e-6, bounds -> bounds)) {
            groups.add(new LearnedGroup(
                    group.learnable(), group.method(), group.rate(), group.schedule(), group.bounds(), 1e-9));
        }
        assertThat(first(experiment(activity(), groups, 1, 7)).clipped()).isEqualTo(2 * 6);
    }

    @Test
    void spikesThatAugmentationsLoseAreCountedAnewInEachEpoch() {
        Augmentation shift = ChannelShift.within(5, 3);
        TrainingSettings settings =
                new TrainingSettings(9, 2, 2, 10, still(), 0, 0, Optional.of(shift), OptionalInt.empty());
        Experiment experiment = new Experiment(
                trainable, activity(), SmallTask.END, data, Optional.empty(), Optional.empty(), settings);
        try (Trainer trainer = new Trainer(experiment)) {
            for (int epoch = 0; epoch < 2; epoch++) {
                AugmentationCounts counts = new AugmentationCounts();
                new Augmenter(shift, 9).apply(data, epoch, counts);
                assertThat(counts.offChannels()).isPositive();
                assertThat(trainer.runEpoch(SILENT).lostSpikes()).isEqualTo(counts.offChannels());
            }
        }
    }

    @Test
    void onlyWhatTheNetworkHasToLearnIsLearned() {
        Learnable other = Learnables.speed(network);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> experiment(activity(), List.of(LearnedGroup.of(other, 1, Schedule.constant())), 1, 10))
                .withMessage("'speed' is learned but not among what the network has to learn");
    }
}
