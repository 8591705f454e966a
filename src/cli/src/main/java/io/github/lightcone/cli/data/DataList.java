package io.github.lightcone.cli.data;

import io.github.lightcone.data.catalogue.DataSource;
import io.github.lightcone.data.catalogue.DataSources;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints one line for each data set. */
@Command(name = "list", description = "Lists the data sets.", mixinStandardHelpOptions = true)
final class DataList implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (DataSource source : DataSources.all()) {
            out.printf(Locale.ROOT, "%-14s  %s%n", source.name(), source.description());
        }
        out.flush();
    }
}
