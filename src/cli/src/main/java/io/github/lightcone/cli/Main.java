package io.github.lightcone.cli;

import io.github.lightcone.cli.train.Train;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code lightcone} command. Without a subcommand it prints its help. */
@Command(
        name = "lightcone",
        description = "Event-driven spiking neural networks with conduction delays.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = Train.class)
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Returns the command, ready to be executed. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    /** Tells what is wrong with the user's files and options in one line; anything else is a defect. */
    private static int explain(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (problem instanceof IOException || problem instanceof IllegalArgumentException) {
            command.getErr().println("lightcone: " + problem.getMessage());
            return ExitCode.USAGE;
        }
        throw problem;
    }

    /** Reads the version from the jar's manifest; classes run from a folder have none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"lightcone " + (version == null ? "(development)" : version)};
        }
    }
}
