package io.github.lightcone.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where to look for the data of a run that was trained elsewhere. */
public final class MovedData {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data are now: a folder or file, if not where the run found them.")
    private Path folder;

    /** Returns the folder or file, if one is given. */
    public Optional<Path> path() {
        return Optional.ofNullable(folder);
    }
}
