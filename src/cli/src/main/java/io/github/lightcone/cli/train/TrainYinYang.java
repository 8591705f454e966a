package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.learning.experiment.ExperimentSettings;
import io.github.lightcone.learning.experiment.YinYangExperiment;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Trains the Yin-Yang task, whose data are generated. */
@Command(
        name = "yin-yang",
        description = "Trains the Yin-Yang task: five inputs, hidden neurons, three outputs, first spike wins.",
        mixinStandardHelpOptions = true,
        defaultValueProvider = TrainYinYang.Defaults.class)
final class TrainYinYang implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainOptions options;

    @Override
    public Integer call() throws Exception {
        ExperimentSettings settings = options.applyTo(YinYangExperiment.defaults());
        RunFolder folder = options.folder("yin-yang");
        new TrainingRun("yin-yang", settings, Map.of("data", "generated"), YinYangExperiment.of(settings), folder)
                .run(spec.commandLine().getOut(), spec.commandLine().getErr(), Terminal.isInteractive());
        return 0;
    }

    /** The defaults of this task. */
    static final class Defaults extends SettingsDefaults {
        Defaults() {
            super(YinYangExperiment.defaults());
        }
    }
}
