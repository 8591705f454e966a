package io.github.lightcone.cli.structure;

import io.github.lightcone.cli.console.PartsWatch;
import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.cli.metrics.Machine;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.options.ThreadsOption;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.AtomicFiles.Content;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.structure.analysis.AnalysedGraph;
import io.github.lightcone.structure.analysis.AnalysisSettings;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.analysis.SamplingLimits;
import io.github.lightcone.structure.analysis.StructureAnalysis;
import io.github.lightcone.structure.analysis.StructureReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the structure of a network or a graph. */
@Command(
        name = "analyze",
        description = "Measures the structure of a trained network, a network or a graph, against null models.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone analyze RUN --of hidden",
            "  lightcone analyze SWEEP --of hidden --measures communities,wiring",
            "  lightcone analyze karate.csv --binary --partition communities.csv",
            "  lightcone analyze connectivity_76.zip --undirected --measures communities,wiring --out report.json"
        })
public final class Analyze implements Callable<Integer> {

    private static final String REPORT = "structure.json";
    private static final String SWEEP_TABLE = "structure.csv";
    private static final String SWEEP_TEXT = ".md";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SourceOptions source;

    @Mixin
    private GraphOptions options;

    @Mixin
    private ResponseOptions responses;

    @Option(
            names = "--measures",
            paramLabel = "GROUP",
            split = ",",
            description =
                    "Groups of measures: size, degrees, clustering, paths, communities, roles, spatial, small-world,"
                            + " rich-club, assortativity, entropy, wiring; of a run also selectivity, topography,"
                            + " functional-clusters (default: all).")
    private List<String> measures = List.of();

    @Option(
            names = "--nulls",
            paramLabel = "N",
            defaultValue = "100",
            description = "Null graphs per test, 0 for no tests (${DEFAULT-VALUE}).")
    private int nulls;

    @Option(
            names = "--restarts",
            paramLabel = "N",
            defaultValue = "100",
            description = "Restarts of community detection (${DEFAULT-VALUE}).")
    private int restarts;

    @Option(
            names = "--resolution",
            paramLabel = "R",
            defaultValue = "1",
            description = "Resolution of modularity; above 1, smaller communities (${DEFAULT-VALUE}).")
    private double resolution;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all random numbers (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--exact",
            description = "Sample nothing and repeat everything as often as asked, however long it takes.")
    private boolean exact;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write the report, as JSON (default: structure.json in a run folder, which is written"
                            + " over; else nowhere).")
    private Path out;

    @Option(
            names = "--partition",
            paramLabel = "FILE",
            description = "Where to write the communities: CSV with the columns node, name, population, community,"
                    + " participation.")
    private Path partition;

    @Option(names = "--force", description = "Write over files that exist already.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        options.check();
        if (SweepRuns.isSweep(source.path())) {
            return analyzeSweep();
        }
        AnalysisSettings settings = settings(source);
        responses.check(source.run());
        checkPlace("--out", out);
        checkPlace("--partition", partition);
        if (out != null && partition != null && RunOptions.isSame(out, partition)) {
            throw new IllegalArgumentException("--out and --partition are both " + out + ", must be two files");
        }
        long start = System.nanoTime();
        GraphSource read = source.read(options.directed());
        AnalysedGraph graph = read.with(found -> options.apply(found, source.isNetwork()));
        List<String> notes = new ArrayList<>(read.notes());
        notes.addAll(options.notes());
        StructureReport report = measure(settings, graph, source, read, notes);
        double seconds = (System.nanoTime() - start) / 1e9;

        PrintWriter console = spec.commandLine().getOut();
        console.println("source      " + source.name());
        console.println("graph       " + report.graph().graph());
        console.println("taken as    " + String.join("; ", notes));
        console.printf(
                Locale.ROOT,
                "settings    seed %d, %d null graphs, %d restarts, resolution %s%n",
                seed,
                nulls,
                restarts,
                resolution);
        FigureTable.print(report, console);
        console.println();
        write(report, read, notes, seconds);
        console.printf(Locale.ROOT, "took        %.1f s%n", seconds);
        console.flush();
        return 0;
    }

    private int analyzeSweep() throws IOException {
        if (partition != null) {
            throw new IllegalArgumentException(
                    "--partition is for one network, and " + source.path() + " is a sweep of several");
        }
        Path table = out == null ? source.path().resolve(SWEEP_TABLE) : out;
        Path text = table.resolveSibling(table.getFileName().toString().replaceFirst("\\.[^.]*$", "") + SWEEP_TEXT);
        checkPlace("--out", out);
        checkPlace("--out", out == null ? null : text);
        List<SweepRuns.Run> runs = SweepRuns.of(source.path());
        AnalysisSettings settings = settings(source.at(runs.get(0).folder()));
        SweepFigures figures = new SweepFigures();
        PrintWriter err = spec.commandLine().getErr();
        for (int k = 0; k < runs.size(); k++) {
            SweepRuns.Run run = runs.get(k);
            figures.addAccuracy(run);
            SourceOptions place = source.at(run.folder());
            GraphSource read = place.read(options.directed());
            AnalysedGraph graph = read.with(found -> options.apply(found, true));
            figures.add(run, measure(settings, graph, place, read, new ArrayList<>()));
            err.printf(Locale.ROOT, "%d/%d  %s  seed %d%n", k + 1, runs.size(), run.condition(), run.seed());
            err.flush();
        }
        String markdown = figures.markdown();
        Map<Path, Content> contents = new LinkedHashMap<>();
        contents.put(table, AtomicFiles.text(figures.csv()));
        contents.put(text, AtomicFiles.text(writer -> writer.write(markdown)));
        AtomicFiles.writeAll(contents);
        PrintWriter console = spec.commandLine().getOut();
        console.print(markdown);
        for (SweepRuns.Run run : SweepRuns.leftOut(source.path())) {
            console.println("left out: " + run.folder() + ", which is not a complete run");
        }
        console.printf(
                "%nmean ± half of the 95 %% interval over seeds; all figures in %s, this table in %s%n", table, text);
        console.flush();
        return 0;
    }

