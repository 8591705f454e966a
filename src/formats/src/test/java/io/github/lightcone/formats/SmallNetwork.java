package io.github.lightcone.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The small network folder among the test resources. */
final class SmallNetwork {

    private SmallNetwork() {}

    static Path folder() {
        return Path.of("src/test/resources/io/github/lightcone/formats/golden");
    }

    static NetworkFolder read() throws IOException {
        return NetworkFolder.read(folder());
    }

    /** Returns its files by name. */
    static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : new String[] {"network.json", "neurons.csv", "synapses.csv", "spikes.csv"}) {
            files.put(name, Files.readString(folder().resolve(name)));
        }
        return files;
    }

    /** Writes files into a folder. */
    static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
