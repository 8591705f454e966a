package io.github.lightcone.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

        CommandRun again = CommandRun.of("check", quantised, "--chip=loihi-2");
        assertThat(again.exitCode()).as(again.out()).isZero();
        assertThat(again.out()).contains("fits").doesNotContain("violated");
    }

    /** As pruning leaves them: neither their weights nor their delays matter on a chip. */
    @Test
    void synapsesOfNoWeightAreLeftOut() throws IOException {
        NetworkFolder trained = NetworkFolder.read(run.resolve("best"));
        Parameters parameters = trained.network().parameters();
        for (int s = 0; s < 5; s++) {
            parameters.weight()[s] = 0;
        }
        parameters.delay()[0] = 1000;
        Path pruned = folder.resolve("pruned");
        trained.with(trained.network().with(parameters)).write(pruned);
        Path out = folder.resolve("quantised");
        CommandRun quantise = CommandRun.of("quantise", pruned, "--chip=loihi-2", "--out=" + out);
        assertThat(quantise.out()).contains("left out        5 synapses of weight 0");
        assertThat(NetworkFolder.read(out).network().synapseCount())
                .isEqualTo(trained.network().synapseCount() - 5);
        assertThat(JsonFiles.read(out.resolve("quantisation.json")).number("step"))
                .isLessThan(10);
        CommandRun check = CommandRun.of("check", pruned, "--chip=loihi-2");
        assertThat(check.out()).contains("left out  5 synapses of weight 0").doesNotContain("synapse 0 (");
    }

    @Test
    void aQuantisedNetworkIsCheckedWithItsOwnStep() throws IOException {
        Path quantised = folder.resolve("even");
        assertThat(CommandRun.of("quantise", run, "--chip=loihi-2", "--out=" + quantised)
                        .exitCode())
                .isZero();
        Path report = quantised.resolve("quantisation.json");
        double step = JsonFiles.read(report).number("step");
        Files.writeString(report, Files.readString(report).replace(Double.toString(step), Double.toString(0.5 * step)));
        CommandRun half = CommandRun.of("check", quantised, "--chip=loihi-2");
        assertThat(half.exitCode()).isOne();
        assertThat(half.out()).contains("delay: synapse ");
    }

    @Test
    void aNetworkFolderIsNoPrototype() {
        CommandRun prototype = CommandRun.of("prototype", run.resolve("best"), "--chip=loihi-2");
        assertThat(prototype.exitCode()).isEqualTo(2);
        assertThat(prototype.err()).contains("is a network folder, must be a run folder of 'lightcone train'");
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

    /** A threshold is 127 units or so of the weights of its neuron, of which 2 bits hold 3. */
    @Test
    void clippedThresholdsAndVoltagesAreSaid() throws IOException {
        Path chip = folder.resolve("mine.yaml");
        Files.writeString(chip, """
                name: mine
                title: Mine
                kind: digital
                time: steps
                weightSign: signed
                decay: free
                sources:
                  me: {what: a plan, link: none, date: 2025-01-01}
                figures:
                  weightBits: {value: 8, source: me}
                  thresholdBits: {value: 2, source: me}
                """);
        CommandRun made = prototype("--chip=" + chip, "--examples=2");
        assertThat(made.err()).doesNotContain("Exception");
        assertThat(made.out()).doesNotContain("nothing clipped").containsPattern("\\(clipped: \\d+ thresholds");
        assertThat(made.out()).contains("threshold  ", "voltages  ");
        JsonObject kept = JsonFiles.read(run.resolve("prototype/mine.json"));
        JsonObject quantisation = kept.object("quantisation");
        assertThat(quantisation.object("thresholds").number("clipped")).isPositive();
        assertThat(quantisation.object("voltages").number("count")).isPositive();
        assertThat(quantisation.number("neuronsWithoutUnit")).isZero();
        assertThat(kept.object("rulesTrained").number("threshold")).isPositive();
        assertThat(kept.object("rulesQuantised").number("threshold")).isZero();
        Path html = folder.resolve("report.html");
        CommandRun report = CommandRun.of("report", run, "--nulls=0", "--out=" + html);
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(html).content().containsPattern("; clipped: \\d+ thresholds");
        Files.delete(run.resolve("prototype/mine.json"));
    }

    /** The kinds of mismatch reach the devices: each changes accuracies or what is said of them, zero changes nothing. */
    @Test
    void devicesDifferInWhatIsAskedFor() throws IOException {
        prototype("--chip=brainscales-2", "--examples=5", "--weight-mismatch=0", "--devices=2");
        JsonObject same = JsonFiles.read(run.resolve("prototype/brainscales-2.json"));
        double quantised = same.object("quantised").object("test").number("accuracy");
        assertThat(same.object("devices").numbersOrNaN("accuracies")).containsExactly(quantised, quantised);
        CommandRun made = prototype(
                "--chip=brainscales-2",
                "--examples=5",
                "--mismatch=0.1",
                "--tau-mismatch=0.3",
                "--delay-jitter=20",
                "--lognormal",
                "--devices=2");
        assertThat(made.exitCode()).as(made.err()).isZero();
        JsonObject devices =
                JsonFiles.read(run.resolve("prototype/brainscales-2.json")).object("devices");
        assertThat(List.of(
                        devices.number("thresholds"),
                        devices.number("timeConstants"),
                        devices.number("weights"),
                        devices.number("delays")))
                .containsExactly(0.1, 0.3, 0.1, 20.0);
        assertThat(devices.truth("lognormal")).isTrue();
        // Delays of less than 20 ms, some of which a jitter of 20 ms sends below 0.
        assertThat(devices.number("held")).isPositive();
    }

    @Test
    void theReportShowsWhatTheRunFolderKeeps() throws IOException {
        Path out = folder.resolve("out");
        CommandRun made = prototype(
                "--chip=loihi-2",
                "--examples=4",
                "--tile=8",
                "--mismatch=0.1",
                "--devices=3",
                "--converge",
                "--out=" + out);
        assertThat(made.exitCode()).as(made.err()).isZero();
        Path kept = run.resolve("prototype/loihi-2.json");
        assertThat(made.out()).contains("Convergence of steps", "kept      " + kept);
        assertThat(kept).hasSameTextualContentAs(out.resolve("prototype.json"));
        assertThat(out.resolve("convergence.svg")).content().contains("slope 1", "missing", "shift of spikes, ms");
        List<JsonObject> points = JsonFiles.read(kept).object("convergence").objects("points");
        assertThat(points.get(0).number("step")).isEqualTo(2048 * points.get(11).number("step"));
        assertThat(points.get(11).number("meanShift"))
                .isLessThan(0.1 * points.get(3).number("meanShift"));
        // Every synapse is counted once before and once after.
        int synapses = NetworkFolder.read(out.resolve("network")).network().synapseCount();
        for (String numbers : List.of("weights", "delays")) {
            for (String when : List.of("before", "after")) {
                assertThat(Arrays.stream(JsonFiles.read(kept).object(numbers).numbersOrNaN(when))
                                .sum())
                        .as(numbers + " " + when)
                        .isEqualTo(synapses);
            }
        }

        Path html = folder.resolve("report.html");
        CommandRun report = CommandRun.of("report", run, "--nulls=0", "--out=" + html);
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(html)
                .content()
                .contains(
                        "<section id=\"chips\"",
                        "href=\"#chips\"",
                        "Intel Loihi 2",
                        "figure-chip-convergence",
                        "figure-chip-floor-plan-",
                        "figure-energy",
                        "Davies et al.")
                .doesNotContainPattern("(src|href)=[\"']?(https?:)?//");

        String text = Files.readString(kept);
        Files.writeString(kept, text.replaceFirst("\"columns\" : \\d+", "\"columns\" : 0"));
        CommandRun damaged = CommandRun.of("report", run, "--nulls=0", "--out=" + html, "--force");
        assertThat(damaged.exitCode()).isEqualTo(2);
        assertThat(damaged.err()).contains("loihi-2.json: placement.columns = 0, must be an integer from 1");
        Files.writeString(kept, text.replaceFirst("\"epoch\" : \\d+", "\"epoch\" : 77"));
        CommandRun.of("report", run, "--nulls=0", "--out=" + html, "--force");
        assertThat(html).content().contains("This is of the network after epoch 77");
        Files.writeString(kept, text);
    }

    /** A delay of millions of the shortest steps, all beyond the end of an example. */
    @Test
    void delaysLongerThanExamplesConverge() throws IOException {
        Path own = folder.resolve("own");
        CommandRun.of("train", "delayed-xor", "--epochs=1", "--hidden=3", "--set=data.size=20", "--out=" + own);
        NetworkFolder best = NetworkFolder.read(own.resolve("best"));
        Parameters parameters = best.network().parameters();
        parameters.delay()[0] = 1e6;
        Path longer = folder.resolve("longer");
        best.with(best.network().with(parameters)).write(longer);
        Files.copy(longer.resolve("synapses.csv"), own.resolve("best/synapses.csv"), REPLACE_EXISTING);
        CommandRun made = CommandRun.of("prototype", own, "--chip=brainscales-2", "--examples=1", "--converge");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(JsonFiles.read(own.resolve("prototype/brainscales-2.json"))
                        .object("convergence")
                        .objects("points"))
                .hasSize(12);
    }

    /** Steps so short that 16 bits do not hold what changes in one; the last of them ends with the example. */
    @Test
    void neuronsThatStandStillAreSaid() throws IOException {
        CommandRun made = prototype("--chip=xylo-audio-2", "--examples=1", "--step=0.0005");
        assertThat(made.out()).containsPattern("fixed point, 16 bits, .* \\d neurons stand still");
        List<JsonObject> emulations =
                JsonFiles.read(run.resolve("prototype/xylo-audio-2.json")).objects("emulations");
        assertThat(emulations.get(0).number("standing")).isZero();
        assertThat(emulations.get(1).number("standing")).isPositive();
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
                "--chip=loihi-2 --delay-jitter=-1 | --delay-jitter = -1.0, must be finite and at least 0",
                "--chip=loihi-2 --tau-mismatch=NaN | --tau-mismatch = NaN, must be finite and at least 0",
                "--chip=loihi-2 --delay-jitter=1 --lognormal | --lognormal needs --mismatch",
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
