package io.github.lightcone.report.run;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.PerceptronPreparation;
import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.perceptron.Perceptron;
import io.github.lightcone.perceptron.PerceptronTrainer;
import io.github.lightcone.perceptron.SparseImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Opens run folders of perceptrons. */
public final class PerceptronReader {

    private static final List<String> NEEDED =
            List.of("experiment.yaml", "settings.json", "checkpoint.bin", "neurons.csv");

    private PerceptronReader() {}

    /**
     * Reads a run folder and runs the perceptron of the best epoch on the mean training image of each class.
     *
     * @param run folder that {@code lightcone train} wrote
     * @param data where the data are, instead of what the experiment says
     * @param classes names of the classes wanted, in order; all if empty
     * @return activations of inputs and hidden neurons, probabilities (softmax) of outputs
     * @throws IOException if it is no run folder of a perceptron, something in it is damaged, or the data are not there
     * @throws IllegalArgumentException if neurons have no positions, there is no such class or no image of it, or the
     *     experiment or the data are not those that the run was trained with
     */
    public static PerceptronView read(Path run, Optional<Path> data, List<String> classes) throws IOException {
        ExperimentFile file = experiment(run);
        JsonObject settings = JsonFiles.read(run.resolve("settings.json"));
        requireSame(run, file, settings);
        requireClasses(settings.strings("classes"), classes);
        PerceptronPreparation prepared = prepared(file, data);
        try (Perceptron perceptron = prepared.perceptron()) {
            toBest(run.resolve("checkpoint.bin"), prepared);
            return view(run, perceptron, prepared.training().meanOfEachClass(), classes);
        }
    }

    private static ExperimentFile experiment(Path run) throws IOException {
        if (!Files.exists(run)) {
            throw new NoSuchFileException(run.toString());
        }
        if (!Files.isDirectory(run)) {
            throw new NotDirectoryException(run.toString());
        }
        if (!Files.exists(run.resolve(NEEDED.get(0)))) {
            throw new NoSuchFileException(
                    run.toString(), null, "is no run folder: it lacks " + NEEDED.get(0) + " of 'lightcone train'");
        }
        ExperimentFile file = ExperimentFile.read(run.resolve(NEEDED.get(0)));
        if (!file.isPerceptron()) {
            throw new IllegalArgumentException(run + ": is a run of a spiking network, must be one of a perceptron;"
                    + " 'lightcone plot' draws the others");
        }
        for (String name : NEEDED) {
            if (!Files.exists(run.resolve(name))) {
                throw new NoSuchFileException(run.resolve(name).toString());
            }
        }
        return file;
    }

    private static void requireSame(Path run, ExperimentFile file, JsonObject settings) throws IOException {
        try (CsvTable neurons = CsvTable.open(run.resolve("neurons.csv"))) {
            if (neurons.optionalColumn("x0") == CsvTable.ABSENT) {
                throw new IllegalArgumentException(run + ": its neurons have no positions, as network.weights is free;"
                        + " must be a perceptron whose weights follow from positions");
            }
        }
        JsonObject before = settings.object("fingerprints");
        for (String part : ExperimentFile.lastingParts()) {
            String print = before.has(part) ? before.string(part) : null;
            if (!Objects.equals(file.fingerprints().get(part), print)) {
                throw new IllegalArgumentException(
                        file.origin() + ": '" + part + "' is not what the run was trained with");
            }
        }
    }

    private static void requireClasses(List<String> known, List<String> wanted) {
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("class '" + name + "', must be one of " + String.join(", ", known));
            }
        }
    }

    private static PerceptronPreparation prepared(ExperimentFile file, Optional<Path> data) throws IOException {
        try {
            return PerceptronPreparation.of(file, data, 1);
        } catch (NoSuchFileException absent) {
            if (data.isPresent()) {
                throw absent;
            }
            throw new NoSuchFileException(absent.getFile(), null, "there are no data: --data says where they are");
        }
    }

    private static void toBest(Path checkpoint, PerceptronPreparation prepared) throws IOException {
        PerceptronTrainer trainer = new PerceptronTrainer(
                prepared.perceptron(), prepared.training(), prepared.validation(), prepared.settings());
        try {
            trainer.restore(Files.readAllBytes(checkpoint));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(checkpoint + ": " + e.getMessage(), e);
        }
        trainer.toBest();
    }

    private static PerceptronView view(Path run, Perceptron perceptron, SparseImages means, List<String> classes) {
        List<String> names = IntStream.range(0, means.size())
                .mapToObj(k -> means.classNames().get(means.label(k)))
                .toList();
        List<String> shown = classes.isEmpty() ? names : classes;
        int inputs = perceptron.inputs();
        int hidden = perceptron.hidden();
        double[][] values = perceptron.activations(means);
        double[][] inputValues = new double[shown.size()][];
        double[][] hiddenValues = new double[shown.size()][];
        double[][] outputValues = new double[shown.size()][];
        for (int k = 0; k < inputValues.length; k++) {
            int image = names.indexOf(shown.get(k));
            if (image < 0) {
                throw new IllegalArgumentException("class '" + shown.get(k) + "' has no training images, only "
                        + String.join(", ", names) + " have");
            }
            inputValues[k] = means.values(image);
            hiddenValues[k] = Arrays.copyOf(values[image], hidden);
            outputValues[k] = softmax(Arrays.copyOfRange(values[image], hidden, values[image].length));
        }
        double[][] places = perceptron.positions();
        return new PerceptronView(
                run.toString(),
                shown,
                List.of(
                        new PerceptronView.Layer("inputs", List.of(), part(places, 0, inputs), inputValues),
                        new PerceptronView.Layer(
                                "hidden", List.of(), part(places, inputs, inputs + hidden), hiddenValues),
                        new PerceptronView.Layer(
                                "outputs",
                                means.classNames(),
                                part(places, inputs + hidden, places.length),
                                outputValues)));
    }

    private static double[][] part(double[][] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    private static double[] softmax(double[] logits) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double[] shares =
                Arrays.stream(logits).map(y -> StrictMath.exp(y - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
