package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.NetworkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kind of file that a network can be written to. */
interface ExportFormat extends FileFormat {

    /**
     * Checks that a file can be written.
     *
     * @param force whether in place of another
     */
    default void requirePlace(Path file, boolean force) throws IOException {
        if (!force && Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": exists already; --force writes over it");
        }
        AtomicFiles.requirePlace(file);
    }

    /**
     * Writes a network.
     *
     * @return what to tell: what the numbers of the file mean, and what it does not carry
     * @throws IllegalArgumentException if the file cannot stand for the network, or an option is wrong
     */
    List<String> write(NetworkFolder network, Path file) throws IOException;
}
