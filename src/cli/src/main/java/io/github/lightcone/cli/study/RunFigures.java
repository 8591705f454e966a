package io.github.lightcone.cli.study;

import io.github.lightcone.cli.prune.Prune;
import io.github.lightcone.cli.structure.Analyze;
import io.github.lightcone.cli.train.SweepResult;
import io.github.lightcone.cli.train.SweepRun;
import io.github.lightcone.experiment.StudyPart;
import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * What is known of one run, by name:
 *
 * <pre>
 *     test, validation             accuracy, percent
 *     hidden spikes                per neuron and example
 *     NAME: FIGURE                 of an analysis of the part, its value
 *     NAME: FIGURE, z              distance from its null graphs, in their standard deviations
 *     pruned CRITERION DENSITY     accuracy on test data, percent, with that share of the connections
 *     lost CRITERION DENSITY       how many points less that is than with all
 * </pre>
 */
final class RunFigures {

    /** What names of accuracies after pruning begin with. */
    static final String PRUNED = "pruned ";

    private static final String PRUNING = "pruning.csv";
    private static final String TABLE = "--table=";

    private RunFigures() {}

    /** Returns whether there is nothing left to be measured of a run. */
    static boolean areMeasured(StudyPart part, SweepRun run) {
        return part.analyses().keySet().stream().allMatch(name -> Files.exists(beside(run, name + ".json")))
                && (part.prune().isEmpty() || Files.exists(beside(run, PRUNING)));
    }

    /** Returns the figures of a run, after measuring what has not been measured. */
    static Map<String, Double> of(StudyPart part, SweepRun run, SweepResult result) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        result.test().ifPresent(accuracy -> figures.put("test", 100 * accuracy));
        result.validation().ifPresent(accuracy -> figures.put("validation", 100 * accuracy));
        result.hiddenSpikes().ifPresent(spikes -> figures.put("hidden spikes", spikes));
        for (Map.Entry<String, List<String>> analysis : part.analyses().entrySet()) {
            Path report = beside(run, analysis.getKey() + ".json");
            if (!Files.exists(report)) {
                execute(new Analyze(), run, analysis.getValue(), "--threads=1", "--out=" + report);
            }
            addReport(figures, analysis.getKey(), JsonFiles.read(report));
        }
        if (!part.prune().isEmpty()) {
            Path table = beside(run, PRUNING);
            if (!Files.exists(table)) {
                execute(new Prune(), run, part.prune(), "--threads=1", TABLE + table);
            }
            addPruning(figures, table);
        }
        Path shares = run.folder().resolve("pruned.csv");
        if (Files.exists(shares)) {
            addShares(figures, shares);
        }
        return figures;
    }

    private static Path beside(SweepRun run, String end) {
        return run.folder().resolveSibling(run.folder().getFileName() + "." + end);
    }

    private static void execute(Callable<Integer> command, SweepRun run, List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(run.folder().toString()));
        all.addAll(arguments);
        all.addAll(List.of(more));
        StringWriter said = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(said))
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    throw problem;
                })
                .execute(all.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalArgumentException(run.folder() + ": " + String.join(" ", arguments) + ": "
                    + said.toString().lines().findFirst().orElse("failed"));
        }
    }

    private static void addReport(Map<String, Double> figures, String name, JsonObject report) throws IOException {
        JsonObject groups = report.object("groups");
        for (String group : groups.fields()) {
            for (JsonObject figure : groups.object(group).objects("figures")) {
                String key = name + ": " + figure.string("name");
                figures.put(key, figure.numberOrNaN("value"));
                if (figure.has("null")) {
                    figures.put(key + ", z", figure.object("null").numberOrNaN("z"));
                }
            }
        }
    }

    private static void addPruning(Map<String, Double> figures, Path table) throws IOException {
        double all = Double.NaN;
        try (CsvTable rows = CsvTable.open(table)) {
            int by = rows.column("by");
            int density = rows.column("density");
            int data = rows.column("data");
            int accuracy = rows.column("accuracy");
            while (rows.next()) {
                if (!rows.text(data).equals("test")) {
                    continue;
                }
                double percent = rows.isBlank(accuracy) ? Double.NaN : 100 * rows.number(accuracy);
                if (rows.text(by).isEmpty()) {
                    all = percent;
                } else {
                    String what = rows.text(by) + " " + rows.text(density);
                    figures.put(PRUNED + what, percent);
                    figures.put("lost " + what, all - percent);
                }
            }
        }
    }

    /** Adds what the run of a perceptron wrote itself, in shares that are removed; without any it is the test accuracy. */
    static void addShares(Map<String, Double> figures, Path table) throws IOException {
        try (CsvTable rows = CsvTable.open(table)) {
            int which = rows.column("which");
            int share = rows.column("share");
            int accuracy = rows.column("testAccuracy");
            while (rows.next()) {
                BigDecimal removed = BigDecimal.valueOf(rows.number(share));
                if (removed.signum() > 0) {
                    String what = rows.text(which) + " "
                            + BigDecimal.ONE.subtract(removed).toPlainString();
                    double percent = 100 * rows.number(accuracy);
                    figures.put(PRUNED + what, percent);
                    figures.put("lost " + what, figures.getOrDefault("test", Double.NaN) - percent);
                }
            }
        }
    }
}
