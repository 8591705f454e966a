package io.github.lightcone.data.neuromorphic;

import io.github.lightcone.data.DataTarget;
import io.github.lightcone.fuzz.FuzzSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Events of a camera whose clock overflows. */
public final class NMnistTarget implements DataTarget {

    private static final byte[] EVENTS = {
        3, 2, 0, 3, -87, 33, 33, -124, -89, -29, 0, -16, 0, 0, 0, 0, 0, -1, -1, -1, 7, 8, 0, 1, 0
    };

    @Override
    public String name() {
        return "nmnist";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) {
        return List.of(new FuzzSeed("00001.bin", EVENTS));
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        NMnist.events(Files.write(folder.resolve("damaged.bin"), damaged));
    }
}
