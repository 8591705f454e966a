package io.github.lightcone.cli.train;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.experiment.ExperimentFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code sweep} command. */
@Command(
        name = "sweep",
        description = "Trains an experiment for several seeds, variants and values, and makes a table of them.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone sweep yin-yang --seeds 1-5 --variants none,frozen,learned",
            "  lightcone sweep my.yaml --seeds 1-3 --vary network.populations.hidden.size=10,20 --out DIR",
            "",
            "The same command again skips complete runs and goes on with the others."
        })
public final class Sweep implements Callable<Integer> {

    private static final int MOST_SEEDS = 10_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "EXPERIMENT",
            description = "A file (.yaml, .yml, .json), or one that comes with Lightcone: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ExperimentOptions.Shipped.class)
    private String experiment;

    @Mixin
    private ExperimentOptions options;

    @Option(
            names = "--seeds",
            paramLabel = "A-B",
            defaultValue = "1-5",
            description = "Seeds from A to B, or one seed (${DEFAULT-VALUE}).")
    private String seeds;

    @Option(names = "--variants", paramLabel = "NAME", split = ",", description = "Variants of the experiment.")
    private List<String> variants = new ArrayList<>();

    @Option(
            names = "--vary",
            paramLabel = "PATH=V1,V2",
            description = "Values of one place in the experiment; with several, all combinations.")
    private Map<String, String> vary = new LinkedHashMap<>();

    @Option(names = "--data", paramLabel = "DIR", description = "Where the data are.")
    private Path data;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at a time, each on its share of the threads (default: number of processors).")
    private Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of all runs and tables; what is complete in it is kept (default: runs/NAME-sweep).")
    private Path out;

    @Override
    public Integer call() throws Exception {
        ExperimentFile base =
                options.applyTo(ExperimentOptions.find(experiment), null, null).withDataAt(Optional.ofNullable(data));
        int processors = Runtime.getRuntime().availableProcessors();
        int team = jobs == null ? processors : RunOptions.requireFromOne("--jobs", jobs, RunOptions.MOST_THREADS);
        Path folder = out == null ? Path.of("runs", base.name() + "-sweep") : out;
        long[] all = seeds();
        List<Condition> conditions = conditions(base, all[0]);
        List<SweepRun> runs = new ArrayList<>();
        for (Condition condition : conditions) {
            for (long seed : all) {
                runs.add(new SweepRun(
                        condition, seed, folder.resolve(condition.folder(seed)), Optional.ofNullable(data)));
            }
        }
        Files.createDirectories(folder);
        List<SweepResult> results = new SweepTeam(
                        Math.min(team, runs.size()),
                        Math.max(1, processors / team),
                        spec.commandLine().getErr(),
                        () -> false)
                .train(runs);
        PrintWriter table = spec.commandLine().getOut();
        if (!results.isEmpty()) {
            SweepTable.writeRuns(folder, results);
            table.print(SweepTable.writeSummary(folder, results));
        }
        int failed = runs.size() - results.size();
        table.printf(
                "%sruns and tables in %s%n",
                failed == 0 ? "" : failed + " runs failed, they are not in the table; ", folder);
        table.flush();
        return failed == 0 ? 0 : 1;
    }

    /** Returns all conditions, after each has been prepared for one seed: what is wrong is said before work starts. */
    private List<Condition> conditions(ExperimentFile base, long seed) throws IOException {
        if (vary.containsKey("seed")) {
            throw new IllegalArgumentException("--vary seed=" + vary.get("seed") + ": seeds are what --seeds says");
        }
        List<Condition> conditions = Condition.all(base, variants, values());
        Set<String> labels = new HashSet<>();
        for (Condition condition : conditions) {
            if (!labels.add(condition.label())) {
                throw new IllegalArgumentException("'" + condition.label() + "' is there twice");
            }
            SweepRun.check(condition.seeded(seed), Optional.empty());
        }
        return conditions;
    }

    private Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        // Commas within brackets belong to a value.
        vary.forEach((path, list) -> values.put(path, List.of(list.split(",(?![^\\[{]*[\\]}])", -1))));
        return values;
    }

    private long[] seeds() {
        String[] ends = seeds.split("-", -1);
        try {
            long first = Long.parseLong(ends[0]);
            long last = ends.length == 1 ? first : Long.parseLong(ends[1]);
            if (ends.length <= 2 && first >= 0 && last >= first && last - first < MOST_SEEDS) {
                return LongStream.rangeClosed(first, last).toArray();
            }
        } catch (NumberFormatException e) {
            // Falls through to the complaint.
        }
        throw new IllegalArgumentException(
                "--seeds = " + seeds + ", must be a seed or two with a dash between, at most " + MOST_SEEDS + " seeds");
    }
}
