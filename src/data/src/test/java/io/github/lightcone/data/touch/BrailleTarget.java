package io.github.lightcone.data.touch;

import io.github.lightcone.data.DataTarget;
import io.github.lightcone.data.Gzip;
import io.github.lightcone.fuzz.FuzzSeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Level-crossings and samples of some letters, plain and compressed, up to the spikes that they become. */
public final class BrailleTarget implements DataTarget {

    private static final byte[] EVENTS = """
            trial,letter,repetition,t_seconds,taxel,on
            0,A,0,0.5,3,1
            0,A,0,0.25,7,0
            1,A,1,1.5,3,0
            2,B,0,0.125,9,1
            3,B,1,0.75,7,1
            """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] SAMPLES = """
            trial,letter,repetition,sample,t0,t1,t2,t3,t4,t5,t6,t7,t8,t9,t10,t11
            0,A,0,0,255,250,255,255,255,255,255,255,255,255,255,255
            0,A,0,1,251,254,255,255,255,255,255,255,255,255,0,255
            1,B,0,0,0,255,255,255,255,255,255,255,255,255,255,255
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "braille";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        return List.of(
                new FuzzSeed("events.csv", EVENTS),
                new FuzzSeed("samples.csv", SAMPLES),
                new FuzzSeed("events.csv.gz", Gzip.of(EVENTS)),
                new FuzzSeed("samples.csv.gz", Gzip.of(SAMPLES)));
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged-" + seed.name()), damaged);
        BrailleRecordings recordings = seed.name().startsWith("events")
                ? BrailleRecordings.readSubset(file)
                : BrailleSamples.readSubset(file).events(1);
        if (recordings.letters().size() > 1) {
            recordings.dataset();
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                ",",
                "\n",
                "\r",
                "\r\n",
                "-",
                "NaN",
                "1e999",
                "-0",
                "0x1p3",
                "2147483647",
                "99999999999",
                "\uFEFF",
                "\u0000",
                "\u2028",
                "\ud83d\ude00",
                "A,1",
                "B,0");
    }
}
