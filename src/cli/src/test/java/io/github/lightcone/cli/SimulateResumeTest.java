package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is saved and resumed writes the same files as one that is not. */
class SimulateResumeTest {

    @TempDir
    private Path folder;

    private Path net;
    private Path spikes;
    private Path early;
    private Path late;
    private Path state;

    /** A neuron that excites itself, so that spikes are in flight whenever it pauses. */
    @BeforeEach
    void writeNetwork() throws IOException {
        Map<String, String> files = SmallNetwork.files();
        files.put("synapses.csv", files.get("synapses.csv") + "300,300,3,9.5\n");
        files.put("spikes.csv", "neuron,time\n100,1\n200,1.5\n100,25\n200,25.5\n100,60\n200,61\n");
        net = SmallNetwork.write(folder.resolve("net"), files);
        spikes = net.resolve("spikes.csv");
        early = Files.writeString(folder.resolve("early.csv"), "neuron,time\n100,1\n200,1.5\n100,25\n");
        late = Files.writeString(folder.resolve("late.csv"), "neuron,time\n200,25.5\n100,60\n200,61\n");
        state = folder.resolve("run.state");
    }

    private CommandRun simulate(String name, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("simulate", net, "--with-inputs"));
        arguments.addAll(List.of("--out", file(name, "spikes"), "--metrics", file(name, "metrics")));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private CommandRun succeed(String name, Object... more) {
        CommandRun run = simulate(name, more);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run;
    }

    private Path file(String name, String kind) {
        return folder.resolve(name + "-" + kind);
    }

    private static String counts(Path metrics) throws IOException {
        return Files.readString(metrics).split("\"execution\"", -1)[0];
    }

    @Test
    void sameSpikesStatisticsAndVoltages() throws IOException {
        Path voltage = file("whole", "voltage");
        succeed("whole", "--input", spikes, "--until", 100, "--voltage", voltage, "--sample-every", 0.4);
        succeed(
                "early",
                "--input",
                early,
                "--until",
                25,
                "--save",
                state,
                "--voltage",
                file("early", "voltage"),
                "--sample-every",
                0.4);
        CommandRun run = succeed(
                "late",
                "--resume",
                state,
                "--input",
                late,
                "--until",
                100,
                "--voltage",
                file("late", "voltage"),
                "--sample-every",
                0.4);

        assertThat(Files.readAllLines(file("whole", "spikes")).stream().filter(line -> line.startsWith("300,")))
                .hasSizeGreaterThan(5);
        assertThat(file("late", "spikes")).hasSameBinaryContentAs(file("whole", "spikes"));
        assertThat(file("late", "voltage")).hasSameBinaryContentAs(voltage);
        assertThat(counts(file("late", "metrics"))).isEqualTo(counts(file("whole", "metrics")));
        assertThat(run.out()).contains("resumed     " + state + " at 25.0 ms, more input");
    }

    @Test
    void oneStateReplacesAnother() {
        succeed("whole", "--input", early, "--until", 100);
        succeed("0", "--input", early, "--until", 25, "--save", state);
        for (int until = 25; until <= 100; until += 15) {
            CommandRun run = succeed("" + until, "--resume", state, "--until", until, "--save", state, "--force");
            assertThat(run.out()).contains(" ms, no more input", "state       " + state);
        }
        assertThat(file("100", "spikes")).hasSameBinaryContentAs(file("whole", "spikes"));
    }

    @Test
    void ratesAreThoseOfTheResumedPart() throws IOException {
        succeed("early", "--input", early, "--until", 25, "--save", state);
        succeed("late", "--resume", state, "--until", 25);

        assertThat(Files.readString(file("late", "metrics")))
                .contains("\"simulatedPerWallTime\" : 0.0", "\"synapticEventsPerSecond\" : 0.0")
                .containsPattern("\"synapticEvents\" : [1-9]");
    }

    @Test
    void theStateIsWrittenWithTheOtherFilesOrNotAtAll() throws IOException {
        CommandRun run = simulate("early", "--input", early, "--until", 25, "--save", folder.resolve("none/state"));
        refused(run, "there is no folder " + folder.resolve("none"));

        run = simulate("early", "--input", early, "--until", 25, "--save", state, "--max-spikes", 3);
        refused(run, "--max-spikes");
        assertThat(names()).containsExactly("early.csv", "late.csv", "net");

        Files.writeString(state, "precious");
        refused(simulate("early", "--input", early, "--until", 25, "--save", state), "exists already");
        assertThat(state).content().isEqualTo("precious");
    }

    @Test
    void whatDoesNotFitTheStateIsRefused() throws IOException {
        succeed("early", "--input", early, "--until", 25, "--save", state);
        List<String> before = names();

        refused(simulate("late", "--resume", state, "--until", 24.5), "--until = 24.5, must be at least 25.0");
        refused(
                simulate("late", "--resume", state, "--until", 100, "--input", spikes),
                "spikes.csv:2: time = '1', must be after the pause at 25.0 ms, up to the end of the run, 100.0 ms");
        Files.writeString(late, "neuron,time\n100,25\n");
        refused(simulate("late", "--resume", state, "--until", 100, "--input", late), "late.csv:2: time = '25'");
        refused(
                simulate("late", "--resume", state, "--until", 100, "--voltage", file("late", "voltage")),
                "run.state: is a snapshot of a run with other readouts, margins or recordings");
        refused(
                simulate("late", "--resume", state, "--until", 100, "--max-spikes", 3),
                "more than 3 spikes, the most that --max-spikes allows");
        refused(simulate("late", "--resume", folder, "--until", 100), "must be a file");
        refused(simulate("late", "--resume", folder.resolve("none"), "--until", 100), "none: does not exist");
        refused(
                CommandRun.of("simulate", net, "--resume", state, "--until", 100, "--out", state, "--force"),
                "--out is " + state + ", which is also the state to resume");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void anotherNetworkOrADamagedFileIsRefused() throws IOException {
        succeed("early", "--input", early, "--until", 25, "--save", state);
        List<String> before = names();

        Path synapses = net.resolve("synapses.csv");
        String text = Files.readString(synapses);
        Files.writeString(synapses, text.replace("300,300,3,", "300,300,3.1,"));
        refused(
                simulate("late", "--resume", state, "--until", 100),
                "run.state: is a snapshot of a network with other connections or parameters");
        Files.writeString(synapses, text);

        byte[] bytes = Files.readAllBytes(state);
        bytes[bytes.length / 2] ^= 4;
        Files.write(state, bytes);
        refused(simulate("late", "--resume", state, "--until", 100), "run.state: is damaged or cut off");
        refused(simulate("late", "--resume", spikes, "--until", 100), "spikes.csv: is no snapshot of a run");
        assertThat(names()).isEqualTo(before);
    }

    private static void refused(CommandRun run, String message) {
        assertThat(run.err()).containsPattern("\\Alightcone: [^\n]*" + Pattern.quote(message) + "[^\n]*\n\\z");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
