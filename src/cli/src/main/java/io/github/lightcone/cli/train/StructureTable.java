package io.github.lightcone.cli.train;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.FigureGroup;
import io.github.lightcone.structure.analysis.StructureReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The structure along a training as a table: a row per epoch and figure, by the names of {@code structure.json}. */
final class StructureTable {

    private static final String[] COLUMNS = {
        "epoch",
        "of",
        "seed",
        "group",
        "measure",
        "value",
        "restarts",
        "restartsLow",
        "restartsMedian",
        "restartsHigh",
        "draws",
        "nullMean",
        "nullSd",
        "z",
        "p",
        "note"
    };

    /** The rows of each epoch, as they are in the file. */
    private final SortedMap<Integer, String> rows = new TreeMap<>();

    /** Returns whether there is a row of an epoch. */
    boolean has(int epoch) {
        return rows.containsKey(epoch);
    }

    /**
     * Adds an epoch.
     *
     * @param of what was measured, in one word
     */
    void add(int epoch, String of, StructureReport report) throws IOException {
        StringWriter text = new StringWriter();
        CsvTableWriter table = new CsvTableWriter(text, COLUMNS);
        int header = text.getBuffer().length();
        for (FigureGroup group : report.groups()) {
            for (Figure figure : group.figures()) {
                table.cell(epoch)
                        .cell(of)
                        .cell(report.settings().seed())
                        .cell(group.group().key())
                        .cell(figure.name());
                addFigure(table, figure);
                table.endRow();
            }
        }
        rows.put(epoch, text.getBuffer().substring(header));
    }

    private static void addFigure(CsvTableWriter table, Figure figure) throws IOException {
        addNumber(table, figure.value());
        if (figure.spread().isPresent()) {
            table.cell(figure.spread().get().count())
                    .cell(figure.spread().get().low())
                    .cell(figure.spread().get().median())
                    .cell(figure.spread().get().high());
        } else {
            table.blank().blank().blank().blank();
        }
        if (figure.nullTest().isPresent()) {
            table.cell(figure.nullTest().get().draws());
            addNumber(table, figure.nullTest().get().mean());
            addNumber(table, figure.nullTest().get().sd());
            addNumber(table, figure.nullTest().get().z());
            addNumber(table, figure.nullTest().get().p());
        } else {
            table.blank().blank().blank().blank().blank();
        }
        table.cell(figure.note());
    }

    private static void addNumber(CsvTableWriter table, double number) throws IOException {
        if (Double.isNaN(number)) {
            table.blank();
        } else {
            table.cell(number);
        }
    }

    /** Writes the file. */
    void write(Path file) throws IOException {
        AtomicFiles.write(file, out -> {
            new CsvTableWriter(out, COLUMNS);
            for (String epoch : rows.values()) {
                out.append(epoch);
            }
        });
    }

    /**
     * Reads what was written.
     *
     * @param wanted the epochs that are kept
     * @throws IOException naming the line that is none of this table
     */
    static StructureTable read(Path file, IntPredicate wanted) throws IOException {
        StructureTable found = new StructureTable();
        try (CsvTable table = CsvTable.open(file)) {
            int[] columns = new int[COLUMNS.length];
            for (int k = 0; k < columns.length; k++) {
                columns[k] = table.column(COLUMNS[k]);
            }
            table.rejectOtherColumns();
            while (table.next()) {
                long epoch = table.integer(columns[0]);
                if (epoch > Integer.MAX_VALUE) {
                    throw table.error(columns[0], "must be an epoch of the run");
                }
                if (wanted.test((int) epoch)) {
                    found.rows.merge((int) epoch, row(table, columns), String::concat);
                }
            }
        }
        return found;
    }

    private static String row(CsvTable table, int[] columns) throws IOException {
        StringWriter text = new StringWriter();
        CsvTableWriter copy = new CsvTableWriter(text, COLUMNS);
        int header = text.getBuffer().length();
        for (int column : columns) {
            copy.cell(table.text(column));
        }
        copy.endRow();
        return text.getBuffer().substring(header);
    }

    /** Returns the names of its columns, in their order. */
    static List<String> columns() {
        return List.of(COLUMNS);
    }
}
