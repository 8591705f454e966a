package io.github.lightcone.cli.study;

import io.github.lightcone.cli.metrics.MeanInterval;
import io.github.lightcone.experiment.StudyFile;
import io.github.lightcone.experiment.StudyPart;
import io.github.lightcone.formats.CsvTableWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a study, in Markdown and CSV. */
final class ResultsText {

    private static final int DIGITS = 4;

    private ResultsText() {}

    /** Returns the page. */
    static String page(
            StudyFile study, List<PartResults> results, List<ResultsFolder.Judged> judged, List<String> left) {
        StringBuilder text = new StringBuilder("# ").append(study.title()).append("\n\n");
        if (!study.source().isEmpty()) {
            text.append("Claims: ").append(study.source()).append("\n\n");
        }
        text.append("    lightcone experiment ")
                .append(study.origin())
                .append("\n\nMean with its 95 % interval over seeds (Student's t). The settings of every run are in its"
                        + " folder.\n");
        if (!judged.isEmpty()) {
            text.append("\n## Verdicts\n\n").append(verdicts(judged));
        }
        for (PartResults part : results) {
            StudyPart described = part.part().part();
            text.append("\n## ").append(described.title()).append("\n\n");
            if (!described.note().isEmpty()) {
                text.append(described.note().strip()).append("\n\n");
            }
            text.append(settings(described)).append("\n\n").append(accuracies(part));
            text.append("\n![test accuracy by condition](")
                    .append(described.name())
                    .append("/accuracy.svg)\n");
            if (part.isPruned()) {
                text.append("\n![accuracy after pruning](")
                        .append(described.name())
                        .append("/pruning.svg)\n");
            }
            text.append(figures(part));
        }
        if (!left.isEmpty()) {
            text.append("\n## Not in these tables\n\n");
            left.forEach(line -> text.append("- ").append(line).append('\n'));
        }
        return text.toString();
    }

    private static String settings(StudyPart part) {
        StringBuilder text = new StringBuilder("Experiment `" + part.experiment() + "`");
        if (!part.set().isEmpty()) {
            text.append(" with ")
                    .append(part.set().entrySet().stream()
                            .map(change -> "`" + change.getKey() + "=" + change.getValue() + "`")
                            .collect(Collectors.joining(", ")));
        }
        return text.append('.').toString();
    }

    /** Returns a row per condition. */
    static String accuracies(PartResults results) {
        StringBuilder text = new StringBuilder("""
                | condition | numbers learned | runs | test %: mean, 95 % interval | median | least | most |
                |---|---:|---:|---:|---:|---:|---:|
                """);
        for (String condition : results.conditions()) {
            double[] sorted =
                    Arrays.stream(results.numbers(condition, "test")).sorted().toArray();
            if (sorted.length == 0) {
                text.append("| ").append(cell(condition)).append(" | - | 0 | - | - | - | - |\n");
                continue;
            }
            int n = sorted.length;
            long learned = results.rows().stream()
                    .filter(row -> row.result().condition().equals(condition))
                    .findFirst()
                    .orElseThrow()
                    .result()
                    .learned();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %s | %.2f | %.2f | %.2f |%n",
                    cell(condition),
                    learned,
                    n,
                    accuracy(MeanInterval.of(sorted)),
                    (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
                    sorted[0],
                    sorted[n - 1]));
        }
        return text.toString();
    }

    private static String accuracy(MeanInterval interval) {
        return Double.isNaN(interval.half())
                ? String.format(Locale.ROOT, "%.2f", interval.mean())
                : String.format(Locale.ROOT, "%.2f ± %.2f", interval.mean(), interval.half());
    }

    /** Returns a row per figure other than the test accuracy, a column per condition. */
    private static String figures(PartResults results) {
        Set<String> names = results.figures();
        List<String> conditions = results.conditions();
        if (names.stream().allMatch("test"::equals)) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n| |");
        conditions.forEach(condition -> text.append(' ').append(cell(condition)).append(" |"));
        text.append("\n|---|").append("---:|".repeat(conditions.size())).append('\n');
        for (String name : names) {
            if (name.equals("test")) {
                continue;
            }
            text.append("| ").append(cell(name)).append(" |");
            for (String condition : conditions) {
                text.append(' ')
                        .append(MeanInterval.of(results.numbers(condition, name))
                                .text(DIGITS))
                        .append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String verdicts(List<ResultsFolder.Judged> judged) {
        StringBuilder text = new StringBuilder("""
                | claim | figure | of | against | difference, 95 % interval | effect size g | runs | verdict |
                |---|---|---:|---:|---:|---:|---:|---|
                """);
        for (ResultsFolder.Judged each : judged) {
            Verdict verdict = each.verdict();
            MeanInterval difference = verdict.difference();
            String other = each.claim().against();
            text.append("| ").append(cell(each.claim().text()));
            text.append(" | ").append(cell(each.claim().figure()));
            text.append(" | ")
                    .append(cell(each.claim().of()))
                    .append(": ")
                    .append(verdict.of().text(DIGITS));
            text.append(" | ")
                    .append(other.isEmpty() ? "" : cell(other) + ": ")
                    .append(verdict.against().text(DIGITS));
            text.append(" | ")
                    .append(
                            difference.count() < 2
                                    ? "-"
                                    : String.format(
                                            Locale.ROOT,
                                            "%.3g (%.3g to %.3g)",
                                            difference.mean(),
                                            difference.low(),
                                            difference.high()));
            text.append(" | ")
                    .append(
                            Double.isNaN(verdict.effect())
                                    ? "-"
                                    : String.format(Locale.ROOT, "%.2f", verdict.effect()));
            text.append(" | ").append(difference.count());
            text.append(" | ").append(verdict.outcome().label());
            text.append(verdict.isApart() ? ", intervals apart" : "").append(" |\n");
        }
        return text.append(
                        "\nThe difference is taken seed by seed. Intervals are not corrected for the number of claims.\n")
                .toString();
    }

    /** Writes a row per claim. */
    static void claims(Writer out, List<ResultsFolder.Judged> judged) throws IOException {
        CsvTableWriter table = new CsvTableWriter(
                out,
                "claim",
                "part",
                "figure",
                "of",
                "against",
                "expect",
                "ofMean",
                "againstMean",
                "difference",
                "low",
                "high",
                "effect",
                "seeds",
                "apart",
                "verdict");
        for (ResultsFolder.Judged each : judged) {
            Verdict verdict = each.verdict();
            table.cell(each.claim().text())
                    .cell(each.claim().part())
                    .cell(each.claim().figure())
                    .cell(each.claim().of())
                    .cell(each.claim().against())
                    .cell(each.claim().expect().name().toLowerCase(Locale.ROOT));
            for (double value : new double[] {
                verdict.of().mean(),
                verdict.against().mean(),
                verdict.difference().mean(),
                verdict.difference().low(),
                verdict.difference().high(),
                verdict.effect()
            }) {
                if (Double.isFinite(value)) {
                    table.cell(value);
                } else {
                    table.blank();
                }
            }
            table.cell(verdict.difference().count())
                    .cell(Boolean.toString(verdict.isApart()))
                    .cell(verdict.outcome().label())
                    .endRow();
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
