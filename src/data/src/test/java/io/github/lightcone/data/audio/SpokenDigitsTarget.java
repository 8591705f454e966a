package io.github.lightcone.data.audio;

import io.github.lightcone.data.DataTarget;
import io.github.lightcone.data.Gzip;
import io.github.lightcone.fuzz.FuzzSeed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Spikes of all spoken digits, plain and compressed. */
public final class SpokenDigitsTarget implements DataTarget {

    private static final int RECORDINGS = 3000;

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        byte[] whole = whole();
        return List.of(new FuzzSeed("digits.bin", whole), new FuzzSeed("digits.bin.gz", Gzip.of(whole)));
    }

    /** Every recording has a spike but the first, which has many. */
    private static byte[] whole() {
        ByteBuffer bytes = ByteBuffer.allocate(12 + RECORDINGS * 14 + 3 * 50);
        bytes.putInt(0x46534431).putInt(RECORDINGS).putInt(64);
        for (int recording = 0; recording < RECORDINGS; recording++) {
            int spikes = recording == 0 ? 51 : 1;
            bytes.put((byte) (recording / 300)).put((byte) (recording / 50 % 6)).put((byte) (recording % 50));
            bytes.putInt(40_000).putInt(spikes);
            for (int k = 0; k < spikes; k++) {
                bytes.putShort((short) (700 * k)).put((byte) k);
            }
        }
        return bytes.array();
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        SpokenDigits.read(Files.write(folder.resolve("damaged-" + seed.name()), damaged));
    }
}
