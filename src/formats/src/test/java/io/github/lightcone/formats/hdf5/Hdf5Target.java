package io.github.lightcone.formats.hdf5;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.FuzzTarget;
import io.github.lightcone.fuzz.Hdf5Checksums;
import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** HDF5: networks and spikes as arrays, and files with every layout, type, filter and index, of which all is read. */
public final class Hdf5Target implements FuzzTarget {

    private static final Path RESOURCES = Path.of("src/test/resources/io/github/lightcone/formats");
    private static final int DEEPEST = 8;
    private static final int MOST_ITEMS = 500;

    @Override
    public String name() {
        return "hdf5";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (String name : List.of("narrow.h5", "compressed.h5", "elements.h5", "filters.h5", "indices.h5")) {
            seeds.add(new FuzzSeed(
                    name, Files.readAllBytes(RESOURCES.resolve("python").resolve(name))));
        }
        Path own = folder.resolve("own.h5");
        Hdf5Network.write(NetworkFolder.read(RESOURCES.resolve("golden")), own);
        seeds.add(new FuzzSeed("network.h5", Files.readAllBytes(own)));
        Hdf5Spikes.write(
                List.of(SpikeTrains.of(new int[] {1, 0, 2}, new double[] {0.5, 1, 2}), SpikeTrains.none()), own);
        seeds.add(new FuzzSeed("spikes.h5", Files.readAllBytes(own)));
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged.h5"), damaged);
        switch (seed.name()) {
            case "network.h5", "narrow.h5", "compressed.h5" -> Hdf5Network.read(file);
            case "spikes.h5" -> Hdf5Spikes.read(file);
            default -> new Walk().through(Hdf5Reader.open(file).root(), 0);
        }
    }

    @Override
    public void repair(byte[] damaged, byte[] valid) {
        Hdf5Checksums.repair(damaged, valid, ChecksumUtils::checksum);
    }

    /** Reads all that is in a group; groups may lead back to one another. */
    private static final class Walk {

        private int items;

        void through(Hdf5Item group, int depth) throws IOException {
            FormatException first = null;
            for (Map.Entry<String, Hdf5Item> entry : group.items().entrySet()) {
                if (++items > MOST_ITEMS || depth > DEEPEST) {
                    break;
                }
                try {
                    if (entry.getValue().isArray()) {
                        read(entry.getValue().array());
                    } else {
                        through(entry.getValue(), depth + 1);
                    }
                } catch (FormatException problem) {
                    first = first == null ? problem : first;
                }
            }
            if (first != null) {
                throw first;
            }
        }

        private static void read(Hdf5Array array) throws IOException {
            array.attribute("note3");
            if (array.isText()) {
                array.texts(1 << 16);
            } else {
                array.doubles();
                array.longs();
            }
        }
    }
}
