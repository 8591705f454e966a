package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a file of named arrays, it is read or there is one line that says why not. */
class ArrayFilesFuzzTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void changedNetworksAreReadOrExplained(ArrayFile kind) throws IOException {
        Path file = kind.in(folder, "net");
        kind.write(SmallNetwork.read(), file);
        byte[] valid = Files.readAllBytes(file);

        int read = 0;
        for (int k = 0; k < Mutations.count(); k++) {
            if (Mutations.isRead(valid, k, changed -> kind.network(Files.write(file, changed)))) {
                read++;
            }
        }

        assertThat(read).isBetween(1, Mutations.count() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void changedSpikesAreReadOrExplained(ArrayFile kind) throws IOException {
        Path file = kind.in(folder, "spikes");
        kind.write(List.of(SpikeTrains.of(new int[] {1, 0, 2}, new double[] {0.5, 1, 2}), SpikeTrains.none()), file);
        byte[] valid = Files.readAllBytes(file);

        int read = 0;
        for (int k = 0; k < Mutations.count(); k++) {
            if (Mutations.isRead(valid, k, changed -> kind.spikes(Files.write(file, changed)))) {
                read++;
            }
        }

        assertThat(read).isBetween(1, Mutations.count() - 1);
    }
}
