package io.github.lightcone.learning.training;

import io.github.lightcone.data.augment.ChannelShift;
import io.github.lightcone.data.augment.SpikeDropout;
import io.github.lightcone.data.augment.TimeJitter;
import io.github.lightcone.learning.optimise.Adam;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Method;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.optimise.Sgd;
import io.github.lightcone.learning.parameter.Bounds;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.regularise.ActivityRegulariser;
import io.github.lightcone.learning.regularise.RateBand;
import io.github.lightcone.learning.regularise.VoltagePull;
import io.github.lightcone.learning.regularise.WeightL1;
import io.github.lightcone.learning.regularise.WeightL2;
import io.github.lightcone.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The small task with everything on that has a state or a count. */
final class FullTask {

    static final int EPOCHS = 5;

    private FullTask() {}

    static Experiment experiment(int threads) {
        TrainableNetwork network = SmallTask.trainable(SmallTask.network(0.8, 1));
        TrainingSettings settings = new TrainingSettings(
                11,
                threads,
                EPOCHS,
                16,
                groups(network),
                1,
                0.05,
                Optional.of(new SpikeDropout(0.05)
                        .then(new TimeJitter(0.3))
                        .then(new ChannelShift(5, 1, 1, ChannelShift.Edge.DROP))),
                OptionalInt.of(EPOCHS - 1));
        settings = settings.withHomeostasis(
                List.of(new Homeostasis(network.description().population("hidden"), 0, 1.5, 0.1)));
        return new Experiment(
                network,
                objective(network.description()),
                SmallTask.END,
                SmallTask.data(60, 1),
                Optional.of(SmallTask.data(30, 2)),
                Optional.empty(),
                settings);
    }

    private static Objective objective(Network network) {
        return new Objective(
                SmallTask.loss(network),
                ActivityRegulariser.sum(List.of(
                        new RateBand(network.population("hidden"), 0, 1, 1e-3),
                        VoltagePull.ofCorrectOutput(network.population("output"), 1, 1e-2))),
                Optional.of(new WeightL2(1e-3, "hidden->output")),
                Optional.of(new WeightL1(0.3, "input->hidden")));
    }

    /** Weights by AdamW, positions by Adam, delays with momentum, the rest by plain descent. */
    private static List<LearnedGroup> groups(TrainableNetwork network) {
        return network.learnables().stream().map(FullTask::group).toList();
    }

    private static LearnedGroup group(Learnable learnable) {
        String kind = learnable.name().split(" ", 2)[0];
        return switch (kind) {
            case "weights" ->
                with(
                        learnable,
                        Adam.decaying(0.01),
                        0.02,
                        Schedule.cosine(0.1).warmUp(1.5),
                        Bounds.ofSigns(learnable.values()),
                        0.5);
            case "positions" ->
                with(learnable, Adam.usual(), 0.01, Schedule.steps(2, 0.5), learnable.bounds(), Double.MAX_VALUE);
            case "delays" ->
                with(
                        learnable,
                        new Sgd(0.9, true),
                        0.02,
                        Schedule.exponential(0.8).easeIn(0.1, 1.3),
                        learnable.bounds(),
                        1);
            case "bias" -> with(learnable, new Sgd(0.5, false), 0.001, Schedule.constant(), learnable.bounds(), 1);
            default -> with(learnable, new Sgd(0, false), 0.001, Schedule.constant(), learnable.bounds(), 1);
        };
    }

    private static LearnedGroup with(
            Learnable learnable, Method method, double rate, Schedule schedule, Bounds bounds, double clip) {
        return new LearnedGroup(learnable, method, rate, schedule, bounds, clip);
    }
}
