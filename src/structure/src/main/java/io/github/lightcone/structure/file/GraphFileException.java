package io.github.lightcone.structure.file;

import java.io.IOException;

/**
 * A graph file that is not what it should be. The message is one line that names the file, the line, the value
 * found there and what is allowed, such as
 *
 * <pre>
 *     graph.gml:7: source = 'x', must be an integer
 * </pre>
 */
public final class GraphFileException extends IOException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_VALUE = 60;

    private GraphFileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns an exception about a file as a whole. */
    static GraphFileException inFile(String file, String problem) {
        return new GraphFileException(file + ": " + problem, null);
    }

    /** Returns an exception about a file as a whole that something else has noticed. */
    static GraphFileException inFile(String file, String problem, Throwable cause) {
        return new GraphFileException(file + ": " + problem, cause);
    }

    /** Returns an exception about a line of a file, the first being 1. */
    static GraphFileException atLine(String file, long line, String problem) {
        return new GraphFileException(file + ":" + line + ": " + problem, null);
    }

    /** Returns a value in quotes, cut if it is long, without control characters. */
    static String quote(String value) {
        return "'" + printable(value) + "'";
    }

    /** Returns a text cut if it is long, with control characters escaped. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == LONGEST_VALUE) {
                return out.append("...").toString();
            }
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
