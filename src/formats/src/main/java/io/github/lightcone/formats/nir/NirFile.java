package io.github.lightcone.formats.nir;

import io.github.lightcone.formats.hdf5.Hdf5Writer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A {@code .nir} file: a graph in HDF5, as the {@code nir} package for Python, version 1, reads and writes it.
 */
public final class NirFile {

    private NirFile() {}

    /**
     * Reads a graph of at most 10000 nodes and 2^26 numbers from a file below 2 GB. O(size of the file and of the
     * numbers) in time and memory, whatever the file says.
     *
     * @throws io.github.lightcone.formats.FormatException if anything in it is missing or wrong; the message names the
     *     file, the node, what was found and what is allowed
     */
    public static NirGraph read(Path file) throws IOException {
        return NirReader.read(file);
    }

    /**
     * Writes a graph in place of the file of this name, if there is one; all of it or nothing. Numbers have 64 bits,
     * arrays from 256 numbers are compressed.
     *
     * @throws IOException if it cannot be written; then nothing has changed
     */
    public static void write(Path file, NirGraph graph) throws IOException {
        Hdf5Writer.write(file, root -> NirWriter.write(root, graph));
    }
}
