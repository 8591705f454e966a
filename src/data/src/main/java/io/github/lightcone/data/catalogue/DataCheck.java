package io.github.lightcone.data.catalogue;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a copy of a data set. */
@FunctionalInterface
public interface DataCheck {

    /**
     * Reads all of a copy into a report.
     *
     * @param path the folder, or the file for a set that is one
     * @throws IOException naming the file and place that is wrong
     */
    void read(Path path, DataReport report) throws IOException;
}
