package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.cli.options.ThreadsOption;
import io.github.lightcone.cli.report.Report;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.Preparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code train} command. */
@Command(
        name = "train",
        description = "Trains the network of an experiment and writes it, with its history, to a run folder.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone train yin-yang",
            "  lightcone train braille --data DIR --variant frozen --seed 3",
            "  lightcone train my.yaml --set network.populations.hidden.size=64",
            "  lightcone train yin-yang --print > my.yaml",
            "  lightcone train mnist-perceptron --variant relaxed --data DIR",
            "  lightcone train --resume runs/yin-yang-1"
        })
public final class Train implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            description = "A file (.yaml, .yml, .json), or one that comes with Lightcone: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ExperimentOptions.Shipped.class)
    private String experiment;

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
    private Long seed;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "A variant the experiment has, such as 'none', 'frozen', 'free' delays.")
    private String variant;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data are: a folder or file, instead of 'data.path' of the experiment.")
    private Path data;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description =
                    "Run folder to write; it must not exist yet (default: runs/NAME-1, or the next number that is "
                            + "free).")
    private Path out;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with the run in this folder, to the same result as if it had not been interrupted.")
    private Path resume;

    @Option(names = "--report", description = "Write report.html, a page about the run, into its folder at the end.")
    private boolean report;

    @Option(names = "--print", description = "Print the experiment, with all changes, and do nothing else.")
    private boolean print;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        int team = threads.count();
        if (resume != null) {
            requireNothingElse();
            resume(team, err);
            return 0;
        }
        if (experiment == null) {
            throw new ParameterException(spec.commandLine(), "Missing: an EXPERIMENT, or --resume RUN");
        }
        ExperimentFile file = options.applyTo(ExperimentOptions.find(experiment), variant, seed);
        if (print) {
            spec.commandLine()
                    .getOut()
                    .print(file.withDataAt(Optional.ofNullable(data)).toYaml());
            spec.commandLine().getOut().flush();
            return 0;
        }
        String[] names = file.isPerceptron() ? PerceptronFiles.NAMES : RunFiles.NAMES;
        RunFolder folder =
                out == null ? RunFolder.numbered(Path.of("runs", file.name()), names) : RunFolder.at(out, names);
        if (file.isPerceptron()) {
            requireNoReport();
            new PerceptronRun(file, Optional.ofNullable(data), team, folder)
                    .run(spec.commandLine().getOut(), err, Terminal.isInteractive());
            return 0;
        }
        Preparation prepared = Preparation.of(file, Optional.ofNullable(data), team);
        new TrainingRun(file, prepared, Optional.ofNullable(data), folder)
                .run(spec.commandLine().getOut(), err, Terminal.isInteractive());
        report(folder);
        return 0;
    }

    private void report(RunFolder folder) throws IOException {
        if (report) {
            Report.write(
                    folder.path(),
                    Optional.ofNullable(data),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }

    private void requireNoReport() {
        if (report) {
            throw new IllegalArgumentException(
                    "--report: there is no page about a perceptron, only about spiking networks");
        }
    }

    private void requireNothingElse() {
        if (experiment != null || variant != null || seed != null || out != null || print || options.isUsed()) {
            throw new IllegalArgumentException(
                    "--resume goes on with a run as it was started; only --data, --threads and --report go with it");
        }
    }

    private void resume(int team, PrintWriter err) throws IOException {
        RunFolder folder = RunFolder.existing(resume, RunFiles.NAMES);
        ExperimentFile file = ExperimentFile.read(resume.resolve(RunFiles.EXPERIMENT));
        Optional<Path> place = Optional.ofNullable(data);
        if (file.isPerceptron()) {
            requireNoReport();
            new PerceptronRun(file, place, team, RunFolder.existing(resume, PerceptronFiles.NAMES))
                    .resume(resume, spec.commandLine().getOut(), err, Terminal.isInteractive());
            return;
        }
        TrainingRun run = new TrainingRun(file, Preparation.of(file, place, team), place, folder);
        run.resume(resume, spec.commandLine().getOut(), err, Terminal.isInteractive());
        report(folder);
    }
}
