package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {

    @TempDir
    private Path folder;

    private Path net;
    private Path spikes;
    private Path out;

    @BeforeEach
    void writeNetwork() throws IOException {
        net = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());
        spikes = net.resolve("spikes.csv");
        out = folder.resolve("out.csv");
    }

    private Tape expected() throws IOException {
        NetworkFolder network = NetworkFolder.read(net);
        SpikeTrains input = SpikesCsv.read(spikes, network, 50);
        return new Simulator(CompiledNetwork.of(network.network())).run(input, 50);
    }

    @Test
    void writesTheSpikesOfARunAndASummary() throws IOException {
        CommandRun run = CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Tape tape = expected();
        StringBuilder lines = new StringBuilder("neuron,time\n");
        for (int k = 0; k < tape.spikeCount(); k++) {
            if (tape.neuron(k) == 2) {
                lines.append("300,").append(tape.time(k)).append('\n');
            }
        }
        assertThat(tape.spikeCountOf(2)).isPositive();
        assertThat(out).content().isEqualTo(lines.toString());
        assertThat(run.out())
                .contains("4 neurons in 3 populations, 3 synapses in 2 projections, 2-D")
                .contains("input: 2 x spike_source, 3 spikes, 0 silent")
                .contains("cell: 1 x lif, " + tape.spikeCountOf(2) + " spikes, 0 silent")
                .contains("readout: 1 x leaky_integrator")
                .contains(out.toString());
    }

    @Test
    void writesInputsTooIfAsked() throws IOException {
        CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out, "--with-inputs");

        assertThat(Files.readAllLines(out))
                .startsWith("neuron,time", "100,1.0", "200,1.5")
                .hasSize(1 + expected().spikeCount());
    }

    @Test
    void writesOverFilesOnlyIfForced() throws IOException {
        Files.writeString(out, "precious");
        CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out);
        assertThat(out).content().isEqualTo("precious");

        CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out, "--force");
        assertThat(out).content().startsWith("neuron,time");
    }

    @Test
    void recordsVoltages() throws IOException {
        Path voltage = folder.resolve("voltage.csv");

        CommandRun run = CommandRun.of(
                "simulate",
                net,
                "--input",
                spikes,
                "--until",
                10,
                "--out",
                out,
                "--voltage",
                voltage,
                "--sample-every",
                2.5,
                "--neurons",
                "400,300");

        assertThat(run.exitCode()).isEqualTo(2);
        Files.writeString(spikes, "neuron,time\n100,1\n");
        run = CommandRun.of(
                "simulate",
                net,
                "--input",
                spikes,
                "--until",
                10,
                "--out",
                out,
                "--voltage",
                voltage,
                "--sample-every",
                2.5,
                "--neurons",
                "400,300");

        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(voltage);
        assertThat(lines).hasSize(1 + 5 * 2).startsWith("time,neuron,voltage,current", "0.0,400,0.0,0.0");
        assertThat(lines.get(10)).startsWith("10.0,300,");
    }

    @Test
    void recordsAllNeuronsWithAVoltageUnlessTold() throws IOException {
        Path voltage = folder.resolve("voltage.csv");

        CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out, "--voltage", voltage);

        assertThat(Files.readAllLines(voltage)).hasSize(1 + 51 * 2);
    }

    @Test
    void aNetworkWithoutSourcesNeedsNoInput() throws IOException {
        Map<String, String> files = SmallNetwork.files();
        files.put("network.json", """
                {"format": "lightcone-network", "version": 1, "units": {"time": "ms", "length": "mm"},
                 "dimensions": 1, "conductionSpeed": 1, "populations": [
                  {"name": "cell", "model": "lif", "parameters": {"tauMem": 10, "tauSyn": 5, "bias": 2}}]}
                """);
        files.put("neurons.csv", "id,population,x\n0,cell,0\n");
        files.put("synapses.csv", "source,target,weight\n");
        Path driven = SmallNetwork.write(folder.resolve("driven"), files);

        CommandRun run = CommandRun.of("simulate", driven, "--until", 20, "--out", out);

        assertThat(run.exitCode()).isZero();
        // V = 2 (1 - e^{-t/10}) reaches 1 after 10 ln 2 = 6.93 ms, and again after each reset.
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(3);
        assertThat(Double.parseDouble(lines.get(2).substring(2)))
                .isCloseTo(20 * Math.log(2), org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void compressesWhatIsNamedSo() throws IOException {
        Path compressed = folder.resolve("out.csv.gz");

        CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", compressed);

        assertThat(Files.readAllBytes(compressed)).startsWith(0x1f, 0x8b);
    }

    @Test
    void helpNamesCommandsOptionsAndExitCodes() {
        assertThat(CommandRun.of().out()).contains("simulate", "check-gradient", "train", "Exit codes");
        assertThat(CommandRun.of("--help").out()).contains("--debug");
        assertThat(CommandRun.of("simulate", "--help").out()).contains("--input", "Examples:");
        assertThat(CommandRun.of("check-gradient", "--help").out()).contains("--tolerance", "Example:");
        assertThat(CommandRun.of("--version").out()).startsWith("lightcone ");
        assertThat(CommandRun.of("simulate", "--version").out()).startsWith("lightcone ");
    }

    @Test
    void writesOverNothingItReads() throws IOException {
        Files.writeString(spikes, "neuron,time\n100,1\n");
        String before = Files.readString(spikes);
        for (Path file :
                List.of(spikes, spikes.resolveSibling(".").resolve(spikes.getFileName()), net.resolve("neurons.csv"))) {
            CommandRun run = CommandRun.of("simulate", net, "--input", spikes, "--until", 10, "--out", file, "--force");
            assertThat(run.exitCode()).as(file.toString()).isEqualTo(2);
        }
        assertThat(spikes).content().isEqualTo(before);
        assertThat(net.resolve("neurons.csv")).content().startsWith("id,");
    }

    @Test
    void twoSpellingsOfOneFileAreOneFile() throws IOException {
        Files.writeString(spikes, "neuron,time\n100,1\n");
        Path other = out.resolveSibling(".").resolve(out.getFileName());

        CommandRun run = CommandRun.of(
                "simulate",
                net,
                "--input",
                spikes,
                "--until",
                10,
                "--out",
                out,
                "--voltage",
                other,
                "--sample-every",
                1);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    private static Map<String, String> field(Path json) throws IOException {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        for (String line : Files.readAllLines(json)) {
            String[] parts = line.strip().split(" : ", 2);
            if (parts.length == 2) {
                fields.put(parts[0].replace("\"", ""), parts[1].replaceAll(",$", ""));
            }
        }
        return fields;
    }

    @Test
    void tellsWhatTheRunDid() throws IOException {
        Path metrics = folder.resolve("metrics.json");

        CommandRun run = CommandRun.of(
                "simulate", net, "--input", spikes, "--until", 50, "--out", out, "--stats", "--metrics", metrics);

        assertThat(run.exitCode()).as(run.err()).isZero();
        Tape tape = expected();
        assertThat(run.out())
                .containsPattern("(?m)^  spikes +" + tape.spikeCount() + "$")
                .containsPattern("(?m)^  synaptic events +" + tape.synapticEvents() + "$")
                .containsPattern("(?m)^  slice width +[0-9.]+ ms$")
                .containsPattern("(?m)^  synaptic events/s +[0-9.,e+]+$")
                .contains("metrics     " + metrics);
        assertThat(field(metrics))
                .containsEntry("command", "\"simulate\"")
                .containsEntry("end", "50.0")
                .containsEntry("neurons", "4")
                .containsEntry("synapses", "3")
                .containsEntry("spikes", "" + tape.spikeCount())
                .containsEntry("synapticEvents", "" + tape.synapticEvents())
                .containsKeys("sliceWidth", "slices", "candidates", "lateCandidates", "seconds", "processors");
    }

    @Test
    void metricsHaveTheDocumentedFieldsInTheirOrder() throws IOException {
        Path metrics = folder.resolve("metrics.json");
        CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out, "--metrics", metrics);

        String page = Files.readString(Path.of("../../docs/formats.md"));
        Matcher example = Pattern.compile("```json\n(\\{\n  \"command\".*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(example.find()).isTrue();
        assertThat(names(Files.readString(metrics))).isEqualTo(names(example.group(1)));
    }

    private static List<String> names(String json) {
        return Pattern.compile("\"(\\w+)\" :")
                .matcher(json)
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    @Test
    void metricsDifferFromRunToRunInTheirExecutionAlone() throws IOException {
        Path one = folder.resolve("one.json");
        Path two = folder.resolve("two.json");
        for (Path metrics : List.of(one, two)) {
            CommandRun.of(
                    "simulate", net, "--input", spikes, "--until", 50, "--out", out, "--force", "--metrics", metrics);
        }

        String[] parts = Files.readString(one).split("\"execution\"", -1);
        assertThat(parts).hasSize(2);
        assertThat(Files.readString(two)).startsWith(parts[0]);
        assertThat(parts[0]).doesNotContain("seconds", "java");
    }

    @Test
    void statisticsArePrintedOnlyIfAsked() {
        CommandRun run = CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out);

        assertThat(run.out()).doesNotContain("statistics", "metrics");
    }

    @Test
    void aRunOfNoLengthHasOneSampleAndNoSpikes() throws IOException {
        Files.writeString(spikes, "neuron,time\n100,0\n");
        Path voltage = folder.resolve("voltage.csv");

        CommandRun run =
                CommandRun.of("simulate", net, "--input", spikes, "--until", 0, "--out", out, "--voltage", voltage);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(out).content().isEqualTo("neuron,time\n");
        assertThat(Files.readAllLines(voltage))
                .containsExactly("time,neuron,voltage,current", "0.0,300,0.0,0.0", "0.0,400,0.0,0.0");
    }

    @Test
    void readsSpikesFromAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: no mkfifo");
        Process feeder = new ProcessBuilder("cp", spikes.toString(), pipe.toString()).start();

        CommandRun run = CommandRun.of("simulate", net, "--input", pipe, "--until", 50, "--out", out);

        assertThat(feeder.waitFor()).isZero();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(1 + expected().spikeCountOf(2));
    }
}
