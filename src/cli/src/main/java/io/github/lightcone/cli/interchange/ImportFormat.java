package io.github.lightcone.cli.interchange;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.NetworkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of file that a network can be read from. */
interface ImportFormat extends FileFormat {

    /**
     * What was read.
     *
     * @param network the network
     * @param notes what to tell: what the numbers of the file were taken for, and what the network does not carry
     * @param inputs spikes for {@link #inputs()}; null if there are none
     */
    record Imported(NetworkFolder network, List<String> notes, SpikeTrains inputs) {

        Imported(NetworkFolder network, List<String> notes) {
            this(network, notes, null);
        }
    }

    /**
     * Reads a network.
     *
     * @throws IllegalArgumentException if no network does what the file says, or an option is wrong
     */
    Imported read(Path file) throws IOException;

    /** Returns the table to write input spikes to, null if they are not asked for. */
    default Path inputs() {
        return null;
    }
}
