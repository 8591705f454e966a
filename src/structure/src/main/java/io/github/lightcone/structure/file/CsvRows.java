package io.github.lightcone.structure.file;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of a table of text. Cells are separated by tabs, semicolons, commas or blanks, whichever the first
 * line has, in this order; quotes as in RFC 4180. Blanks around cells do not count; empty lines and those that
 * start with {@code #}, or with {@code %} if the first one does, are passed over.
 */
final class CsvRows implements Closeable {

    private static final int LONGEST_ROW = 1 << 20;

    private final Path file;
    private final BufferedReader reader;
    private final boolean blanks;
    private final Iterator<CsvRecord> rows;
    private List<String> cells = List.of();
    private long line;

    private CsvRows(Path file, BufferedReader reader, char separator, char comment) {
        this.file = file;
        this.reader = reader;
        blanks = separator == ' ';
        rows = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .commentCharacter(comment)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(reader)
                .iterator();
    }

    /** Opens a file before its first row. */
    static CsvRows open(Path file) throws GraphFileException {
        char comment = '#';
        char separator = ',';
        try (BufferedReader reader = TextFile.open(file)) {
            Lines lines = new Lines(file.toString(), reader);
            boolean first = true;
            while (lines.next()) {
                String line = lines.text().strip();
                if (first && line.startsWith("%")) {
                    comment = '%';
                }
                first = false;
                if (!line.isEmpty() && line.charAt(0) != comment) {
                    separator = separator(line);
                    break;
                }
            }
        } catch (IOException problem) {
            throw TextFile.explain(file.toString(), problem);
        }
        return new CsvRows(file, TextFile.open(file), separator, comment);
    }

    private static char separator(String line) {
        for (char c : new char[] {'\t', ';', ','}) {
            if (line.indexOf(c) >= 0) {
                return c;
            }
        }
        return ' ';
    }

    /** Goes to the next row; returns false if there is none. */
    boolean next() throws GraphFileException {
        try {
            do {
                if (!rows.hasNext()) {
                    return false;
                }
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                cells = stripped(row.getFields());
            } while (cells.isEmpty());
            return true;
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof IOException unreadable) {
                throw TextFile.explain(file.toString(), unreadable);
            }
            throw GraphFileException.inFile(
                    file.toString(),
                    "is no table after line " + line + " ("
                            + GraphFileException.printable(String.valueOf(malformed.getMessage())) + ")",
                    malformed);
        } catch (UncheckedIOException unreadable) {
            throw TextFile.explain(file.toString(), unreadable.getCause());
        }
    }

    private List<String> stripped(List<String> fields) {
        List<String> kept = new ArrayList<>(fields.size());
        boolean any = false;
        for (String field : fields) {
            String cell = field.strip();
            any |= !cell.isEmpty();
            if (!blanks || !cell.isEmpty()) {
                kept.add(cell);
            }
        }
        return any ? kept : List.of();
    }

    /** Returns the cells of the current row. */
    List<String> cells() {
        return cells;
    }

    /** Returns a cell of the current row; throws if the row is too short. */
    String cell(int column, String name) throws GraphFileException {
        if (column >= cells.size()) {
            throw error(cells.size() + " cells, must have " + name + " in cell " + (column + 1));
        }
        return cells.get(column);
    }

    /** Returns a cell of the current row as a finite number. */
    double number(int column, String name) throws GraphFileException {
        String cell = cell(column, name);
        double value = Decimal.parse(cell);
        if (!Double.isFinite(value)) {
            throw error(name + " = " + GraphFileException.quote(cell) + ", must be a finite number");
        }
        return value;
    }

    /** Returns the line the current row starts in. */
    long line() {
        return line;
    }

    /** Returns an exception about the current row. */
    GraphFileException error(String problem) {
        return GraphFileException.atLine(file.toString(), line, problem);
    }

    @Override
    public void close() throws GraphFileException {
        try {
            reader.close();
        } catch (IOException problem) {
            throw TextFile.explain(file.toString(), problem);
        }
    }
}
