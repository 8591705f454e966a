package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Bad input and bad options: one line that names the place and the value, exit code 2, nothing written. */
class BadInputTest {

    @TempDir
    private Path folder;

    private Path net;
    private Path spikes;
    private Path out;

    @BeforeEach
    void nameFiles() {
        net = folder.resolve("net");
        spikes = net.resolve("spikes.csv");
        out = folder.resolve("out.csv");
    }

    /** A change to one file, and what the complaint about it must name. */
    record Change(String file, String old, String replacement, String place, String value) {
        @Override
        public String toString() {
            return place + " " + value;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("network.json", null, null, "network.json: does not exist", ""),
                new Change("neurons.csv", null, null, "neurons.csv: does not exist", ""),
                new Change("spikes.csv", null, null, "spikes.csv: does not exist", ""),
                new Change("network.json", "]\n}", "", "network.json:", "is not JSON"),
                new Change("synapses.csv", "1.5\n", "1.", "synapses.csv:4:", "cut off"),
                new Change("neurons.csv", "2,0.5", "2,north", "neurons.csv:5: y", "'north'"),
                new Change("neurons.csv", "2,0.5", "2,NaN", "neurons.csv:5: y", "'NaN'"),
                new Change("synapses.csv", ",8,", ",Infinity,", "synapses.csv:2: weight", "'Infinity'"),
                new Change("neurons.csv", "300,cell", "300,sell", "neurons.csv:4: population", "'sell'"),
                new Change("network.json", "\"lif\"", "\"liff\"", "populations[1].model", "\"liff\""),
                new Change("neurons.csv", "id,population,x,y", "id,population,x,y,z", "neurons.csv:1: column", "'z'"),
                new Change("network.json", "\"tauMem\"", "\"tau_m\"", "populations[1].parameters", "tauMem"),
                new Change("neurons.csv", "400,", "300,", "neurons.csv:5: id", "'300'"),
                new Change("synapses.csv", "300,400", "300,500", "synapses.csv:4: target", "'500'"),
                new Change("synapses.csv", "1.5", "-1.5", "synapses.csv:4: delay", "'-1.5'"),
                new Change("network.json", "\"tauSyn\": 5}},", "\"tauSyn\": -5}},", "populations[1]", "tauSyn = -5.0"),
                new Change(
                        "network.json", "\"conductionSpeed\": 0.5", "\"conductionSpeed\": 0", "conductionSpeed", "0"),
                new Change("network.json", "0.5", "-0.5", "conductionSpeed", "-0.5"),
                new Change(
                        "network.json", "{\"tauMem\"", "{\"vReset\": 2, \"tauMem\"", "populations[1]", "vReset = 2.0"),
                new Change("spikes.csv", "200,1.5", "200,0.5", "spikes.csv:3: time", "'0.5'"),
                new Change("spikes.csv", "100,12", "100,51", "spikes.csv:4: time", "'51'"),
                new Change("spikes.csv", "200,1.5", "300,1.5", "spikes.csv:3: neuron", "'300'"),
                new Change("spikes.csv", "100,1\n200,1.5\n100,12\n", "", "spikes.csv", "empty input"),
                new Change("spikes.csv", null, "", "spikes.csv", "empty"),
                new Change("synapses.csv", null, "", "synapses.csv", "empty"),
                new Change("network.json", "0.5", "1e-320", "distance / conductionSpeed", "Infinity"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isExplainedByBothCommands(Change change) throws IOException {
        Map<String, String> files = SmallNetwork.files();
        if (change.replacement() == null) {
            files.remove(change.file());
        } else if (change.old() == null) {
            files.put(change.file(), change.replacement());
        } else {
            assertThat(files.get(change.file())).contains(change.old());
            files.put(change.file(), files.get(change.file()).replace(change.old(), change.replacement()));
        }
        SmallNetwork.write(net, files);

        for (CommandRun run : List.of(
                CommandRun.of("simulate", net, "--input", spikes, "--until", 50, "--out", out),
                CommandRun.of("check-gradient", net, "--input", spikes, "--until", 50))) {
            assertComplaint(run);
            assertThat(run.err()).contains(change.place()).contains(change.value());
        }
    }

    private void assertComplaint(CommandRun run) throws IOException {
        assertThat(run.err()).startsWith("lightcone: ").hasLineCount(1).doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        try (Stream<Path> paths = Files.list(folder)) {
            assertThat(paths).containsOnly(net);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate {net} --input {spikes} --until -1 --out {out} | --until = -1.0",
                "check-gradient {net} --input {spikes} --until 0 | --until = 0.0",
                "simulate {net} --input {spikes} --until 50 --outt {out} | Unknown option: '--outt'",
                "simulate {net} --input {spikes} --untill 50 --out {out} | Unknown option: '--untill'",
                "simulate {net} --input {spikes} --until 50 --out {out} --metrics {out} | must be two files",
                "simulate {net} --input {spikes} --until 50 --out {out} --metrics {spikes} | --force writes over it",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out}/v | there is no folder",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out}{long} | x: cannot be written",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out}2 --neurons 300,300 | 300 is there",
                "simulate {net} --input {spikes} --until NaN --out {out} | --until = NaN",
                "simulate {net} --input {spikes} --until soon --out {out} | '--until': 'soon'",
                "simulate {net} --input {spikes} --out {out} | Missing required option: '--until=MS'",
                "simulate {net} --input {spikes} --until 50 | Missing required option: '--out=FILE'",
                "simulate --input {spikes} --until 50 --out {out} | Missing required parameter: 'NETWORK'",
                "simulate {net} --until 50 --out {out} | --input is missing, the network has spike sources: input",
                "simulate {net} --input {spikes} --until 50 --out {out} --loud | Unknown option: '--loud'",
                "simulate {net} --input {spikes} --until 50 --out {net} | is a folder, must be a file",
                "simulate {net} --input {spikes} --until 50 --out {spikes} | spikes.csv: exists already; --force writes",
                "simulate {net} --input {spikes} --until 50 --out {out}/a.csv | there is no folder",
                "simulate {net} --input {spikes} --until 50 --out {out}/a.csv --force | there is no folder",
                "simulate {net}s --input {spikes} --until 50 --out {out} | nets: does not exist",
                "simulate {spikes} --input {spikes} --until 50 --out {out} | is a file, must be a folder",
                "simulate {net} --input {spikes} --until 50 --out {out} --max-spikes 3 | 3 spikes, the most that --max-spikes allows, by 9.9",
                "simulate {net} --input {spikes} --until 50 --out {out} --max-spikes 0 | --max-spikes = 0",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out} | must be two files",
                "simulate {net} --input {spikes} --until 50 --out {out} --neurons 300 | --voltage",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out}2 --neurons 300,7 | 7, must be",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out}2 --neurons 100 | spike_source",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out}2 --sample-every 0 | must be",
                "simulate {net} --input {spikes} --until 50 --out {out} --voltage {out}2 --sample-every 1e-9 | most",
                "check-gradient {net} --input {spikes} --until 50 --samples 0 | --samples = 0",
                "check-gradient {net} --input {spikes} --until 50 --step -1 | --step = -1.0",
                "check-gradient {net} --input {spikes} --until 50 --tolerance 0 | --tolerance = 0.0",
                "check-gradient {net} --until 50 | --input is missing",
                "check-gradient {net} --input {spikes} --until 50 --threads 0 | --threads = 0, must be from 1 to 1024",
                "check-gradient {net} --input {spikes} --until 50 --max-spikes 3 | 3 spikes, the most that --max-spikes",
                "simulat | simulat",
            })
    void badOptionsAreExplained(String arguments) throws IOException {
        SmallNetwork.write(net, SmallNetwork.files());
        String[] parts = arguments.split(" \\| ", -1);
        String[] words = parts[0].split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("{net}", net.toString())
                    .replace("{spikes}", spikes.toString())
                    .replace("{out}", out.toString())
                    .replace("{long}", "x".repeat(300));
        }

        CommandRun run = CommandRun.of((Object[]) words);

        assertComplaint(run);
        assertThat(run.err()).contains(parts[1]);
    }

    @Test
    void debugAddsTheStackTrace() {
        CommandRun run = CommandRun.of("simulate", "--debug", net, "--until", 50, "--out", out);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("lightcone: " + net + ": does not exist")
                .contains("\tat io.github.lightcone");
    }

    @CommandLine.Command(name = "fill")
    static final class Fill implements Runnable {
        @Override
        public void run() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void tooLittleMemoryIsNoDefect() {
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .addSubcommand(new Fill())
                .setErr(new PrintWriter(err))
                .execute("fill");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("lightcone: out of memory: ").hasLineCount(1);
    }
}
