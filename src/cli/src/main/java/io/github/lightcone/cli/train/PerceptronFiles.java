package io.github.lightcone.cli.train;

import io.github.lightcone.cli.metrics.Machine;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.PerceptronPreparation;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.learning.training.Interval;
import io.github.lightcone.perceptron.EpochScore;
import io.github.lightcone.perceptron.ParameterArray;
import io.github.lightcone.perceptron.Perceptron;
import io.github.lightcone.perceptron.PerceptronTrainer;
import io.github.lightcone.perceptron.Pruning;
import io.github.lightcone.perceptron.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The files of the run folder of a perceptron. */
final class PerceptronFiles {

    private static final String NEURONS = "neurons.csv";
    private static final String PRUNED = "pruned.csv";

    /** All of them; the last where something is pruned after training. */
    static final String[] NAMES = {
        RunFiles.HISTORY,
        RunFiles.METRICS,
        RunFiles.SETTINGS,
        RunFiles.EXPERIMENT,
        RunFiles.CHECKPOINT,
        RunFiles.CONFUSION,
        NEURONS,
        PRUNED
    };

    private final ExperimentFile file;
    private final Optional<Path> data;
    private final PerceptronPreparation prepared;
    private final PerceptronTrainer trainer;
    private final int threads;

    PerceptronFiles(
            ExperimentFile file,
            Optional<Path> data,
            PerceptronPreparation prepared,
            PerceptronTrainer trainer,
            int threads) {
        this.file = file;
        this.data = data;
        this.prepared = prepared;
        this.trainer = trainer;
        this.threads = threads;
    }

    /**
     * Writes all files.
     *
     * @param test result on the test data, after the last epoch only
     * @param seconds time since the start
     */
    void write(Path folder, Optional<Score> test, double seconds) throws IOException {
        write(folder, trainer.checkpoint(), test, seconds);
        writePruned(folder, false);
    }

    /**
     * Writes all files after the last epoch, when the perceptron has the parameters of the best.
     *
     * @param checkpoint where the training ended
     */
    void writeEnd(Path folder, byte[] checkpoint, Score test, double seconds) throws IOException {
        write(folder, checkpoint, Optional.of(test), seconds);
        writePruned(folder, true);
    }

    private void write(Path folder, byte[] checkpoint, Optional<Score> test, double seconds) throws IOException {
        Files.write(folder.resolve(RunFiles.CHECKPOINT), checkpoint);
        String text = file.withDataAt(data).toYaml();
        AtomicFiles.write(folder.resolve(RunFiles.EXPERIMENT), out -> out.append(text));
        writeHistory(folder);
        writeMetrics(folder, test, seconds);
        RunFiles.writeSettings(
                folder,
                file,
                prepared.settings().seed(),
                prepared.training().size(),
                prepared.validation().map(set -> set.size()),
                Optional.of(prepared.test().size()),
                prepared.training().classNames());
        writeConfusion(folder, test.orElse(last().validation().orElse(last().training())));
        writeNeurons(folder);
    }

    private EpochScore last() {
        return trainer.history().get(trainer.history().size() - 1);
    }

    /** Writes one row per epoch. Nothing in it depends on the time a run takes. */
    private void writeHistory(Path folder) throws IOException {
        AtomicFiles.write(folder.resolve(RunFiles.HISTORY), out -> {
            CsvTableWriter table = new CsvTableWriter(
                    out, "epoch", "trainingLoss", "trainingAccuracy", "validationLoss", "validationAccuracy");
            for (EpochScore epoch : trainer.history()) {
                table.cell(epoch.epoch())
                        .cell(epoch.training().loss())
                        .cell(epoch.training().accuracy());
                if (epoch.validation().isPresent()) {
                    table.cell(epoch.validation().get().loss())
                            .cell(epoch.validation().get().accuracy());
                } else {
                    table.blank().blank();
                }
                table.endRow();
            }
        });
    }

