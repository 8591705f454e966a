package io.github.lightcone.formats.sonata;

import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A network as a SONATA circuit: {@code circuit_config.json} and the files it names.
 *
 * <p>What has been written reads back as the same network, bit for bit. Others read node populations with {@code x, y,
 * z} in micrometres and edges with {@code delay} and {@code syn_weight}, sources as {@code virtual} nodes and
 * integrate-and-fire neurons as {@code nest:iaf_psc_exp}. Beside these stand arrays of our own: {@code x_mm, y_mm,
 * z_mm} with coordinates that no rounding has touched, and {@code delay_offset_ms} where delays follow from positions.
 * Where they and the arrays of SONATA disagree, reading ends in an error.
 */
public final class SonataNetwork {

    /** The name of the configuration in a folder that has been written. */
    public static final String CONFIGURATION = "circuit_config.json";

    private SonataNetwork() {}

    /**
     * Writes a network into a folder that does not exist yet; all of it or nothing. The ids of its nodes are their
     * places in their populations.
     *
     * @throws IllegalArgumentException if it has no neurons, or a population whose name HDF5 cannot take: one with a
     *     slash or a null character, or a single dot
     * @throws IOException if the folder exists already or cannot be written
     */
    public static void write(Network network, Path folder) throws IOException {
        SonataWriter.write(network, folder);
    }

    /**
     * Reads a circuit.
     *
     * @param configuration of the circuit, or one that names it as its {@code network}
     * @throws io.github.lightcone.formats.FormatException if a file is missing or wrong, leads out of the folder of the
     *     configuration, or holds what has no counterpart
     */
    public static SonataCircuit read(Path configuration) throws IOException {
        return read(configuration, SonataOptions.strict());
    }

    /** Reads a circuit as {@link #read(Path)} does, with options. */
    public static SonataCircuit read(Path configuration, SonataOptions options) throws IOException {
        return new SonataReader(CircuitConfig.read(configuration, options), options).read();
    }
}
