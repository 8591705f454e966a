package io.github.lightcone.cli.train;

import io.github.lightcone.learning.experiment.DelayMode;
import io.github.lightcone.learning.experiment.ExperimentSettings;
import io.github.lightcone.learning.experiment.ExperimentSettingsBuilder;
import io.github.lightcone.learning.optimise.ParameterGroup;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that all {@code train} commands have. Where one is not given, the experiment's default holds. */
final class TrainOptions {

    private static final int MOST_THREADS = 1024;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random (${DEFAULT-VALUE}).")
    private Long seed;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training data (${DEFAULT-VALUE}).")
    private Integer epochs;

    @Option(names = "--hidden", paramLabel = "N", description = "Number of hidden neurons (${DEFAULT-VALUE}).")
    private Integer hidden;

    @Option(
            names = "--dimensions",
            paramLabel = "D",
            description = "Dimensions of the space neurons have positions in, 1 to 64 (${DEFAULT-VALUE}).")
    private Integer dimensions;

    @Option(
            names = "--delays",
            paramLabel = "MODE",
            converter = DelayModeConverter.class,
            description = {
                "Where delays come from (${DEFAULT-VALUE}):",
                "  none     there are none",
                "  spatial  distance of the neurons / conduction speed",
                "  free     one of its own for each synapse"
            })
    private DelayMode delays;

    @Option(
            names = "--learn",
            paramLabel = "GROUP",
            split = ",",
            converter = ParameterGroupConverter.class,
            description = {
                "What is learned: any of weights, positions, delays, speed, bias, threshold, tauMem, tauSyn, separated "
                        + "by commas. Default: weights; with spatial delays also positions, with free delays also "
                        + "delays. '--delays spatial --learn weights' freezes positions at random."
            })
    private List<ParameterGroup> learn;

    @Option(names = "--batch", paramLabel = "N", description = "Examples per step (${DEFAULT-VALUE}).")
    private Integer batch;

    @Option(
            names = "--rate",
            paramLabel = "GROUP=RATE",
            split = ",",
            description = "Initial learning rates of what is learned (${DEFAULT-VALUE}).")
    private Map<String, Double> rates;

    @Option(
            names = "--decay",
            paramLabel = "F",
            description = "Factor of all learning rates from one epoch to the next (${DEFAULT-VALUE}).")
    private Double decay;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; the result is the same for any (default: number of processors).")
    private Integer threads;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description =
                    "Run folder to write; it must not exist yet (default: runs/NAME-1, or the next number that is "
                            + "free).")
    private Path out;

    /** Returns an experiment's settings with what was given in place of its defaults. */
    ExperimentSettings applyTo(ExperimentSettings defaults) {
        ExperimentSettingsBuilder settings = defaults.change();
        if (seed != null) {
            settings.seed(seed);
        }
        if (epochs != null) {
            settings.epochs(epochs);
        }
        if (hidden != null) {
            settings.hidden(hidden);
        }
        if (dimensions != null) {
            settings.dimensions(dimensions);
        }
        if (delays != null) {
            settings.delays(delays);
        }
        if (learn != null) {
            settings.learn(EnumSet.copyOf(learn));
        }
        if (batch != null) {
            settings.batchSize(batch);
        }
        if (rates != null) {
            rates.forEach((group, rate) -> settings.rate(ParameterGroup.named(group), rate));
        }
        if (decay != null) {
            settings.decay(decay);
        }
        if (threads != null) {
            if (threads > MOST_THREADS) {
                throw new IllegalArgumentException("--threads = " + threads + ", must be at most " + MOST_THREADS);
            }
            settings.threads(threads);
        }
        return settings.build();
    }

    /** Returns the run folder asked for, or null. */
    Path out() {
        return out;
    }

    /** Reads the name of a mode. */
    static final class DelayModeConverter implements ITypeConverter<DelayMode> {
        @Override
        public DelayMode convert(String value) {
            try {
                return DelayMode.named(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads the name of a group. */
    static final class ParameterGroupConverter implements ITypeConverter<ParameterGroup> {
        @Override
        public ParameterGroup convert(String value) {
            try {
                return ParameterGroup.named(value.strip());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
