package io.github.lightcone.data.audio;

import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sounds of every encoding in a folder of two, up to the spikes that they become. */
public final class WavTarget implements FuzzTarget {

    private static final String DAMAGED = "0_ann_0.wav";
    private static final double[] SAMPLES = {0, 0.5, -0.5, -1, 0.9921875, -0.0078125, 0.25, 0.125};
    private static final int LENGTH_AT = 4;

    private final AudioFolder reader = new AudioFolder(
                    WavReader.mean(),
                    new Cochlea(CochleaSettings.defaults().withChannels(2).withFrequencies(50, 100)))
            .atLevel(0.1);

    @Override
    public String name() {
        return "wav";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        Files.write(folder.resolve("1_ann_0.wav"), WavBytes.of(1, 1, 8000, 16, SAMPLES));
        List<FuzzSeed> seeds = new ArrayList<>();
        for (int channels = 1; channels <= 2; channels++) {
            for (int bits = 8; bits <= 32; bits += 8) {
                seeds.add(new FuzzSeed("pcm" + bits + "-" + channels, WavBytes.of(1, channels, 8000, bits, SAMPLES)));
            }
            seeds.add(new FuzzSeed("float-" + channels, WavBytes.of(3, channels, 8000, 32, SAMPLES)));
        }
        seeds.add(new FuzzSeed("tone", WavBytes.tone(1000, 60, 0.5, 0.2)));
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Files.write(folder.resolve(DAMAGED), damaged);
        reader.readByFileName(folder);
    }

    @Override
    public boolean explains(Throwable problem) {
        // A sound that is right but has too few samples a second for the cochlea.
        boolean tooSlow = problem instanceof IllegalArgumentException
                && problem.getMessage().contains(DAMAGED);
        return tooSlow || problem instanceof MalformedDataException;
    }

    @Override
    public List<String> words() {
        return List.of("RIFF", "WAVE", "fmt ", "data", "LIST", "\u0010\u0000\u0000\u0000", "\u0000\u0000");
    }

    /** The length of the file stands in the file. */
    @Override
    public void repair(byte[] damaged, byte[] valid) {
        if (damaged.length >= LENGTH_AT + Integer.BYTES) {
            ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(LENGTH_AT, damaged.length - 8);
        }
    }
}
