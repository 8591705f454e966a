package io.github.lightcone.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A CSV file with a header: UTF-8, comma, RFC 4180 quotes, compressed if the name ends in {@code .gz}. The
 * columns may stand in any order. The last line must end in a line break: only so is a file that was cut off
 * told from a whole one.
 */
final class TableFile implements Closeable {

    /** What {@link #optionalColumn} returns for a column that is not there. */
    static final int ABSENT = -1;

    private final Path file;
    private final LastCharacterReader text;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;
    private CsvRecord row;
    private long line = 1;

    private TableFile(Path file, LastCharacterReader text) throws IOException {
        this.file = file;
        this.text = text;
        rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .iterator();
        if (!fetch()) {
            throw malformed("the file is empty, must have a header");
        }
        // Some programs begin a file of UTF-8 with a byte order mark.
        header = row.getFields().stream()
                .map(name -> name.startsWith("\ufeff") ? name.substring(1) : name)
                .map(String::strip)
                .toList();
    }

    /**
     * Opens a file and reads its header.
     *
     * @param known the names that columns may have
     * @throws MalformedDataException if a column is unknown or there twice
     */
    static TableFile open(Path file, List<String> known) throws IOException {
        LastCharacterReader text = new LastCharacterReader(
                new InputStreamReader(DataFiles.open(file), StandardCharsets.UTF_8.newDecoder()));
        try {
            TableFile table = new TableFile(file, text);
            table.checkHeader(known);
            return table;
        } catch (IOException | RuntimeException problem) {
            text.close();
            throw problem;
        }
    }

    private void checkHeader(List<String> known) throws MalformedDataException {
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!known.contains(name)) {
                throw malformed("column '" + name + "' is unknown; allowed are " + known);
            }
            if (header.indexOf(name) != i) {
                throw malformed("column '" + name + "' is there twice");
            }
        }
    }

    /** Returns the place of a column. */
    int column(String name) throws MalformedDataException {
        int column = optionalColumn(name);
        if (column == ABSENT) {
            throw malformed("column '" + name + "' is missing; there are " + header);
        }
        return column;
    }

    int optionalColumn(String name) {
        return header.indexOf(name);
    }

    String columnName(int column) {
        return header.get(column);
    }

    /** Goes to the next row and returns whether there is one. */
    boolean next() throws IOException {
        if (!fetch()) {
            return false;
        }
        if (row.getFieldCount() != header.size()) {
            throw malformed(row.getFieldCount() + " cells, must be " + header.size() + " as in the header");
        }
        return true;
    }

    private boolean fetch() throws IOException {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            row = rows.next();
            line = row.getStartingLineNumber();
        } catch (UncheckedIOException problem) {
            throw explained(problem.getCause(), problem);
        } catch (CsvParseException problem) {
            throw explained(problem.getCause(), problem);
        }
        if (text.endsWithinLine()) {
            throw malformed("ends without a line break: the file is cut off, or its last line break is missing");
        }
        return true;
    }

    private IOException explained(Throwable cause, RuntimeException problem) {
        if (cause instanceof CharacterCodingException) {
            return malformed("after this line there is text that is not UTF-8").because(problem);
        }
        if (cause instanceof IOException unreadable) {
            return malformed("after this line the file is truncated or damaged: " + unreadable.getMessage())
                    .because(problem);
        }
        String reason = cause == null ? problem.getMessage() : cause.getMessage();
        return malformed("after this line the file is not CSV: " + reason).because(problem);
    }

    /** Returns a cell of the current row, empty if the column is absent. */
    String cell(int column) {
        return column == ABSENT ? "" : row.getField(column).strip();
    }

    /** Returns a cell that is not empty. */
    String filled(int column) throws MalformedDataException {
        String cell = cell(column);
        if (cell.isEmpty()) {
            throw malformed(columnName(column) + " is empty");
        }
        return cell;
    }

    /** Returns a cell as a whole number from 0 to {@code end - 1}. */
    int count(int column, int end) throws MalformedDataException {
        String cell = cell(column);
        try {
            int value = Integer.parseInt(cell);
            if (value >= 0 && value < end) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the complaint about this cell
        }
        throw malformed(columnName(column) + " '" + cell + "', must be a whole number from 0 to " + (end - 1));
    }

    /** Returns a cell as a time in its own unit. */
    double time(int column) throws MalformedDataException {
        String cell = cell(column);
        try {
            double value = Double.parseDouble(cell);
            boolean number = Character.isDigit(cell.charAt(cell.length() - 1)) || cell.endsWith(".");
            if (number && value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the complaint about this cell
        }
        throw malformed(columnName(column) + " '" + cell + "', must be a finite number of at least 0");
    }

    /** Returns the line the current row starts in; the header is in line 1. */
    long line() {
        return line;
    }

    /** Returns an exception about the current row. */
    MalformedDataException malformed(String problem) {
        return new MalformedDataException(file, line, problem);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Remembers the last character. */
    private static final class LastCharacterReader extends FilterReader {

        private boolean ended;
        private int last = '\n';

        LastCharacterReader(Reader in) {
            super(in);
        }

        boolean endsWithinLine() {
            return ended && last != '\n' && last != '\r';
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                last = buffer[offset + n - 1];
            }
            ended |= n < 0;
            return n;
        }
    }
}
