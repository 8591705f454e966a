package io.github.lightcone.cli.train;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrustSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far gradients can be trusted in the course of training, for {@code trust.csv}: a row per epoch, 0 before the first.
 * What is infinite, as there was nothing of its kind, is left empty.
 */
final class TrustAlong {

    private static final String[] COLUMNS = {
        "epoch",
        "examples",
        "spikes",
        "silentNeurons",
        "smallestSlope",
        "flooredSlopes",
        "nearestMissedCrossing",
        "nearTies",
        "smallestTie",
        "worstShare"
    };

    /** The row of each epoch, as it is in the file. */
    private final SortedMap<Integer, String> rows = new TreeMap<>();

    /** Examines the network as it is. */
    void epochEnded(Trainer trainer) {
        TrustSummary trust = trainer.trust();
        rows.put(trainer.epochsDone(), row(table -> {
            table.cell(trainer.epochsDone())
                    .cell(trust.examples())
                    .cell(trust.spikes())
                    .cell(trust.silentNeurons());
            addFinite(table, trust.smallestSlope());
            table.cell(trust.flooredSlopes());
            addFinite(table, trust.nearestMissedCrossing());
            table.cell(trust.nearTies());
            addFinite(table, trust.smallestTie());
            table.cell(trust.worstShare());
        }));
    }

    private static void addFinite(CsvTableWriter table, double number) throws IOException {
        if (Double.isFinite(number)) {
            table.cell(number);
        } else {
            table.blank();
        }
    }

    /** Fills the cells of a row. */
    @FunctionalInterface
    private interface Filling {
        void fill(CsvTableWriter table) throws IOException;
    }

    private static String row(Filling filling) {
        StringWriter text = new StringWriter();
        try {
            CsvTableWriter table = new CsvTableWriter(text, COLUMNS);
            int header = text.getBuffer().length();
            filling.fill(table);
            table.endRow();
            return text.getBuffer().substring(header);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Goes on from what a run has saved. A run of a version that kept no such table has none before its present epoch.
     *
     * @throws IOException naming the line that is none of this table
     */
    void restore(Path run) throws IOException {
        Path file = run.resolve(RunFiles.TRUST);
        if (!Files.exists(file)) {
            return;
        }
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
                rows.put((int) epoch, row(copy -> {
                    for (int column : columns) {
                        copy.cell(table.text(column));
                    }
                }));
            }
        }
    }

    /** Writes the table. */
    void write(Path folder) throws IOException {
        AtomicFiles.write(folder.resolve(RunFiles.TRUST), out -> {
            new CsvTableWriter(out, COLUMNS);
            for (String row : rows.values()) {
                out.append(row);
            }
        });
    }
}
