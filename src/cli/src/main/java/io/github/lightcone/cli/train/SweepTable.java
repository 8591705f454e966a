package io.github.lightcone.cli.train;

import io.github.lightcone.cli.metrics.MeanInterval;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The tables of a sweep: one of all runs, and one of all conditions, with median, mean and interval over seeds. */
final class SweepTable {

    private SweepTable() {}

    /** Writes {@code runs.csv}: one row per run. */
    static void writeRuns(Path folder, List<SweepResult> results) throws IOException {
        AtomicFiles.write(folder.resolve("runs.csv"), out -> {
            CsvTableWriter table = new CsvTableWriter(
                    out,
                    "condition",
                    "seed",
                    "test",
                    "validation",
                    "training",
                    "epochs",
                    "learned",
                    "hiddenSpikes",
                    "seconds");
            for (SweepResult result : results) {
                table.cell(result.condition()).cell(result.seed());
                cell(table, result.test());
                cell(table, result.validation());
                table.cell(result.training()).cell(result.epochs()).cell(result.learned());
                cell(table, result.hiddenSpikes());
                table.cell(result.seconds()).endRow();
            }
        });
    }

    private static void cell(CsvTableWriter table, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            table.cell(value.getAsDouble());
        } else {
            table.blank();
        }
    }

    /** Writes {@code summary.md}, and returns it: one row per condition. */
    static String writeSummary(Path folder, List<SweepResult> results) throws IOException {
        Map<String, List<SweepResult>> byCondition = results.stream()
                .collect(Collectors.groupingBy(SweepResult::condition, LinkedHashMap::new, Collectors.toList()));
        boolean tested = results.stream().allMatch(result -> result.test().isPresent());
        StringBuilder text = new StringBuilder("| condition | seeds | numbers learned | ")
                .append(tested ? "test" : "accuracy")
                .append(" %: median | mean | 95 % interval of the mean | least | most |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        byCondition.forEach((condition, runs) -> text.append(row(condition, runs)));
        AtomicFiles.write(folder.resolve("summary.md"), out -> out.append(text));
        return text.toString();
    }

    private static String row(String condition, List<SweepResult> runs) {
        List<Double> sorted = new ArrayList<>(
                runs.stream().map(run -> 100 * run.judged()).sorted().toList());
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        double mean = sorted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f | %.1f | %s | %.1f | %.1f |%n",
                condition,
                n,
                runs.get(0).learned(),
                median,
                mean,
                interval(sorted),
                sorted.get(0),
                sorted.get(n - 1));
    }

    /** Returns the interval; there is none for one run. */
    private static String interval(List<Double> values) {
        MeanInterval interval =
                MeanInterval.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        return values.size() < 2
                ? "-"
                : String.format(Locale.ROOT, "%.1f to %.1f", interval.low(), Math.min(100, interval.high()));
    }
}
