package io.github.lightcone.cli.train;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command, within this process, and what it printed. */
final class TrainCommand {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(String... arguments) {
        return new CommandLine(new Train())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (!(problem instanceof java.io.IOException || problem instanceof IllegalArgumentException)) {
                        throw problem;
                    }
                    command.getErr().println(problem.getMessage());
                    return 2;
                })
                .execute(arguments);
    }

    /** Trains on a few generated examples. */
    int tiny(Path run, String... more) {
        List<String> arguments = new ArrayList<>(tinyArguments(run));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    static List<String> tinyArguments(Path run) {
        return List.of(
                "delayed-xor",
                "--epochs=2",
                "--hidden=6",
                "--set=data.size=80",
                "--out=" + run,
                "--set=network.projections.0.weights={normal: [1.5, 1]}");
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
