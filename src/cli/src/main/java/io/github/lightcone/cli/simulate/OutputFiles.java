package io.github.lightcone.cli.simulate;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.formats.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that are to be written, by the options that name them. */
final class OutputFiles {

    private final Map<String, Path> files = new LinkedHashMap<>();

    /** Adds a file, if it is wanted at all. */
    OutputFiles add(String option, Path file) {
        if (file != null) {
            files.put(option, file);
        }
        return this;
    }

    /** Throws if one cannot be written or must not be written over, or two are the same. */
    void check(RunOptions options, StateOptions state, boolean force) throws IOException {
        Map<String, Path> checked = new LinkedHashMap<>();
        for (Map.Entry<String, Path> output : files.entrySet()) {
            String option = output.getKey();
            Path file = output.getValue();
            if (!force && Files.isRegularFile(file)) {
                throw new IllegalArgumentException(file + ": exists already; --force writes over it");
            }
            AtomicFiles.requirePlace(file);
            options.requireNoInput(option, file);
            state.check(option, file);
            for (Map.Entry<String, Path> other : checked.entrySet()) {
                if (RunOptions.isSame(file, other.getValue())) {
                    throw new IllegalArgumentException(
                            other.getKey() + " and " + option + " are both " + file + ", must be two files");
                }
            }
            checked.put(option, file);
        }
    }
}
