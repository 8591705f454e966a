package io.github.lightcone.cli.train;

import io.github.lightcone.cli.metrics.Machine;
import io.github.lightcone.cli.metrics.RunReport;
import io.github.lightcone.cli.metrics.Versions;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.training.ConfusionMatrix;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Interval;
import io.github.lightcone.learning.training.RunCounter;
import io.github.lightcone.learning.training.RunTotals;
import io.github.lightcone.learning.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files of a run folder. */
final class RunFiles {

    static final String NETWORK = "network";
    static final String HISTORY = "history.csv";
    static final String METRICS = "metrics.json";
    static final String SETTINGS = "settings.json";

    static final String EXPERIMENT = "experiment.yaml";
    static final String BEST = "best";
    static final String CHECKPOINT = "checkpoint.bin";
    static final String CONFUSION = "confusion.csv";
    static final String STRUCTURE = "structure.csv";
    static final String POSITIONS = "positions.csv";
    static final String TRUST = "trust.csv";

    /** All of them; the last where the experiment measures structure. */
    static final String[] NAMES = {
        NETWORK, BEST, HISTORY, METRICS, SETTINGS, EXPERIMENT, CHECKPOINT, CONFUSION, POSITIONS, TRUST, STRUCTURE
    };

    private RunFiles() {}

    /**
     * Writes all files.
     *
     * @param file the experiment
     * @param data where the data are, if not where the file says
     * @param checkpoint where the training stands
     * @param test result on the test data, after the last epoch only
     * @param seconds time since the start
     */
    static void write(
            Path folder,
            ExperimentFile file,
            Optional<Path> data,
            Experiment experiment,
            Trainer trainer,
            byte[] checkpoint,
            Optional<Evaluation> test,
            double seconds)
            throws IOException {
        NetworkFolder.of(trainer.network()).write(folder.resolve(NETWORK));
        NetworkFolder.of(trainer.bestNetwork()).write(folder.resolve(BEST));
        writeHistory(folder, trainer.history());
        writeMetrics(folder, experiment, trainer, test, seconds);
        writeSettings(folder, file, experiment);
        String text = file.withDataAt(data).toYaml();
        AtomicFiles.write(folder.resolve(EXPERIMENT), out -> out.append(text));
        Files.write(folder.resolve(CHECKPOINT), checkpoint);
        EpochRecord last = trainer.history().get(trainer.epochsDone() - 1);
        Evaluation judged = test.orElse(last.validation().orElse(last.training()));
        writeConfusion(folder, experiment.training().classNames(), judged.confusion());
    }

    /** Writes one row per epoch. Nothing in it depends on the time a run takes. */
    private static void writeHistory(Path folder, List<EpochRecord> epochs) throws IOException {
        AtomicFiles.write(folder.resolve(HISTORY), out -> {
            CsvTableWriter table = new CsvTableWriter(
                    out,
                    "epoch",
                    "trainingLoss",
                    "trainingAccuracy",
                    "validationLoss",
                    "validationAccuracy",
                    "activityCost",
                    "penalty",
                    "hiddenSpikes",
                    "silentHidden",
                    "silentCorrect",
                    "lifted",
                    "regularised",
                    "revived",
                    "vanished",
                    "clamped",
                    "clipped",
                    "lostSpikes",
                    "meanDelay",
                    "connections",
                    "density",
                    "zeroWeights",
                    "woken");
            for (EpochRecord epoch : epochs) {
                writeRow(table, epoch);
            }
        });
    }

    private static void writeRow(CsvTableWriter table, EpochRecord epoch) throws IOException {
        Evaluation training = epoch.training();
        table.cell(epoch.epoch()).cell(training.loss()).cell(training.accuracy());
        if (epoch.validation().isPresent()) {
            Evaluation validation = epoch.validation().get();
            table.cell(validation.loss()).cell(validation.accuracy());
        } else {
            table.blank().blank();
        }
        table.cell(training.activityCost())
                .cell(epoch.penalty())
                .cell(training.hiddenSpikes())
                .cell(training.silentHidden())
                .cell(training.silentCorrect())
                .cell(epoch.lifted())
                .cell(epoch.regularised())
                .cell(epoch.revived())
                .cell(epoch.vanished())
                .cell(epoch.clamped())
                .cell(epoch.clipped())
                .cell(epoch.lostSpikes())
                .cell(epoch.meanDelay())
                .cell(epoch.connections().left())
                .cell(epoch.connections().density())
                .cell(epoch.connections().zero())
                .cell(epoch.connections().woken())
                .endRow();
    }

