package io.github.lightcone.learning.experiment;

import io.github.lightcone.learning.parameter.ParameterGroup;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Collects changes to {@link ExperimentSettings}, where each setting is described. */
public final class ExperimentSettingsBuilder {

    private Set<ParameterGroup> learn;
    private final Map<ParameterGroup, Double> rates;
    private long seed;
    private int hidden;
    private int dimensions;
    private DelayMode delays;
    private int epochs;
    private int batchSize;
    private int threads;
    private double decay;
    private double positionDeviation;
    private double largestFreeDelay;
    private double outputLift;
    private double revival;
    private double inputDropout;

    ExperimentSettingsBuilder(ExperimentSettings from) {
        learn = from.learn();
        rates = new EnumMap<>(from.rates());
        seed = from.seed();
        hidden = from.hidden();
        dimensions = from.dimensions();
        delays = from.delays();
        epochs = from.epochs();
        batchSize = from.batchSize();
        threads = from.threads();
        decay = from.decay();
        positionDeviation = from.positionDeviation();
        largestFreeDelay = from.largestFreeDelay();
        outputLift = from.outputLift();
        revival = from.revival();
        inputDropout = from.inputDropout();
    }

    /** Returns the settings, checked. */
    public ExperimentSettings build() {
        return new ExperimentSettings(
                seed,
                hidden,
                dimensions,
                delays,
                learn,
                rates,
                decay,
                epochs,
                batchSize,
                threads,
                positionDeviation,
                largestFreeDelay,
                outputLift,
                revival,
                inputDropout);
    }

    /** Sets where delays come from, and learns what such networks usually learn. */
    public ExperimentSettingsBuilder delays(DelayMode value) {
        delays = value;
        learn = value.learnedByDefault();
        return this;
    }

    /** Sets what is learned; after {@link #delays}. */
    public ExperimentSettingsBuilder learn(Set<ParameterGroup> value) {
        learn = value;
        return this;
    }

    /** Sets what is learned; after {@link #delays}. */
    public ExperimentSettingsBuilder learn(ParameterGroup... value) {
        return learn(Set.of(value));
    }

    /** Sets the initial learning rate of a group. */
    public ExperimentSettingsBuilder rate(ParameterGroup group, double value) {
        rates.put(group, value);
        return this;
    }

    /** Sets the seed. */
    public ExperimentSettingsBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Sets the number of hidden neurons. */
    public ExperimentSettingsBuilder hidden(int value) {
        hidden = value;
        return this;
    }

    /** Sets the dimensions of space. */
    public ExperimentSettingsBuilder dimensions(int value) {
        dimensions = value;
        return this;
    }

    /** Sets the number of epochs. */
    public ExperimentSettingsBuilder epochs(int value) {
        epochs = value;
        return this;
    }

    /** Sets the number of examples per step. */
    public ExperimentSettingsBuilder batchSize(int value) {
        batchSize = value;
        return this;
    }

    /** Sets the number of threads. */
    public ExperimentSettingsBuilder threads(int value) {
        threads = value;
        return this;
    }

    /** Sets the factor of all rates from one epoch to the next. */
    public ExperimentSettingsBuilder decay(double value) {
        decay = value;
        return this;
    }

    /** Sets the standard deviation of each initial coordinate, mm. */
    public ExperimentSettingsBuilder positionDeviation(double value) {
        positionDeviation = value;
        return this;
    }

    /** Sets the largest initial free delay, ms. */
    public ExperimentSettingsBuilder largestFreeDelay(double value) {
        largestFreeDelay = value;
        return this;
    }

    /** Sets the strength of the output lift; 0 for none. */
    public ExperimentSettingsBuilder outputLift(double value) {
        outputLift = value;
        return this;
    }

    /** Sets the step of the revival; 0 for none. */
    public ExperimentSettingsBuilder revival(double value) {
        revival = value;
        return this;
    }

    /** Sets the probability that an input spike is left out. */
    public ExperimentSettingsBuilder inputDropout(double value) {
        inputDropout = value;
        return this;
    }
}
