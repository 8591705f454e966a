package io.github.lightcone.formats.sonata;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.RegularFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the small text files of a circuit. */
final class SonataText {

    private static final long LONGEST = 16L << 20;

    private SonataText() {}

    /**
     * Returns the text of a file.
     *
     * @throws FormatException if it is no file, longer than 16 MB or not UTF-8
     */
    static String read(Path file) throws IOException {
        RegularFile.require(file);
        long size = Files.size(file);
        if (size > LONGEST) {
            throw FormatException.inFile(file, "has " + size + " bytes, must have at most " + LONGEST);
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException malformed) {
            throw FormatException.inFile(file, "is not UTF-8 text", malformed);
        }
    }
}
