package io.github.lightcone.cli.hardware;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.chip.Quantity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code chips} command. */
@Command(
        name = "chips",
        description = {
            "Lists the profiles of neuromorphic chips, or prints one with the sources of its figures.",
            "A figure that was not found in a source is unknown, and no rule follows from it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lightcone chips", "  lightcone chips loihi-2", "  lightcone chips mine.yaml"})
public final class Chips implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A profile that comes with Lightcone, or a file that ends in .yaml, .yml or .json.")
    private String name;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            for (String one : ChipProfiles.names()) {
                ChipProfile profile = ChipProfiles.find(one);
                out.printf(Locale.ROOT, "%-14s  %s: %s%n", one, profile.title(), profile.kind());
            }
        } else {
            print(ChipProfiles.find(name), out);
        }
        out.flush();
        return 0;
    }

    private static void print(ChipProfile profile, PrintWriter out) {
        out.printf("%s: %s%n%s%n%n", profile.name(), profile.title(), profile.kind());
        line(out, "time", profile.time().label(), "");
        line(out, "weightSign", profile.sign().label(), "");
        line(out, "decay", profile.decay().label(), "");
        for (Quantity quantity : Quantity.values()) {
            Optional<Figure> figure = profile.figure(quantity);
            String value =
                    figure.map(known -> known.text() + " " + quantity.unit()).orElse("unknown");
            String source = figure.map(known -> "[" + known.source() + "] " + known.note())
                    .orElse("");
            line(out, quantity.label(), value, source);
        }
        out.printf("%nSources%n");
        new TreeMap<>(profile.sources())
                .forEach((key, source) ->
                        out.printf("  [%s] %s, %s, %s%n", key, source.what(), source.date(), source.link()));
        if (!profile.notes().isEmpty()) {
            out.printf("%nNotes%n");
            profile.notes().forEach(note -> out.printf("  %s%n", note));
        }
    }

    private static void line(PrintWriter out, String label, String value, String source) {
        out.println(String.format(Locale.ROOT, "  %-18s %-22s %s", label, value, source)
                .stripTrailing());
    }
}
