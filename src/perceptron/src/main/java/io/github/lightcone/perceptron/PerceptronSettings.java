package io.github.lightcone.perceptron;

import io.github.lightcone.learning.optimise.Method;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.Map;

/**
 * How a perceptron is trained.
 *
 * @param seed of the order of examples
 * @param epochs passes over the training data
 * @param batch examples per step; what is left over at the end of an epoch makes a smaller one
 * @param method how numbers move
 * @param schedule how learning rates go on
 * @param rates initial learning rate of each kind of {@link ParameterArray} that is learned; the others are frozen
 * @param pruning what is pruned at every step
 */
public record PerceptronSettings(
        long seed,
        int epochs,
        int batch,
        Method method,
        Schedule schedule,
        Map<String, Double> rates,
        Pruning pruning) {

    /** Checks the numbers and keeps a copy of the rates. */
    public PerceptronSettings {
        if (epochs < 1 || batch < 1) {
            throw new IllegalArgumentException(epochs + " epochs in batches of " + batch + ", must be at least 1");
        }
        rates.forEach((what, rate) -> ParameterCheck.positive("learning rate of " + what, rate));
        rates = Map.copyOf(rates);
    }
}
