package io.github.lightcone.report.run;

import io.github.lightcone.formats.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which classes were taken for which.
 *
 * @param classes their names
 * @param count a row for each class, with a number for each class it was taken for and one for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Confusion(List<String> classes, int[][] count) {

    /** Copies the names. */
    public Confusion {
        classes = List.copyOf(classes);
    }

    static Confusion read(Path file, List<String> classes) throws IOException {
        int[][] count = new int[classes.size()][classes.size() + 1];
        try (CsvTable table = CsvTable.open(file)) {
            int label = table.column("class");
            int predicted = table.column("predicted");
            int examples = table.column("examples");
            while (table.next()) {
                int row = place(table, label, classes);
                int column = table.isBlank(predicted) ? classes.size() : place(table, predicted, classes);
                count[row][column] += (int) table.integer(examples);
            }
        }
        return new Confusion(classes, count);
    }

    private static int place(CsvTable table, int column, List<String> classes) throws IOException {
        int place = classes.indexOf(table.text(column));
        if (place < 0) {
            throw table.error(column, "must be a class of settings.json");
        }
        return place;
    }

    /** Returns whether any example was taken for no class. */
    public boolean hasUndecided() {
        for (int[] row : count) {
            if (row[row.length - 1] > 0) {
                return true;
            }
        }
        return false;
    }
}
