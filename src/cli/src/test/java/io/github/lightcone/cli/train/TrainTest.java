package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainTest {

    @TempDir
    private Path base;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int train(String... arguments) {
        return new CommandLine(new Train())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println(problem.getMessage());
                    return 2;
                })
                .execute(arguments);
    }

    private int yinYang(Path run, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("yin-yang", "--epochs", "2", "--hidden", "6", "--out", run.toString()));
        arguments.addAll(List.of(more));
        return train(arguments.toArray(String[]::new));
    }

    @Test
    void writesNetworkHistoryMetricsAndSettings() throws IOException {
        Path run = base.resolve("deep").resolve("run");
        assertThat(yinYang(run, "--dimensions", "2", "--rate", "positions=0.2"))
                .as(err.toString())
                .isZero();
        Network network = NetworkFolder.read(run.resolve("network")).network();
        assertThat(network.dimensions()).isEqualTo(2);
        assertThat(network.population("hidden").size()).isEqualTo(6);
        assertThat(Files.readAllLines(run.resolve("history.csv")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("epoch,trainingLoss,trainingAccuracy,validationLoss");
        assertThat(run.resolve("metrics.json"))
                .content()
                .contains("\"epoch\" : 2", "\"complete\" : true", "\"validation\" : {", "\"test\" : {");
        assertThat(run.resolve("settings.json"))
                .content()
                .contains(
                        "\"lightcone\" : ",
                        "\"java\" : \"" + Runtime.version(),
                        "\"data\" : \"generated\"",
                        "\"task\" : \"yin-yang\"",
                        "\"positions\" : 0.2",
                        "\"delays\" : \"spatial\"");
        assertThat(err.toString()).contains("epoch 1/2", "epoch 2/2", "left");
        assertThat(out.toString()).contains("test accuracy", "run folder     " + run);
    }

    @Test
    void historyAndNetworkAreTheSameBytesForAnyNumberOfThreads() throws IOException {
        Path one = base.resolve("one");
        Path two = base.resolve("two");
        assertThat(yinYang(one, "--threads", "1")).isZero();
        assertThat(yinYang(two, "--threads", "2")).isZero();
        for (String file : List.of("history.csv", "settings.json", "network/synapses.csv", "network/neurons.csv")) {
            assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    @Test
    void aRunFolderThatExistsIsAnErrorBeforeAnythingStarts() throws IOException {
        Path run = Files.createDirectory(base.resolve("run"));
        assertThat(yinYang(run)).isEqualTo(2);
        assertThat(err.toString()).contains("exists already").doesNotContain("epoch");
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void aRunFolderThatCannotBeMadeIsAnErrorBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(base.resolve("file"), "text");
        assertThat(yinYang(file.resolve("run"))).isEqualTo(2);
        assertThat(yinYang(base.resolve("x".repeat(300)))).isEqualTo(2);
        assertThat(err.toString())
                .contains("must be a folder", "x: cannot be written (")
                .doesNotContain("epoch", "Training", ".tmp-");
        assertThat(base).isDirectoryContaining(file::equals);
        assertThat(file).hasContent("text");
    }

    @Test
    void metricsHaveTotalsThatDoNotDependOnThreads() throws IOException {
        Path one = base.resolve("one");
        Path two = base.resolve("two");
        assertThat(yinYang(one, "--threads", "1")).isZero();
        assertThat(yinYang(two, "--threads", "2")).isZero();
        String[] parts = Files.readString(one.resolve("metrics.json")).split("\"execution\"", -1);
        assertThat(parts).hasSize(2);
        assertThat(two.resolve("metrics.json")).content().startsWith(parts[0]);
        // Two epochs of 5000 examples and 1000 for validation, and 1000 for the test.
        assertThat(parts[0])
                .contains("\"command\" : \"train\"", "\"trainedExamples\" : 10000", "\"runs\" : 13000")
                .containsPattern("\"synapticEvents\" : [1-9]")
                .doesNotContain("econd");
        assertThat(parts[1]).contains("\"seconds\"", "\"trainedExamplesPerSecond\"", "\"threads\" : 1", "\"java\"");
    }

    @Test
    void optionsThatMakeNoSenseAreErrorsAndNothingIsWritten() throws IOException {
        Path run = base.resolve("run");
        assertThat(yinYang(run, "--delays", "none", "--learn", "positions")).isEqualTo(2);
        assertThat(yinYang(run, "--learn", "wieghts")).isEqualTo(2);
        assertThat(yinYang(run, "--rate", "wieghts=1")).isEqualTo(2);
        assertThat(yinYang(run, "--rate", "weights=-1")).isEqualTo(2);
        assertThat(yinYang(run, "--delays", "some")).isEqualTo(2);
        assertThat(yinYang(run, "--threads", "0")).isEqualTo(2);
        assertThat(yinYang(run, "--dimensions", "65")).isEqualTo(2);
        assertThat(yinYang(run, "--batch", "many")).isEqualTo(2);
        assertThat(train("yin-yang", "--out=" + run, "--epochs=0")).isEqualTo(2);
        assertThat(train("yin-yang", "--out=" + run, "--hidden=1000000000")).isEqualTo(2);
        assertThat(yinYang(run, "--decay", "1.5")).isEqualTo(2);
        assertThat(yinYang(run, "--rate", "delays=0.1")).isEqualTo(2);
        assertThat(yinYang(run, "--rate", "weights=much")).isEqualTo(2);
        assertThat(yinYang(run, "--learn", "weights,weights")).isEqualTo(2);
        assertThat(train("braille", "--out=" + run, "--data=" + base.resolve("nowhere")))
                .isEqualTo(2);
        assertThat(train("braille", "--out=" + run, "--data=" + base.resolve("nowhere"), "--validation=40"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "positions cannot be learned in a network with delays 'none'",
                        "nothing to learn is called 'wieghts'",
                        "--rate: weights = -1.0, must be finite and above 0",
                        "no delays are called 'some'",
                        "--threads = 0, must be from 1 to 1024",
                        "--dimensions = 65, must be from 1 to 64",
                        "many",
                        "--epochs = 0, must be from 1",
                        "--hidden = 1000000000, must be from 1 to 1000000",
                        "--decay = 1.5, must be above 0 and at most 1",
                        "--rate names delays, but this run learns weights, positions",
                        "'much' is not a number",
                        "--learn: weights is there twice",
                        "nowhere: there is no such file or folder",
                        "--validation = 40, must be from 0 to 39");
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void brailleTrainsOnAnEventFile() throws IOException {
        StringBuilder events = new StringBuilder("trial,letter,repetition,t_seconds,taxel,on\n");
        for (int trial = 0; trial < 100; trial++) {
            String letter = trial % 2 == 0 ? "A" : "B";
            String time = trial % 2 == 0 ? "0.2" : "0.9";
            for (int spike = 0; spike < 4; spike++) {
                events.append(String.join(",", "" + trial, letter, "" + trial / 2, time + spike, "3", "1\n"));
            }
        }
        Path data = Files.writeString(base.resolve("events.csv"), events);
        Path run = base.resolve("run");
        String[] arguments = {
            "braille", "--data=" + data, "--epochs=3", "--hidden=8", "--validation=5", "--seed=3", "--out=" + run
        };
        assertThat(train(arguments)).isEqualTo(2);
        assertThat(err.toString())
                .contains("letter 'Space' is missing: 2 letters, must be the 27 of the published set");
        String[] withSubset = Arrays.copyOf(arguments, arguments.length + 1);
        withSubset[arguments.length] = "--subset";
        int code = train(withSubset);
        assertThat(code).as(err.toString()).isZero();
        assertThat(err.toString()).contains("100 trials, 400 events; taxels that are not constant: [3]");
        assertThat(run.resolve("settings.json"))
                .content()
                .contains("\"data\" : \"" + data, "\"taxels\"", "\"validationRepetitions\" : 5");
        assertThat(run.resolve("metrics.json")).content().contains("\"examples\" : 20");
    }

    @Test
    void aNetworkThatRunsAwayEndsTheRun() {
        Path run = base.resolve("run");
        assertThat(yinYang(run, "--rate", "weights=1000")).isEqualTo(2);
        assertThat(err.toString()).contains("runs away; a smaller --rate may keep it; nothing was written");
        assertThat(run).doesNotExist();
    }

    @Test
    void threadsHaveALimit() {
        assertThat(yinYang(base.resolve("run"), "--threads", "100000")).isEqualTo(2);
        assertThat(err.toString()).contains("--threads = 100000");
    }
}
