package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.cli.hardware.Check;
import io.github.lightcone.cli.report.Activations;
import io.github.lightcone.cli.report.Report;
import io.github.lightcone.cli.structure.Analyze;
import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.report.run.PerceptronReader;
import io.github.lightcone.report.run.PerceptronView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
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
        SmallImages.write(base);
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
    void commandsForSpikingNetworksSayThatThereIsNone() throws IOException {
        String folder = train(1, "run").toString();
        String complaint = folder + ": is the run of a perceptron, which has no spiking network";
        assertThat(run(new Report(), folder)).isEqualTo(2);
        assertThat(run(new Analyze(), folder)).isEqualTo(2);
        assertThat(run(new Check(), folder, "--chip=loihi-2")).isEqualTo(2);
        assertThat(err.toString().lines())
                .filteredOn(line -> line.startsWith(complaint))
                .hasSize(3);
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

    /** An independent way: mean images from the file of pixels, weights one by one from the table of neurons. */
    @Test
    void activationsAreThoseOfTheFormula() throws IOException {
        Path folder = train(2, "run");
        List<double[]> neurons = neurons(folder);
        PerceptronView view = PerceptronReader.read(folder, Optional.empty(), List.of("7", "2"));
        assertThat(view.classes()).containsExactly("7", "2");
        for (int k = 0; k < 2; k++) {
            double[] image = meanOf(k == 0 ? 7 : 2, 100);
            double[] hidden = new double[270];
            for (int j = 0; j < 270; j++) {
                hidden[j] = Math.max(0, sum(neurons, 0, image, neurons.get(20 + j), 1));
            }
            double[] outputs = new double[10];
            for (int o = 0; o < 10; o++) {
                outputs[o] = Math.exp(sum(neurons, 20, hidden, neurons.get(290 + o), 0.2));
            }
            double all = Arrays.stream(outputs).sum();
            // images and products have 32 bits
            assertThat(view.layers().get(0).activations()[k]).containsExactly(image, within(1e-6));
            assertThat(view.layers().get(1).activations()[k]).containsExactly(hidden, within(1e-5));
            assertThat(view.layers().get(2).activations()[k])
                    .containsExactly(Arrays.stream(outputs).map(y -> y / all).toArray(), within(1e-5));
        }
        assertThat(view.layers().get(1).positions()[3]).containsExactly(Arrays.copyOfRange(neurons.get(23), 2, 5));
        assertThat(view.layers().get(1).active(0)).isBetween(1L, 269L);
    }

    /** Bias, number a and coordinates of each neuron. */
    private static List<double[]> neurons(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("neurons.csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .skip(2)
                        .mapToDouble(cell -> cell.isEmpty() ? 0 : Double.parseDouble(cell))
                        .toArray())
                .toList();
    }

    private double[] meanOf(int wanted, int images) throws IOException {
        byte[] pixels = Files.readAllBytes(base.resolve("train-images-idx3-ubyte"));
        byte[] labels = Files.readAllBytes(base.resolve("train-labels-idx1-ubyte"));
        double[] sum = new double[20];
        int count = 0;
        for (int k = 0; k < images; k++) {
            if (labels[8 + k] == wanted) {
                count++;
                for (int i = 0; i < 20; i++) {
                    sum[i] += (pixels[16 + 20 * k + i] & 0xFF) / 255.0;
                }
            }
        }
        int all = count;
        return Arrays.stream(sum).map(value -> value / all).toArray();
    }

    private static double sum(List<double[]> neurons, int first, double[] values, double[] target, double scale) {
        double sum = target[0];
        for (int i = 0; i < values.length; i++) {
            double[] source = neurons.get(first + i);
            double distance =
                    Math.hypot(Math.hypot(target[2] - source[2], target[3] - source[3]), target[4] - source[4]);
            sum += scale * Math.tanh(source[1]) / distance * values[i];
        }
        return sum;
    }

    @Test
    void activationsAreDrawn() throws IOException {
        Path folder = train(1, "run");
        Path svg = base.resolve("a.svg");
        assertThat(run(new Activations(), folder.toString(), "--out=" + svg, "--classes=3,0"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("mean 3", "taken for", "of 270 hidden neurons active", "120.0 x ");
        assertThat(Files.readString(svg)).contains("inputs (20)", "hidden (270)", "outputs (10)", ">3</text>");
        Path png = base.resolve("a.png");
        String[] small = {
            folder.toString(), "--data=" + base, "--out=" + png, "--width=50.8", "--height=127", "--dpi=100", "--dark"
        };
        assertThat(run(new Activations(), small)).as(err.toString()).isZero();
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(200, 500);
        complains("exists already; --force", folder, "--out=" + svg);
    }

    @Test
    void activationsOfAnythingElseAreErrors() throws IOException {
        Path folder = train(1, "run");
        Path never = base.resolve("never.svg");
        complains("must end in .svg or .png", folder, "--out=never.pdf");
        complains("width = 10.0, must be from 30.0 to 1000.0 mm", folder, "--out=" + never, "--width=10");
        complains("dpi = 5, must be from 30 to 1200", folder, "--out=" + never, "--dpi=5");
        complains("class 'x', must be one of 0, 1, 2", folder, "--out=" + never, "--classes=0,x");
        complains("is no run folder", base, "--out=" + never);
        complains("nowhere", base.resolve("nowhere"), "--out=" + never);
        complains("nowhere", folder, "--out=" + never, "--data=" + base.resolve("nowhere"));

        Path spiking = Files.createDirectories(base.resolve("spiking"));
        Files.writeString(
                spiking.resolve("experiment.yaml"),
                ExperimentFile.shipped("yin-yang").toYaml());
        complains("is a run of a spiking network, must be one of a perceptron", spiking, "--out=" + never);

        Path free = base.resolve("free");
        assertThat(run(new Train(), file(1), "--data=" + base, "--out=" + free, "--variant=mlp-14"))
                .as(err.toString())
                .isZero();
        complains("its neurons have no positions", free, "--out=" + never);

        Path experiment = folder.resolve("experiment.yaml");
        Files.writeString(experiment, Files.readString(experiment).replace("steepness: 1", "steepness: 2"));
        complains("'network' is not what the run was trained with", folder, "--out=" + never);
        assertThat(never).doesNotExist();
    }

    private void complains(String message, Path folder, String... options) {
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(options));
        assertThat(run(new Activations(), arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }
}
