package io.github.lightcone.cli.structure;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.HiddenResponses;
import io.github.lightcone.experiment.Preparation;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.function.Responses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** On which examples a run is measured, for the groups that ask what neurons do. */
final class ResponseOptions {

    private static final String EXPERIMENT = "experiment.yaml";

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Run at most N examples of the validation data of a run, or of its training data if it has"
                    + " none; a random choice, the classes in turns (${DEFAULT-VALUE}).")
    private int examples;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data of a run are: a folder or file, instead of where they were in training.")
    private Path data;

    /** Throws unless the number is allowed and {@code --data} goes with a run. */
    void check(Optional<Path> run) {
        RunOptions.requireFromOne("--examples", examples, Integer.MAX_VALUE);
        if (data != null && run.isEmpty()) {
            throw new IllegalArgumentException("--data is for a run folder of 'lightcone train'");
        }
    }

    /** Returns whether a run says what its data are. */
    static boolean hasExperiment(Optional<Path> run) {
        return run.isPresent() && Files.isRegularFile(run.get().resolve(EXPERIMENT));
    }

    /** Returns the complaint that some groups need a run. */
    static IllegalArgumentException needsRun(Set<MeasureGroup> groups, String source) {
        String keys = groups.stream()
                .filter(MeasureGroup::needsResponses)
                .sorted()
                .map(MeasureGroup::key)
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException("--measures: " + keys
                + " need a run folder of 'lightcone train' with its experiment, whose data the neurons respond to; "
                + source + " is none");
    }

    /**
     * Runs the examples of a run through a network of it.
     *
     * @throws IOException if the data cannot be read
     * @throws IllegalArgumentException if they are not what they should be
     */
    Responses responses(Path run, GraphSource.OfNetwork source, long seed, int threads, Progress progress)
            throws IOException {
        ExperimentFile file = ExperimentFile.read(run.resolve(EXPERIMENT));
        Preparation prepared = Preparation.of(file, Optional.ofNullable(data), threads);
        return new HiddenResponses(prepared.experiment(), source.network())
                .of(source.neurons(), examples, seed, threads, progress);
    }
}
