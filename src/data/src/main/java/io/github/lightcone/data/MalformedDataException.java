package io.github.lightcone.data;

import java.io.IOException;
import java.nio.file.Path;

/** A data file that does not hold what it should; the message names file, place and value. */
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

    private MalformedDataException(String message) {
        super(message);
    }

    /**
     * Returns an exception whose message reads {@code file: at byte N: problem}.
     *
     * @param offset bytes before the place, after decompression where the file is compressed
     */
    public static MalformedDataException atByte(Path file, long offset, String problem) {
        return new MalformedDataException(file + ": at byte " + offset + ": " + problem);
    }

    /** Returns an exception whose message reads {@code file: problem}. */
    public static MalformedDataException inFile(Path file, String problem) {
        return new MalformedDataException(file + ": " + problem);
    }

    /** Adds what brought the problem to light. */
    public MalformedDataException because(Throwable cause) {
        initCause(cause);
        return this;
    }
}
