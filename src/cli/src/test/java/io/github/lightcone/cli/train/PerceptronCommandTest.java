package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.random.SeededRandom;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PerceptronCommandTest {

    /** What must come out the same, whenever a run was interrupted. */
    private static final List<String> LASTING =
            List.of("experiment.yaml", "history.csv", "confusion.csv", "checkpoint.bin", "neurons.csv", "pruned.csv");

    @TempDir
    private Path base;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeImages() throws IOException {
        SeededRandom random = new SeededRandom(6);
        write(random, "train", 120);
        write(random, "t10k", 30);
    }

    private void write(SeededRandom random, String part, int size) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(16 + 20 * size);
        pixels.putInt(0x803).putInt(size).putInt(4).putInt(5);
        ByteBuffer labels = ByteBuffer.allocate(8 + size);
        labels.putInt(0x801).putInt(size);
        for (int k = 0; k < size; k++) {
            int label = random.nextInt(10);
            labels.put((byte) label);
            for (int i = 0; i < 20; i++) {
                pixels.put((byte) (i / 2 == label ? 100 + random.nextInt(150) : random.nextInt(3)));
            }
        }
        Files.write(base.resolve(part + "-images-idx3-ubyte"), pixels.array());
        Files.write(base.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }

    private static ExperimentFile small(int epochs) {
        return ExperimentFile.shipped("mnist-perceptron")
                .variant("learned")
                .with("data.validation.last", "20")
                .with("network.populations.hidden.size", "270")
                .with("training.batch", "25")
                .with("prune.after", "[0, 0.5]")
                .with("training.epochs", Integer.toString(epochs));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    line.getErr().println(problem.getMessage());
                    return 2;
                })
                .execute(arguments);
    }

    private String file(int epochs) throws IOException {
        Path file = base.resolve("small-" + epochs + ".yaml");
        Files.writeString(file, small(epochs).toYaml());
        return file.toString();
    }

    private Path train(int epochs, String name) throws IOException {
        Path folder = base.resolve(name);
        int code = run(new Train(), file(epochs), "--data=" + base, "--out=" + folder, "--threads=2");
        assertThat(code).as(err.toString()).isZero();
        return folder;
    }

    @Test
    void trainingWritesARunFolder() throws IOException {
        Path folder = train(3, "run");
        for (String name : PerceptronFiles.NAMES) {
            assertThat(folder.resolve(name)).exists();
        }
        assertThat(Files.readAllLines(folder.resolve("history.csv"))).hasSize(4);
        assertThat(Files.readAllLines(folder.resolve("pruned.csv"))).hasSize(5);
        List<String> neurons = Files.readAllLines(folder.resolve("neurons.csv"));
        assertThat(neurons).hasSize(1 + 20 + 270 + 10);
        assertThat(neurons.get(0)).isEqualTo("layer,neuron,bias,inhibition,x0,x1,x2");
        assertThat(JsonFiles.read(folder.resolve("metrics.json")).integer("learnedNumbers", 1, 100_000))
                .isEqualTo(2 * 300 + 2 + 290 + 280);
        assertThat(out.toString()).contains("test accuracy", "validation", "run folder");
        SweepResult result = SweepResult.of("learned", 1, folder);
        assertThat(result.test()).isPresent();
        assertThat(result.hiddenSpikes()).isEmpty();
    }

    @Test
    void aRunThatWasInterruptedGoesOnToTheSameBits() throws IOException {
        Path whole = train(4, "whole");
        Path folder = base.resolve("parts");
        ExperimentFile file = ExperimentFile.read(Path.of(file(4)));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        new PerceptronRun(file, Optional.of(base), 1, RunFolder.at(folder, PerceptronFiles.NAMES))
                .stopWhen(() -> true)
                .run(nowhere, nowhere, false);
        assertThat(SweepResult.of("", 1, folder)).as("not complete").isNull();
        assertThat(run(new Train(), "--resume=" + folder)).as(err.toString()).isZero();
        assertThat(err.toString()).contains("Resuming", "after epoch 1");
        for (String name : LASTING) {
            assertThat(folder.resolve(name)).as(name).hasSameBinaryContentAs(whole.resolve(name));
        }
        assertThat(run(new Train(), "--resume=" + folder)).isZero();
        assertThat(out.toString()).contains("is complete after epoch 4");
    }

    @Test
    void aRunGoesOnAsWhatItBegan() throws IOException {
        Path folder = train(1, "run");
        Path experiment = folder.resolve("experiment.yaml");
        String text = Files.readString(experiment);
        Files.writeString(experiment, text.replace("dimensions: 3", "dimensions: 4"));
        assertThat(run(new Train(), "--resume=" + folder)).isEqualTo(2);
        assertThat(err.toString()).contains("'network' is not what the run began with");
    }

    @Test
    void aSweepTrainsPerceptrons() throws IOException {
        String[] arguments = {
            file(1),
            "--data=" + base,
            "--out=" + base.resolve("sweep"),
            "--variants=relaxed,mlp-14",
            "--seeds=1-2",
            "--jobs=1"
        };
        assertThat(run(new Sweep(), arguments)).as(err.toString()).isZero();
        List<String> runs = Files.readAllLines(base.resolve("sweep/runs.csv"));
        assertThat(runs).hasSize(5);
        assertThat(runs.get(1)).startsWith("relaxed,1,").contains("," + (3 * 300 + 290 + 280) + ",,");
        assertThat(runs.get(3)).startsWith("mlp-14,1,").contains("," + (30 * 14 + 24) + ",,");
        assertThat(run(new Sweep(), arguments)).as("complete runs are kept").isZero();
    }

    @Test
    void thereIsNoReport() throws IOException {
        assertThat(run(new Train(), file(1), "--data=" + base, "--report")).isEqualTo(2);
        assertThat(err.toString()).contains("--report: there is no page about a perceptron");
    }
}
