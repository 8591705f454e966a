package io.github.lightcone.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code data} command. Without a subcommand it prints its help. */
@Command(
        name = "data",
        description = "Lists data sets, tells where to get them, and checks copies. Downloads nothing.",
        mixinStandardHelpOptions = true,
        subcommands = {DataList.class, DataInfo.class, DataCheckCommand.class})
public final class Data implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
