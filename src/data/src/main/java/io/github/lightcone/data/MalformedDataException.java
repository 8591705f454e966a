package io.github.lightcone.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A data file that does not hold what it should; the message names file, place and value. It is one line, whatever
 * stands in the file: control characters are escaped, and the middle of a long value is left out.
 */
public final class MalformedDataException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_START = 300;
    private static final int LONGEST_END = 200;
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    /**
     * Makes an exception whose message reads {@code file:line: problem}.
     *
     * @param line line of the file, counted from 1
     */
    public MalformedDataException(Path file, long line, String problem) {
        this(file + ":" + line + ": " + oneLine(problem));
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
        return new MalformedDataException(file + ": at byte " + offset + ": " + oneLine(problem));
    }

    /** Returns an exception whose message reads {@code file: problem}. */
    public static MalformedDataException inFile(Path file, String problem) {
        return new MalformedDataException(file + ": " + oneLine(problem));
    }

    private static String oneLine(String problem) {
        String shortened = problem.length() <= LONGEST_START + LONGEST_END
                ? problem
                : problem.substring(0, LONGEST_START) + " ... " + problem.substring(problem.length() - LONGEST_END);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < shortened.length(); i++) {
            char c = shortened.charAt(i);
            boolean breaks = Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
            line.append(breaks ? String.format("\\u%04x", (int) c) : c);
        }
        return line.toString();
    }

    /** Adds what brought the problem to light. */
    public MalformedDataException because(Throwable cause) {
        initCause(cause);
        return this;
    }
}
