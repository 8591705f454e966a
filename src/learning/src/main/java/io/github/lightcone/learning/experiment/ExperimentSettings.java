package io.github.lightcone.learning.experiment;

import io.github.lightcone.learning.optimise.LearningRate;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.training.TrainingSettings;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.Positions;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What may vary in a ready-made experiment. Each experiment has defaults of its own, to start from.
 *
 * @param seed decides initial weights, positions, delays, and the order of examples
 * @param hidden number of hidden neurons, at least 1
 * @param dimensions dimensions of space, 1 to 64
 * @param delays where delays come from
 * @param learn what is learned, at least one group
 * @param rates initial learning rate of each group, whether learned or not
 * @param decay factor of all rates from one epoch to the next
 * @param epochs number of epochs
 * @param batchSize examples per step
 * @param threads number of threads; the result does not depend on it
 * @param positionDeviation standard deviation of each initial coordinate, mm; speed is 1 mm/ms
 * @param largestFreeDelay initial free delays are uniform from 0 to this, ms
 * @param outputLift see {@link TrainingSettings}
 * @param revival see {@link TrainingSettings}
 * @param inputDropout see {@link TrainingSettings}
 */
public record ExperimentSettings(
        long seed,
        int hidden,
        int dimensions,
        DelayMode delays,
        Set<ParameterGroup> learn,
        Map<ParameterGroup, Double> rates,
        double decay,
        int epochs,
        int batchSize,
        int threads,
        double positionDeviation,
        double largestFreeDelay,
        double outputLift,
        double revival,
        double inputDropout) {

    /** Checks that the settings make sense together. */
    public ExperimentSettings {
        learn = Collections.unmodifiableSet(learn.isEmpty() ? Set.of() : EnumSet.copyOf(learn));
        rates = Collections.unmodifiableMap(new EnumMap<>(rates));
        if (hidden < 1) {
            throw new IllegalArgumentException("hidden = " + hidden + ", must be at least 1");
        }
        Positions.checkDimensions(dimensions);
        if (learn.isEmpty()) {
            throw new IllegalArgumentException("nothing is learned");
        }
        learn.forEach(delays::checkLearnable);
        ParameterCheck.nonNegative("positionDeviation", positionDeviation);
        ParameterCheck.nonNegative("largestFreeDelay", largestFreeDelay);
    }

    /** Returns the part that is about training. */
    public TrainingSettings training() {
        Map<ParameterGroup, LearningRate> learned = new EnumMap<>(ParameterGroup.class);
        learn.forEach(group -> learned.put(group, new LearningRate(rates.get(group), decay)));
        return new TrainingSettings(seed, threads, epochs, batchSize, learned, outputLift, revival, inputDropout);
    }

    /** Returns a builder that starts from these settings. */
    public ExperimentSettingsBuilder change() {
        return new ExperimentSettingsBuilder(this);
    }
}
