package io.github.lightcone.cli.train;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code train} command: one subcommand per task. Without one it prints its help. */
@Command(
        name = "train",
        description = "Trains a network on a task and writes it, with its history, to a run folder.",
        mixinStandardHelpOptions = true,
        subcommands = {TrainYinYang.class, TrainBraille.class})
public final class Train implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
