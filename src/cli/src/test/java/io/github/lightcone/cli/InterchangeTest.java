package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataSpikes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code lightcone export} and {@code lightcone import}. */
class InterchangeTest {

    @TempDir
    private Path folder;

    private Path network;
    private Path file;
    private Path back;

    @BeforeEach
    void writeNetwork() throws IOException {
        network = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());
        file = folder.resolve("net.nir");
        back = folder.resolve("back");
    }

    @Test
    void aNetworkGoesOutAndComesBackWithTheSameSpikes() throws IOException {
        CommandRun exported = CommandRun.of("export", network, file);
        assertThat(exported.err()).isEmpty();
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out())
                .contains("note      times are in s\n")
                .contains("note      a spike is a unit impulse: w_in = tau_syn, r = 1\n")
                .contains("note      delays are exact\n")
                .contains("note      not carried: ids of neurons")
                .contains("note      not carried: that delays follow from positions");
        CommandRun imported = CommandRun.of("import", file, back);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out()).contains("note      times are in s, as the file says\n");
        assertThat(spikes(back, Map.of("100", "0", "200", "1"))).isEqualTo(spikes(network, Map.of()));
    }

    /** Returns the times of the output spikes, to nine digits after the point. */
    private String spikes(Path of, Map<String, String> ids) throws IOException {
        String table = SmallNetwork.files().get("spikes.csv");
        for (Map.Entry<String, String> id : ids.entrySet()) {
            table = table.replace(id.getKey() + ",", id.getValue() + ",");
        }
        Path input = folder.resolve("in.csv");
        Files.writeString(input, table);
        Path output = folder.resolve(of.getFileName() + "-out.csv");
        CommandRun run = CommandRun.of("simulate", of, "--input", input, "--until", 60, "--out", output);
        assertThat(run.err()).isEmpty();
        StringBuilder times = new StringBuilder();
        Files.readAllLines(output).stream()
                .skip(1)
                .forEach(line -> times.append(
                        String.format("%.9f%n", Double.parseDouble(line.substring(line.indexOf(',') + 1)))));
        assertThat(times).isNotEmpty();
        return times.toString();
    }

    @Test
    void aRunIsItsBestNetwork() throws IOException {
        Path run = folder.resolve("run");
        SmallNetwork.write(run.resolve("best"), SmallNetwork.files());
        SmallNetwork.write(run.resolve("network"), SmallNetwork.files());
        CommandRun exported = CommandRun.of("export", run, file);
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out()).startsWith("network   " + run.resolve("best"));
    }

    @Test
    void unitsAndRoundingAreThoseAskedFor() throws IOException {
        CommandRun exported =
                CommandRun.of("export", network, file, "--time-unit", "ms", "--step", "0.5", "--spike-width", "0.5");
        assertThat(exported.out())
                .contains("note      times are in ms\n")
                .contains("note      a spike is a pulse of height 1 that lasts 0.5 ms")
                .contains("note      delays are rounded to multiples of 0.5 ms: off by 0.236 ms at most");
        CommandRun imported = CommandRun.of("import", file, back);
        assertThat(imported.out())
                .contains("note      times are in ms, as the file says\n")
                .contains("note      a spike is taken to be a pulse of height 1 that lasts 0.5 ms\n");
        assertThat(NetworkFolder.read(back).network().parameters().weight()).contains(8, 4, 1);
        assertThat(NetworkFolder.read(back).network().parameters().delay()).containsExactly(2, 2, 1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.npz", "net.h5", "circuit/circuit_config.json"})
    void networksComeBackBitForBit(String name) throws IOException {
        file = folder.resolve(name);
        CommandRun exported = CommandRun.of("export", network, file);
        assertThat(exported.err()).isEmpty();
        assertThat(exported.exitCode()).isZero();
        assertThat(CommandRun.of("import", file, back).exitCode()).isZero();
        NetworkFolder out = NetworkFolder.read(network);
        NetworkFolder in = NetworkFolder.read(back);
        assertThat(in.network().parameters().weight())
                .isEqualTo(out.network().parameters().weight());
        assertThat(in.network().parameters().delay())
                .isEqualTo(out.network().parameters().delay());
        assertThat(in.network().parameters().position())
                .isEqualTo(out.network().parameters().position());
        assertThat(in.ids().areNumbers()).isEqualTo(name.endsWith(".json"));
        assertThat(exported.out().contains("not carried: ids")).isEqualTo(name.endsWith(".json"));
    }

    @Test
    void optionsOfCircuitsAreForCircuits() throws IOException {
        Path circuit = folder.resolve("circuit/circuit_config.json");
        assertThat(CommandRun.of("export", network, circuit).exitCode()).isZero();
        complains("--force writes over files, not over", "export", network, circuit, "--force");
        complains("a circuit must be called", "export", network, folder.resolve("c/my_circuit_config.json"));
        complains("--missing-delay = -1.0", "import", circuit, back, "--missing-delay", "-1");
        complains("--wiring-only is for files .json", "import", folder.resolve("net.h5"), back, "--wiring-only");
        CommandRun wiring = CommandRun.of("import", circuit, back, "--wiring-only");
        assertThat(wiring.exitCode()).isZero();
    }

    @Test
    void aSimulationBringsItsInputs() throws IOException {
        Path circuit = folder.resolve("circuit/circuit_config.json");
        assertThat(CommandRun.of("export", network, circuit).exitCode()).isZero();
        NetworkFolder written = NetworkFolder.read(network);
        SonataSpikes.write(
                SpikesCsv.read(network.resolve("spikes.csv"), written, 60),
                SonataCircuit.of(written.network()),
                folder.resolve("circuit/spikes.h5"));
        Path simulation = folder.resolve("circuit/simulation_config.json");
        Files.writeString(simulation, """
                {
                  "network": "circuit_config.json",
                  "run": {"tstop": 60},
                  "inputs": {"drive": {"input_type": "spikes", "input_file": "spikes.h5", "node_set": "input"}}
                }
                """);
        Path table = folder.resolve("drive.csv");
        CommandRun imported = CommandRun.of("import", simulation, back, "--inputs", table);

        assertThat(imported.err()).isEmpty();
        assertThat(imported.out())
                .contains("note      input drive: 3 spikes\n")
                .contains("note      simulation: ends at 60.0 ms\n")
                .contains("inputs    " + table);
        assertThat(table).hasContent("neuron,time\n0,1.0\n1,1.5\n0,12.0\n");
        complains("exists already", "import", simulation, folder.resolve("again"), "--inputs", table);
        complains(
                "is or lies in the folder",
                "import",
                simulation,
                folder.resolve("again"),
                "--inputs",
                folder.resolve("again"));
        assertThat(folder.resolve("again")).doesNotExist();
        complains("inputs is missing", "import", circuit, folder.resolve("again"), "--inputs", folder.resolve("t.csv"));
        assertThat(folder.resolve("again")).doesNotExist();
    }

    @Test
    void modelsAreReplacedOnlyAsAskedFor() throws IOException {
        Path circuit = folder.resolve("circuit/circuit_config.json");
        assertThat(CommandRun.of("export", network, circuit).exitCode()).isZero();
        String replacement = "nest:iaf_psc_alpha=nest:iaf_psc_exp";
        complains("--replace = a=b, must be " + replacement, "import", circuit, back, "--replace", "a=b");
        complains("exclude each other", "import", circuit, back, "--replace", replacement, "--wiring-only");
        complains("--replace is for files .json", "import", file, back, "--replace", replacement);
        assertThat(back).doesNotExist();
        assertThat(CommandRun.of("import", circuit, back, "--replace", replacement)
                        .out())
                .contains("note      replaced: nothing, no neuron is nest:iaf_psc_alpha\n");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsWritten() throws IOException {
        complains(
                "has an unknown ending, must be .nir, .npz, .h5, circuit_config.json",
                "export",
                network,
                folder.resolve("net.onnx"));
        complains("--step = 0.0, must be finite and above 0", "export", network, file, "--step", "0");
        complains("--step and --buckets exclude each other", "export", network, file, "--step", "1", "--buckets", "2");
        complains("--time-unit: time unit = 'h', must be s or ms", "export", network, file, "--time-unit", "h");
        complains("does not exist", "import", file, back);
        Files.writeString(file, "no network at all, and certainly not one in HDF5, which starts otherwise");
        complains("exists already; --force writes over it", "export", network, file);
        complains("is truncated, damaged or no HDF5 file", "import", file, back);
        assertThat(back).doesNotExist();
        assertThat(CommandRun.of("export", network, file, "--force").exitCode()).isZero();
        complains("the file says that its times are in s, not in ms", "import", file, back, "--time-unit", "ms");
        complains("exists already", "import", file, network);
        assertThat(back).doesNotExist();
    }

    private static void complains(String problem, Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("lightcone: ").contains(problem).hasLineCount(1);
    }
}
