package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed again and again, at epochs and while it saves, ends with the same files as one that is not. */
class KilledTrainingIT {

    private static final int KILLS = 20;
    private static final String EPOCHS = "--set=training.epochs=600";

    @TempDir
    private Path base;

    @Test
    void manyKillsChangeNothing() throws IOException, InterruptedException {
        Path straight = base.resolve("straight");
        TrainCommand command = new TrainCommand();
        assertThat(command.tiny(straight, EPOCHS)).as(command.err()).isZero();

        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path run = Files.createDirectory(base.resolve("killed")).resolve("run");
        int early = 0;
        int saving = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            boolean exists = Files.exists(run);
            Process process = start(run);
            int lines = kill == 0 ? 0 : 1 + random.nextInt(6);
            boolean whileSaving = random.nextInt(3) == 0;
            awaitEpochs(process, lines);
            while (whileSaving && process.isAlive() && isQuiet(run)) {
                Thread.onSpinWait();
            }
            assertThat(process.isAlive()).as("seed %d, kill %d", seed, kill).isTrue();
            process.destroyForcibly().waitFor();
            saving += isQuiet(run) ? 0 : 1;
            if (!Files.exists(run)) {
                assertThat(exists)
                        .as("seed %d, kill %d: a saved run vanished", seed, kill)
                        .isFalse();
                early++;
            }
        }
        Process last = start(run);
        String said = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(last.waitFor()).as("seed %d: %s", seed, said).isZero();

        assertThat(RunContent.of(run)).as("seed %d", seed).isEqualTo(RunContent.of(straight));
        assertThat(saving).as("kills that left something beside the run").isPositive();
        assertThat(early).as("kills before the first epoch was saved").isLessThan(KILLS / 2);
        try (Stream<Path> beside = Files.list(run.getParent())) {
            assertThat(beside.filter(path -> path.toString().contains("epoch"))).isEmpty();
        }
    }

    /** Returns whether nothing is being written beside a run. */
    private static boolean isQuiet(Path run) throws IOException {
        try (Stream<Path> beside = Files.list(run.getParent())) {
            return beside.allMatch(run::equals);
        }
    }

    private static void awaitEpochs(Process process, int count) throws IOException {
        BufferedReader progress = process.inputReader(StandardCharsets.UTF_8);
        int epochs = 0;
        String line = "";
        while (line != null && !(line.startsWith("Training") && count == 0) && epochs < Math.max(1, count)) {
            line = progress.readLine();
            epochs += line != null && line.startsWith("epoch ") ? 1 : 0;
        }
    }

    /** Starts a training or goes on with it. */
    private static Process start(Path run) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "train"));
        if (Files.exists(run)) {
            words.addAll(List.of("--resume", run.toString()));
        } else {
            words.addAll(TrainCommand.tinyArguments(run));
            words.add(EPOCHS);
        }
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }
}
