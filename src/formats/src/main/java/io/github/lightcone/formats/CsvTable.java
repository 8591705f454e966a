package io.github.lightcone.formats;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A CSV file with a header, read row by row without making objects.
 *
 * <pre>{@code
 * try (CsvTable table = CsvTable.open(file)) {
 *     int source = table.column("source");
 *     int delay = table.optionalColumn("delay");
 *     table.rejectOtherColumns();
 *     while (table.next()) {
 *         ... table.integer(source) ...
 *     }
 * }
 * }</pre>
 *
 * <p>UTF-8, comma, RFC 4180 quotes; compressed if the name ends in {@code .gz}. Columns may stand in any
 * order. Blanks around a cell without quotes do not count, empty lines are skipped. Every row has as many
 * cells as the header, and the last line must end in a line break: only so is a file that was cut off
 * told from a whole one.
 */
public final class CsvTable implements Closeable {

    /** What {@link #optionalColumn} returns for a column that is not there. */
    public static final int ABSENT = -1;

    private final Path file;
    private final TextFiles.ObservedReader reader;
    private final Iterator<Row> rows;
    private final Row row = new Row();
    private final List<String> header = new ArrayList<>();
    private final List<String> known = new ArrayList<>();

    private CsvTable(Path file, TextFiles.ObservedReader reader) throws FormatException {
        this.file = file;
        this.reader = reader;
        CsvReader<Row> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(row, reader);
        rows = csv.iterator();
        if (!fetch()) {
            throw FormatException.inFile(file, "is empty, must have a header");
        }
        for (int column = 0; column < row.count; column++) {
            String name = text(column);
            if (header.contains(name)) {
                throw FormatException.atLine(file, row.line, "column " + Messages.quote(name) + " is there twice");
            }
            header.add(name);
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws FormatException if there is no such file, or no header, or a column is there twice
     */
    public static CsvTable open(Path file) throws FormatException {
        TextFiles.ObservedReader reader = TextFiles.open(file);
        try {
            return new CsvTable(file, reader);
        } catch (FormatException problem) {
            try {
                reader.close();
            } catch (IOException second) {
                problem.addSuppressed(second);
            }
            throw problem;
        }
    }

    /**
     * Returns the place of a column.
     *
     * @throws FormatException if it is not there
     */
    public int column(String name) throws FormatException {
        int column = optionalColumn(name);
        if (column == ABSENT) {
            throw FormatException.atLine(
                    file, row.line, "column '" + name + "' is missing; there are " + Messages.list(header));
        }
        return column;
    }

    /** Returns the place of a column, {@link #ABSENT} if it is not there. */
    public int optionalColumn(String name) {
        known.add(name);
        return header.indexOf(name);
    }

    /** Throws if there is a column that has not been asked for; to be called before the first row. */
    public void rejectOtherColumns() throws FormatException {
        for (String name : header) {
            if (!known.contains(name)) {
                throw FormatException.atLine(
                        file,
                        row.line,
                        "column " + Messages.quote(name) + " is unknown; allowed are " + Messages.list(known));
            }
        }
    }

    /**
     * Goes to the next row.
     *
     * @return false if there is none
     * @throws FormatException if it has too few or too many cells, or if the file ends within a line
     */
    public boolean next() throws FormatException {
        if (!fetch()) {
            return false;
        }
        if (row.count != header.size()) {
            String cells = row.count == 1 ? "1 cell" : row.count + " cells";
            throw error(cells + ", must be " + header.size() + " as in the header");
        }
        return true;
    }

    private boolean fetch() throws FormatException {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
        } catch (CsvParseException malformed) {
            Throwable cause = malformed.getCause();
            if (cause instanceof IOException unreadable) {
                throw TextFiles.explain(file, unreadable);
            }
            String reason = cause == null ? malformed.getMessage() : cause.getMessage();
            throw FormatException.inFile(
                    file,
                    "is not CSV after line " + row.line + " (" + Messages.printable(String.valueOf(reason), 200) + ")",
                    malformed);
        } catch (UncheckedIOException unreadable) {
            throw TextFiles.explain(file, unreadable.getCause());
        }
        // The reader comes to the end of the file within the last line only if no line break closes it.
        if (reader.endsWithinLine()) {
            throw error("ends without a line break: the file is cut off, or its last line break is missing");
        }
        return true;
    }

    /** Returns the line the current row starts in; the header is in line 1. */
    public long line() {
        return row.line;
    }

    /** Returns whether a cell of the current row holds nothing; true if the column is absent. */
    public boolean isBlank(int column) {
        return column == ABSENT || row.start(column) == row.end[column];
    }

    /** Returns a cell as text. */
    public String text(int column) {
        int from = row.start(column);
        return new String(row.text, from, row.end[column] - from);
    }

    /**
     * Returns a cell as an integer.
     *
     * @throws FormatException unless it is one, and at least 0
     */
    public long integer(int column) throws FormatException {
        char[] text = row.text;
        int from = row.start(column);
        int to = row.end[column];
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                throw error(column, "must be an integer from 0 to " + Long.MAX_VALUE);
            }
            value = 10 * value + digit;
        }
        if (from == to) {
            throw error(column, "must be an integer of at least 0");
        }
        return value;
    }

    /**
     * Returns a cell as a number.
     *
     * @throws FormatException unless it is one, and finite
     */
    public double number(int column) throws FormatException {
        double value = Decimals.parse(row.text, row.start(column), row.end[column]);
        if (!Double.isFinite(value)) {
            throw error(column, "must be a finite number");
        }
        return value;
    }

    /** Returns an exception about a cell of the current row: {@code FILE:LINE: COLUMN = 'VALUE', PROBLEM}. */
    public FormatException error(int column, String problem) {
        return error(header.get(column) + " = " + Messages.quote(text(column)) + ", " + problem);
    }

    /** Returns an exception about the current row: {@code FILE:LINE: PROBLEM}. */
    public FormatException error(String problem) {
        return FormatException.atLine(file, row.line, problem);
    }

    /** Returns an exception about the file: {@code FILE: PROBLEM}. */
    public FormatException fileError(String problem) {
        return FormatException.inFile(file, problem);
    }

    @Override
    public void close() throws FormatException {
        try {
            reader.close();
        } catch (IOException problem) {
            throw TextFiles.explain(file, problem);
        }
    }

    /** The cells of one row, one after the other. */
    private static final class Row extends AbstractBaseCsvCallbackHandler<Row> {

        private char[] text = new char[256];
        private int[] end = new int[16];
        private int count;
        private long line = 1;

        private int start(int column) {
            return column == 0 ? 0 : end[column - 1];
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            count = 0;
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            int from = offset;
            int to = offset + length;
            if (!quoted) {
                while (from < to && isSpace(buffer[from])) {
                    from++;
                }
                while (to > from && isSpace(buffer[to - 1])) {
                    to--;
                }
            }
            int place = start(column);
            ensureCapacity(column + 1, place + to - from);
            System.arraycopy(buffer, from, text, place, to - from);
            end[column] = place + to - from;
            count = column + 1;
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t';
        }

        private void ensureCapacity(int columns, int characters) {
            if (columns > end.length) {
                end = Arrays.copyOf(end, 2 * columns);
            }
            if (characters > text.length) {
                text = Arrays.copyOf(text, 2 * characters);
            }
        }

        @Override
        protected Row buildRecord() {
            return this;
        }
    }
}
