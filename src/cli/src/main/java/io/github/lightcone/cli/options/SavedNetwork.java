package io.github.lightcone.cli.options;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.formats.NetworkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the network of a run, for commands that take a run folder or a network folder. */
public final class SavedNetwork {

    private static final String HEADER = "network.json";
    private static final String EXPERIMENT = "experiment.yaml";

    private SavedNetwork() {}

    /** Reads a network folder, or the best network of a run of {@code train}; its last one where it has no best. */
    public static NetworkFolder read(Path runOrNetwork) throws IOException {
        return NetworkFolder.read(folder(runOrNetwork));
    }

    /**
     * Checks that a folder is not that of a perceptron.
     *
     * @throws IllegalArgumentException if it is
     */
    public static void refusePerceptron(Path run) throws IOException {
        Path experiment = run.resolve(EXPERIMENT);
        if (Files.exists(experiment) && ExperimentFile.read(experiment).isPerceptron()) {
            throw new IllegalArgumentException(
                    run
                            + ": is the run of a perceptron, which has no spiking network; 'lightcone activations' shows what it does");
        }
    }

    /** Returns the folder that {@link #read} reads. */
    public static Path folder(Path runOrNetwork) throws IOException {
        for (String inside : new String[] {"", "best", "network"}) {
            Path folder = runOrNetwork.resolve(inside);
            if (Files.exists(folder.resolve(HEADER))) {
                return folder;
            }
        }
        if (!Files.isDirectory(runOrNetwork)) {
            throw new IOException(runOrNetwork + ": must be a run folder of 'lightcone train' or a network folder");
        }
        refusePerceptron(runOrNetwork);
        throw new IOException(
                runOrNetwork + ": holds no network: neither " + HEADER + " nor the folder best or network");
    }
}
