package io.github.lightcone.cli.report;

import io.github.lightcone.cli.options.SavedNetwork;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.report.page.ComparisonPage;
import io.github.lightcone.report.page.ReportPage;
import io.github.lightcone.report.run.ReadSettings;
import io.github.lightcone.report.run.RunReader;
import io.github.lightcone.report.run.RunView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code report} command. */
@Command(
        name = "report",
        description =
                "Writes a page about a run that opens in any browser, without a network; of several runs, one that"
                        + " compares them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone report runs/yin-yang-1",
            "  lightcone report runs/braille-1 --data DIR --out braille.html",
            "  lightcone report runs/yin-yang-1 runs/yin-yang-2 --out both.html"
        })
public final class Report implements Callable<Integer> {

    private static final String NAME = "report.html";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders of 'lightcone train'.")
    private List<Path> runs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write the page (default: report.html in the run folder, which is written over; of several"
                            + " runs, report.html here).")
    private Path out;

    @Option(names = "--force", description = "Write over a file that exists already.")
    private boolean force;

    @Mixin
    private ReadOptions options;

    /**
     * Writes the page about a run into its folder.
     *
     * @param data where the data are, instead of what the experiment says
     */
    public static void write(Path run, Optional<Path> data, PrintWriter out, PrintWriter err) throws IOException {
        Path file = run.resolve(NAME);
        String page = ReportPage.html(ReadOptions.read(run, ReadSettings.usual().withData(data), err));
        AtomicFiles.write(file, writer -> writer.append(page));
        out.printf("report         %s%n", file);
        out.flush();
    }

    @Override
    public Integer call() throws IOException {
        ReadSettings settings = options.settings();
        Path file = out != null ? out : runs.size() == 1 ? runs.get(0).resolve(NAME) : Path.of(NAME);
        boolean isOwn = out == null && runs.size() == 1;
        if (!force && !isOwn && Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": exists already; --force writes over it");
        }
        for (Path run : runs) {
            SavedNetwork.refusePerceptron(run);
            RunReader.requireRun(run);
        }
        AtomicFiles.requirePlace(file);
        PrintWriter console = spec.commandLine().getOut();
        List<RunView> views = new ArrayList<>();
        for (Path run : runs) {
            views.add(ReadOptions.read(run, settings, spec.commandLine().getErr()));
        }
        String page = views.size() == 1 ? ReportPage.html(views.get(0)) : ComparisonPage.html(views);
        AtomicFiles.write(file, writer -> writer.append(page));
        for (RunView view : views) {
            if (!view.withoutActivity().isEmpty()) {
                console.println("left out    " + view.withoutActivity());
            }
        }
        console.printf(Locale.ROOT, "report      %s (%.1f MB)%n", file, Files.size(file) / 1e6);
        console.flush();
        return 0;
    }
}
