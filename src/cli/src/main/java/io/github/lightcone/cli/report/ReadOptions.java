package io.github.lightcone.cli.report;

import io.github.lightcone.cli.console.PartsWatch;
import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.cli.options.ThreadsOption;
import io.github.lightcone.report.run.ReadSettings;
import io.github.lightcone.report.run.RunReader;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.structure.analysis.AnalysisSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How runs are read. */
final class ReadOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data are: a folder or file, instead of 'data.path' of the experiment.")
    private Path data;

    @Option(
            names = "--at",
            paramLabel = "WHICH",
            defaultValue = "best",
            description = "Which network of a run: best (on the validation data) or last (${DEFAULT-VALUE}).")
    private String at;

    @Option(
            names = "--example",
            paramLabel = "N",
            description = "Which example is shown, from 0 (default: the first that the network gets right).")
    private Integer example;

    @Option(
            names = "--nulls",
            paramLabel = "N",
            defaultValue = "20",
            description = "Null graphs that measures of the structure are compared with (${DEFAULT-VALUE}).")
    private int nulls;

    @Mixin
    private ThreadsOption threads;

    /** Returns them, checked. */
    ReadSettings settings() {
        if (!at.equals("best") && !at.equals("last")) {
            throw new IllegalArgumentException("--at = " + at + ", must be best or last");
        }
        if (example != null && example < 0) {
            throw new IllegalArgumentException("--example = " + example + ", must be at least 0");
        }
        if (nulls < 0) {
            throw new IllegalArgumentException("--nulls = " + nulls + ", must be at least 0");
        }
        int team = threads.count();
        ReadSettings usual = ReadSettings.usual();
        AnalysisSettings analysis = usual.analysis().withNulls(nulls).withThreads(team);
        return usual.withData(Optional.ofNullable(data))
                .withLast(at.equals("last"))
                .withExample(example == null ? -1 : example)
                .withAnalysis(analysis);
    }

    /** Reads a run, telling how far it is. */
    static RunView read(Path run, ReadSettings settings, PrintWriter err) throws IOException {
        try (PartsWatch watch = new PartsWatch(Terminal.isInteractive(), err)) {
            return RunReader.read(run, settings, (group, fraction) -> watch.accept(group.key(), fraction));
        }
    }
}
