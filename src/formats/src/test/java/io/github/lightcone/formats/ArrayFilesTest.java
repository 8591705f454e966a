package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks and spikes in files of named arrays: what is written reads back as the same, bit for bit. */
class ArrayFilesTest {

    private static final int NETWORKS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void networkAndIdsSurvive(ArrayFile kind) throws IOException {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Network network = RandomNetworks.network(seed);
            NeuronIds ids = RandomNetworks.ids(seed, network.neuronCount());
            Path file = kind.in(folder, "net" + seed);

            kind.write(new NetworkFolder(network, ids), file);
            NetworkFolder read = kind.network(file);

            RandomNetworks.assertSame(read.network(), network);
            for (int n = 0; n < ids.size(); n++) {
                assertThat(read.ids().id(n)).isEqualTo(ids.id(n));
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("no draft stays behind").hasSize(NETWORKS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writingAgainGivesTheSameBytes(ArrayFile kind) throws IOException {
        Path first = kind.in(folder, "first");
        Path second = kind.in(folder, "second");

        kind.write(SmallNetwork.read(), first);
        kind.write(kind.network(first), second);
        kind.write(kind.network(second), first);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @EnumSource
    void learnedNumbersAreWritten(ArrayFile kind) throws IOException {
        Network network = SmallNetwork.read().network();
        Parameters parameters = network.parameters();
        parameters.bias()[2] = 0.1 + 0.2;
        parameters.weight()[0] = -1 / 3.0;
        Path file = kind.in(folder, "net");

        kind.write(NetworkFolder.of(network.with(parameters)), file);

        RandomNetworks.assertSame(kind.network(file).network(), network.with(parameters));
    }

    @ParameterizedTest
    @EnumSource
    void spikesOfExamplesSurviveEvenWhereThereAreNone(ArrayFile kind) throws IOException {
        List<SpikeTrains> examples =
                List.of(SpikeTrains.none(), trains(1, 300), trains(2, 1), SpikeTrains.none(), SpikeTrains.none());
        Path file = kind.in(folder, "spikes");

        kind.write(examples, file);

        assertSame(kind.spikes(file), examples);
        kind.write(List.of(), file);
        assertThat(kind.spikes(file)).isEmpty();
    }

    private static SpikeTrains trains(long seed, int size) {
        Random random = new Random(seed);
        SpikeTrains.Builder builder = SpikeTrains.builder();
        for (int k = 0; k < size; k++) {
            builder.add(random.nextInt(5), random.nextInt(4) == 0 ? random.nextInt(3) : 100 * random.nextDouble());
        }
        return builder.build();
    }

    private static void assertSame(List<SpikeTrains> actual, List<SpikeTrains> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int e = 0; e < expected.size(); e++) {
            assertThat(actual.get(e).size()).isEqualTo(expected.get(e).size());
            for (int k = 0; k < expected.get(e).size(); k++) {
                assertThat(actual.get(e).neuron(k)).isEqualTo(expected.get(e).neuron(k));
                assertThat(Double.doubleToRawLongBits(actual.get(e).time(k)))
                        .isEqualTo(Double.doubleToRawLongBits(expected.get(e).time(k)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoSuchFileIsSaid(ArrayFile kind) throws IOException {
        Path file = kind.in(folder, "net");
        assertThatThrownBy(() -> kind.network(file)).hasMessage(file + ": does not exist");
        assertThatThrownBy(() -> kind.network(folder)).hasMessage(folder + ": is a folder, must be a file");
        for (String content : new String[] {"", "network", "PK\u0003\u0004"}) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> kind.network(file))
                    .isInstanceOf(FormatException.class)
                    .hasMessageStartingWith(file + ": is truncated, damaged or no ");
        }
        kind.write(List.of(), file);
        assertThatThrownBy(() -> kind.network(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("array 'network' is missing; there are ");
        kind.write(SmallNetwork.read(), file);
        assertThatThrownBy(() -> kind.spikes(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(" is missing; there are ");
    }
}