    private void writeMetrics(Path folder, Optional<Score> test, double seconds) throws IOException {
        EpochScore last = last();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "train");
        fields.put("epoch", last.epoch());
        fields.put("epochs", prepared.settings().epochs());
        fields.put("complete", test.isPresent());
        trainer.bestEpoch().ifPresent(best -> fields.put("bestEpoch", best));
        fields.put("training", fields(last.training()));
        last.validation().ifPresent(score -> fields.put("validation", fields(score)));
        trainer.bestEpoch()
                .ifPresent(best -> fields.put(
                        "bestValidation",
                        fields(trainer.history().get(best - 1).validation().orElseThrow())));
        test.ifPresent(score -> fields.put("test", fields(score)));
        Map<String, Object> learned = new LinkedHashMap<>();
        long numbers = 0;
        for (ParameterArray array : trainer.learned()) {
            learned.put(array.what(), array.values().length);
            numbers += array.values().length;
        }
        fields.put("learned", learned);
        fields.put("learnedNumbers", numbers);
        long trained = (long) last.epoch() * last.training().examples();
        fields.put("totals", Map.of("trainedExamples", trained));
        Map<String, Object> execution = new LinkedHashMap<>();
        execution.put("seconds", seconds);
        execution.put("trainedExamplesPerSecond", trained / seconds);
        execution.put("threads", threads);
        execution.putAll(Machine.fields());
        fields.put("execution", execution);
        JsonFiles.write(folder.resolve(RunFiles.METRICS), fields);
    }

    private static Map<String, Object> fields(Score score) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accuracy", score.accuracy());
        fields.put("correct", score.correct());
        fields.put("examples", score.examples());
        Interval interval = Interval.ofProbability(score.correct(), score.examples());
        fields.put("interval", new double[] {interval.low(), interval.high()});
        fields.put("loss", score.loss());
        return fields;
    }

    private void writeConfusion(Path folder, Score score) throws IOException {
        List<String> classes = prepared.training().classNames();
        AtomicFiles.write(folder.resolve(RunFiles.CONFUSION), out -> {
            CsvTableWriter table = new CsvTableWriter(out, "class", "predicted", "examples");
            for (int label = 0; label < classes.size(); label++) {
                for (int prediction = 0; prediction < classes.size(); prediction++) {
                    if (score.confusion()[label][prediction] > 0) {
                        table.cell(classes.get(label))
                                .cell(classes.get(prediction))
                                .cell(score.confusion()[label][prediction])
                                .endRow();
                    }
                }
            }
        });
    }

    /** Writes a row for each neuron: what it has of numbers and, where weights follow from positions, where it is. */
    private void writeNeurons(Path folder) throws IOException {
        Perceptron perceptron = prepared.perceptron();
        double[][] positions = perceptron.positions();
        double[] bias = values("bias");
        double[] inhibition = values("inhibition");
        int inputs = perceptron.inputs();
        int hidden = perceptron.hidden();
        String[] header = IntStream.range(0, 4 + perceptron.dimensions())
                .mapToObj(k ->
                        k < 4 ? List.of("layer", "neuron", "bias", "inhibition").get(k) : "x" + (k - 4))
                .toArray(String[]::new);
        AtomicFiles.write(folder.resolve(NEURONS), out -> {
            CsvTableWriter table = new CsvTableWriter(out, header);
            for (int n = 0; n < inputs + hidden + perceptron.outputs(); n++) {
                int layer = n < inputs ? 0 : n < inputs + hidden ? 1 : 2;
                table.cell(List.of("input", "hidden", "output").get(layer))
                        .cell(n - (layer == 0 ? 0 : layer == 1 ? inputs : inputs + hidden));
                if (layer > 0) {
                    table.cell(bias[n - inputs]);
                } else {
                    table.blank();
                }
                if (n < inhibition.length) {
                    table.cell(inhibition[n]);
                } else {
                    table.blank();
                }
                for (int axis = 0; axis < perceptron.dimensions(); axis++) {
                    table.cell(positions[n][axis]);
                }
                table.endRow();
            }
        });
    }

    private double[] values(String what) {
        return prepared.perceptron().parameters().stream()
                .filter(array -> array.what().equals(what))
                .findFirst()
                .map(ParameterArray::values)
                .orElse(new double[0]);
    }

    /** Writes the accuracy with shares of the weights pruned, which is known at the end; before, a table without rows. */
    private void writePruned(Path folder, boolean atEnd) throws IOException {
        double[] shares = prepared.prunedShares();
        if (shares.length == 0) {
            return;
        }
        AtomicFiles.write(folder.resolve(PRUNED), out -> {
            CsvTableWriter table = new CsvTableWriter(out, "which", "share", "testAccuracy", "testLoss");
            for (Pruning.Criterion criterion : Pruning.Criterion.values()) {
                boolean possible = criterion == Pruning.Criterion.SMALLEST
                        || prepared.perceptron().dimensions() > 0;
                if (!atEnd || !possible) {
                    continue;
                }
                Score[] scores = Pruning.evaluate(prepared.perceptron(), prepared.test(), criterion, shares);
                for (int k = 0; k < shares.length; k++) {
                    table.cell(criterion.name().toLowerCase(Locale.ROOT))
                            .cell(shares[k])
                            .cell(scores[k].accuracy())
                            .cell(scores[k].loss())
                            .endRow();
                }
            }
        });
    }
}
