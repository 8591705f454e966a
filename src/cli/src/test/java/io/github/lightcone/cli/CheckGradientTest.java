package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckGradientTest {

    private static final double END = 40;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 6);
    }

    private static Network network(long seed) {
        Random random = new Random(seed);
        int dimensions = 1 + (int) (seed % 3);
        double refractory = seed % 2 == 0 ? 0 : 3;
        Lif cell = new Lif(15, 4, 1, -0.2, 0.1, refractory, 0.3);
        return Network.inDimensions(dimensions)
                .conductionSpeed(0.4)
                .population("input", new SpikeSource(), Positions.normal(4, dimensions, 1, random))
                .population("cell", cell, Positions.normal(6, dimensions, 1, random))
                .population("readout", LeakyIntegrator.of(10, 10), Positions.normal(2, dimensions, 1, random))
                .connect(
                        "input",
                        "cell",
                        ConnectionRules.allToAll(),
                        Distribution.normal(1.5, 1),
                        Delays.spatial(0.1),
                        random)
                .connect(
                        "cell",
                        "cell",
                        ConnectionRules.fixedIndegree(2),
                        Distribution.normal(0.3, 0.5),
                        Delays.spatial(),
                        random)
                .connect(
                        "cell",
                        "readout",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 1),
                        Delays.given(Distribution.uniform(0, 5)),
                        random)
                .build();
    }

    private static SpikeTrains input(long seed) {
        Random random = new Random(seed);
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int k = 0; k < 12; k++) {
            spikes.add(k % 4, 20 * random.nextDouble());
        }
        return spikes.build();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyKindAgreesOnRecurrentNetworks(long seed) throws IOException {
        NetworkFolder network = NetworkFolder.of(network(seed));
        network.write(folder.resolve("net"));
        SpikesCsv.write(folder.resolve("spikes.csv"), network.ids(), input(seed));

        CommandRun run = CommandRun.of(
                "check-gradient",
                folder.resolve("net"),
                "--input",
                folder.resolve("spikes.csv"),
                "--until",
                END,
                "--samples",
                8,
                "--seed",
                seed);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("agree within 1.0E-6").contains("smallest crossing slope");
        assertThat(run.exitCode()).isZero();
        for (String kind :
                "weight delay position conductionSpeed bias vThreshold vReset vInitial tauMem tauSyn".split(" ", -1)) {
            // The table's first error column is there, so something was compared.
            assertThat(run.out()).containsPattern("(?m)^" + kind + " +\\d+ +\\d+ +[1-9]\\d* +\\d+ +\\d+ +\\d\\.\\de");
        }
    }

    @Test
    void theSameSeedGivesTheSameReport() throws IOException {
        Path net = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());
        Object[] arguments = {"check-gradient", net, "--input", net.resolve("spikes.csv"), "--until", 50};

        assertThat(CommandRun.of(arguments)).isEqualTo(CommandRun.of(arguments));
    }

    @Test
    void withoutSpikesThereIsNothingToCompare() throws IOException {
        var files = SmallNetwork.files();
        // The readout alone would have a gradient: its bias, for one, moves its voltage.
        files.replace("network.json", files.get("network.json").replaceFirst(",\\s*\\{\"name\": \"readout.*", ""));
        files.replace("neurons.csv", files.get("neurons.csv").replaceFirst("400.*\n", ""));
        files.put("synapses.csv", "source,target,weight\n100,300,0.1\n");
        Path net = SmallNetwork.write(folder.resolve("net"), files);

        CommandRun run = CommandRun.of("check-gradient", net, "--input", net.resolve("spikes.csv"), "--until", 50);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Nothing to compare");
    }

    @Test
    void aToleranceBelowTheNoiseIsNotMet() throws IOException {
        Path net = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());

        CommandRun run = CommandRun.of(
                "check-gradient", net, "--input", net.resolve("spikes.csv"), "--until", 50, "--tolerance", 1e-16);

        assertThat(run.out()).doesNotContain("agree within").contains("0.0e+00");
    }
}
