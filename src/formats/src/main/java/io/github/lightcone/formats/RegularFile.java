package io.github.lightcone.formats;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is to be read as a whole, or at any place. */
public final class RegularFile {

    private RegularFile() {}

    /**
     * Throws unless there is a file.
     *
     * @throws FormatException if there is none, or a folder or something else of this name
     */
    public static void require(Path file) throws FormatException {
        if (Files.isRegularFile(file)) {
            return;
        }
        if (!Files.exists(file)) {
            throw FormatException.inFile(file, "does not exist");
        }
        throw FormatException.inFile(file, Files.isDirectory(file) ? "is a folder, must be a file" : "must be a file");
    }
}
