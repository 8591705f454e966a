package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.NetworkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lightcone chips}, {@code check}, {@code quantise} and {@code prototype}. */
class HardwareCommandsTest {

    @TempDir
    private static Path base;

    private static Path run;

    @TempDir
    private Path folder;

    /** 20 inputs, 6 hidden neurons and 2 outputs. */
    @BeforeAll
    static void train() {
        run = base.resolve("run");
        CommandRun training =
                CommandRun.of("train", "delayed-xor", "--epochs=2", "--hidden=6", "--set=data.size=80", "--out=" + run);
        assertThat(training.exitCode()).as(training.err()).isZero();
    }

    @Test
    void chipsAreListedAndPrintedWithTheirSources() {
        CommandRun list = CommandRun.of("chips");
        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).contains("loihi-2", "spinnaker-1", "brainscales-2", "dynap-se2", "xylo-audio-2");
        CommandRun one = CommandRun.of("chips", "xylo-audio-2");
        assertThat(one.out())
                .contains("weightBits         8 bits", "fanIn              unknown", "[rockpool]", "https://");
    }

    @Test
    void aTrainedNetworkIsCheckedQuantisedAndCheckedAgain() throws IOException {
        Path csv = folder.resolve("violations.csv");
        CommandRun check = CommandRun.of("check", run, "--chip=loihi-2", "--limit=2", "--out=" + csv);
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains("weight: synapse ", "must be a whole multiple, up to 127", "more (--limit)", "does not fit");
        int printed = (int) check.out()
                .lines()
                .filter(line -> line.contains(": synapse ") || line.contains(": neuron "))
                .count();
        assertThat(printed).isEqualTo(2);
        int rows = 0;
        try (Stream<String> lines = Files.lines(csv)) {
            rows = (int) lines.count() - 1;
        }
        assertThat(check.out()).contains("does not fit: " + rows + " violations");

        Path quantised = folder.resolve("quantised");
        CommandRun quantise = CommandRun.of("quantise", run, "--chip=loihi-2", "--out=" + quantised);
        assertThat(quantise.exitCode()).as(quantise.err()).isZero();
        assertThat(NetworkFolder.read(quantised).network().synapseCount())
                .isEqualTo(NetworkFolder.read(run.resolve("best")).network().synapseCount());
        JsonObject report = JsonFiles.read(quantised.resolve("quantisation.json"));
        assertThat(report.object("weights").number("clipped")).isZero();
        assertThat(report.object("weights").number("rmsError"))
                .isPositive()
                .isLessThanOrEqualTo(report.object("weights").number("largestError"));

        CommandRun again = CommandRun.of("check", quantised, "--chip=loihi-2", "--step=" + report.number("step"));
        assertThat(again.exitCode()).as(again.out()).isZero();
        assertThat(again.out()).contains("fits").doesNotContain("violated");
    }

    private CommandRun prototype(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("prototype", run, "--threads=1"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void aPrototypeReportsInThreeForms() throws IOException {
        Path out = folder.resolve("out");
        CommandRun made = prototype(
                "--chip=loihi-2", "--examples=10", "--tile=8", "--mismatch=0.1", "--devices=3", "--out=" + out);
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out())
                .contains(
                        "Accuracy", "Quantisation", "Rules", "Cost", "Placement", "Mismatch", "fits with quantisation");
        assertThat(out.resolve("prototype.md"))
                .content()
                .startsWith("# Prototype on Intel Loihi 2")
                .contains("|---|");
        JsonObject json = JsonFiles.read(out.resolve("prototype.json"));
        assertThat(json.truth("fits")).isTrue();
        assertThat(json.number("examples")).isEqualTo(10);
        assertThat(json.object("cost").number("synapticOperations")).isPositive();
        assertThat(json.objects("emulations")).hasSize(2);
        // 28 neurons on tiles of 8.
        assertThat(json.object("placement").number("columns")).isEqualTo(2);
        assertThat(NetworkFolder.read(out.resolve("network")).network().neuronCount())
                .isEqualTo(28);
        assertThat(Files.readString(out.resolve("violations.csv")).lines()).hasSize(1);
    }

    @Test
    void theSameForAnyNumberOfThreads() {
        String one = prototype("--chip=xylo-audio-2", "--examples=10").out();
        CommandRun three = CommandRun.of("prototype", run, "--chip=xylo-audio-2", "--examples=10", "--threads=3");
        assertThat(three.out()).isEqualTo(one).contains("does not fit because of");
        // 20 inputs where Xylo takes 16.
        assertThat(three.exitCode()).isEqualTo(1);
    }

    /** The best epoch by validation data is taken, 0 if none was better; the bits are those of any number of threads. */
    @Test
    void tuningKeepsWeightsWholeForAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Object[] options = {"--chip=dynap-se2", "--examples=10", "--tune=8", "--tune-rate=0.05"};
        List<Object> arguments = new ArrayList<>(List.of("prototype", run));
        arguments.addAll(List.of(options));
        List<Object> single = new ArrayList<>(arguments);
        single.addAll(List.of("--threads=1", "--out=" + one));
        CommandRun first = CommandRun.of(single.toArray());
        assertThat(first.err()).contains("tuning, epoch 8 of 8");
        arguments.addAll(List.of("--threads=2", "--out=" + two));
        CommandRun second = CommandRun.of(arguments.toArray());
        assertThat(second.exitCode()).isEqualTo(first.exitCode());
        assertThat(two.resolve("network/synapses.csv")).hasSameTextualContentAs(one.resolve("network/synapses.csv"));
        assertThat(two.resolve("prototype.json")).hasSameTextualContentAs(one.resolve("prototype.json"));
        assertThat(one.resolve("prototype.md")).content().contains("| trained | quantised | tuned |", "## Tuning");

        JsonObject json = JsonFiles.read(one.resolve("prototype.json"));
        JsonObject tuning = json.object("tuning");
        assertThat(tuning.number("epoch")).isBetween(1.0, 8.0);
        assertThat(tuning.number("weightsChanged")).isPositive();
        // Whole weights of the scales, so that the rule about weights is kept.
        assertThat(json.object("rulesQuantised").number("weight")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--chip=loihi | there is no chip 'loihi'; there are loihi-2",
                "--chip=loihi-2 --rounding=up | --rounding = up, must be one of floor, nearest, stochastic",
                "--chip=loihi-2 --scale=synapse | --scale = synapse, must be one of neuron, projection, network",
                "--chip=loihi-2 --coverage=0 | --coverage = 0.0, must be above 0",
                "--chip=loihi-2 --step=-1 | --step = -1.0, must be finite and above 0",
                "--chip=loihi-2 --devices=3 | --devices needs --mismatch",
                "--chip=loihi-2 --mismatch=-1 | --mismatch = -1.0, must be finite and at least 0",
                "--chip=loihi-2 --examples=0 | --examples = 0, must be from 1",
                "--chip=loihi-2 --tune=0 | --tune = 0, must be from 1",
                "--chip=loihi-2 --tune=1 --tune-rate=0 | --tune-rate = 0.0, must be finite and above 0",
                "--chip=loihi-2 --tune-rate=0.1 | --tune-rate needs --tune",
                "--chip=nowhere.yaml | nowhere.yaml: does not exist",
            })
    void badOptionsAreNamedAndNothingIsWritten(String options, String complaint) {
        Path out = folder.resolve("out");
        List<Object> arguments = new ArrayList<>(List.of((Object[]) options.split(" ")));
        arguments.add("--out=" + out);
        CommandRun made = prototype(arguments.toArray());
        assertThat(made.exitCode()).isEqualTo(2);
        assertThat(made.err()).contains(complaint);
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderWithoutANetworkIsNamed() {
        CommandRun check = CommandRun.of("check", folder, "--chip=loihi-2");
        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains(folder + ": holds no network");
    }
}
