package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.numpy.NumpyNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** NumPy archives, which carry a whole network. */
final class NumpyFormat implements ExportFormat, ImportFormat {

    @Override
    public String ending() {
        return ".npz";
    }

    @Override
    public String optionGiven() {
        return null;
    }

    @Override
    public List<String> write(NetworkFolder network, Path file) throws IOException {
        NumpyNetwork.write(network, file);
        return List.of("times in ms, positions in mm");
    }

    @Override
    public Imported read(Path file) throws IOException {
        return new Imported(NumpyNetwork.read(file), List.of());
    }
}
