package io.github.lightcone.cli.data;

import io.github.lightcone.cli.console.PartsWatch;
import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.data.catalogue.DataReport;
import io.github.lightcone.data.catalogue.DataSource;
import io.github.lightcone.data.catalogue.DataSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads all of a copy of a data set and prints what is in it. */
@Command(
        name = "check",
        description = "Reads a copy of a data set, verifies checksums where they are known and prints what is in it."
                + " Exit code 1 if anything is wrong with it.",
        mixinStandardHelpOptions = true)
final class DataCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A name from 'lightcone data list'.")
    private String name;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the files, or the file itself where there is one.")
    private Path data;

    @Override
    public Integer call() {
        DataSource source = DataSources.find(name);
        try {
            ReportTable.print(read(source), spec.commandLine().getOut());
            return 0;
        } catch (IOException problem) {
            spec.commandLine().getErr().println("lightcone: " + problem.getMessage());
            return 1;
        }
    }

    private DataReport read(DataSource source) throws IOException {
        try (PartsWatch watch =
                new PartsWatch(Terminal.isInteractive(), spec.commandLine().getErr())) {
            DataReport report = new DataReport(watch);
            source.check(data, report);
            return report;
        }
    }
}
