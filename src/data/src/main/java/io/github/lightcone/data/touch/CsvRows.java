package io.github.lightcone.data.touch;

import io.github.lightcone.data.MalformedDataException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the rows of a table of recordings, plain or compressed by gzip; every complaint names the file, the
 * line and the value. Memory is bounded by one line of at most {@value #LONGEST_LINE} characters.
 */
final class CsvRows {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1000;
    /** The published files have less than half a million. */
    private static final int MOST_ROWS = 20_000_000;

    private final Path file;
    private final String header;
    private final int columns;
    private long line;

    /** Takes the cells of a row. */
    @FunctionalInterface
    interface RowReader {
        void read(String[] cells) throws MalformedDataException;
    }

    CsvRows(Path file, String header) {
        this.file = file;
        this.header = header;
        this.columns = header.split(",", -1).length;
    }

    /** Reads the header and all rows; afterwards {@link #malformed} names the last line. */
    void read(RowReader rows) throws IOException {
        try (Reader text = open()) {
            readHeader(nextLine(text));
            for (String row = nextLine(text); row != null; row = nextLine(text)) {
                if (line > MOST_ROWS) {
                    throw malformed("more than " + MOST_ROWS + " lines");
                }
                String[] cells = row.split(",", -1);
                if (cells.length != columns) {
                    throw malformed(cells.length + " cells, must be " + columns + ": '" + row + "'");
                }
                rows.read(cells);
            }
        } catch (EOFException | ZipException | CharacterCodingException e) {
            throw new MalformedDataException(file, line + 1, "truncated or damaged: " + e.getMessage()).because(e);
        }
    }

    private Reader open() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()), BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private void readHeader(String found) throws MalformedDataException {
        if (found == null) {
            line = 1;
            throw malformed("the file is empty, must start with '" + header + "'");
        }
        if (!found.equals(header)) {
            throw malformed("header '" + found + "', must be '" + header + "'");
        }
    }

    /** Returns the next line without its break, or null at the end of the file. */
    private String nextLine(Reader text) throws IOException {
        StringBuilder found = new StringBuilder();
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (c == '\n') {
                line++;
                int end = found.length();
                return found.substring(0, end > 0 && found.charAt(end - 1) == '\r' ? end - 1 : end);
            }
            if (found.length() == LONGEST_LINE) {
                line++;
                throw malformed("a line of more than " + LONGEST_LINE + " characters");
            }
            found.append((char) c);
        }
        if (!found.isEmpty()) {
            line++;
            throw malformed("ends without a line break: the file is cut off, or its last line break is missing");
        }
        return null;
    }

    /** Returns a whole number of 0 to a largest one. */
    int count(String column, String cell, int largest) throws MalformedDataException {
        int value = count(column, cell);
        if (value > largest) {
            throw malformed(column + " '" + cell + "', must be from 0 to " + largest);
        }
        return value;
    }

    /** Returns a whole number of at least 0. */
    int count(String column, String cell) throws MalformedDataException {
        try {
            int value = Integer.parseInt(cell);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the complaint about this cell
        }
        throw malformed(column + " '" + cell + "', must be a whole number of at least 0");
    }

    /** Returns a complaint about the line read last. */
    MalformedDataException malformed(String problem) {
        return new MalformedDataException(file, line, problem);
    }
}
