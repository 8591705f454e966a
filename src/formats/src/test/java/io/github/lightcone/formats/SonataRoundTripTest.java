package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataSpikes;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.SpikeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as a SONATA circuit reads back as the same network, bit for bit. */
class SonataRoundTripTest {

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void networksSurvive(long seed) throws IOException {
        Network network = RandomNetworks.network(seed);

        SonataNetwork.write(network, folder.resolve("net"));
        SonataCircuit read = SonataNetwork.read(folder.resolve("net").resolve(SonataNetwork.CONFIGURATION));

        RandomNetworks.assertSame(read.network(), network);
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void writingAgainGivesTheSameBytes() throws IOException {
        SonataNetwork.write(SmallNetwork.read().network(), folder.resolve("a"));
        SonataCircuit read = SonataNetwork.read(folder.resolve("a").resolve(SonataNetwork.CONFIGURATION));
        SonataNetwork.write(read.network(), folder.resolve("b"));

        try (var files = Files.walk(folder.resolve("a"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = folder.resolve("a").relativize(file);
                assertThat(folder.resolve("b").resolve(relative)).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void spikesSurvive() throws IOException {
        Network network = SmallNetwork.read().network();
        SonataCircuit circuit = SonataCircuit.of(network);
        Random random = new Random(1);
        SpikeTrains.Builder builder = SpikeTrains.builder();
        for (int k = 0; k < 200; k++) {
            builder.add(random.nextInt(network.neuronCount() - 1), random.nextInt(20) * 0.3);
        }
        SpikeTrains spikes = builder.build();
        Path file = folder.resolve("spikes.h5");

        SonataSpikes.write(spikes, circuit, file);
        SpikeTrains read = SonataSpikes.read(file, circuit);

        assertThat(read.size()).isEqualTo(spikes.size());
        for (int k = 0; k < spikes.size(); k++) {
            assertThat(read.neuron(k)).isEqualTo(spikes.neuron(k));
            assertThat(read.time(k)).isEqualTo(spikes.time(k));
        }
        SpikeTrains ofOne = SonataSpikes.read(file, circuit, "hidden");
        assertThat(ofOne.size()).isBetween(1, spikes.size() - 1);
        for (int k = 0; k < ofOne.size(); k++) {
            assertThat(network.populationOf(ofOne.neuron(k)).name()).isEqualTo("hidden");
        }
    }

    @Test
    void whatHdf5CannotNameIsRefusedBeforeWork() {
        for (String name : new String[] {"a/b", ".", "\0"}) {
            Network network = Network.inDimensions(1)
                    .population(name, new SpikeSource(), 1)
                    .build();
            assertThatThrownBy(() -> SonataNetwork.write(network, folder.resolve("net")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be named so in HDF5");
            assertThat(folder.resolve("net")).doesNotExist();
        }
    }
}
