package io.github.lightcone.formats.sonata;

import com.carrotsearch.hppc.LongIntHashMap;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The types of nodes or edges: a table whose cells are separated by one or more spaces, quoted where they hold some. A
 * cell that is {@code NULL}, {@code NONE} or empty gives nothing.
 */
final class TypeTable {

    private static final Set<String> NOTHING = Set.of("", "NULL", "NONE");

    private final Path file;
    private final List<String> columns;
    private final List<List<String>> rows;
    private final List<Integer> lines;

    private TypeTable(Path file, List<List<String>> records, List<Integer> lines) throws FormatException {
        this.file = file;
        if (records.isEmpty()) {
            throw FormatException.inFile(file, "is empty, must have a header");
        }
        columns = records.get(0);
        for (int c = 0; c < columns.size(); c++) {
            if (columns.indexOf(columns.get(c)) != c) {
                throw FormatException.atLine(
                        file, lines.get(0), "column " + Messages.quote(columns.get(c)) + " is there twice");
            }
        }
        rows = records.subList(1, records.size());
        this.lines = lines.subList(1, lines.size());
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != columns.size()) {
                throw FormatException.atLine(
                        file,
                        this.lines.get(row),
                        rows.get(row).size() + " cells, must be " + columns.size() + " as in the header");
            }
        }
    }

    /** Reads a table. */
    static TypeTable read(Path file) throws IOException {
        String text = SonataText.read(file);
        List<List<String>> records = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<String> record = new ArrayList<>();
        int line = 1;
        int start = 1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
                record = finish(record, start, records, lines);
                start = line;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '"') {
                StringBuilder cell = new StringBuilder();
                at = quoted(file, text, at + 1, cell, start);
                line += (int) cell.chars().filter(letter -> letter == '\n').count();
                record.add(cell.toString());
            } else {
                int from = at;
                while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                record.add(text.substring(from, at));
            }
        }
        finish(record, start, records, lines);
        return new TypeTable(file, records, lines);
    }

    private static List<String> finish(List<String> record, int line, List<List<String>> records, List<Integer> lines) {
        if (record.isEmpty()) {
            return record;
        }
        records.add(record);
        lines.add(line);
        return new ArrayList<>();
    }

    /** Takes a cell up to its closing quote; returns the place behind it. */
    private static int quoted(Path file, String text, int from, StringBuilder cell, int line) throws FormatException {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                cell.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else {
                return at + 1;
            }
        }
        throw FormatException.atLine(file, line, "has a quote that is not closed");
    }

    /** Returns a cell as it is written, in quotes if need be. */
    static String cell(String text) {
        boolean plain = !NOTHING.contains(text)
                && text.chars().noneMatch(c -> c == ' ' || c == '"' || c == '\t' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    Path file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    int rowCount() {
        return rows.size();
    }

    /**
     * Returns the rows that hold for a population, by the ids of their types.
     *
     * @param idColumn {@code node_type_id} or {@code edge_type_id}
     * @throws FormatException if that column is missing, or an id is no integer or there twice
     */
    LongIntHashMap rowsOf(String population, String idColumn) throws FormatException {
        if (!columns.contains(idColumn)) {
            throw FormatException.inFile(
                    file, "column '" + idColumn + "' is missing; there are " + Messages.list(columns));
        }
        LongIntHashMap found = new LongIntHashMap();
        for (int row = 0; row < rows.size(); row++) {
            String owner = cell(row, "population");
            if (owner != null && !owner.equals(population)) {
                continue;
            }
            String text = cell(row, idColumn);
            long id;
            try {
                id = Long.parseLong(String.valueOf(text));
            } catch (NumberFormatException malformed) {
                throw error(row, idColumn, "must be an integer");
            }
            if (!found.putIfAbsent(id, row)) {
                throw error(row, idColumn, "must be unique");
            }
        }
        return found;
    }

    /** Returns a cell, null if there is no such column or nothing in it. */
    String cell(int row, String column) {
        int c = columns.indexOf(column);
        if (c < 0) {
            return null;
        }
        String text = rows.get(row).get(c);
        return NOTHING.contains(text) ? null : text;
    }

    /** Returns a cell as a number, NaN if there is none. */
    double number(int row, String column) throws FormatException {
        String text = cell(row, column);
        if (text == null) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            throw error(row, column, "must be a number");
        }
        throw error(row, column, "must be finite");
    }

    /** Returns an exception about a cell. */
    FormatException error(int row, String column, String problem) {
        int c = columns.indexOf(column);
        String value = c < 0 ? "" : rows.get(row).get(c);
        return FormatException.atLine(file, lines.get(row), column + " = " + Messages.quote(value) + ", " + problem);
    }
}
