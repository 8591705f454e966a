package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    private Path base;

    private static void write(Path inside, int epoch) throws IOException {
        Files.writeString(inside.resolve("history.csv"), "epoch " + epoch + "\n".repeat(1000));
        Files.writeString(Files.createDirectory(inside.resolve("network")).resolve("a"), "epoch " + epoch);
        Files.writeString(inside.resolve("metrics.json"), "epoch " + epoch);
    }

    private static RunFolder at(Path path) throws IOException {
        return RunFolder.at(path, "history.csv", "network", "metrics.json");
    }

    /** Returns the epoch that all files agree on. */
    private static int epoch(Path run) throws IOException {
        String metrics = Files.readString(run.resolve("metrics.json"));
        assertThat(Files.readString(run.resolve("history.csv"))).isEqualTo(metrics + "\n".repeat(1000));
        assertThat(Files.readString(run.resolve("network").resolve("a"))).isEqualTo(metrics);
        return Integer.parseInt(metrics.substring("epoch ".length()));
    }

    private List<String> namesInBase() throws IOException {
        try (Stream<Path> paths = Files.list(base)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void holdsTheEpochThatWasSavedLastAndNothingElse() throws IOException {
        Path run = base.resolve("run");
        RunFolder folder = at(run);
        assertThat(run).doesNotExist();
        for (int epoch = 1; epoch <= 3; epoch++) {
            int number = epoch;
            folder.save(epoch, inside -> write(inside, number));
            assertThat(epoch(run)).isEqualTo(epoch);
            assertThat(namesInBase()).containsExactly("run");
        }
        try (Stream<Path> names = Files.list(run)) {
            assertThat(names.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(".current", ".epoch-3", "history.csv", "network", "metrics.json");
        }
    }

    @Test
    void anEpochThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
        Path run = base.resolve("run");
        RunFolder folder = at(run);
        assertThatIOException()
                .isThrownBy(() -> folder.save(1, inside -> {
                    write(inside, 1);
                    throw new IOException("disk full");
                }));
        assertThat(namesInBase()).isEmpty();
        folder.save(1, inside -> write(inside, 1));
        assertThatIOException()
                .isThrownBy(() -> folder.save(2, inside -> {
                    Files.writeString(inside.resolve("history.csv"), "half");
                    throw new IOException("disk full");
                }));
        assertThat(epoch(run)).isEqualTo(1);
        assertThat(namesInBase()).containsExactly("run");
    }

    @Test
    void aFolderThatExistsIsAnErrorFromTheStart() throws IOException {
        Path run = Files.createDirectory(base.resolve("run"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> at(run))
                .withMessageContaining("run: exists already");
    }

    @Test
    void aFolderThatAppearsMeanwhileIsLeftAlone() throws IOException {
        Path run = base.resolve("run");
        RunFolder folder = at(run);
        Files.writeString(Files.createDirectory(run).resolve("mine"), "precious");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> folder.save(1, inside -> write(inside, 1)));
        assertThat(run.resolve("mine")).hasContent("precious");
    }

    @Test
    void numberedFoldersTakeTheFirstFreeNumber() throws IOException {
        Files.createDirectory(base.resolve("run-1"));
        RunFolder one = RunFolder.numbered(base.resolve("run"), "history.csv", "network", "metrics.json");
        RunFolder other = RunFolder.numbered(base.resolve("run"), "history.csv", "network", "metrics.json");
        one.save(1, inside -> write(inside, 1));
        other.save(1, inside -> write(inside, 1));
        one.save(2, inside -> write(inside, 2));
        assertThat(one.path()).isEqualTo(base.resolve("run-2"));
        assertThat(other.path()).isEqualTo(base.resolve("run-3"));
        assertThat(epoch(one.path())).isEqualTo(2);
        assertThat(epoch(other.path())).isEqualTo(1);
    }

    /** A process that does nothing but save is killed at random moments. */
    @Test
    void aKilledProcessLeavesACompleteEpochOrNothing() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int complete = 0;
        for (int round = 0; round < 8; round++) {
            Path run = base.resolve("run" + round);
            Process process = saver(run);
            while (!Files.exists(run) && process.isAlive()) {
                Thread.sleep(1);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(150_000));
            process.destroyForcibly().waitFor();
            assertThat(epoch(run)).as("seed %d, round %d", seed, round).isPositive();
            complete += epoch(run) > 1 ? 1 : 0;
        }
        assertThat(complete).as("rounds that were killed after the first epoch").isPositive();
    }

    /** Whatever a killed process left, the next one goes on from the epoch that was current. */
    @Test
    void aKilledProcessCanBeFollowedByAnother() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path run = base.resolve("run");
        at(run).save(1, inside -> write(inside, 1));
        for (int round = 0; round < 8; round++) {
            int before = epoch(run);
            Process process = saver(run);
            Path current = Files.readSymbolicLink(run.resolve(".current"));
            while (Files.readSymbolicLink(run.resolve(".current")).equals(current) && process.isAlive()) {
                Thread.onSpinWait();
            }
            for (long k = random.nextInt(20_000_000); k > 0; k--) {
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            assertThat(epoch(run)).as("seed %d, round %d", seed, round).isGreaterThan(before);
        }
        RunFolder.existing(run, "history.csv", "network", "metrics.json").save(9, inside -> write(inside, 9));
        assertThat(epoch(run)).isEqualTo(9);
        assertThat(namesInBase()).containsExactly("run");
        try (Stream<Path> names = Files.list(run)) {
            assertThat(names.map(path -> path.getFileName().toString())).hasSize(5);
        }
    }

    private static Process saver(Path run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saver.class.getName(),
                        run.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Saves one epoch after the other until it is killed. */
    static final class Saver {

        private Saver() {}

        public static void main(String[] arguments) throws IOException {
            Path run = Path.of(arguments[0]);
            boolean goesOn = Files.exists(run);
            RunFolder folder = goesOn ? RunFolder.existing(run, "history.csv", "network", "metrics.json") : at(run);
            for (int epoch = goesOn ? epoch(run) + 1 : 1; ; epoch++) {
                int number = epoch;
                folder.save(epoch, inside -> write(inside, number));
            }
        }
    }
}
