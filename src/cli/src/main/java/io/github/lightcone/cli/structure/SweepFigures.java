package io.github.lightcone.cli.structure;

import io.github.lightcone.cli.metrics.MeanInterval;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.FigureGroup;
import io.github.lightcone.structure.analysis.StructureReport;
import io.github.lightcone.structure.nulls.NullTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of all runs of a sweep, as a table of rows and as means with intervals by condition. */
final class SweepFigures {

    private static final int DIGITS = 4;
    private static final String ACCURACY = "accuracy, %";

    /** A figure of one run. */
    private record Row(SweepRuns.Run run, String group, String name, double value, double nullMean, double z) {
        Row(SweepRuns.Run run, String group, String name, double value) {
            this(run, group, name, value, Double.NaN, Double.NaN);
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** Adds what a run reached, in percent. */
    void addAccuracy(SweepRuns.Run run) throws IOException {
        JsonObject metrics = JsonFiles.read(run.folder().resolve("metrics.json"));
        for (String set : List.of("test", "bestValidation")) {
            if (metrics.has(set)) {
                double accuracy = 100 * metrics.object(set).number("accuracy");
                rows.add(new Row(run, ACCURACY, set.equals("test") ? "test" : "validation, best", accuracy));
            }
        }
    }

    /** Adds what was measured of a run. */
    void add(SweepRuns.Run run, StructureReport report) {
        for (FigureGroup group : report.groups()) {
            for (Figure figure : group.figures()) {
                rows.add(new Row(
                        run,
                        group.group().key(),
                        figure.name(),
                        figure.value(),
                        figure.nullTest().map(NullTest::mean).orElse(Double.NaN),
                        figure.nullTest().map(NullTest::z).orElse(Double.NaN)));
            }
        }
    }

    /** Returns all figures: columns condition, seed, group, figure, value, nullMean, z; empty where there is none. */
    AtomicFiles.TextAction csv() {
        return out -> {
            CsvTableWriter table =
                    new CsvTableWriter(out, "condition", "seed", "group", "figure", "value", "nullMean", "z");
            for (Row row : rows) {
                table.cell(row.run.condition())
                        .cell(row.run.seed())
                        .cell(row.group)
                        .cell(row.name);
                cell(table, row.value);
                cell(table, row.nullMean);
                cell(table, row.z);
                table.endRow();
            }
        };
    }

    private static void cell(CsvTableWriter table, double value) throws IOException {
        if (Double.isFinite(value)) {
            table.cell(value);
        } else {
            table.blank();
        }
    }

    /** Returns a table for each group, in Markdown: a row per figure, a column per condition. */
    String markdown() {
        Set<String> conditions = new LinkedHashSet<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Row row : rows) {
            conditions.add(row.run.condition());
            names.computeIfAbsent(row.group, group -> new LinkedHashSet<>()).add(row.name);
        }
        StringBuilder text = new StringBuilder();
        names.forEach((group, figures) -> {
            text.append(text.isEmpty() ? "" : "\n").append("| ").append(group);
            conditions.forEach(condition -> text.append(" | ").append(condition));
            text.append(" |\n|---").append("|---:".repeat(conditions.size())).append("|\n");
            if (group.equals(ACCURACY)) {
                text.append("| runs");
                conditions.forEach(condition -> text.append(" | ").append(runs(condition)));
                text.append(" |\n");
            }
            for (String figure : figures) {
                text.append("| ").append(figure.replace("|", "\\|"));
                conditions.forEach(condition -> text.append(" | ")
                        .append(interval(condition, group, figure).text(DIGITS)));
                text.append(" |\n");
            }
        });
        return text.toString();
    }

    private long runs(String condition) {
        return rows.stream()
                .map(Row::run)
                .filter(run -> run.condition().equals(condition))
                .distinct()
                .count();
    }

    private MeanInterval interval(String condition, String group, String figure) {
        return MeanInterval.of(rows.stream()
                .filter(row -> row.run.condition().equals(condition)
                        && row.group.equals(group)
                        && row.name.equals(figure)
                        && Double.isFinite(row.value))
                .mapToDouble(Row::value)
                .toArray());
    }
}
