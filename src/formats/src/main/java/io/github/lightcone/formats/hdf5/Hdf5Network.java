package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.NetworkArrays;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A network as a file in HDF5 format with the arrays of {@link NetworkArrays}; bit for bit there and back.
 *
 * <pre>{@code
 * arrays = h5py.File("network.h5")
 * weights, delays, positions = arrays["weight"][:], arrays["delay"][:], arrays["position"][:]
 * }</pre>
 */
public final class Hdf5Network {

    private Hdf5Network() {}

    /** Writes a network whose neurons go by their numbers, in place of the file of this name, if there is one. */
    public static void write(Network network, Path file) throws IOException {
        write(NetworkFolder.of(network), file);
    }

    /** Writes a network and the ids of its neurons in place of the file of this name, if there is one. */
    public static void write(NetworkFolder network, Path file) throws IOException {
        Hdf5Writer.write(file, root -> NetworkArrays.write(network, Hdf5Arrays.into(root)));
    }

    /**
     * Reads a network.
     *
     * @throws io.github.lightcone.formats.FormatException if anything in the file is missing, unknown or wrong
     */
    public static NetworkFolder read(Path file) throws IOException {
        return NetworkArrays.read(Hdf5Arrays.of(Hdf5Reader.open(file)));
    }
}
