package io.github.lightcone.formats;

import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Network folders with a table of spikes, one of whose files is damaged. */
public final class NetworkFolderTarget implements FuzzTarget {

    /** Pieces of JSON and CSV that something depends on. */
    static final List<String> WORDS = List.of(
            ",",
            "\n",
            "\r\n",
            "\"",
            "-",
            "NaN",
            "Infinity",
            "1e999",
            "-1",
            "0",
            "9999999999999999999",
            "2147483647",
            "2147483648",
            "{",
            "}",
            "[",
            "]",
            ":",
            "null",
            "true",
            "\uFEFF",
            "\u0000",
            "\u00fc",
            "\ud83d\ude00",
            " ",
            "1e",
            ".",
            "size",
            "input",
            "id",
            "\\u0000",
            "\\ud800",
            "/*",
            "1e-400",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[");

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (Map.Entry<String, String> file : SmallNetwork.files().entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve(file.getKey()), bytes);
            seeds.add(new FuzzSeed(file.getKey(), bytes));
        }
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve(seed.name()), damaged);
        try {
            NetworkFolder network = NetworkFolder.read(folder);
            SpikesCsv.read(folder.resolve("spikes.csv"), network, 10);
        } finally {
            Files.write(file, seed.bytes());
        }
    }

    @Override
    public List<String> words() {
        return WORDS;
    }
}
