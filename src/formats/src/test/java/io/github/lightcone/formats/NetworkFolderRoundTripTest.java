package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written reads back as the same network, bit for bit. */
class NetworkFolderRoundTripTest {

    @TempDir
    private Path folder;

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void networkAndIdsSurvive(long seed) throws IOException {
        Network network = RandomNetworks.network(seed);
        NeuronIds ids = RandomNetworks.ids(seed, network.neuronCount());

        new NetworkFolder(network, ids).write(folder.resolve("net"));
        NetworkFolder read = NetworkFolder.read(folder.resolve("net"));

        RandomNetworks.assertSame(read.network(), network);
        for (int n = 0; n < ids.size(); n++) {
            assertThat(read.ids().id(n)).isEqualTo(ids.id(n));
            assertThat(read.ids().neuron(ids.id(n))).isEqualTo(n);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writingAgainGivesTheSameBytes(long seed) throws IOException {
        NetworkFolder.of(RandomNetworks.network(seed)).write(folder.resolve("first"));
        NetworkFolder.read(folder.resolve("first")).write(folder.resolve("second"));

        for (String name : new String[] {"network.json", "neurons.csv", "synapses.csv"}) {
            assertThat(folder.resolve("second").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(name));
        }
    }

    @Test
    void learnedNumbersAreWrittenInsteadOfThePopulationsOwn() throws IOException {
        Network network = SmallNetwork.read().network();
        Parameters parameters = network.parameters();
        parameters.bias()[2] = 0.1 + 0.2;
        parameters.position()[1] = Math.PI;
        parameters.weight()[0] = -1 / 3.0;
        Network learned = network.with(parameters);

        SmallNetwork.read().with(learned).write(folder.resolve("net"));

        RandomNetworks.assertSame(NetworkFolder.read(folder.resolve("net")).network(), learned);
        assertThat(folder.resolve("net/neurons.csv")).content().contains("0.30000000000000004");
    }

    @Test
    void aMillionSynapsesTakeSeconds() throws IOException {
        int neurons = 1000;
        StringBuilder table = new StringBuilder("id,population,x\n");
        for (int n = 0; n < neurons; n++) {
            table.append(n).append(",cell,").append(n / 7.0).append('\n');
        }
        Files.writeString(folder.resolve("neurons.csv"), table);
        StringBuilder synapses = new StringBuilder("source,target,weight,delay\n");
        for (int s = 0; s < 1_000_000; s++) {
            synapses.append(s % neurons).append(',').append(s / neurons).append(',');
            synapses.append(Math.sin(s)).append(',').append(s / 3.0).append('\n');
        }
        Files.writeString(folder.resolve("synapses.csv"), synapses);
        Files.writeString(folder.resolve("network.json"), """
                {"format": "lightcone-network", "version": 1, "units": {"time": "ms", "length": "mm"},
                 "dimensions": 1, "conductionSpeed": 1,
                 "populations": [{"name": "cell", "model": "lif", "parameters": {"tauMem": 20, "tauSyn": 5}}]}
                """);

        long start = System.nanoTime();
        Network network = NetworkFolder.read(folder).network();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println("1e6 synapses read in " + seconds + " s");

        assertThat(network.synapseCount()).isEqualTo(1_000_000);
        assertThat(network.parameters().weight()[999_999]).isEqualTo(Math.sin(999_999));
        // Far more than it takes, even on a busy machine: this tells seconds from minutes.
        assertThat(seconds).isLessThan(60);
    }
}
