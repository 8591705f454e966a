package io.github.lightcone.cli.data;

import io.github.lightcone.data.catalogue.Checksum;
import io.github.lightcone.data.catalogue.DataSource;
import io.github.lightcone.data.catalogue.DataSources;
import io.github.lightcone.data.catalogue.ExpectedFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what is known of a data set. */
@Command(
        name = "info",
        description = "Tells what a data set is, where to get it, its licence and its files.",
        mixinStandardHelpOptions = true)
final class DataInfo implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A name from 'lightcone data list'.")
    private String name;

    @Override
    public void run() {
        DataSource source = DataSources.find(name);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %s%n", source.name(), source.description());
        line(out, "contents", source.contents());
        line(out, "from", source.origin().url());
        line(out, "licence", source.origin().licence());
        line(out, "cite", source.origin().citation());
        files(out, "files", source.files());
        files(out, "downloads", source.archives());
        if (source.isCheckable()) {
            line(out, "check", "lightcone data check " + source.name() + " --data DIR");
        }
        out.flush();
    }

    private static void files(PrintWriter out, String what, List<ExpectedFile> files) {
        for (ExpectedFile file : files) {
            String size = file.bytes().isPresent()
                    ? String.format(Locale.ROOT, ", %,d bytes", file.bytes().getAsLong())
                    : "";
            line(
                    out,
                    what,
                    file.name() + size + file.checksum().map(DataInfo::text).orElse(""));
        }
    }

    private static String text(Checksum checksum) {
        return ", " + checksum.algorithm() + (checksum.ofContents() ? " of the contents " : " ") + checksum.hex();
    }

    private static void line(PrintWriter out, String what, String text) {
        if (!text.isEmpty()) {
            out.printf("  %-10s %s%n", what, text);
        }
    }
}
