package io.github.lightcone.cli.train;

import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.data.touch.BrailleRecordings;
import io.github.lightcone.learning.experiment.BrailleExperiment;
import io.github.lightcone.learning.experiment.ExperimentSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the Braille task on recordings of touch. */
@Command(
        name = "braille",
        description = "Trains on Braille letters read by touch: repetitions 0-39 for training, 40-49 for the test.",
        mixinStandardHelpOptions = true,
        defaultValueProvider = TrainBraille.Defaults.class)
final class TrainBraille implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with braille_events_theta1.csv.gz, or the event file itself.")
    private Path data;

    @Option(names = "--subset", description = "Accept a file that does not hold 50 repetitions of all 27 letters.")
    private boolean subset;

    @Option(
            names = "--validation",
            paramLabel = "N",
            defaultValue = "0",
            description = "Hold the last N training repetitions out for validation (${DEFAULT-VALUE}).")
    private int validation;

    @Mixin
    private TrainOptions options;

    @Override
    public Integer call() throws Exception {
        ExperimentSettings settings = options.applyTo(BrailleExperiment.defaults());
        if (validation < 0 || validation > BrailleExperiment.MOST_VALIDATION_REPETITIONS) {
            throw new IllegalArgumentException("--validation = " + validation + ", must be from 0 to "
                    + BrailleExperiment.MOST_VALIDATION_REPETITIONS);
        }
        RunFolder folder = options.folder("braille");
        BrailleRecordings recordings = subset ? BrailleRecordings.readSubset(data) : BrailleRecordings.read(data);
        int[] taxels = BrailleExperiment.activeTaxels(recordings);
        spec.commandLine()
                .getErr()
                .printf(
                        "%d trials, %d events; taxels that are not constant: %s%n",
                        recordings.trialCount(), recordings.eventCount(), Arrays.toString(taxels));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("data", data.toAbsolutePath().normalize().toString());
        details.put("taxels", taxels);
        details.put("msPerSecond", BrailleExperiment.MS_PER_SECOND);
        details.put("validationRepetitions", validation);
        new TrainingRun("braille", settings, details, BrailleExperiment.of(recordings, validation, settings), folder)
                .run(spec.commandLine().getOut(), spec.commandLine().getErr(), Terminal.isInteractive());
        return 0;
    }

    /** The defaults of this task. */
    static final class Defaults extends SettingsDefaults {
        Defaults() {
            super(BrailleExperiment.defaults());
        }
    }
}
