package io.github.lightcone.learning.experiment;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;

/**
 * Inputs, hidden neurons and outputs, each layer fully connected to the next. Weights, positions and free
 * delays are drawn from streams of their own, so that networks of one seed that differ in their delays
 * alone have the same weights.
 *
 * @param inputs number of inputs
 * @param hiddenModel model of the hidden neurons
 * @param outputs number of outputs
 * @param outputModel model of the outputs
 * @param inputMean mean of the weights onto hidden neurons
 * @param inputDeviation their standard deviation
 * @param outputMean mean of the weights onto outputs
 * @param outputDeviation their standard deviation
 */
record LayeredNetwork(
        int inputs,
        Lif hiddenModel,
        int outputs,
        NeuronModel outputModel,
        double inputMean,
        double inputDeviation,
        double outputMean,
        double outputDeviation) {

    private static final long WEIGHT_STREAM = 11;
    private static final long POSITION_STREAM = 12;
    private static final long DELAY_STREAM = 13;

    Network build(ExperimentSettings settings) {
        long seed = settings.seed();
        SeededRandom weights = new SeededRandom(seed, WEIGHT_STREAM);
        SeededRandom positions = new SeededRandom(seed, POSITION_STREAM);
        SeededRandom random = new SeededRandom(seed, DELAY_STREAM);
        Delays delays = delays(settings);
        return Network.inDimensions(settings.dimensions())
                .population("input", new SpikeSource(), draw(inputs, settings, positions))
                .population("hidden", hiddenModel, draw(settings.hidden(), settings, positions))
                .population("output", outputModel, draw(outputs, settings, positions))
                .connect(
                        "input",
                        "hidden",
                        ConnectionRules.allToAll(),
                        normal(inputMean, inputDeviation, weights),
                        delays,
                        random)
                .connect(
                        "hidden",
                        "output",
                        ConnectionRules.allToAll(),
                        normal(outputMean, outputDeviation, weights),
                        delays,
                        random)
                .build();
    }

    private static Positions draw(int size, ExperimentSettings settings, SeededRandom random) {
        return Positions.normal(size, settings.dimensions(), settings.positionDeviation(), random);
    }

    /** Draws from a stream of its own instead of the one the network is connected with. */
    private static Distribution normal(double mean, double deviation, SeededRandom stream) {
        Distribution distribution = Distribution.normal(mean, deviation);
        return random -> distribution.sample(stream);
    }

    private static Delays delays(ExperimentSettings settings) {
        return switch (settings.delays()) {
            case NONE -> Delays.none();
            case SPATIAL -> Delays.spatial();
            case FREE -> Delays.given(Distribution.uniform(0, settings.largestFreeDelay()));
        };
    }
}
