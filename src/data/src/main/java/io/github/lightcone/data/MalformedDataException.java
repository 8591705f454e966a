package io.github.lightcone.data;

import java.io.IOException;
import java.nio.file.Path;

/** A data file that does not hold what it should; the message names file, line and value. */
public final class MalformedDataException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception whose message reads {@code file:line: problem}.
     *
     * @param line line of the file, counted from 1
     */
    public MalformedDataException(Path file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
