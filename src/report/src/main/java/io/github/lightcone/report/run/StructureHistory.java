package io.github.lightcone.report.run;

import io.github.lightcone.formats.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures of the structure along the training.
 *
 * @param of populations that were measured, empty for all
 * @param measures by name, in the order of the table
 */
public record StructureHistory(String of, Map<String, Course> measures) {

    /**
     * One measure.
     *
     * @param epochs epochs it was taken after, 0 before the first
     * @param values its values
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Course(double[] epochs, double[] values) {}

    /** Keeps the order of the measures. */
    public StructureHistory {
        measures = new LinkedHashMap<>(measures);
    }

    /** Reads {@code structure.csv}; of several choices of populations, the first. */
    static StructureHistory read(Path file) throws IOException {
        Map<String, List<double[]>> points = new LinkedHashMap<>();
        String chosen = null;
        try (CsvTable table = CsvTable.open(file)) {
            int epoch = table.column("epoch");
            int of = table.column("of");
            int measure = table.column("measure");
            int value = table.column("value");
            while (table.next()) {
                String populations = table.text(of);
                chosen = chosen == null ? populations : chosen;
                if (populations.equals(chosen) && !table.isBlank(value)) {
                    points.computeIfAbsent(table.text(measure), name -> new ArrayList<>())
                            .add(new double[] {table.integer(epoch), table.number(value)});
                }
            }
        }
        Map<String, Course> measures = new LinkedHashMap<>();
        points.forEach((name, course) -> measures.put(
                name,
                new Course(
                        course.stream().mapToDouble(point -> point[0]).toArray(),
                        course.stream().mapToDouble(point -> point[1]).toArray())));
        return new StructureHistory(chosen == null ? "" : chosen, measures);
    }
}
