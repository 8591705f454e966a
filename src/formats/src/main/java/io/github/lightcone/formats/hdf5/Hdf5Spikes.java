package io.github.lightcone.formats.hdf5;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.SpikeArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The spikes of several examples as a file in HDF5 format with the arrays of {@link SpikeArrays}. */
public final class Hdf5Spikes {

    private Hdf5Spikes() {}

    /**
     * Writes spikes in place of the file of this name, if there is one.
     *
     * @param examples the spikes of each example, by the numbers of neurons
     */
    public static void write(List<SpikeTrains> examples, Path file) throws IOException {
        Hdf5Writer.write(file, root -> SpikeArrays.write(examples, Hdf5Arrays.into(root)));
    }

    /**
     * Reads the spikes of each example.
     *
     * @throws io.github.lightcone.formats.FormatException if anything in the file is missing, unknown or wrong
     */
    public static List<SpikeTrains> read(Path file) throws IOException {
        return SpikeArrays.read(Hdf5Arrays.of(Hdf5Reader.open(file)));
    }
}
