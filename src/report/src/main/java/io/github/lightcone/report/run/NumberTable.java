package io.github.lightcone.report.run;

import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.FormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of numbers, a row per epoch. Empty cells are NaN, columns of text are left out.
 *
 * @param columns numbers by the name of their column, all of one length
 */
public record NumberTable(Map<String, double[]> columns) {

    /** Keeps the order of the columns. */
    public NumberTable {
        columns = new LinkedHashMap<>(columns);
    }

    /**
     * Reads a table.
     *
     * @param required columns it must have
     * @throws IOException if it lacks one of them or has no rows, or a row is damaged
     */
    static NumberTable read(Path file, String... required) throws IOException {
        List<String> names = header(file);
        List<List<Double>> values = new ArrayList<>();
        names.forEach(name -> values.add(new ArrayList<>()));
        boolean[] isNumber = new boolean[names.size()];
        Arrays.fill(isNumber, true);
        try (CsvTable table = CsvTable.open(file)) {
            for (String name : required) {
                table.column(name);
            }
            int[] place = new int[names.size()];
            for (int k = 0; k < place.length; k++) {
                place[k] = table.column(names.get(k));
            }
            while (table.next()) {
                for (int k = 0; k < place.length; k++) {
                    values.get(k).add(cell(table, place[k], isNumber, k));
                }
            }
        }
        if (values.get(0).isEmpty()) {
            throw new IOException(file + ": has no rows, must have one per epoch");
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int k = 0; k < isNumber.length; k++) {
            if (isNumber[k]) {
                columns.put(
                        names.get(k),
                        values.get(k).stream().mapToDouble(value -> value).toArray());
            }
        }
        return new NumberTable(columns);
    }

    private static List<String> header(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? List.of() : Arrays.asList(line.split(",", -1));
        }
    }

    private static double cell(CsvTable table, int column, boolean[] isNumber, int k) {
        if (!isNumber[k] || table.isBlank(column)) {
            return Double.NaN;
        }
        try {
            return table.number(column);
        } catch (FormatException text) {
            isNumber[k] = false;
            return Double.NaN;
        }
    }

    /** Returns the numbers of a column, if it is there and not all of it is empty. */
    public Optional<double[]> column(String name) {
        return Optional.ofNullable(columns.get(name))
                .filter(values -> Arrays.stream(values).anyMatch(value -> !Double.isNaN(value)));
    }

    /** Returns the number of rows. */
    public int rows() {
        return columns.values().stream()
                .findFirst()
                .map(values -> values.length)
                .orElse(0);
    }
}
