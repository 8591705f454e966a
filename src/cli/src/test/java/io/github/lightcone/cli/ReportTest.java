package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lightcone report} and {@code lightcone plot}. */
class ReportTest {

    @TempDir
    private static Path folder;

    private static Path run;

    @BeforeAll
    static void train() {
        run = folder.resolve("run");
        CommandRun train = CommandRun.of(
                "train",
                "delayed-xor",
                "--epochs=2",
                "--hidden=6",
                "--set=data.size=80",
                "--set=network.projections.0.weights={normal: [1.5, 1]}",
                "--out=" + run);
        assertThat(train.exitCode()).as(train.err()).isZero();
    }

    @Test
    void theReportStandsInTheRunFolder() throws IOException {
        CommandRun report = CommandRun.of("report", run, "--nulls=2");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).contains("report      " + run.resolve("report.html"));
        String first = Files.readString(run.resolve("report.html"));
        assertThat(first)
                .contains("Did it learn?", "What did it cost?", "What did it become?", "id=\"settings\"")
                .doesNotContainPattern("(src|href)=[\"']?(https?:)?//");
        assertThat(CommandRun.of("report", run, "--nulls=2", "--threads=1").exitCode())
                .isZero();
        assertThat(Files.readString(run.resolve("report.html"))).isEqualTo(first);
    }

    @Test
    void severalRunsStandSideBySide() throws IOException {
        Path out = folder.resolve("both.html");
        CommandRun report = CommandRun.of("report", run, run, "--out", out, "--nulls=2");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(Files.readString(out)).contains("2 runs side by side", "Wiring length, mm", "Modularity");
    }

    @Test
    void aFigureIsTheSameBytesEachTime() throws IOException {
        Path one = folder.resolve("one.svg");
        Path two = folder.resolve("two.svg");
        assertThat(CommandRun.of("plot", "raster", run, "--out", one, "--nulls=0")
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("plot", "raster", run, "--out", two, "--nulls=0")
                        .exitCode())
                .isZero();
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void aPictureHasTheSizeAskedFor() throws IOException {
        Path out = folder.resolve("space.png");
        CommandRun plot = CommandRun.of(
                "plot", "space", run, "--out", out, "--nulls=0", "--width=50.8", "--height=25.4", "--dpi=100");
        assertThat(plot.exitCode()).as(plot.err()).isZero();
        BufferedImage image = ImageIO.read(out.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(200, 100);
    }

    @Test
    void badInputIsAnErrorBeforeTheWork() {
        Path out = folder.resolve("never.svg");
        complains("figure 'pie', must be one of accuracy, loss", "plot", "pie", run, "--out", out);
        complains("must end in .svg or .png", "plot", "raster", run, "--out", folder.resolve("never.pdf"));
        complains("width = 10.0, must be from 30.0 to 1000.0 mm", "plot", "raster", run, "--out", out, "--width=10");
        complains("dpi = 5, must be from 30 to 1200", "plot", "raster", run, "--out", out, "--dpi=5");
        complains("no figure 'measures'", "plot", "measures", run, "--out", out, "--nulls=0");
        complains("--example = -1", "report", run, "--example=-1", "--out", out);
        complains("example = 999, must be from 0 to 19", "report", run, "--example=999", "--out", out);
        complains("--at = first, must be best or last", "report", run, "--at=first", "--out", out);
        complains("--nulls = -1", "report", run, "--nulls=-1", "--out", out);
        complains("is no run folder", "report", run.resolve("best"), "--out", out);
        complains("does not exist", "report", folder.resolve("nowhere"), "--out", out);
        assertThat(out).doesNotExist();
    }

    private static void complains(String message, Object... arguments) {
        CommandRun command = CommandRun.of(arguments);
        assertThat(command.exitCode()).as(command.out()).isEqualTo(2);
        assertThat(command.err()).contains(message);
    }
}
