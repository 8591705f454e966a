package io.github.lightcone.learning.training;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.optimise.LearningRate;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

    static Map<ParameterGroup, LearningRate> everythingLearned() {
        Map<ParameterGroup, LearningRate> rates = new EnumMap<>(ParameterGroup.class);
        for (ParameterGroup group : ParameterGroup.values()) {
            rates.put(group, new LearningRate(0.01, 0.9));
        }
        return rates;
    }

    static Experiment experiment(Network network, TrainingSettings settings) {
        return new Experiment(
                network, loss(network), END, data(70, 1), Optional.of(data(30, 2)), data(30, 3), settings);
    }
}
