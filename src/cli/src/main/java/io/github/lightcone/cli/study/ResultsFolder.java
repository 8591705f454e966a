package io.github.lightcone.cli.study;

import io.github.lightcone.cli.metrics.Machine;
import io.github.lightcone.cli.metrics.MeanInterval;
import io.github.lightcone.experiment.StudyClaim;
import io.github.lightcone.experiment.StudyFile;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.report.figure.ConditionsFigure;
import io.github.lightcone.report.figure.CurvesFigure;
import io.github.lightcone.report.figure.Palette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what a study led to:
 *
 * <pre>
 *     README.md              tables, figures and verdicts
 *     claims.csv             a row per claim
 *     study.yaml             the study itself
 *     machine.json           what the last call ran on
 *     PART/summary.md        a row per condition
 *     PART/figures.csv       condition, seed, figure, value
 *     PART/times.csv         condition, seed, epochs, seconds
 *     PART/accuracy.svg      a dot per run
 *     PART/pruning.svg       where networks were pruned
 *     PART/CONDITION/seed-N  run folders, each with its settings
 * </pre>
 */
final class ResultsFolder {

    private final Path folder;
    private final StudyFile study;

    ResultsFolder(Path folder, StudyFile study) {
        this.folder = folder;
        this.study = study;
    }

    /**
     * Writes everything.
     *
     * @param results of the parts that were run
     * @param left what is not in the tables, a line each
     * @return the page
     */
    String write(List<PartResults> results, List<String> left) throws IOException {
        List<Judged> judged = judge(results);
        for (PartResults part : results) {
            write(part);
        }
        AtomicFiles.write(folder.resolve("claims.csv"), out -> ResultsText.claims(out, judged));
        AtomicFiles.write(folder.resolve("study.yaml"), out -> out.append(study.text()));
        JsonFiles.write(folder.resolve("machine.json"), new LinkedHashMap<>(Machine.fields()));
        String page = ResultsText.page(study, results, judged, left);
        AtomicFiles.write(folder.resolve("README.md"), out -> out.append(page));
        return page;
    }

    /**
     * A claim and what figures say of it.
     *
     * @param claim what is claimed
     * @param verdict what follows
     */
    record Judged(StudyClaim claim, Verdict verdict) {}

    private List<Judged> judge(List<PartResults> results) {
        List<Judged> judged = new ArrayList<>();
        for (StudyClaim claim : study.claims()) {
            results.stream()
                    .filter(part -> part.part().part().name().equals(claim.part()))
                    .findFirst()
                    .ifPresent(part -> judged.add(new Judged(claim, Verdict.of(claim, part))));
        }
        return judged;
    }

    private void write(PartResults results) throws IOException {
        Path inside = folder.resolve(results.part().part().name());
        Files.createDirectories(inside);
        AtomicFiles.write(inside.resolve("summary.md"), out -> out.append(ResultsText.accuracies(results)));
        AtomicFiles.write(inside.resolve("figures.csv"), out -> {
            CsvTableWriter table = new CsvTableWriter(out, "condition", "seed", "figure", "value");
            for (PartResults.Row row : results.rows()) {
                for (Map.Entry<String, Double> figure : row.figures().entrySet()) {
                    table.cell(row.result().condition())
                            .cell(row.result().seed())
                            .cell(figure.getKey());
                    if (Double.isFinite(figure.getValue())) {
                        table.cell(figure.getValue().doubleValue());
                    } else {
                        table.blank();
                    }
                    table.endRow();
                }
            }
        });
        AtomicFiles.write(inside.resolve("times.csv"), out -> {
            CsvTableWriter table = new CsvTableWriter(out, "condition", "seed", "epochs", "seconds");
            for (PartResults.Row row : results.rows()) {
                table.cell(row.result().condition())
                        .cell(row.result().seed())
                        .cell(row.result().epochs())
                        .cell(row.result().seconds())
                        .endRow();
            }
        });
        String title = results.part().part().title();
        String accuracy = ConditionsFigure.svg(title, "test accuracy, %", dots(results), Palette.LIGHT);
        AtomicFiles.write(inside.resolve("accuracy.svg"), out -> out.append(accuracy));
        List<CurvesFigure.Curve> curves = curves(results);
        if (!curves.isEmpty()) {
            String pruning = CurvesFigure.svg(
                    title + ", pruned", "share of connections left", "test accuracy, %", curves, Palette.LIGHT);
            AtomicFiles.write(inside.resolve("pruning.svg"), out -> out.append(pruning));
        }
    }

    private static List<ConditionsFigure.Row> dots(PartResults results) {
        List<ConditionsFigure.Row> rows = new ArrayList<>();
        for (String condition : results.conditions()) {
            double[] values = results.numbers(condition, "test");
            MeanInterval interval = MeanInterval.of(values);
            rows.add(new ConditionsFigure.Row(condition, values, interval.mean(), interval.low(), interval.high()));
        }
        return rows;
    }

    /** A curve for each condition and criterion; where all connections are left stands the accuracy as it was trained. */
    private static List<CurvesFigure.Curve> curves(PartResults results) {
        List<CurvesFigure.Curve> curves = new ArrayList<>();
        for (String condition : results.conditions()) {
            Map<String, TreeMap<Double, Double>> byCriterion = new LinkedHashMap<>();
            for (String figure : results.figures()) {
                double[] values = results.numbers(condition, figure);
                if (figure.startsWith(RunFigures.PRUNED) && values.length > 0) {
                    String[] words =
                            figure.substring(RunFigures.PRUNED.length()).split(" ", 2);
                    byCriterion
                            .computeIfAbsent(words[0], any -> new TreeMap<>())
                            .put(
                                    Double.valueOf(words[1]),
                                    MeanInterval.of(values).mean());
                }
            }
            byCriterion.forEach((criterion, points) -> {
                points.put(
                        1.0, MeanInterval.of(results.numbers(condition, "test")).mean());
                curves.add(new CurvesFigure.Curve(
                        condition + ", " + criterion, numbers(points.keySet()), numbers(points.values())));
            });
        }
        return curves;
    }

    private static double[] numbers(Iterable<Double> values) {
        List<Double> list = new ArrayList<>();
        values.forEach(list::add);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
