package io.github.lightcone.formats;

import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataSpikes;
import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.FuzzTarget;
import io.github.lightcone.fuzz.Hdf5Checksums;
import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Circuits of SONATA, of h5py and our own, one of whose files is damaged, and spikes. */
public final class SonataTarget implements FuzzTarget {

    private static final List<String> FILES = List.of(
            "config.json",
            "nodes.h5",
            "node_types.csv",
            "models/first.json",
            "edges.h5",
            "edge_types.csv",
            "spikes.h5");
    private static final List<String> OWN_FILES = List.of(
            SonataNetwork.CONFIGURATION,
            "network/nodes_1.h5",
            "network/node_types_1.csv",
            "network/edges_0.h5",
            "network/edge_types_0.csv",
            "components/point_neurons/neuron_1.json");
    private static final String OWN = "own/";

    private SonataCircuit circuit;

    @Override
    public String name() {
        return "sonata";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        circuit = SonataNetwork.read(PythonFiles.circuit(folder));
        SonataNetwork.write(SmallNetwork.read().network(), folder.resolve(OWN));
        List<FuzzSeed> seeds = new ArrayList<>();
        for (String name : FILES) {
            seeds.add(new FuzzSeed(name, Files.readAllBytes(folder.resolve(name))));
        }
        for (String name : OWN_FILES) {
            seeds.add(new FuzzSeed(OWN + name, Files.readAllBytes(folder.resolve(OWN + name))));
        }
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve(seed.name()), damaged);
        try {
            if (seed.name().equals("spikes.h5")) {
                SonataSpikes.read(file, circuit);
            } else {
                boolean own = seed.name().startsWith(OWN);
                SonataNetwork.read(folder.resolve(own ? OWN + SonataNetwork.CONFIGURATION : "config.json"));
            }
        } finally {
            Files.write(file, seed.bytes());
        }
    }

    @Override
    public List<String> words() {
        return NetworkFolderTarget.WORDS;
    }

    @Override
    public void repair(byte[] damaged, byte[] valid) {
        Hdf5Checksums.repair(damaged, valid, ChecksumUtils::checksum);
    }
}
