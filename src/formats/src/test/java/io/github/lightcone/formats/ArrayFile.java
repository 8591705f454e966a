package io.github.lightcone.formats;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.hdf5.Hdf5Network;
import io.github.lightcone.formats.hdf5.Hdf5Spikes;
import io.github.lightcone.formats.numpy.NumpyNetwork;
import io.github.lightcone.formats.numpy.NumpySpikes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The kinds of file that hold named arrays. */
enum ArrayFile {
    NUMPY(".npz") {
        @Override
        void write(NetworkFolder network, Path file) throws IOException {
            NumpyNetwork.write(network, file);
        }

        @Override
        NetworkFolder network(Path file) throws IOException {
            return NumpyNetwork.read(file);
        }

        @Override
        void write(List<SpikeTrains> examples, Path file) throws IOException {
            NumpySpikes.write(examples, file);
        }

        @Override
        List<SpikeTrains> spikes(Path file) throws IOException {
            return NumpySpikes.read(file);
        }
    },
    HDF5(".h5") {
        @Override
        void write(NetworkFolder network, Path file) throws IOException {
            Hdf5Network.write(network, file);
        }

        @Override
        NetworkFolder network(Path file) throws IOException {
            return Hdf5Network.read(file);
        }

        @Override
        void write(List<SpikeTrains> examples, Path file) throws IOException {
            Hdf5Spikes.write(examples, file);
        }

        @Override
        List<SpikeTrains> spikes(Path file) throws IOException {
            return Hdf5Spikes.read(file);
        }
    };

    private final String ending;

    ArrayFile(String ending) {
        this.ending = ending;
    }

    /** Returns a file of this kind in a folder. */
    Path in(Path folder, String name) {
        return folder.resolve(name + ending);
    }

    abstract void write(NetworkFolder network, Path file) throws IOException;

    abstract NetworkFolder network(Path file) throws IOException;

    abstract void write(List<SpikeTrains> examples, Path file) throws IOException;

    abstract List<SpikeTrains> spikes(Path file) throws IOException;
}
