package io.github.lightcone.cli.train;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that change an experiment. */
final class ExperimentOptions {

    private static final int MOST_HIDDEN = 1_000_000;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training data.")
    private Integer epochs;

    @Option(names = "--hidden", paramLabel = "N", description = "Number of neurons of the population 'hidden'.")
    private Integer hidden;

    @Option(
            names = "--dimensions",
            paramLabel = "D",
            description = "Dimensions of the space neurons have positions in, 1 to 64.")
    private Integer dimensions;

    @Option(names = "--batch", paramLabel = "N", description = "Examples per step.")
    private Integer batch;

    @Option(
            names = "--learn",
            paramLabel = "THING",
            split = ",",
            description = "Learn only these of the things the experiment learns: weights, positions, delays ...")
    private List<String> learn;

    @Option(
            names = "--rate",
            paramLabel = "THING=RATE",
            split = ",",
            description = "Initial learning rates of things the experiment learns.")
    private Map<String, Double> rates;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Put another value, in YAML, in a place of the experiment, such as training.stopAfter=10 or "
                    + "learn.0.rate=0.01; may be given several times.")
    private Map<String, String> changes = new LinkedHashMap<>();

    /** The experiments that come with the library, for the help text. */
    static final class Shipped implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ExperimentFile.shippedNames().iterator();
        }
    }

    /** Returns the experiment of a name, or in a file. */
    static ExperimentFile find(String experiment) throws IOException {
        return ExperimentFile.find(experiment);
    }

    boolean isUsed() {
        return epochs != null
                || hidden != null
                || dimensions != null
                || batch != null
                || learn != null
                || rates != null
                || !changes.isEmpty();
    }

    /**
     * Returns an experiment with all changes: the variant first, then what is said in detail.
     *
     * @param variant a variant of the experiment, or null
     * @param seed another seed, or null
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    ExperimentFile applyTo(ExperimentFile experiment, String variant, Long seed) {
        ExperimentFile file = variant == null ? experiment : experiment.variant(variant);
        if (seed != null) {
            file = file.with("seed", seed.toString());
        }
        if (epochs != null) {
            file = file.with("training.epochs", number("--epochs", epochs, Integer.MAX_VALUE));
        }
        if (hidden != null) {
            file = file.with("network.populations.hidden.size", number("--hidden", hidden, MOST_HIDDEN));
        }
        if (dimensions != null) {
            file = file.with("network.dimensions", number("--dimensions", dimensions, Positions.MAX_DIMENSIONS));
        }
        if (batch != null) {
            file = file.with("training.batch", number("--batch", batch, Integer.MAX_VALUE));
        }
        if (learn != null) {
            file = file.learning(learn);
        }
        if (rates != null) {
            for (Map.Entry<String, Double> rate : rates.entrySet()) {
                file = file.withRate(rate.getKey(), rate.getValue());
            }
        }
        for (Map.Entry<String, String> change : changes.entrySet()) {
            file = file.with(change.getKey(), change.getValue());
        }
        return file;
    }

    private static String number(String option, int value, int most) {
        return Integer.toString(RunOptions.requireFromOne(option, value, most));
    }
}
