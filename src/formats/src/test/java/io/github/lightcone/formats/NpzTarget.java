package io.github.lightcone.formats;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NumPy archives of networks and spikes, of NumPy and our own. */
public final class NpzTarget implements FuzzTarget {

    @Override
    public String name() {
        return "npz";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (String name : List.of("narrow.npz", "compressed.npz")) {
            seeds.add(new FuzzSeed(name, Files.readAllBytes(PythonFiles.file(name))));
        }
        Path own = folder.resolve("own.npz");
        ArrayFile.NUMPY.write(SmallNetwork.read(), own);
        seeds.add(new FuzzSeed("network.npz", Files.readAllBytes(own)));
        ArrayFile.NUMPY.write(
                List.of(SpikeTrains.of(new int[] {1, 0, 2}, new double[] {0.5, 1, 2}), SpikeTrains.none()), own);
        seeds.add(new FuzzSeed("spikes.npz", Files.readAllBytes(own)));
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged.npz"), damaged);
        if (seed.name().startsWith("spikes")) {
            ArrayFile.NUMPY.spikes(file);
        } else {
            ArrayFile.NUMPY.network(file);
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "'",
                "(",
                ")",
                ",",
                "{",
                "}",
                "True",
                "<f8",
                "<U99999999",
                "|O",
                "99999999999",
                "-1",
                "shape",
                "PK\u0003\u0004",
                "PK\u0001\u0002",
                "PK\u0005\u0006",
                "..",
                "\u0000");
    }
}
