package io.github.lightcone.learning.training;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.augment.SpikeDropout;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A few Yin-Yang points and a small network with everything learned: quick, and not trivial. */
final class SmallTask {

    static final double END = 60;

    private SmallTask() {}

    static Network network(double inputWeight, double outputWeight) {
        SeededRandom random = new SeededRandom(17);
        return Network.inDimensions(2)
                .population("input", new SpikeSource(), Positions.normal(5, 2, 5, random))
                .population("hidden", Lif.of(20, 5), Positions.normal(8, 2, 5, random))
                .population("output", Lif.of(20, 5), Positions.normal(3, 2, 5, random))
                .connect(
                        "input",
                        "hidden",
                        ConnectionRules.allToAll(),
                        Distribution.normal(inputWeight, 1),
                        Delays.spatial(0.5),
                        random)
                .connect(
                        "hidden",
                        "output",
                        ConnectionRules.allToAll(),
                        Distribution.normal(outputWeight, 0.3),
                        Delays.spatial(0.5),
                        random)
                .build();
    }

    static Loss loss(Network network) {
        return new FirstSpikeCrossEntropy(network.population("output"), 0.5, 6.4, 0.003);
    }

    static EventDataset data(int size, int seed) {
        return YinYang.generate(size, seed)
                .encode(LatencyEncoding.between(0, 30).withBias(0));
    }

    /** Everything there is to learn in the network, at a small rate. */
    static TrainableNetwork trainable(Network network) {
        List<Learnable> all = new ArrayList<>();
        for (Projection projection : network.projections()) {
            all.add(Learnables.weights(network, projection));
            all.add(Learnables.delays(network, projection, Learnables.Sharing.NONE));
        }
        for (Population population : network.populations()) {
            all.add(Learnables.positions(network, population, 0, 1));
            if (population.kind() == NeuronKind.LIF) {
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.BIAS, false));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.THRESHOLD, false));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.TAU_MEM, true));
                all.add(Learnables.ofNeurons(network, population, ParameterGroup.TAU_SYN, false));
            }
        }
        all.add(Learnables.speed(network));
        return new TrainableNetwork(network, List.of(), all);
    }

    static List<LearnedGroup> everythingLearned(TrainableNetwork network) {
        return network.learnables().stream()
                .map(learnable -> LearnedGroup.of(learnable, 0.01, Schedule.exponential(0.9)))
                .toList();
    }

    static List<LearnedGroup> weightsLearned(TrainableNetwork network, double rate) {
        return network.learnables().stream()
                .filter(learnable -> learnable.name().startsWith("weights "))
                .map(learnable -> LearnedGroup.of(learnable, rate, Schedule.constant()))
                .toList();
    }

    static TrainingSettings settings(long seed, int threads, int epochs, int batchSize, List<LearnedGroup> groups) {
        return new TrainingSettings(
                seed,
                threads,
                epochs,
                batchSize,
                groups,
                1,
                0.05,
                Optional.of(new SpikeDropout(0.1)),
                OptionalInt.empty());
    }

    static Experiment experiment(TrainableNetwork network, TrainingSettings settings) {
        return new Experiment(
                network,
                Objective.of(loss(network.description())),
                END,
                data(70, 1),
                Optional.of(data(30, 2)),
                Optional.of(data(30, 3)),
                settings);
    }
}
