package io.github.lightcone.formats.numpy;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import java.nio.file.Path;

/**
 * Where an array stands.
 *
 * @param file the archive
 * @param name the array
 */
record ArrayPlace(Path file, String name) {

    FormatException error(String problem) {
        return FormatException.inFile(file, array() + problem);
    }

    FormatException error(String problem, Throwable cause) {
        return FormatException.inFile(file, array() + problem, cause);
    }

    String message(String problem) {
        return file + ": " + array() + problem;
    }

    private String array() {
        return "array " + Messages.quote(name) + " ";
    }
}
