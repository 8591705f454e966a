package io.github.lightcone.learning.training;

import io.github.lightcone.learning.optimise.LearningRate;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.Map;

/**
 * How to train.
 *
 * @param seed decides the order of examples and their drop-out
 * @param threads number of threads, at least 1; the result does not depend on it
 * @param epochs passes over the training data, at least 1
 * @param batchSize examples per step, at least 1
 * @param rates what is learned, and how fast; at least one group
 * @param outputLift by how much the gradient of a weight onto a silent correct output is lowered per
 *     spike; 0 for not at all
 * @param revival by how much the weights onto a neuron are raised after an epoch without a spike; 0 for
 *     not at all
 * @param inputDropout probability that an input spike is left out, at least 0 and below 1
 */
public record TrainingSettings(
        long seed,
        int threads,
        int epochs,
        int batchSize,
        Map<ParameterGroup, LearningRate> rates,
        double outputLift,
        double revival,
        double inputDropout) {

    /** Checks every setting. */
    public TrainingSettings {
        atLeastOne("threads", threads);
        atLeastOne("epochs", epochs);
        atLeastOne("batchSize", batchSize);
        rates = Map.copyOf(rates);
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("nothing is learned");
        }
        ParameterCheck.nonNegative("outputLift", outputLift);
        ParameterCheck.nonNegative("revival", revival);
        if (!(inputDropout >= 0 && inputDropout < 1)) {
            throw new IllegalArgumentException("inputDropout = " + inputDropout + ", must be at least 0 and below 1");
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " = " + value + ", must be at least 1");
        }
    }
}
