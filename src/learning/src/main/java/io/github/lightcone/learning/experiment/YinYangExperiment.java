package io.github.lightcone.learning.experiment;

import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import java.util.Map;
import java.util.Optional;

/**
 * The Yin-Yang task: four values of a point and a bias spike come in as spikes of 0 to 30 ms, a hidden layer
 * and three outputs spike, and the output that spikes first names the class. The published training,
 * validation and test sets of 5000, 1000 and 1000 points are generated.
 *
 * <p>Time constants, encoding and loss are those of T. C. Wunderlich and C. Pehle, Scientific Reports 11
 * (2021); rates and initial weights were chosen on the validation set.
 */
public final class YinYangExperiment {

    private static final double END = 80;
    private static final LatencyEncoding ENCODING =
            LatencyEncoding.between(0, 30).withBias(0);

    private YinYangExperiment() {}

    /** Returns the settings to start from: 30 hidden neurons in 3 dimensions, weights and positions learned. */
    public static ExperimentSettings defaults() {
        return new ExperimentSettings(
                1,
                30,
                3,
                DelayMode.SPATIAL,
                DelayMode.SPATIAL.learnedByDefault(),
                Map.of(
                        ParameterGroup.WEIGHTS, 0.05,
                        ParameterGroup.POSITIONS, 0.1,
                        ParameterGroup.DELAYS, 0.1,
                        ParameterGroup.SPEED, 0.01,
                        ParameterGroup.BIAS, 0.01,
                        ParameterGroup.THRESHOLD, 0.01,
                        ParameterGroup.TAU_MEM, 0.1,
                        ParameterGroup.TAU_SYN, 0.05),
                0.93,
                60,
                32,
                Runtime.getRuntime().availableProcessors(),
                5,
                12,
                1,
                0.05,
                0);
    }

    /** Prepares a run. */
    public static Experiment of(ExperimentSettings settings) {
        Network network =
                new LayeredNetwork(5, Lif.of(20, 5), YinYang.CLASSES, Lif.of(20, 5), 2.5, 1, 0.93, 0.1).build(settings);
        Loss loss = new FirstSpikeCrossEntropy(network.population("output"), 0.5, 6.4, 0.003);
        return new Experiment(
                network,
                loss,
                END,
                YinYang.training().encode(ENCODING),
                Optional.of(YinYang.validation().encode(ENCODING)),
                YinYang.test().encode(ENCODING),
                settings.training());
    }
}
