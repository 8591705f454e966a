package io.github.lightcone.formats.numpy;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.NetworkArrays;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A network as a NumPy archive with the arrays of {@link NetworkArrays}; bit for bit there and back.
 *
 * <pre>{@code
 * arrays = numpy.load("network.npz")
 * weights, delays, positions = arrays["weight"], arrays["delay"], arrays["position"]
 * }</pre>
 */
public final class NumpyNetwork {

    private NumpyNetwork() {}

    /** Writes a network whose neurons go by their numbers, in place of the file of this name, if there is one. */
    public static void write(Network network, Path file) throws IOException {
        write(NetworkFolder.of(network), file);
    }

    /** Writes a network and the ids of its neurons in place of the file of this name, if there is one. */
    public static void write(NetworkFolder network, Path file) throws IOException {
        AtomicFiles.writeAll(Map.of(file, (place, out) -> {
            NpzWriter arrays = new NpzWriter(out);
            NetworkArrays.write(network, arrays);
            arrays.finish();
        }));
    }

    /**
     * Reads a network.
     *
     * @throws io.github.lightcone.formats.FormatException if anything in the file is missing, unknown or wrong
     */
    public static NetworkFolder read(Path file) throws IOException {
        try (NpzReader arrays = NpzReader.open(file)) {
            return NetworkArrays.read(arrays);
        }
    }
}
