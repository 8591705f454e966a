package io.github.lightcone.experiment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Objective;
import io.github.lightcone.learning.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An experiment ready to be trained.
 *
 * @param experiment what a trainer takes
 * @param absent what the file names under {@code learn} and its network has nothing of
 * @param lateSpikes number of input spikes that are left out because they come at or after the end of a run
 * @param structure after which epochs structure is measured, if at all
 */
public record Preparation(
        Experiment experiment, List<String> absent, long lateSpikes, Optional<StructurePlan> structure) {

    private static final double LONGEST_RUN = 1e7;

    /** Keeps a copy of the list. */
    public Preparation {
        absent = List.copyOf(absent);
    }

    /**
     * Reads the data and draws the network of a file.
     *
     * @param data where the data are, instead of what the file says
     * @param threads number of threads, at least 1; the result does not depend on it
     * @throws ExperimentException naming what is wrong in the file
     * @throws IOException if the data cannot be read, or are not what they should be
     */
    public static Preparation of(ExperimentFile file, Optional<Path> data, int threads) throws IOException {
        try {
            return prepared(file, data, threads);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw file.root().error(e);
        }
    }

    private static Preparation prepared(ExperimentFile file, Optional<Path> data, int threads) throws IOException {
        file.name();
        Section root = file.root();
        root.has("name");
        root.has("model");
        if (file.isPerceptron()) {
            throw root.error("model", "this works on spiking networks, a perceptron can be trained only");
        }
        root.text("description", "");
        Section variants = root.sectionOrEmpty("variants");
        variants.fields().forEach(variants::section);
        long seed = root.wholeNumber("seed", 1);
        double end = root.positive("end");
        if (end > LONGEST_RUN) {
            throw root.error("end", "must be at most " + LONGEST_RUN + " ms");
        }
        DataSplits splits = new DataPart(root.section("data"), file.folder(), data, seed, end).load();
        EventDataset training = splits.training();
        NetworkPart network = new NetworkPart(root.section("network"), seed, training.channels(), training.classes());
        LearnPart learn = new LearnPart(root, network);
        Objective objective = new ObjectivePart(network, end).read(root);
        TrainingSettings unmasked = TrainingPart.read(root, network, training.channels(), learn.groups(), threads);
        TrainingSettings settings = new MaskPart(network, unmasked).read(root);
        Optional<StructurePlan> structure = new MeasurePart(network, settings).read(root);
        root.rejectOthers();
        Experiment experiment = new Experiment(
                new TrainableNetwork(network.network(), network.rules(), learn.learnables()),
                objective,
                end,
                training,
                splits.validation(),
                splits.test(),
                settings);
        return new Preparation(experiment, learn.absent(), splits.lateSpikes(), structure);
    }
}
