package io.github.lightcone.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.report.run.ChipPrototype;
import io.github.lightcone.report.run.SampleChip;
import io.github.lightcone.report.run.StepConvergence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChipFiguresTest {

    @TempDir
    private static Path folder;

    private static ChipPrototype chip;

    @BeforeAll
    static void read() throws IOException {
        chip = SampleChip.read(folder);
    }

    /** The bytes of every figure are those that were looked at; see {@link FiguresTest}. */
    @ParameterizedTest
    @EnumSource
    void everyFigureIsTheGoldenOne(ChipFigure figure) throws IOException {
        FigureStyle style =
                figure == ChipFigure.CONVERGENCE ? FigureStyle.page(Palette.LIGHT) : FigureStyle.column(Palette.LIGHT);
        requireGolden("chip-" + figure.key(), figure.svg(chip, style));
    }

    @Test
    void energiesAreTheGoldenOnes() throws IOException {
        requireGolden("chip-energy", EnergyFigure.svg(List.of(chip, SampleChip.withoutMore(folder)), Palette.LIGHT));
    }

    private static void requireGolden(String name, String svg) throws IOException {
        Path actual = Files.createDirectories(Path.of("target", "figures")).resolve(name + ".svg");
        Files.writeString(actual, svg);
        try (InputStream golden = ChipFiguresTest.class.getResourceAsStream("golden/" + name + ".svg")) {
            assertThat(golden).as("no golden figure; drawn was " + actual).isNotNull();
            assertThat(svg).as(actual.toString()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(svg).doesNotContain("NaN", "Infinity");
    }

    /** A shift that is a tenth of the step lies on the line of slope 1 through the finest, decades apart. */
    @Test
    void theReferenceLineHasSlopeOne() {
        double[] step = {0.1, 0.01, 0.001};
        double[] shift = {0.01, 0.001, 0.0001};
        double[] none = new double[3];
        SvgCanvas canvas = new SvgCanvas(400, 200, 10, Palette.LIGHT);
        ConvergenceFigure.draw(canvas, new StepConvergence(1, 1, step, shift, shift, none, none), Double.NaN);
        String svg = canvas.toElement("", "");
        String line = svg.replaceAll("(?s).*<path d=\"([^\"]*)\"[^>]*stroke-dasharray=\"4 3\".*", "$1");
        String curve = svg.replaceAll(
                "(?s).*<path d=\"([^\"]*)\" fill=\"none\" stroke=\"" + Palette.LIGHT.series(0) + "\".*", "$1");
        List<String> ends = List.of(line.substring(1).split("L"));
        assertThat(List.of(curve.substring(1).split("L"))).contains(ends.get(0), ends.get(1));
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        ChipPrototype bare = SampleChip.withoutMore(folder);
        for (ChipFigure figure : ChipFigure.values()) {
            assertThat(figure.missing(bare)).as(figure.key()).isNotEmpty();
            assertThatThrownBy(() -> figure.svg(bare, FigureStyle.column(Palette.LIGHT)))
                    .hasMessage("no figure '" + figure.key() + "' of <b>: " + figure.missing(bare));
        }
        assertThat(EnergyFigure.text(bare)).startsWith("unknown");
        assertThat(EnergyFigure.text(chip)).isEqualTo("1.50 nJ or more");
    }
}
