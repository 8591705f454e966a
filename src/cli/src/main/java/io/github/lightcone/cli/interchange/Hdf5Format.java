package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.hdf5.Hdf5Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** HDF5 files, which carry a whole network. */
final class Hdf5Format implements ExportFormat, ImportFormat {

    @Override
    public String ending() {
        return ".h5";
    }

    @Override
    public String optionGiven() {
        return null;
    }

    @Override
    public List<String> write(NetworkFolder network, Path file) throws IOException {
        Hdf5Network.write(network, file);
        return List.of("times in ms, positions in mm");
    }

    @Override
    public Imported read(Path file) throws IOException {
        return new Imported(Hdf5Network.read(file), List.of());
    }
}
