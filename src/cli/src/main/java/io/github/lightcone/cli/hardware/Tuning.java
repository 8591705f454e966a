package io.github.lightcone.cli.hardware;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.quantise.QuantisedNetwork;
import io.github.lightcone.hardware.quantise.QuantiserSettings;
import io.github.lightcone.hardware.quantise.WeightGrid;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.Bounds;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Objective;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.learning.training.TrainingSettings;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Trains the weights of a quantised network, which are rounded in every step, by the loss, batches and optimiser of the
 * run. Those weights are learned that the run learned; delays, thresholds and time constants stay as they were
 * quantised. Costs of parameters and pruning were matters of the run and are left out.
 */
final class Tuning {

    private static final double SHARE_OF_RATE = 0.1;

    private final int epochs;
    private final double rate;
    private final Map<String, LearnedGroup> groups;
    private final Map<String, Bounds> ranges;

    private Tuning(int epochs, double rate, Map<String, LearnedGroup> groups, Map<String, Bounds> ranges) {
        this.epochs = epochs;
        this.rate = rate;
        this.groups = groups;
        this.ranges = ranges;
    }

    /**
     * What tuning did.
     *
     * @param network the tuned network
     * @param epochs how many there were
     * @param epoch the one that was taken; 0 for the network before
     * @param rate initial learning rate; NaN for a tenth of those of the run
     * @param changed weights that are others than before
     * @param clips how often a weight was stopped at the end of its range
     */
    record Result(QuantisedNetwork network, int epochs, int epoch, double rate, int changed, long clips) {}

    /**
     * Prepares a tuning.
     *
     * @param best the trained network with all its synapses, of which those of weight 0 are not tuned
     * @param epochs at least 1
     * @param rate initial learning rate; NaN for a tenth of those of the run
     * @throws IllegalArgumentException if the run learned no weights of synapses
     */
    static Tuning of(Experiment experiment, Network best, int epochs, double rate) {
        Map<String, LearnedGroup> groups = new HashMap<>();
        Map<String, Bounds> ranges = new HashMap<>();
        double[] weight = best.parameters().weight();
        for (Projection projection : best.projections()) {
            int[] kept = IntStream.range(0, projection.size())
                    .filter(k -> weight[projection.firstSynapse() + k] != 0)
                    .toArray();
            for (LearnedGroup group : experiment.settings().groups()) {
                if (kept.length > 0
                        && group.learnable().name().equals(name(projection))
                        && group.bounds().size() == projection.size()) {
                    groups.put(name(projection), group);
                    ranges.put(name(projection), some(group.bounds(), kept));
                }
            }
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("--tune: the run learned no weights of synapses that are left");
        }
        return new Tuning(epochs, rate, groups, ranges);
    }

    private static String name(Projection projection) {
        return ParameterGroup.WEIGHTS.label() + " " + projection.name();
    }

    /** Returns the ranges of some of the numbers of a group. */
    private static Bounds some(Bounds all, int... kept) {
        return Bounds.of(
                IntStream.of(kept).mapToDouble(all::least).toArray(),
                IntStream.of(kept).mapToDouble(all::most).toArray());
    }

    /**
     * Tunes. Of epochs and the network before them, that is taken which is best on validation data, the earliest of
     * equals; without such data the last.
     *
     * @param trained the trained network without synapses of weight 0, whose weights are where tuning starts
     * @param untuned the same, quantised
     */
    Result tune(
            Experiment experiment,
            Network trained,
            QuantisedNetwork untuned,
            ChipProfile profile,
            QuantiserSettings settings,
            int threads,
            Consumer<String> progress) {
        WeightGrid grid = new WeightGrid(profile, settings, untuned.scale());
        Parameters start = untuned.network().parameters();
        double[] before = start.weight().clone();
        System.arraycopy(trained.parameters().weight(), 0, start.weight(), 0, before.length);
        Network description = untuned.network().with(start);
        List<LearnedGroup> learned = new ArrayList<>();
        for (Projection projection : description.projections()) {
            if (ranges.containsKey(name(projection))) {
                learned.add(group(description, projection, grid));
            }
        }
        TrainableNetwork network = new TrainableNetwork(
                description,
                List.of(),
                learned.stream().map(LearnedGroup::learnable).toList());
        network.round(grid::round);
        try (Trainer trainer = new Trainer(experiment(experiment, network, learned, threads))) {
            Optional<Evaluation> first = experiment.validation().map(trainer::evaluate);
            while (!trainer.isDone()) {
                progress.accept("tuning, epoch " + (trainer.epochsDone() + 1) + " of " + epochs);
                trainer.runEpoch(new TrainingListener() {});
            }
            long clips =
                    trainer.history().stream().mapToLong(EpochRecord::clamped).sum();
            int epoch = best(trainer, first);
            double[] after =
                    epoch == 0 ? before : trainer.bestNetwork().parameters().weight();
            int changed = (int) IntStream.range(0, after.length)
                    .filter(s -> after[s] != before[s])
                    .count();
            return new Result(untuned.withWeights(grid, after), epochs, epoch, rate, changed, clips);
        }
    }

    private static int best(Trainer trainer, Optional<Evaluation> first) {
        int epoch = trainer.bestEpoch().orElse(trainer.epochsDone());
        Optional<Evaluation> found = trainer.history().get(epoch - 1).validation();
        return first.isPresent() && !found.orElseThrow().isBetterThan(first.get()) ? 0 : epoch;
    }

    /** Returns the weights of a projection, to be learned as in the run within the range of the chip. */
    private LearnedGroup group(Network description, Projection projection, WeightGrid grid) {
        Learnable weights = Learnables.weights(description, projection);
        int first = projection.firstSynapse();
        Bounds ofChip = Bounds.of(
                IntStream.range(first, projection.endSynapse())
                        .mapToDouble(grid::least)
                        .toArray(),
                IntStream.range(first, projection.endSynapse())
                        .mapToDouble(grid::most)
                        .toArray());
        LearnedGroup ofRun = groups.get(name(projection));
        return new LearnedGroup(
                weights,
                ofRun.method(),
                Double.isNaN(rate) ? SHARE_OF_RATE * ofRun.rate() : rate,
                Schedule.cosine(0),
                ranges.get(name(projection)).and(ofChip),
                ofRun.clip());
    }

    private Experiment experiment(Experiment run, TrainableNetwork network, List<LearnedGroup> learned, int threads) {
        TrainingSettings settings = run.settings();
        return new Experiment(
                network,
                new Objective(run.objective().loss(), run.objective().activity(), Optional.empty(), Optional.empty()),
                run.end(),
                run.training(),
                run.validation(),
                run.test(),
                new TrainingSettings(
                        settings.seed(),
                        threads,
                        epochs,
                        settings.batchSize(),
                        learned,
                        settings.outputLift(),
                        settings.revival(),
                        settings.variation(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        settings.homeostasis(),
                        settings.sliceWidth()));
    }
}