    private AnalysisSettings settings(SourceOptions place) {
        RunOptions.requireFromOne("--restarts", restarts, Integer.MAX_VALUE);
        if (nulls < 0) {
            throw new IllegalArgumentException("--nulls = " + nulls + ", must be at least 0");
        }
        if (!(resolution >= 0 && resolution < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("--resolution = " + resolution + ", must be finite and at least 0");
        }
        return new AnalysisSettings(
                groups(place),
                seed,
                nulls,
                restarts,
                resolution,
                threads.count(),
                exact ? SamplingLimits.none() : SamplingLimits.usual());
    }

    private Set<MeasureGroup> groups(SourceOptions place) {
        Set<MeasureGroup> groups = EnumSet.noneOf(MeasureGroup.class);
        for (String key : measures) {
            groups.add(MeasureGroup.of(key.strip()));
        }
        boolean run = ResponseOptions.hasExperiment(place.run());
        if (groups.isEmpty()) {
            groups.addAll(EnumSet.allOf(MeasureGroup.class));
            groups.removeIf(group -> group.needsResponses() && !run);
            return groups;
        }
        if (!run && groups.stream().anyMatch(MeasureGroup::needsResponses)) {
            throw ResponseOptions.needsRun(groups, place.name());
        }
        if (partition != null && !groups.contains(MeasureGroup.COMMUNITIES)) {
            throw new IllegalArgumentException(
                    "--partition needs the group communities, --measures has " + String.join(",", measures));
        }
        return groups;
    }

    private void checkPlace(String option, Path file) throws IOException {
        if (file == null) {
            return;
        }
        for (Path input : source.files()) {
            if (RunOptions.isSame(file, input)) {
                throw new IllegalArgumentException(option + " is " + file + ", which is also the input");
            }
        }
        if (!force && Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": exists already; --force writes over it");
        }
        AtomicFiles.requirePlace(file);
    }

    private StructureReport measure(
            AnalysisSettings settings, AnalysedGraph graph, SourceOptions place, GraphSource read, List<String> notes)
            throws IOException {
        try (PartsWatch watch =
                new PartsWatch(Terminal.isInteractive(), spec.commandLine().getErr())) {
            boolean wanted = settings.groups().stream().anyMatch(MeasureGroup::needsResponses);
            AnalysedGraph known = graph;
            AnalysisSettings possible = settings;
            if (wanted && read instanceof GraphSource.OfNetwork network) {
                try {
                    known = graph.withResponses(responses.responses(
                            place.run().orElseThrow(),
                            network,
                            seed,
                            threads.count(),
                            fraction -> watch.accept("examples", fraction)));
                } catch (IOException | IllegalArgumentException absent) {
                    if (!measures.isEmpty()) {
                        throw absent;
                    }
                    Set<MeasureGroup> without = EnumSet.copyOf(settings.groups());
                    without.removeIf(MeasureGroup::needsResponses);
                    possible = settings.withGroups(without);
                    notes.add("what neurons do is left out: " + absent.getMessage() + " (--data says where data are)");
                }
            }
            return new StructureAnalysis(possible).of(known, (group, fraction) -> watch.accept(group.key(), fraction));
        }
    }

    private void write(StructureReport report, GraphSource read, List<String> notes, double seconds)
            throws IOException {
        Map<Path, Content> contents = new LinkedHashMap<>();
        Path place = out == null ? source.run().map(run -> run.resolve(REPORT)).orElse(null) : out;
        if (place != null) {
            Map<String, Object> execution = new LinkedHashMap<>();
            execution.put("seconds", seconds);
            execution.put("threads", threads.count());
            execution.putAll(Machine.fields());
            contents.put(
                    place,
                    AtomicFiles.text(JsonFiles.text(ReportJson.fields(report, source.name(), notes, execution))));
        }
        if (partition != null) {
            contents.put(partition, AtomicFiles.text(PartitionCsv.text(report, read)));
        }
        AtomicFiles.writeAll(contents);
        PrintWriter console = spec.commandLine().getOut();
        if (place != null) {
            console.println("report      " + place);
        }
        if (partition != null) {
            console.println("communities " + partition);
        }
    }
}
