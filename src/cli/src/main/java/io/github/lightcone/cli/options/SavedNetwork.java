package io.github.lightcone.cli.options;

import io.github.lightcone.formats.NetworkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the network of a run, for commands that take a run folder or a network folder. */
public final class SavedNetwork {

    private static final String HEADER = "network.json";

    private SavedNetwork() {}

    /** Reads a network folder, or the best network of a run of {@code train}; its last one where it has no best. */
    public static NetworkFolder read(Path runOrNetwork) throws IOException {
        return NetworkFolder.read(folder(runOrNetwork));
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
        throw new IOException(
                runOrNetwork + ": holds no network: neither " + HEADER + " nor the folder best or network");
    }
}
