package io.github.lightcone.formats;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that is not what it should be. The message is one line that names the file, the line or the
 * JSON field, the value found there and what is allowed, with control characters escaped, such as
 *
 * <pre>
 *     net/neurons.csv:7: tauMem = '-5', must be finite and above 0
 * </pre>
 */
public final class FormatException extends IOException {

    private static final long serialVersionUID = 1;

    private FormatException(String message, Throwable cause) {
        super(Messages.printable(message, Integer.MAX_VALUE), cause);
    }

    /** Returns an exception about a file as a whole. */
    public static FormatException inFile(Path file, String problem) {
        return new FormatException(file + ": " + problem, null);
    }

    /** Returns an exception about a file as a whole that something else has noticed. */
    public static FormatException inFile(Path file, String problem, Throwable cause) {
        return new FormatException(file + ": " + problem, cause);
    }

    /** Returns an exception about a line of a file, the first being 1. */
    public static FormatException atLine(Path file, long line, String problem) {
        return new FormatException(file + ":" + line + ": " + problem, null);
    }
}
