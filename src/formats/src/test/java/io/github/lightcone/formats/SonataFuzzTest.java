package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataSpikes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in one of the files of a circuit, it is read or there is one line that says why not. */
class SonataFuzzTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"config.json", "nodes.h5", "node_types.csv", "models/first.json", "edges.h5", "edge_types.csv"})
    void changedCircuitsAreReadOrExplained(String name) throws IOException {
        Path configuration = PythonFiles.circuit(folder);
        Path file = folder.resolve(name);
        byte[] valid = Files.readAllBytes(file);
        // Six files share the number, and a circuit takes as long as two archives.
        int count = Math.max(1, Mutations.count() / 12);

        int read = 0;
        for (int k = 0; k < count; k++) {
            if (Mutations.isRead(valid, k, changed -> {
                Files.write(file, changed);
                SonataNetwork.read(configuration);
            })) {
                read++;
            }
        }

        assertThat(read).isLessThan(count);
    }

    @Test
    void changedSpikesAreReadOrExplained() throws IOException {
        SonataCircuit circuit = SonataNetwork.read(PythonFiles.circuit(folder));
        Path file = folder.resolve("spikes.h5");
        byte[] valid = Files.readAllBytes(file);

        int read = 0;
        for (int k = 0; k < Mutations.count(); k++) {
            if (Mutations.isRead(valid, k, changed -> SonataSpikes.read(Files.write(file, changed), circuit))) {
                read++;
            }
        }

        assertThat(read).isBetween(1, Mutations.count() - 1);
    }
}
