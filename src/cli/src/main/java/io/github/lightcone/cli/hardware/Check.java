package io.github.lightcone.cli.hardware;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.options.SavedNetwork;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.rule.CheckReport;
import io.github.lightcone.hardware.rule.ChipCheck;
import io.github.lightcone.hardware.rule.Rule;
import io.github.lightcone.hardware.rule.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code check} command. */
@Command(
        name = "check",
        description = {
            "Checks a network against the rules of a neuromorphic chip.",
            "Prints every violated rule with the neuron or synapse, the value and the limit, and totals. Ends with exit "
                    + "code 0 if the network fits, otherwise 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone check RUN --chip loihi-2",
            "  lightcone check NETWORK --chip mine.yaml --limit 5 --out violations.csv"
        })
public final class Check implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description = "Run folder of 'lightcone train', whose best network is taken, or a network folder.")
    private Path run;

    @Option(names = "--chip", required = true, paramLabel = "NAME", description = "Profile; see 'lightcone chips'.")
    private String chip;

    @Option(
            names = "--step",
            paramLabel = "MS",
            description =
                    "Length of a step, ms (default: that of 'lightcone quantise' for this chip where it wrote the network, "
                            + "otherwise one with which all delays are whole steps, if there is one).")
    private Double step;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Print at most this many violations; the totals count all (${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "CSV file to write with all violations; must not exist yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new IllegalArgumentException("--limit = " + limit + ", must be at least 0");
        }
        if (step != null) {
            RunOptions.requirePositive("--step", step);
        }
        ChipProfile profile = ChipProfiles.find(chip);
        if (out != null) {
            if (Files.exists(out)) {
                throw new IllegalArgumentException(out + ": exists already");
            }
            AtomicFiles.requirePlace(out);
        }
        NetworkFolder network = SavedNetwork.read(run);
        CheckReport report = ChipCheck.check(
                network.network(), profile, step == null ? writtenStep(profile) : step, network.ids()::id);
        PrintWriter console = spec.commandLine().getOut();
        console.printf("network   %s%n", network.network());
        if (report.leftOut() > 0) {
            console.printf("left out  %d synapses of weight 0%n", report.leftOut());
        }
        console.printf("chip      %s: %s%n", profile.name(), profile.title());
        if (!Double.isNaN(report.step())) {
            console.printf("step      %s ms%n", Figure.text(report.step()));
        }
        print(report, console);
        if (out != null) {
            write(out, report.violations());
            console.println("table     " + out);
        }
        console.flush();
        return report.fits() ? 0 : 1;
    }

    /** Returns the step that the network was quantised with for this chip; NaN if it was not. */
    private double writtenStep(ChipProfile profile) throws IOException {
        Path file = run.resolve(Quantise.REPORT);
        if (!Files.exists(file)) {
            return Double.NaN;
        }
        JsonObject json = JsonFiles.read(file);
        return json.string("chip").equals(profile.name()) && !json.isNull("step") ? json.number("step") : Double.NaN;
    }

    private void print(CheckReport report, PrintWriter console) {
        List<Violation> violations = report.violations();
        for (Violation violation : violations.subList(0, Math.min(limit, violations.size()))) {
            console.println(line(violation));
        }
        if (violations.size() > limit) {
            console.printf("... and %d more (--limit)%n", violations.size() - limit);
        }
        console.println();
        for (Rule rule : Rule.values()) {
            String state = report.skipped().containsKey(rule)
                    ? "not checked: " + report.skipped().get(rule)
                    : report.count(rule) == 0 ? "fits" : report.count(rule) + " violated";
            console.printf(Locale.ROOT, "%-14s %s%n", rule.label(), state);
        }
        console.printf("%n%s%n", report.fits() ? "fits" : "does not fit: " + violations.size() + " violations");
    }

    private static String line(Violation violation) {
        return violation.rule().label() + ": " + violation.place() + ": " + Figure.text(violation.value())
                + ", must be " + violation.limit();
    }

    static void write(Path file, List<Violation> violations) throws IOException {
        AtomicFiles.write(file, text -> {
            CsvTableWriter table = new CsvTableWriter(text, "rule", "place", "value", "limit");
            for (Violation violation : violations) {
                table.cell(violation.rule().label())
                        .cell(violation.place())
                        .cell(violation.value())
                        .cell(violation.limit())
                        .endRow();
            }
        });
    }
}