    /** Writes what was reached. */
    private static void writeMetrics(
            Path folder, Experiment experiment, Trainer trainer, Optional<Evaluation> test, double seconds)
            throws IOException {
        EpochRecord last = trainer.history().get(trainer.epochsDone() - 1);
        RunTotals totals = trainer.totals();
        long trained = (long) last.epoch() * last.training().examples();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "train");
        fields.put("epoch", last.epoch());
        fields.put("epochs", experiment.settings().epochs());
        fields.put("complete", trainer.isDone());
        fields.put("stoppedEarly", trainer.isStopped());
        trainer.bestEpoch().ifPresent(best -> fields.put("bestEpoch", best));
        fields.put("training", fields(last.training()));
        last.validation().ifPresent(validation -> fields.put("validation", fields(validation)));
        trainer.bestEpoch()
                .ifPresent(best -> fields.put(
                        "bestValidation",
                        fields(trainer.history().get(best - 1).validation().orElseThrow())));
        test.ifPresent(result -> fields.put("test", fields(result)));
        fields.put("meanDelay", last.meanDelay());
        fields.put("connections", last.connections().left());
        fields.put("density", last.connections().density());
        fields.put("zeroWeights", last.connections().zero());
        Map<String, Object> learned = learned(experiment);
        fields.put("learned", learned);
        fields.put(
                "learnedNumbers",
                learned.values().stream().mapToLong(count -> (Integer) count).sum());
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("trainedExamples", trained);
        sums.putAll(RunReport.totals(totals));
        fields.put("totals", sums);
        Map<String, Object> execution = new LinkedHashMap<>();
        execution.put("seconds", seconds);
        execution.put("trainedExamplesPerSecond", trained / seconds);
        execution.put("synapticEventsPerSecond", totals.of(RunCounter.SYNAPTIC_EVENTS) / seconds);
        execution.put("threads", experiment.settings().threads());
        execution.putAll(Machine.fields());
        fields.put("execution", execution);
        JsonFiles.write(folder.resolve(METRICS), fields);
    }

    /** How many numbers are learned, by name. */
    private static Map<String, Object> learned(Experiment experiment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (LearnedGroup group : experiment.settings().groups()) {
            fields.put(group.learnable().name(), group.learnable().values().length);
        }
        return fields;
    }

    private static Map<String, Object> fields(Evaluation evaluation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accuracy", evaluation.accuracy());
        fields.put("correct", evaluation.correct());
        fields.put("examples", evaluation.examples());
        Interval interval = evaluation.accuracyInterval();
        fields.put("interval", new double[] {interval.low(), interval.high()});
        fields.put("loss", evaluation.loss());
        fields.put("hiddenSpikes", evaluation.hiddenSpikes());
        fields.put("silentHidden", evaluation.silentHidden());
        fields.put("silentCorrect", evaluation.silentCorrect());
        return fields;
    }

    /** Writes how the run was made, beside the experiment. */
    private static void writeSettings(Path folder, ExperimentFile file, Experiment experiment) throws IOException {
        writeSettings(
                folder,
                file,
                experiment.settings().seed(),
                experiment.training().size(),
                experiment.validation().map(EventDataset::size),
                experiment.test().map(EventDataset::size),
                experiment.training().classNames());
    }

    /** Writes how a run was made: seed, number of examples of each set, classes. */
    static void writeSettings(
            Path folder,
            ExperimentFile file,
            long seed,
            int training,
            Optional<Integer> validation,
            Optional<Integer> test,
            List<String> classes)
            throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lightcone", Versions.lightcone());
        fields.put("java", Versions.java());
        fields.put("experiment", file.name());
        fields.put("seed", seed);
        fields.put("trainingExamples", training);
        validation.ifPresent(size -> fields.put("validationExamples", size));
        test.ifPresent(size -> fields.put("testExamples", size));
        fields.put("classes", classes);
        fields.put("fingerprints", file.fingerprints());
        JsonFiles.write(folder.resolve(SETTINGS), fields);
    }

    private static void writeConfusion(Path folder, List<String> classes, ConfusionMatrix confusion)
            throws IOException {
        AtomicFiles.write(folder.resolve(CONFUSION), out -> {
            CsvTableWriter table = new CsvTableWriter(out, "class", "predicted", "examples");
            for (int label = 0; label < confusion.classes(); label++) {
                for (int prediction = 0; prediction < confusion.classes(); prediction++) {
                    if (confusion.count(label, prediction) > 0) {
                        table.cell(classes.get(label))
                                .cell(classes.get(prediction))
                                .cell(confusion.count(label, prediction))
                                .endRow();
                    }
                }
                if (confusion.undecided(label) > 0) {
                    table.cell(classes.get(label))
                            .blank()
                            .cell(confusion.undecided(label))
                            .endRow();
                }
            }
        });
    }

    /**
     * Checks that an experiment is the one that a saved run was started with, in all that a checkpoint cannot tell.
     *
     * @throws IOException naming what has changed in the data
     * @throws IllegalArgumentException naming what has changed in the experiment
     */
    static void requireSame(Path run, ExperimentFile file, Experiment experiment) throws IOException {
        requireSame(run, file, experiment.training().size());
        JsonObject learned = JsonFiles.read(run.resolve(METRICS)).object("learned");
        for (LearnedGroup group : experiment.settings().groups()) {
            if (!learned.has(group.learnable().name())) {
                throw new IllegalArgumentException(file.origin() + ": learn: the run did not learn "
                        + group.learnable().name() + "; a run goes on with what it began with");
            }
        }
        learned.rejectOthers();
    }

    /** Checks the same of the number of training examples and the parts of the experiment. */
    static void requireSame(Path run, ExperimentFile file, int trainingExamples) throws IOException {
        JsonObject settings = JsonFiles.read(run.resolve(SETTINGS));
        int examples = settings.integer("trainingExamples", 1, Integer.MAX_VALUE);
        if (examples != trainingExamples) {
            throw settings.error(
                    "trainingExamples",
                    "but the data have " + trainingExamples + " now: a run goes on with the data it began with");
        }
        JsonObject before = settings.object("fingerprints");
        Map<String, String> now = file.fingerprints();
        for (String part : ExperimentFile.lastingParts()) {
            String print = before.has(part) ? before.string(part) : null;
            if (!Objects.equals(now.get(part), print)) {
                throw new IllegalArgumentException(file.origin() + ": '" + part
                        + "' is not what the run began with; a run that goes on may have other epochs, rates and"
                        + " costs, for anything else start a new one");
            }
        }
    }

    /** Returns whether a saved run had come to its end. */
    static boolean isComplete(Path run) throws IOException {
        return JsonFiles.read(run.resolve(METRICS)).truth("complete");
    }

    /** Returns how long a saved run took so far. */
    static double secondsOf(Path run) throws IOException {
        return JsonFiles.read(run.resolve(METRICS)).object("execution").number("seconds");
    }
}
