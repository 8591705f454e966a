package io.github.lightcone.cli.study;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.train.Condition;
import io.github.lightcone.cli.train.SweepRun;
import io.github.lightcone.cli.train.SweepTeam;
import io.github.lightcone.experiment.StudyClaim;
import io.github.lightcone.experiment.StudyFile;
import io.github.lightcone.experiment.StudyPart;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code experiment} command. */
@Command(
        name = "experiment",
        description =
                "Repeats a study: trains its experiments for several seeds, measures the networks, judges claims.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone experiment where-geometry-matters --seeds 3 --budget 30",
            "  lightcone experiment space-as-time --data DIR",
            "  lightcone experiment my-study.yaml --parts first --out results/first",
            "",
            "DIR holds a folder for each set of data, such as DIR/braille; parts whose data are not there are left out.",
            "The same command again goes on where it was stopped, and the tables come out the same."
        })
public final class RunStudy implements Callable<Integer> {

    private static final int MOST_SEEDS = 10_000;

    @Spec
    private CommandSpec spec;

    /** The studies that come with the library, for the help text. */
    static final class Shipped implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return StudyFile.shippedNames().iterator();
        }
    }

    @Parameters(
            paramLabel = "NAME",
            description = "A study that comes with Lightcone (${COMPLETION-CANDIDATES}), or a file (.yaml, .json).",
            completionCandidates = Shipped.class)
    private String name;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Seeds 1 to N for all parts (default: what the study says).")
    private Integer seeds;

    @Option(
            names = "--budget",
            paramLabel = "MINUTES",
            description = "Start nothing after so many minutes, and end what is under way with its epoch; the same"
                    + " command goes on from there.")
    private Double budget;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the folders of data are.")
    private Path data;

    @Option(names = "--parts", paramLabel = "PART", split = ",", description = "Only these parts.")
    private List<String> wanted = List.of();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at a time, each on its share of the threads (default: number of processors).")
    private Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Results folder; what is complete in it is kept (default: results/NAME).")
    private Path out;

    @Option(names = "--show", description = "Print the study and do nothing; to a file, it can be changed and run.")
    private boolean show;

    @Override
    public Integer call() throws Exception {
        StudyFile study =
                name.matches("(?i).*\\.(yaml|yml|json)") ? StudyFile.read(Path.of(name)) : StudyFile.shipped(name);
        PrintWriter console = spec.commandLine().getOut();
        if (show) {
            console.print(study.text());
            console.flush();
            return 0;
        }
        int processors = Runtime.getRuntime().availableProcessors();
        int team = jobs == null ? processors : RunOptions.requireFromOne("--jobs", jobs, RunOptions.MOST_THREADS);
        BooleanSupplier spent = spent();
        Path folder = out == null ? Path.of("results", study.name()) : out;
        List<String> left = new ArrayList<>();
        List<PartRuns> parts = prepare(study, folder, left);
        List<SweepRun> runs = inTurns(parts);
        left.forEach(line -> spec.commandLine().getErr().println(line));
        spec.commandLine().getErr().printf("%s: %d runs in %s%n", study.name(), runs.size(), folder);
        spec.commandLine().getErr().flush();
        Files.createDirectories(folder);
        SweepTeam trainers = new SweepTeam(
                Math.max(1, Math.min(team, runs.size())),
                Math.max(1, processors / team),
                spec.commandLine().getErr(),
                spent);
        trainers.train(runs);
        Measuring measuring = new Measuring(team, spec.commandLine().getErr(), spent);
        List<PartResults> results = measuring.measure(parts);
        noteMissing(trainers, measuring, left);
        console.print(new ResultsFolder(folder, study).write(results, left));
        console.printf("%nresults in %s%n", folder);
        if (trainers.open() + measuring.open() > 0) {
            console.printf("the budget of %s minutes is spent: the same command goes on%n", budget);
        }
        console.flush();
        return trainers.failed() == 0 ? 0 : 1;
    }

    private BooleanSupplier spent() {
        if (budget == null) {
            return () -> false;
        }
        if (!(budget > 0 && budget <= 1e6)) {
            throw new IllegalArgumentException(
                    "--budget = " + budget + ", must be above 0 and at most a million minutes");
        }
        long end = System.nanoTime() + (long) (budget * 60e9);
        return () -> System.nanoTime() - end >= 0;
    }

    private List<PartRuns> prepare(StudyFile study, Path folder, List<String> left) throws IOException {
        List<String> names = study.parts().stream().map(StudyPart::name).toList();
        for (String each : wanted) {
            if (!names.contains(each)) {
                throw new IllegalArgumentException("--parts = " + each + ", must be of " + names);
            }
        }
        if (seeds != null) {
            RunOptions.requireFromOne("--seeds", seeds, MOST_SEEDS);
        }
        List<PartRuns> parts = new ArrayList<>();
        for (StudyPart part : study.parts()) {
            if (!wanted.isEmpty() && !wanted.contains(part.name())) {
                continue;
            }
            Optional<Path> place = place(part);
            if (!part.data().isEmpty() && place.isEmpty()) {
                left.add(part.name() + ": needs data, a folder " + part.data() + " in that of --data");
                continue;
            }
            int count = seeds == null ? part.seeds().orElse(study.seeds()) : seeds;
            List<Long> all = LongStream.rangeClosed(1, count).boxed().toList();
            PartRuns runs = PartRuns.of(part, place, all, folder.resolve(part.name()));
            requireConditions(study, runs);
            parts.add(runs);
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(study.origin() + ": nothing can be run; " + String.join("; ", left));
        }
        return parts;
    }

    /** A claim about a condition that there is not would never be judged. */
    private static void requireConditions(StudyFile study, PartRuns runs) {
        List<String> known = runs.conditions().stream().map(Condition::label).toList();
        for (StudyClaim claim : study.claims()) {
            for (String condition : List.of(claim.of(), claim.against())) {
                if (claim.part().equals(runs.part().name()) && !condition.isEmpty() && !known.contains(condition)) {
                    throw new IllegalArgumentException(study.origin() + ": claim '" + claim.text() + "' is about '"
                            + condition + "', which " + claim.part() + " does not have; there are " + known);
                }
            }
        }
    }

    private Optional<Path> place(StudyPart part) {
        if (part.data().isEmpty() || data == null || !Files.exists(data.resolve(part.data()))) {
            return Optional.empty();
        }
        return Optional.of(data.resolve(part.data()));
    }

    /** Returns all runs, the first seed of every part before the second of any: what is done early says something of all. */
    private static List<SweepRun> inTurns(List<PartRuns> parts) {
        return parts.stream()
                .flatMap(part -> part.runs().stream())
                .sorted((a, b) -> Long.compare(a.seed(), b.seed()))
                .toList();
    }

    private static void noteMissing(SweepTeam trainers, Measuring measuring, List<String> left) {
        if (trainers.failed() > 0) {
            left.add(trainers.failed() + " runs that failed");
        }
        if (trainers.open() > 0) {
            left.add(trainers.open() + " runs that were not ended in time");
        }
        if (measuring.open() > 0) {
            left.add(measuring.open() + " runs that were not measured in time");
        }
    }
}
