package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {

    @TempDir
    private Path base;

    private Path run;

    private final TrainCommand command = new TrainCommand();

    @BeforeEach
    void train() {
        run = base.resolve("run");
        assertThat(command.tiny(run)).isZero();
    }

    private int resume(String... more) {
        return command.run(Stream.concat(Stream.of("--resume", run.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void edit(String from, String to) throws IOException {
        Path file = run.resolve("experiment.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static Map<String, String> everything(Path run) throws IOException {
        Map<String, String> all = new TreeMap<>(RunContent.of(run));
        all.put("metrics.json", Files.readString(run.resolve("metrics.json")));
        try (Stream<Path> files = Files.list(run)) {
            files.forEach(file -> all.put("name " + file.getFileName(), ""));
        }
        return all;
    }

    @Test
    void aCompleteRunStaysAsItIs() throws IOException {
        Map<String, String> before = everything(run);
        assertThat(resume()).isZero();
        assertThat(command.out()).contains(run + " is complete after epoch 2; to go on, raise training.epochs in its");
        assertThat(everything(run)).isEqualTo(before);
    }

    @Test
    void aRunIsResumedOnceAtATime() throws IOException {
        edit("epochs: 2", "epochs: 3");
        Map<String, String> before = RunContent.of(run);
        RunLock other = RunLock.of(run);
        try {
            assertThat(resume()).isNotZero();
            assertThat(command.err()).contains(run + " is being resumed by another process; nothing was changed");
            assertThat(RunContent.of(run)).isEqualTo(before);
        } finally {
            other.close();
        }
        assertThat(resume()).isZero();
        assertThat(command.err()).contains("epoch 3/3");
    }

    @Test
    void moreEpochsGoOnToTheSameBits() throws IOException {
        edit("epochs: 2", "epochs: 5");
        assertThat(resume("--threads=2")).as(command.err()).isZero();
        Path straight = base.resolve("straight");
        assertThat(new TrainCommand().tiny(straight, "--set=training.epochs=5")).isZero();
        assertThat(RunContent.of(run)).isEqualTo(RunContent.of(straight));
        assertThat(command.err()).contains("Resuming " + run + " after epoch 2", "epoch 3/5");
    }

    @Test
    void whatAKilledProcessLeftIsCleanedUp() throws IOException {
        edit("epochs: 2", "epochs: 3");
        Files.writeString(Files.createDirectory(run.resolve(".epoch-3")).resolve("half"), "");
        Files.createDirectory(run.resolve(".epoch-1"));
        Files.createDirectory(run.resolve("..epoch-0.tmp-12ab"));
        Files.createSymbolicLink(base.resolve(".run.current"), Path.of(".epoch-3"));
        Files.writeString(Files.createDirectory(base.resolve(".run.former")).resolve("half"), "");
        Files.writeString(Files.createDirectory(base.resolve(".run.epoch-3")).resolve("half"), "");
        Files.createDirectory(base.resolve("..run.epoch-3.tmp-12ab"));
        Path other = Files.createDirectory(base.resolve(".run.2.epoch-3"));
        assertThat(resume()).as(command.err()).isZero();
        assertThat(everything(run))
                .containsKey("name .epoch-3")
                .doesNotContainKeys("name .epoch-1", "name ..epoch-0.tmp-12ab");
        try (Stream<Path> names = Files.list(base)) {
            assertThat(names).containsExactlyInAnyOrder(run, other);
        }
    }

    /** A run of a version that kept no report on trust has none before it goes on. */
    @Test
    void aRunWithoutTrustGoesOn() throws IOException {
        assertThat(Files.readAllLines(run.resolve("trust.csv"))).hasSize(4);
        Files.delete(run.resolve("trust.csv").toRealPath());
        edit("epochs: 2", "epochs: 3");
        assertThat(resume()).as(command.err()).isZero();
        assertThat(Files.readAllLines(run.resolve("trust.csv")))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("3,");
    }

    @Test
    void otherRatesGoOn() throws IOException {
        edit("epochs: 2", "epochs: 3");
        edit("rate: 0.02", "rate: 0.01");
        assertThat(resume()).as(command.err()).isZero();
        assertThat(run.resolve("history.csv")).content().hasLineCount(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: 6 | size: 7 | 'network' is not what the run began with",
                "tauMem: 20 | tauMem: 21 | 'network' is not what the run began with",
                "seed: 1 | seed: 2 | 'seed' is not what the run began with",
                "end: 100 | end: 90 | 'end' is not what the run began with",
                "source: delayed-xor | jitter: 2 | data.source is missing",
                "what: positions | what: bias | learn: the run did not learn bias hidden",
                "method: adam | method: sgd | of what its optimisers remember",
                "epochs: 2 | epochs: two | training.epochs = \"two\", must be a whole number"
            })
    void whatDoesNotFitIsRefused(String from, String to, String message) throws IOException {
        if (!from.startsWith("epochs")) {
            edit("epochs: 2", "epochs: 9");
        }
        edit(from, to);
        Map<String, String> before = everything(run);
        assertThat(resume()).isEqualTo(2);
        assertThat(command.err()).contains(message);
        assertThat(everything(run)).isEqualTo(before);
    }

    @Test
    void lessToLearnIsRefused() throws IOException {
        edit("epochs: 2", "epochs: 9");
        String yaml = Files.readString(run.resolve("experiment.yaml"));
        edit(yaml.substring(yaml.indexOf("- what: positions"), yaml.indexOf("optimiser:")), "");
        assertThat(resume()).isEqualTo(2);
        assertThat(command.err()).contains("metrics.json", "learned.positions input", "is an unknown field");
    }

    @Test
    void otherDataAreRefused() throws IOException {
        StringBuilder events = new StringBuilder("example,label,channel,time\n");
        for (int k = 0; k < 40; k++) {
            events.append(k).append(',').append(k % 2).append(',').append(k % 2).append(",5\n");
        }
        Path data = Files.writeString(base.resolve("events.csv"), events);
        run = base.resolve("other");
        assertThat(command.run(
                        "delayed-xor", "--epochs=1", "--set=data={source: csv}", "--data=" + data, "--out=" + run))
                .as(command.err())
                .isZero();
        edit("epochs: 1", "epochs: 2");
        Files.writeString(data, events.append("40,1,1,5\n"));
        assertThat(resume()).isEqualTo(2);
        assertThat(command.err())
                .contains(
                        "settings.json: trainingExamples = 40, but the data have 41 now: a run goes on with the data");
        Path moved = Files.writeString(base.resolve("moved.csv"), events.substring(0, events.length() - 9));
        assertThat(resume("--data=" + moved)).as(command.err()).isZero();
        assertThat(run.resolve("experiment.yaml")).content().contains("path: " + moved);
    }

    @Test
    void damageIsNamed() throws IOException {
        edit("epochs: 2", "epochs: 3");
        Path checkpoint = run.resolve("checkpoint.bin");
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length / 2] ^= 1;
        Files.write(checkpoint, bytes);
        assertThat(resume()).isEqualTo(2);
        assertThat(command.err()).contains(checkpoint + ": ");
        Files.delete(checkpoint.toRealPath());
        assertThat(resume()).isEqualTo(2);
        assertThat(command.err()).contains("checkpoint.bin");
    }

    @Test
    void whatIsNoRunIsNamed() throws IOException {
        run = base.resolve("none");
        assertThat(resume()).isEqualTo(2);
        assertThat(command.err()).contains("none: there is no such run; there is none before its first epoch is saved");
        Files.createDirectory(run);
        assertThat(resume()).isEqualTo(2);
        assertThat(command.err()).contains("none: holds no run: there is no link .current");
    }
}
