package io.github.lightcone.experiment;

import io.github.lightcone.data.file.Split;
import io.github.lightcone.data.image.MnistImages;
import io.github.lightcone.learning.optimise.Method;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.perceptron.Embedding;
import io.github.lightcone.perceptron.ParameterArray;
import io.github.lightcone.perceptron.Perceptron;
import io.github.lightcone.perceptron.PerceptronSettings;
import io.github.lightcone.perceptron.Planes;
import io.github.lightcone.perceptron.Pruning;
import io.github.lightcone.perceptron.SparseImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment with a perceptron, {@code model: perceptron}, ready to be trained.
 *
 * @param perceptron to be trained; belongs to whoever asked for it, who closes it
 * @param training examples
 * @param validation examples to choose the best epoch by, if any
 * @param test examples
 * @param settings how it is trained
 * @param prunedShares shares of the weights with which pruned it is tested at the end
 * @param absent what the file names under {@code learn} and the perceptron has nothing of
 */
@SuppressWarnings("ArrayRecordComponent")
public record PerceptronPreparation(
        Perceptron perceptron,
        SparseImages training,
        Optional<SparseImages> validation,
        SparseImages test,
        PerceptronSettings settings,
        double[] prunedShares,
        List<String> absent) {

    private static final int MOST_HIDDEN = 1_000_000;
    private static final List<String> THINGS = List.of("weights", "positions", "layerDistances", "inhibition", "bias");

    /** Keeps a copy of the list. */
    public PerceptronPreparation {
        absent = List.copyOf(absent);
    }

    /**
     * Reads the data and draws the perceptron of a file.
     *
     * @param data where the data are, instead of what the file says
     * @param threads number of threads, at least 1; the result does not depend on it
     * @throws ExperimentException naming what is wrong in the file
     * @throws IOException if the data cannot be read, or are not what they should be
     */
    public static PerceptronPreparation of(ExperimentFile file, Optional<Path> data, int threads) throws IOException {
        try {
            return prepared(file, data, threads);
        } catch (IllegalArgumentException e) {
            throw file.root().error(e);
        }
    }

    private static PerceptronPreparation prepared(ExperimentFile file, Optional<Path> data, int threads)
            throws IOException {
        file.name();
        Section root = file.root();
        root.has("name");
        root.choice("model", List.of(ExperimentFile.PERCEPTRON));
        root.text("description", "");
        Section variants = root.sectionOrEmpty("variants");
        variants.fields().forEach(variants::section);
        long seed = root.wholeNumber("seed", 1);
        Section training = root.section("training");
        int epochs = training.integer("epochs", 1, Integer.MAX_VALUE);
        int batch = training.integer("batch", 1, Integer.MAX_VALUE);
        training.rejectOthers();
        Section optimiser = root.sectionOrEmpty("optimiser");
        Method method = LearnPart.method(optimiser);
        Schedule schedule = LearnPart.schedule(optimiser);
        optimiser.rejectOthers();
        Map<String, Double> rates = rates(root);
        Pruning pruning = pruning(root);
        Section network = root.section("network");
        Section populations = network.section("populations");
        Section hiddenPart = populations.section("hidden");
        int hidden = hiddenPart.integer("size", 1, MOST_HIDDEN);
        Optional<Embedding> embedding = embedding(network);
        if (embedding.isEmpty()) {
            network.has("dimensions");
        }
        hiddenPart.rejectOthers();
        populations.rejectOthers();
        network.rejectOthers();
        Section dataPart = root.section("data");
        root.rejectOthers();
        Images images = images(dataPart, file, data);
        int inputs = images.training.inputs();
        int outputs = images.training.classes();
        Perceptron perceptron = embedding.isPresent()
                ? Perceptron.spatial(embedding.get(), inputs, hidden, outputs, seed, threads)
                : Perceptron.ordinary(inputs, hidden, outputs, seed, threads);
        List<String> present =
                perceptron.parameters().stream().map(ParameterArray::what).toList();
        List<String> absent =
                rates.keySet().stream().filter(what -> !present.contains(what)).toList();
        PerceptronSettings settings = new PerceptronSettings(seed, epochs, batch, method, schedule, rates, pruning);
        return new PerceptronPreparation(
                perceptron, images.training, images.validation, images.test, settings, after(root), absent);
    }

    private static Map<String, Double> rates(Section root) {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Section entry : root.sections("learn")) {
            String what = entry.choice("what", THINGS);
            double rate = entry.positive("rate");
            boolean frozen = entry.truth("freeze", false);
            entry.rejectOthers();
            if (rates.containsKey(what)) {
                throw entry.error(what + " has an entry further up already");
            }
            if (!frozen) {
                rates.put(what, rate);
            }
        }
        if (rates.isEmpty()) {
            throw root.error("learn: nothing is learned");
        }
        return rates;
    }

    private static Pruning pruning(Section root) {
        if (!root.has("prune")) {
            return Pruning.none();
        }
        Section part = root.section("prune");
        String which = part.has("which") ? part.choice("which", names(Pruning.Criterion.values())) : "smallest";
        Pruning pruning =
                new Pruning(Pruning.Criterion.valueOf(which.toUpperCase(Locale.ROOT)), part.number("share", 0));
        part.has("after");
        part.rejectOthers();
        after(root);
        return pruning;
    }

    private static double[] after(Section root) {
        Section part = root.sectionOrEmpty("prune");
        double[] shares = part.has("after") ? part.numbers("after", -1) : new double[0];
        for (double share : shares) {
            if (!(share >= 0 && share < 1)) {
                throw part.error("after", "must be shares of at least 0 and below 1");
            }
        }
        return shares;
    }

    private static Optional<Embedding> embedding(Section network) {
        Section.Variant variant = network.variant("weights");
        return switch (variant.name()) {
            case "free" -> Optional.empty();
            case "distance" -> Optional.of(embedding(network, variant.content()));
            default -> throw variant.unknown(List.of("free", "distance"));
        };
    }

    private static Embedding embedding(Section network, Section rule) {
        String kernel = rule.has("kernel")
                ? rule.choice("kernel", List.of("inverse", "inverse-square", "exponential", "gaussian"))
                : "inverse";
        DistanceKernel.Shape shape =
                DistanceKernel.Shape.valueOf(kernel.toUpperCase(Locale.ROOT).replace('-', '_'));
        double[] scales = rule.numbers("scale", 2);
        double[] spread = rule.numbers("spread", 3);
        String planes = rule.choice("planes", names(Planes.values()));
        Embedding embedding = new Embedding(
                network.integer("dimensions", 1, 64, 3),
                Planes.valueOf(planes.toUpperCase(Locale.ROOT)),
                new DistanceKernel(shape, rule.positive("length", 1)),
                rule.positive("steepness", 1),
                scales[0],
                scales[1],
                spread[0],
                spread[1],
                spread[2]);
        rule.rejectOthers();
        return embedding;
    }

    private static List<String> names(Enum<?>[] values) {
        List<String> names = new ArrayList<>();
        for (Enum<?> value : values) {
            names.add(value.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private record Images(SparseImages training, Optional<SparseImages> validation, SparseImages test) {}

    private static Images images(Section part, ExperimentFile file, Optional<Path> data) throws IOException {
        part.choice("source", List.of("mnist"));
        boolean named = part.has("path");
        Path path = data.orElseGet(() -> named ? file.folder().resolve(part.text("path")) : null);
        if (path == null) {
            throw part.error("path is missing: say where the data are, in the file or by --data");
        }
        int first = part.integer("first", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        int heldOut = 0;
        if (part.has("validation")) {
            Section validation = part.section("validation");
            heldOut = validation.integer("last", 1, Integer.MAX_VALUE);
            validation.rejectOthers();
        }
        part.rejectOthers();
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there are no data");
        }
        MnistImages all = MnistImages.read(path, Split.TRAIN);
        MnistImages test = MnistImages.read(path, Split.TEST);
        int end = all.size() - heldOut;
        if (end < 1) {
            throw part.error("validation", "holds out all of " + all.size() + " examples");
        }
        return new Images(
                SparseImages.of(all, 0, Math.min(first, end)),
                heldOut == 0 ? Optional.empty() : Optional.of(SparseImages.of(all, end, all.size())),
                SparseImages.of(test, 0, test.size()));
    }
}
