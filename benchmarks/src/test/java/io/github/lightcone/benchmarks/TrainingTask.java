package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.loss.SpikeCountCrossEntropy;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.learning.optimise.Adam;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Method;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.optimise.Sgd;
import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.learning.parameter.DistanceWeights;
import io.github.lightcone.learning.parameter.LayerDistances;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.OwnSpeed;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.parameter.SpatialRule;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.regularise.ActivityRegulariser;
import io.github.lightcone.learning.regularise.MeanVoltage;
import io.github.lightcone.learning.regularise.RateBand;
import io.github.lightcone.learning.regularise.VoltagePull;
import io.github.lightcone.learning.regularise.WeightL1;
import io.github.lightcone.learning.regularise.WeightL2;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Objective;
import io.github.lightcone.learning.training.TrainingSettings;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Small trainings of many kinds on Yin-Yang points, without augmentation. */
enum TrainingTask {
    /** Weights, delays, positions and the speed of a network whose neurons share their time constants. */
    FIRST_SPIKES {
        @Override
        TrainableNetwork trainable() {
            Network network = network(Lif.of(20, 5), true);
            return new TrainableNetwork(network, List.of(), ofSynapsesAndSpace(network));
        }

        @Override
        Loss loss(Network network) {
            return new FirstSpikeCrossEntropy(network.population("output"), 0.5, 6.4, 0.003);
        }
    },
    /** Everything there is to learn, time constants too, with every kind of penalty. */
    EVERYTHING {
        @Override
        TrainableNetwork trainable() {
            Network network = network(Lif.of(20, 5), true);
            List<Learnable> all = ofSynapsesAndSpace(network);
            for (Population population : network.populations().subList(1, 3)) {
                for (ParameterGroup group : List.of(
                        ParameterGroup.BIAS,
                        ParameterGroup.THRESHOLD,
                        ParameterGroup.TAU_MEM,
                        ParameterGroup.TAU_SYN)) {
                    all.add(Learnables.ofNeurons(network, population, group, false));
                }
            }
            return new TrainableNetwork(network, List.of(), all);
        }

        @Override
        Loss loss(Network network) {
            return new SpikeCountCrossEntropy(network.population("output"), END, 1);
        }

        @Override
        Objective objective(Network network) {
            Population hidden = network.population("hidden");
            return new Objective(
                    loss(network),
                    ActivityRegulariser.sum(
                            List.of(new RateBand(hidden, 1, 2, 1e-3), VoltagePull.ofSilentNeurons(hidden, 1, 1e-3))),
                    Optional.of(new WeightL2(1e-4).plus(new WeightL1(1e-4, "input->hidden"))),
                    Optional.of(new WeightL1(1e-4, "hidden->output")));
        }
    },
    /** Leaky outputs whose voltages are read, descent with momentum. */
    VOLTAGES {
        @Override
        TrainableNetwork trainable() {
            Network network = network(LeakyIntegrator.of(20, 5), true);
            return new TrainableNetwork(network, List.of(), ofSynapsesAndSpace(network));
        }

        @Override
        Loss loss(Network network) {
            return VoltageCrossEntropy.weighted(network.population("output"), 20, 0.2);
        }

        @Override
        Objective objective(Network network) {
            return new Objective(
                    loss(network),
                    new MeanVoltage(network.population("hidden"), 0.3, 1e-3),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        Method method() {
            return new Sgd(0.9, true);
        }
    },
    /** Weights and delays that follow from positions. */
    WEIGHTS_FROM_POSITIONS {
        @Override
        TrainableNetwork trainable() {
            Network network = network(LeakyIntegrator.of(20, 5), false);
            List<SpatialRule> rules = new ArrayList<>();
            List<Learnable> learned = new ArrayList<>();
            for (Projection projection : network.projections()) {
                double[] excite = new double[projection.source().size()];
                Arrays.fill(excite, 0.5);
                rules.add(new DistanceWeights(network, projection, DistanceKernel.inverse(), 40, 1, excite));
                rules.add(new OwnSpeed(network, projection, 0.5, true));
            }
            rules.forEach(rule -> learned.add(rule.numbers()));
            for (Population population : network.populations()) {
                learned.add(Learnables.positions(network, population, 0));
            }
            learned.add(new LayerDistances(network, network.populations(), 1));
            return new TrainableNetwork(network, rules, learned);
        }

        @Override
        Loss loss(Network network) {
            return VoltageCrossEntropy.maximum(network.population("output"), 10);
        }
    };

    static final int BATCH_SIZE = 8;

    private static final double END = 60;
    private static final int EPOCHS = 100;

    abstract TrainableNetwork trainable();

    abstract Loss loss(Network network);

    Objective objective(Network network) {
        return Objective.of(loss(network));
    }

    Method method() {
        return Adam.usual();
    }

    /** Describes a training with so many batches in an epoch. */
    Experiment experiment(int threads, int batches) {
        TrainableNetwork network = trainable();
        List<LearnedGroup> groups = new ArrayList<>();
        for (Learnable learnable : network.learnables()) {
            Schedule schedule = Schedule.cosine(0.1).easeIn(0.5, 1.01);
            groups.add(new LearnedGroup(learnable, method(), 1e-3, schedule, learnable.bounds(), 10));
        }
        return new Experiment(
                network,
                objective(network.description()),
                END,
                data(batches * BATCH_SIZE, 1),
                Optional.of(data(20, 2)),
                Optional.empty(),
                new TrainingSettings(
                        1, threads, EPOCHS, BATCH_SIZE, groups, 1, 0.05, Optional.empty(), OptionalInt.empty()));
    }

    private static EventDataset data(int examples, int seed) {
        return YinYang.generate(examples, seed)
                .encode(LatencyEncoding.between(0, 30).withBias(0));
    }

    private static Network network(NeuronModel output, boolean spatial) {
        SeededRandom random = new SeededRandom(17);
        Delays delays = spatial ? Delays.spatial(0.5) : Delays.constant(1);
        return Network.inDimensions(2)
                .population("input", new SpikeSource(), Positions.normal(5, 2, 5, random))
                .population("hidden", Lif.of(20, 5), Positions.normal(30, 2, 5, random))
                .population("output", output, Positions.normal(3, 2, 5, random))
                .connect("input", "hidden", ConnectionRules.allToAll(), Distribution.normal(3, 1), delays, random)
                .connect("hidden", "output", ConnectionRules.allToAll(), Distribution.normal(1, 0.3), delays, random)
                .build();
    }

    private static List<Learnable> ofSynapsesAndSpace(Network network) {
        List<Learnable> learned = new ArrayList<>();
        for (Projection projection : network.projections()) {
            learned.add(Learnables.weights(network, projection));
            learned.add(Learnables.delays(network, projection, Learnables.Sharing.NONE));
        }
        for (Population population : network.populations()) {
            learned.add(Learnables.positions(network, population, 0, 1));
        }
        learned.add(Learnables.speed(network));
        return learned;
    }
}
