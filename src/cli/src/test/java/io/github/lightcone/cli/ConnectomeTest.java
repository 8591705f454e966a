package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import io.github.lightcone.reference.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lightcone connectome}: delays from lengths, background spikes, and a run of what it wrote. */
class ConnectomeTest {

    @TempDir
    private Path folder;

    private Path edges() throws IOException {
        return Files.writeString(
                folder.resolve("edges.csv"), "source,target,weight,length\n0,1,2,30\n1,2,4,60\n2,2,9,0\n");
    }

    @Test
    void delaysAreLengthsOverSpeed() throws IOException {
        Path out = folder.resolve("net");
        CommandRun run =
                CommandRun.of("connectome", edges(), "--directed", "--speed=6", "--weight-scale=0.5", "--out", out);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Network network = NetworkFolder.read(out).network();
        assertThat(network.neuronCount()).isEqualTo(3);
        assertThat(network.parameters().weight()).containsExactly(1, 2);
        assertThat(network.parameters().delay()).containsExactly(5, 10);
    }

    @Test
    void backgroundSpikesGoInAndTheNetworkRuns() throws IOException {
        Path out = folder.resolve("net");
        Path spikes = folder.resolve("spikes.csv");
        CommandRun made = CommandRun.of(
                "connectome",
                edges(),
                "--out",
                out,
                "--background=200",
                "--background-weight=8",
                "--until=500",
                "--spikes",
                spikes);
        assertThat(made.err()).isEmpty();
        assertThat(made.exitCode()).isZero();
        // 300 are expected, with a deviation of 17.
        assertThat(Files.readAllLines(spikes)).hasSizeBetween(210, 390);
        Path result = folder.resolve("out.csv");
        CommandRun run = CommandRun.of("simulate", out, "--input", spikes, "--until=500", "--out", result);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("region: 3 x lif").contains("background: 3 x spike_source");
        assertThat(Files.readAllLines(result)).hasSizeGreaterThan(10);
    }

    /** Two regions 30 mm apart: at 3 mm/ms the second hears of the first after 10 ms. */
    @Test
    void oneCommandSimulatesAZip() throws IOException {
        Path zip = folder.resolve("connectivity.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String[] entry : new String[][] {
                {"weights.txt", "0 0\n1 0\n"},
                {"tract_lengths.txt", "0 0\n30 0\n"},
                {"centres.txt", "A 0 0 0\nB 30 0 0\n"}
            }) {
                out.putNextEntry(new ZipEntry(entry[0]));
                out.write(entry[1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Path spikes = folder.resolve("spikes.csv");
        Path background = folder.resolve("background.csv");
        CommandRun run = CommandRun.of(
                "connectome",
                zip,
                "--speed=3",
                "--weight-scale=0.5",
                "--out",
                folder.resolve("brain"),
                "--background=50",
                "--until=400",
                "--spikes",
                background,
                "--simulate",
                spikes);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("run         400.0 ms", "region: 2 x lif")
                .contains("spikes      " + spikes);
        Network network = NetworkFolder.read(folder.resolve("brain")).network();
        assertThat(network.parameters().delay()).contains(10);
        Path apart = folder.resolve("apart.csv");
        CommandRun.of("simulate", folder.resolve("brain"), "--input", background, "--until=400", "--out", apart);
        assertThat(spikes).hasSameTextualContentAs(apart);
        assertThat(Files.readAllLines(spikes)).hasSizeGreaterThan(5);
    }

    @Test
    void theSameSeedGivesTheSameSpikes() throws IOException {
        Path edges = edges();
        for (String name : new String[] {"1", "1", "2"}) {
            Path spikes = folder.resolve("spikes" + name + ".csv");
            String before = Files.exists(spikes) ? Files.readString(spikes) : null;
            Files.deleteIfExists(spikes);
            CommandRun run = CommandRun.of(
                    "connectome",
                    edges,
                    "--out",
                    folder.resolve("net" + name + (before == null ? "" : "again")),
                    "--background=50",
                    "--until=200",
                    "--seed",
                    name,
                    "--spikes",
                    spikes);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(before)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isNull(),
                            text -> assertThat(spikes).hasContent(text));
        }
        assertThat(Files.mismatch(folder.resolve("spikes1.csv"), folder.resolve("spikes2.csv")))
                .isNotNegative();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--speed=0 | --speed = 0.0, must be finite and above 0",
                "--tau-mem=-1 | --tau-mem = -1.0, must be finite and above 0",
                "--weight-scale=NaN | weightScale",
                "--background=50 | --until",
                "--background=50 --until=10 | --background needs --spikes FILE, --simulate FILE or both",
                "--background=50 --until=10 --spikes=s.csv --simulate=s.csv | must be two files",
                "--background=0 --until=10 --spikes=s.csv | --background = 0.0",
                "--background=1e9 --until=1e9 --spikes=s.csv | must be at most 100000000",
            })
    void badOptionsAreExplainedAndNothingIsWritten(String options, String problem) throws IOException {
        Path out = folder.resolve("net");
        CommandRun run =
                CommandRun.of((Object[]) ("connectome " + edges() + " --out=" + out + " " + options).split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void whatIsThereIsKept() throws IOException {
        CommandRun run = CommandRun.of("connectome", edges(), "--out", folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(folder + ": exists already");
        Path plain = Files.writeString(folder.resolve("plain.csv"), "source,target\n0,1\n");
        assertThat(CommandRun.of("connectome", plain, "--out", folder.resolve("net"))
                        .err())
                .contains("neither lengths nor positions");
    }

    @ParameterizedTest
    @CsvSource({
        "998, 17865.030181, 1438623.8944",
        "76, 2852.845662, 88936.9306",
        "68, 7.788321, 92942.9317",
    })
    void theSumsOfTheVirtualBrain(int regions, double weights, double lengths) throws IOException {
        Path file = DataFolder.require("tvb").resolve("connectivity_" + regions + ".zip");
        Path out = folder.resolve("net");
        assertThat(CommandRun.of("connectome", file, "--speed=4", "--out", out).exitCode())
                .isZero();
        Network network = NetworkFolder.read(out).network();
        assertThat(network.neuronCount()).isEqualTo(regions);
        assertThat(Arrays.stream(network.parameters().weight()).sum()).isCloseTo(weights, within(1e-6));
        assertThat(4 * Arrays.stream(network.parameters().delay()).sum()).isCloseTo(lengths, within(1e-4));
    }
}
