package io.github.lightcone.structure.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The lines of a text, split into words at blanks; none may be longer than {@value #LONGEST_LINE} characters. */
final class Lines {

    /** The most characters of a line. */
    static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final Reader reader;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int end;
    private boolean afterReturn;
    private long number;

    /**
     * Starts before the first line.
     *
     * @param file name for messages
     */
    Lines(String file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Goes to the next line; returns false if there is none. */
    boolean next() throws GraphFileException {
        text.setLength(0);
        number++;
        boolean any = false;
        while (at < end || fill()) {
            if (afterReturn && buffer[at] == '\n') {
                afterReturn = false;
                at++;
                continue;
            }
            afterReturn = false;
            any = true;
            int start = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (text.length() + at - start > LONGEST_LINE) {
                throw error("is longer than " + LONGEST_LINE + " characters");
            }
            text.append(buffer, start, at - start);
            if (at < end) {
                afterReturn = buffer[at++] == '\r';
                return true;
            }
        }
        number -= any ? 0 : 1;
        return any;
    }

    private boolean fill() throws GraphFileException {
        try {
            at = 0;
            end = Math.max(0, reader.read(buffer, 0, buffer.length));
            return end > 0;
        } catch (IOException problem) {
            throw TextFile.explain(file, problem);
        }
    }

    /** Returns the current line. */
    String text() {
        return text.toString();
    }

    /** Returns the number of the current line, from 1. */
    long number() {
        return number;
    }

    /** Returns the words of the current line; what stands in double quotes is one word, with its quotes off. */
    List<String> words() throws GraphFileException {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c == '"') {
                int end = text.indexOf("\"", at + 1);
                if (end < 0) {
                    throw error("has a quotation mark that is not closed");
                }
                words.add(text.substring(at + 1, end));
                at = end + 1;
            } else {
                int end = at;
                while (end < text.length() && !isBlank(text.charAt(end))) {
                    end++;
                }
                words.add(text.substring(at, end));
                at = end;
            }
        }
        return words;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000b';
    }

    /** Returns a word as a finite number. */
    double number(String name, String word) throws GraphFileException {
        double value = Decimal.parse(word);
        if (!Double.isFinite(value)) {
            throw error(name + " = " + GraphFileException.quote(word) + ", must be a finite number");
        }
        return value;
    }

    /** Returns an exception about the current line. */
    GraphFileException error(String problem) {
        return GraphFileException.atLine(file, number, problem);
    }

    /** Returns an exception about the file. */
    GraphFileException fileError(String problem) {
        return GraphFileException.inFile(file, problem);
    }
}
