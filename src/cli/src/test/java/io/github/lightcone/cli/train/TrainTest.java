package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {

    @TempDir
    private Path base;

    private final TrainCommand command = new TrainCommand();

    @Test
    void writesAllFilesOfARun() throws IOException {
        Path run = base.resolve("deep").resolve("run");
        assertThat(command.tiny(run, "--dimensions", "3", "--rate", "positions=0.2", "--seed", "7"))
                .as(command.err())
                .isZero();
        for (String folder : List.of("network", "best")) {
            Network network = NetworkFolder.read(run.resolve(folder)).network();
            assertThat(network.dimensions()).isEqualTo(3);
            assertThat(network.population("hidden").size()).isEqualTo(6);
        }
        assertThat(Files.readAllLines(run.resolve("history.csv")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("epoch,trainingLoss,trainingAccuracy,validationLoss");
        assertThat(run.resolve("metrics.json"))
                .content()
                .contains(
                        "\"epoch\" : 2",
                        "\"epochs\" : 2",
                        "\"complete\" : true",
                        "\"stoppedEarly\" : false",
                        "\"bestEpoch\" : ",
                        "\"validation\" : {",
                        "\"bestValidation\" : {",
                        "\"test\" : {",
                        "\"weights input->hidden\" : 120",
                        "\"positions hidden\" : 18",
                        "\"interval\" : [");
        assertThat(run.resolve("settings.json"))
                .content()
                .contains(
                        "\"lightcone\" : ",
                        "\"java\" : \"" + Runtime.version(),
                        "\"experiment\" : \"delayed-xor\"",
                        "\"seed\" : 7",
                        "\"trainingExamples\" : 48",
                        "\"validationExamples\" : 12",
                        "\"testExamples\" : 20",
                        "\"fingerprints\" : {");
        ExperimentFile experiment = ExperimentFile.read(run.resolve("experiment.yaml"));
        assertThat(experiment.toYaml()).contains("seed: 7", "size: 6", "dimensions: 3", "rate: 0.2");
        assertThat(Files.readAllLines(run.resolve("confusion.csv")).get(0)).isEqualTo("class,predicted,examples");
        assertThat(sumOfLastColumn(run.resolve("confusion.csv"))).isEqualTo(20);
        assertThat(command.err())
                .contains(
                        "epoch 1/2", "epoch 2/2", "left", "Entries of learn that this network has nothing for: delays");
        assertThat(command.out()).contains("test accuracy", "validation", "run folder     " + run);
    }

    private static int sumOfLastColumn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        Path one = base.resolve("one");
        Path two = base.resolve("two");
        assertThat(command.tiny(one, "--threads", "1")).isZero();
        assertThat(command.tiny(two, "--threads", "2")).isZero();
        assertThat(RunContent.of(two)).isEqualTo(RunContent.of(one));
        assertThat(one.resolve("metrics.json")).content().contains("\"threads\" : 1");
        assertThat(two.resolve("metrics.json")).content().contains("\"threads\" : 2", "\"trainedExamplesPerSecond\"");
    }

    @Test
    void theExperimentOfARunRepeatsItBitForBit() throws IOException {
        Path first = base.resolve("first");
        Path again = base.resolve("again");
        assertThat(command.tiny(first, "--variant=free", "--learn=weights,delays", "--batch=7"))
                .isZero();
        assertThat(command.run(first.resolve("experiment.yaml").toString(), "--out=" + again))
                .isZero();
        assertThat(RunContent.of(again)).isEqualTo(RunContent.of(first));
    }

    @Test
    void aRunOnDataElsewhereIsRepeatedWithoutSayingWhere() throws IOException {
        StringBuilder events = new StringBuilder("example,label,channel,time\n");
        for (int k = 0; k < 40; k++) {
            events.append(k).append(',').append(k % 2).append(',').append(k % 2).append(",5\n");
        }
        Files.writeString(base.resolve("events.csv"), events);
        String yaml = ExperimentFile.shipped("delayed-xor")
                .with("data", "{source: csv, path: events.csv, test: {share: 0.25}}")
                .with("training.epochs", "1")
                .toYaml();
        Path file = Files.writeString(base.resolve("my.yaml"), yaml);
        Path first = base.resolve("first");
        assertThat(command.run(file.toString(), "--out=" + first))
                .as(command.err())
                .isZero();
        Path again = base.resolve("again");
        assertThat(command.run(first.resolve("experiment.yaml").toString(), "--out=" + again))
                .as(command.err())
                .isZero();
        assertThat(RunContent.of(again)).isEqualTo(RunContent.of(first));
        assertThat(command.run(file.toString(), "--print")).isZero();
        assertThat(command.out()).contains("path: " + base.resolve("events.csv").toAbsolutePath());
    }

    @Test
    void totalsAreSumsOverAllRunsOfTheSimulator() throws IOException {
        Path run = base.resolve("run");
        assertThat(command.tiny(run)).isZero();
        // Two epochs of 48 examples and 12 for validation, and 20 for the test.
        assertThat(run.resolve("metrics.json"))
                .content()
                .contains("\"command\" : \"train\"", "\"trainedExamples\" : 96", "\"runs\" : 140")
                .containsPattern("\"synapticEvents\" : [1-9]");
    }

    @Test
    void trainingStopsEarlyWhereNothingImproves() {
        Path run = base.resolve("run");
        assertThat(command.tiny(
                        run,
                        "--set=training.epochs=20",
                        "--set=training.stopAfter=3",
                        "--learn=weights",
                        "--rate=weights=1e-300",
                        "--set=silent.revival=0"))
                .as(command.err())
                .isZero();
        assertThat(run.resolve("history.csv")).content().hasLineCount(5);
        assertThat(run.resolve("metrics.json"))
                .content()
                .contains("\"epoch\" : 4", "\"complete\" : true", "\"stoppedEarly\" : true", "\"bestEpoch\" : 1");
    }

    @Test
    void printingDoesNothingElse() throws IOException {
        assertThat(command.tiny(base.resolve("run"), "--variant=none", "--print"))
                .isZero();
        Path printed = Files.writeString(base.resolve("printed.yaml"), command.out());
        assertThat(ExperimentFile.read(printed).toYaml())
                .isEqualTo(command.out())
                .contains("delays: none", "epochs: 2", "size: 80");
        assertThat(base.resolve("run")).doesNotExist();
        assertThat(command.err()).isEmpty();
    }

    @Test
    void aRunFolderThatExistsIsAnErrorBeforeAnythingStarts() throws IOException {
        Path run = Files.createDirectory(base.resolve("run"));
        assertThat(command.tiny(run)).isEqualTo(2);
        assertThat(command.err()).contains("exists already").doesNotContain("epoch");
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void aRunFolderThatCannotBeMadeIsAnErrorBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(base.resolve("file"), "text");
        assertThat(command.tiny(file.resolve("run"))).isEqualTo(2);
        assertThat(command.tiny(base.resolve("x".repeat(300)))).isEqualTo(2);
        assertThat(command.err())
                .contains("must be a folder", "x: cannot be written (")
                .doesNotContain("epoch", "Training", ".tmp-");
        assertThat(base).isDirectoryContaining(file::equals);
        assertThat(file).hasContent("text");
    }

    @Test
    void optionsThatMakeNoSenseAreErrorsAndNothingIsWritten() throws IOException {
        Path run = base.resolve("run");
        String[][] wrong = {
            {"--learn=wieghts", "nothing to learn is called 'wieghts' in this experiment; there are [weights,"},
            {"--rate=wieghts=1", "a rate of 'wieghts', but learn has no entry for it"},
            {"--rate=weights=-1", "delayed-xor: learn.0.rate = -1.0, must be above 0"},
            {"--rate=weights=much", "'much' is not a"},
            {"--threads=0", "--threads = 0, must be from 1 to 1024"},
            {"--threads=100000", "--threads = 100000, must be from 1 to 1024"},
            {"--dimensions=65", "--dimensions = 65, must be from 1 to 64"},
            {"--batch=many", "'many' is not an int"},
            {"--epochs=0", "--epochs = 0, must be from 1"},
            {"--hidden=1000000000", "--hidden = 1000000000, must be from 1 to 1000000"},
            {"--variant=quick", "there is no variant 'quick'; there are [none, frozen, learned"},
            {"--set=training.epochs=some", "training.epochs = \"some\", must be a whole number from 1"},
            {"--set=traning.epochs=3", "traning = {\"epochs\":3}, is an unknown field"},
            {"--set=learn.9.rate=3", "no place learn.9.rate: '9', must be a number from 0 to 2"},
            {"--set=training.epochs=[", "is neither YAML nor JSON"},
            {"--data=nowhere", "data.source = \"delayed-xor\", is generated and takes no data"},
            {
                "--resume=nowhere",
                "--resume goes on with a run as it was started; only --data, --threads and --report go with it"
            },
        };
        for (String[] each : wrong) {
            TrainCommand fresh = new TrainCommand();
            int code = each[0].startsWith("--epochs") || each[0].startsWith("--hidden")
                    ? fresh.run("delayed-xor", each[0], "--out=" + run)
                    : fresh.tiny(run, each[0]);
            assertThat(code).as(each[0]).isEqualTo(2);
            assertThat(fresh.err()).as(each[0]).contains(each[1]).doesNotContain("epoch 1");
        }
        assertThat(command.run()).isEqualTo(2);
        assertThat(command.run("xor")).isEqualTo(2);
        assertThat(command.run("no.yaml")).isEqualTo(2);
        assertThat(command.run("braille")).isEqualTo(2);
        assertThat(command.run("braille", "--data=" + base.resolve("nowhere"))).isEqualTo(2);
        assertThat(command.err())
                .contains(
                        "Missing: an EXPERIMENT, or --resume RUN",
                        "there is no experiment 'xor'; there are [yin-yang",
                        "no.yaml",
                        "braille: data: path is missing",
                        "nowhere: there are no data");
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void aNetworkThatRunsAwayEndsTheRun() {
        Path run = base.resolve("run");
        assertThat(command.run("yin-yang", "--hidden=6", "--rate=weights=1000", "--set=data.first=200", "--out=" + run))
                .isEqualTo(2);
        assertThat(command.err()).contains("runs away; a smaller --rate may keep it; nothing was written");
        assertThat(run).doesNotExist();
    }
}
