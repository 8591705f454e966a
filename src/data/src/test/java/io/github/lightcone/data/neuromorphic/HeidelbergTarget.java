package io.github.lightcone.data.neuromorphic;

import io.github.lightcone.data.DataTarget;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.Hdf5Checksums;
import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of SHD and SSC that h5py wrote, in both layouts of HDF5: all trials at once and some of them. */
public final class HeidelbergTarget implements DataTarget {

    @Override
    public String name() {
        return "heidelberg";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (String name :
                List.of("shd_float16.h5", "shd_float32.h5", "ssc_float64.h5", "shd_packed.h5", "ssc_packed.h5")) {
            try (InputStream in = HeidelbergTarget.class.getResourceAsStream(name)) {
                seeds.add(new FuzzSeed(name, in.readAllBytes()));
            }
        }
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged.h5"), damaged);
        HeidelbergSet set = seed.name().startsWith("ssc") ? HeidelbergSet.SSC : HeidelbergSet.SHD;
        try (HeidelbergFile opened = HeidelbergFile.open(file, set, Split.TRAIN)) {
            opened.dataset();
        }
    }

    @Override
    public void repair(byte[] damaged, byte[] valid) {
        Hdf5Checksums.repair(damaged, valid, ChecksumUtils::checksum);
    }
}
