package io.github.lightcone.cli.train;

import io.github.lightcone.cli.metrics.Machine;
import io.github.lightcone.cli.metrics.RunReport;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.RunCounter;
import io.github.lightcone.learning.training.RunTotals;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a run folder. */
final class RunFiles {

    static final String NETWORK = "network";
    static final String HISTORY = "history.csv";
    static final String METRICS = "metrics.json";
    static final String SETTINGS = "settings.json";

    private RunFiles() {}

    /** Writes the network as it is after an epoch. */
    static void writeNetwork(Path folder, Network network) throws IOException {
        NetworkFolder.of(network).write(folder.resolve(NETWORK));
    }

    /** Writes one row per epoch. Nothing in it depends on the time a run takes. */
    static void writeHistory(Path folder, List<EpochRecord> epochs) throws IOException {
        AtomicFiles.write(folder.resolve(HISTORY), out -> {
            CsvTableWriter table = new CsvTableWriter(
                    out,
                    "epoch",
                    "trainingLoss",
                    "trainingAccuracy",
                    "validationLoss",
                    "validationAccuracy",
                    "hiddenSpikes",
                    "silentHidden",
                    "silentCorrect",
                    "lifted",
                    "revived",
                    "clamped",
                    "meanDelay");
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
        table.cell(training.hiddenSpikes())
                .cell(training.silentHidden())
                .cell(training.silentCorrect())
                .cell(epoch.lifted())
                .cell(epoch.revived())
                .cell(epoch.clamped())
                .cell(epoch.meanDelay())
                .endRow();
    }

    /**
     * Writes what was reached.
     *
     * @param epochs number of epochs the run is to have
     * @param test result on the test data, after the last epoch only
     * @param totals what all runs so far did
     * @param seconds time since the start
     * @param threads number of threads
     */
    static void writeMetrics(
            Path folder,
            EpochRecord last,
            int epochs,
            Optional<Evaluation> test,
            RunTotals totals,
            double seconds,
            int threads)
            throws IOException {
        long trained = (long) last.epoch() * last.training().examples();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "train");
        fields.put("epoch", last.epoch());
        fields.put("epochs", epochs);
        fields.put("complete", last.epoch() == epochs);
        fields.put("training", fields(last.training()));
        last.validation().ifPresent(validation -> fields.put("validation", fields(validation)));
        test.ifPresent(result -> fields.put("test", fields(result)));
        fields.put("meanDelay", last.meanDelay());
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("trainedExamples", trained);
        sums.putAll(RunReport.totals(totals));
        fields.put("totals", sums);
        Map<String, Object> execution = new LinkedHashMap<>();
        execution.put("seconds", seconds);
        execution.put("trainedExamplesPerSecond", trained / seconds);
        execution.put("synapticEventsPerSecond", totals.of(RunCounter.SYNAPTIC_EVENTS) / seconds);
        execution.put("threads", threads);
        execution.putAll(Machine.fields());
        fields.put("execution", execution);
        JsonFiles.write(folder.resolve(METRICS), fields);
    }

    private static Map<String, Object> fields(Evaluation evaluation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accuracy", evaluation.accuracy());
        fields.put("correct", evaluation.correct());
        fields.put("examples", evaluation.examples());
        fields.put("loss", evaluation.loss());
        fields.put("hiddenSpikes", evaluation.hiddenSpikes());
        fields.put("silentHidden", evaluation.silentHidden());
        fields.put("silentCorrect", evaluation.silentCorrect());
        return fields;
    }

    /** Writes how the run was made. */
    static void writeSettings(Path folder, Map<String, ?> settings) throws IOException {
        JsonFiles.write(folder.resolve(SETTINGS), settings);
    }
}
