package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Durations;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.Preparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private PrintWriter err;
    private long start;
    private int done;

    private record Run(Condition condition, long seed, Path folder) {}

    @Override
    public Integer call() throws Exception {
        err = spec.commandLine().getErr();
        ExperimentFile base =
                options.applyTo(ExperimentOptions.find(experiment), null, null).withDataAt(Optional.ofNullable(data));
        int processors = Runtime.getRuntime().availableProcessors();
        int team = jobs == null ? processors : RunOptions.requireFromOne("--jobs", jobs, RunOptions.MOST_THREADS);
        Path folder = out == null ? Path.of("runs", base.name() + "-sweep") : out;
        long[] all = seeds();
        List<Condition> conditions = conditions(base, all[0]);
        List<Run> runs = new ArrayList<>();
        for (Condition condition : conditions) {
            for (long seed : all) {
                runs.add(new Run(condition, seed, folder.resolve(condition.folder(seed))));
            }
        }
        Files.createDirectories(folder);
        List<SweepResult> results = train(runs, Math.min(team, runs.size()), Math.max(1, processors / team));
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
            Preparation.of(condition.seeded(seed), Optional.empty(), 1);
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

    private List<SweepResult> train(List<Run> runs, int team, int threads) throws Exception {
        start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(team);
        try {
            List<Future<SweepResult>> futures = new ArrayList<>();
            for (Run run : runs) {
                futures.add(pool.submit(() -> train(run, threads, runs.size())));
            }
            List<SweepResult> results = new ArrayList<>();
            for (Future<SweepResult> future : futures) {
                SweepResult result = future.get();
                if (result != null) {
                    results.add(result);
                }
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            pool.shutdownNow();
        }
    }

    private SweepResult train(Run run, int threads, int all) throws IOException {
        boolean fresh = !Files.exists(run.folder());
        SweepResult result = fresh ? null : complete(run);
        if (result == null) {
            try {
                train(run, threads, fresh);
            } catch (IllegalArgumentException | ArithmeticException e) {
                reportFailure(run, e);
                return null;
            }
            result = complete(run);
        }
        report(result, all);
        return result;
    }

    private synchronized void reportFailure(Run run, RuntimeException problem) {
        done++;
        err.printf("%s, seed %d, failed: %s%n", run.condition().label(), run.seed(), problem.getMessage());
        err.flush();
    }

    private static SweepResult complete(Run run) throws IOException {
        ExperimentFile saved = ExperimentFile.read(run.folder().resolve(RunFiles.EXPERIMENT));
        if (!saved.toYaml().equals(run.condition().seeded(run.seed()).toYaml())) {
            throw new IllegalArgumentException(
                    run.folder() + " holds a run of another experiment: choose another --out, or remove it");
        }
        return SweepResult.of(run.condition().label(), run.seed(), run.folder());
    }

    private void train(Run run, int threads, boolean fresh) throws IOException {
        ExperimentFile file = run.condition().seeded(run.seed());
        Preparation prepared = Preparation.of(file, Optional.ofNullable(data), threads);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        if (fresh) {
            Files.createDirectories(run.folder().toAbsolutePath().getParent());
            RunFolder folder = RunFolder.at(run.folder(), RunFiles.NAMES);
            new TrainingRun(file, prepared, Optional.ofNullable(data), folder).run(nowhere, nowhere, false);
        } else {
            RunFolder folder = RunFolder.existing(run.folder(), RunFiles.NAMES);
            new TrainingRun(file, prepared, Optional.ofNullable(data), folder)
                    .resume(run.folder(), nowhere, nowhere, false);
        }
    }

    private synchronized void report(SweepResult result, int all) {
        done++;
        double seconds = (System.nanoTime() - start) * 1e-9;
        err.printf(
                Locale.ROOT,
                "%d/%d  %s  seed %d  %.2f %%  %d epochs in %s  %s left%n",
                done,
                all,
                result.condition(),
                result.seed(),
                100 * result.judged(),
                result.epochs(),
                Durations.text(result.seconds()),
                Durations.text(seconds / done * (all - done)));
        err.flush();
    }
}
