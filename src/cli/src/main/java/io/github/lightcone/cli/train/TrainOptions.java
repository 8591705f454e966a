package io.github.lightcone.cli.train;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.learning.experiment.DelayMode;
import io.github.lightcone.learning.experiment.ExperimentSettings;
import io.github.lightcone.learning.experiment.ExperimentSettingsBuilder;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that all {@code train} commands have. Where one is not given, the experiment's default holds. */
final class TrainOptions {

    private static final int MOST_HIDDEN = 1_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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
            converter = {ParameterGroupConverter.class, RateConverter.class},
            description = "Initial learning rates of what is learned (${DEFAULT-VALUE}).")
    private Map<ParameterGroup, Double> rates;

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

    /**
     * Returns an experiment's settings with what was given in place of its defaults.
     *
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    ExperimentSettings applyTo(ExperimentSettings defaults) {
        ExperimentSettingsBuilder settings = defaults.change();
        if (seed != null) {
            settings.seed(seed);
        }
        if (epochs != null) {
            settings.epochs(RunOptions.requireFromOne("--epochs", epochs, Integer.MAX_VALUE));
        }
        if (hidden != null) {
            settings.hidden(RunOptions.requireFromOne("--hidden", hidden, MOST_HIDDEN));
        }
        if (dimensions != null) {
            settings.dimensions(RunOptions.requireFromOne("--dimensions", dimensions, Positions.MAX_DIMENSIONS));
        }
        if (delays != null) {
            settings.delays(delays);
        }
        if (learn != null) {
            settings.learn(distinct(learn));
        }
        if (batch != null) {
            settings.batchSize(RunOptions.requireFromOne("--batch", batch, Integer.MAX_VALUE));
        }
        if (rates != null) {
            rates.forEach((group, rate) -> settings.rate(group, positive(group, rate)));
        }
        if (decay != null) {
            if (!(decay > 0 && decay <= 1)) {
                throw new IllegalArgumentException("--decay = " + decay + ", must be above 0 and at most 1");
            }
            settings.decay(decay);
        }
        if (threads != null) {
            settings.threads(RunOptions.requireFromOne("--threads", threads, RunOptions.MOST_THREADS));
        }
        ExperimentSettings chosen = settings.build();
        requireRatesOfWhatIsLearned(chosen);
        return chosen;
    }

    private static Set<ParameterGroup> distinct(List<ParameterGroup> groups) {
        Set<ParameterGroup> set = EnumSet.noneOf(ParameterGroup.class);
        for (ParameterGroup group : groups) {
            if (!set.add(group)) {
                throw new IllegalArgumentException("--learn: " + group.label() + " is there twice");
            }
        }
        return set;
    }

    private static double positive(ParameterGroup group, double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "--rate: " + group.label() + " = " + rate + ", must be finite and above 0");
        }
        return rate;
    }

    /** The defaults name rates of more than what is learned; whoever types one means to use it. */
    private void requireRatesOfWhatIsLearned(ExperimentSettings chosen) {
        if (!command.commandLine().getParseResult().hasMatchedOption("--rate")) {
            return;
        }
        for (ParameterGroup group : rates.keySet()) {
            if (!chosen.learn().contains(group)) {
                throw new IllegalArgumentException("--rate names " + group.label() + ", but this run learns "
                        + chosen.learn().stream().map(ParameterGroup::label).collect(Collectors.joining(", ")));
            }
        }
    }

    /** Returns the run folder to write, after a check that it can be made. */
    RunFolder folder(String task) throws IOException {
        String[] files = {RunFiles.NETWORK, RunFiles.HISTORY, RunFiles.METRICS, RunFiles.SETTINGS};
        return out == null ? RunFolder.numbered(Path.of("runs", task), files) : RunFolder.at(out, files);
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

    /** Reads a learning rate. */
    static final class RateConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            try {
                return Double.valueOf(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is not a number");
            }
        }
    }
}
