package io.github.lightcone.formats.nir;

import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.FuzzTarget;
import io.github.lightcone.fuzz.Hdf5Checksums;
import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Graphs of NIR, of the {@code nir} package and our own, up to the network that they become. */
public final class NirTarget implements FuzzTarget {

    @Override
    public String name() {
        return "nir";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (String name : List.of("cuba_lif", "lif_spikes", "delays", "nested", "hostile_kind", "hostile_circle")) {
            seeds.add(new FuzzSeed(name, Files.readAllBytes(NirFixtures.file(name))));
        }
        Path own = folder.resolve("own.nir");
        for (String name : List.of("cuba_lif", "lif_constant", "recurrent", "delays", "nested", "chain")) {
            NirFile.write(own, NirFixtures.read(name));
            seeds.add(new FuzzSeed("own_" + name, Files.readAllBytes(own)));
        }
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged.nir"), damaged);
        NirImport.of(NirFile.read(file), NirSettings.usual().withLifSynapse(5));
    }

    @Override
    public boolean explains(Throwable problem) {
        // A graph that is right but has no counterpart here.
        return problem instanceof IOException || problem instanceof IllegalArgumentException;
    }

    @Override
    public void repair(byte[] damaged, byte[] valid) {
        Hdf5Checksums.repair(damaged, valid, ChecksumUtils::checksum);
    }
}
