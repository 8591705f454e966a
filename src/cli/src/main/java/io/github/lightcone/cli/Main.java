package io.github.lightcone.cli;

import io.github.lightcone.cli.data.Data;
import io.github.lightcone.cli.gradient.CheckGradient;
import io.github.lightcone.cli.hardware.Check;
import io.github.lightcone.cli.hardware.Chips;
import io.github.lightcone.cli.hardware.Prototype;
import io.github.lightcone.cli.hardware.Quantise;
import io.github.lightcone.cli.interchange.Export;
import io.github.lightcone.cli.interchange.Import;
import io.github.lightcone.cli.metrics.Versions;
import io.github.lightcone.cli.prune.Prune;
import io.github.lightcone.cli.report.Activations;
import io.github.lightcone.cli.report.Plot;
import io.github.lightcone.cli.report.Report;
import io.github.lightcone.cli.simulate.Simulate;
import io.github.lightcone.cli.structure.Analyze;
import io.github.lightcone.cli.structure.Connectome;
import io.github.lightcone.cli.study.RunStudy;
import io.github.lightcone.cli.train.Sweep;
import io.github.lightcone.cli.train.Train;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code lightcone} command. Without a subcommand it prints its help. */
@Command(
        name = "lightcone",
        description = "Event-driven spiking neural networks with conduction delays.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            Train.class,
            Sweep.class,
            RunStudy.class,
            Simulate.class,
            Analyze.class,
            Prune.class,
            Chips.class,
            Check.class,
            Quantise.class,
            Prototype.class,
            Connectome.class,
            Report.class,
            Plot.class,
            Activations.class,
            Export.class,
            Import.class,
            CheckGradient.class,
            Data.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone train yin-yang",
            "  lightcone sweep yin-yang --seeds 1-5 --variants none,frozen,learned",
            "  lightcone experiment where-geometry-matters --seeds 3",
            "  lightcone simulate NETWORK --input spikes.csv --until 80 --out out.csv",
            "  lightcone analyze RUN --of hidden",
            "  lightcone prune RUN --by longest,random --density 0.5,0.1",
            "  lightcone prototype RUN --chip loihi-2",
            "  lightcone report RUN",
            "  lightcone plot raster RUN --out raster.svg",
            "  lightcone activations RUN --out activations.svg",
            "  lightcone connectome connectivity_998.zip --out brain",
            "  lightcone export RUN network.nir",
            "  lightcone import network.nir NETWORK",
            "  lightcone check-gradient NETWORK --input spikes.csv --until 80",
            "  lightcone data check mnist --data DIR",
            "",
            "Exit codes: 0 done; 1 a check failed, or a defect; 2 bad input or options, nothing was written."
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

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
        Main main = new Main();
        Complaints complaints = new Complaints(() -> main.debug);
        return new CommandLine(main)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setExecutionStrategy(complaints::execute);
    }

    /** The version for {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lightcone " + Versions.lightcone()};
        }
    }
}
