package io.github.lightcone.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.SampleRun;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static RunView run;

    @BeforeAll
    static void makeRun() {
        System.setProperty("java.awt.headless", "true");
        run = SampleRun.view("hidden", "a", 3);
    }

    /**
     * The bytes of every figure are those that were looked at. A figure that is meant to change: look at the file that
     * the failure names, then put it in place of the golden one.
     */
    @ParameterizedTest
    @EnumSource
    void everyFigureIsTheGoldenOne(FigureKind kind) throws IOException {
        FigureStyle style = kind.isWide() ? FigureStyle.page(Palette.LIGHT) : FigureStyle.column(Palette.LIGHT);
        String svg = Figures.svg(run, kind, style);
        Path actual = Files.createDirectories(Path.of("target", "figures")).resolve(kind.key() + ".svg");
        Files.writeString(actual, svg);
        try (InputStream golden = FiguresTest.class.getResourceAsStream("golden/" + kind.key() + ".svg")) {
            assertThat(golden).as("no golden figure; drawn was " + actual).isNotNull();
            assertThat(svg).as(actual.toString()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureIsXmlWithoutTimesAndLinks(FigureKind kind) throws Exception {
        String svg = Figures.svg(run, kind, new FigureStyle(60, 45, 6, Palette.DARK));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "NaN", "Infinity", "<image");
        assertThat(svg).contains(Palette.DARK.ground());
    }

    /** In one, two, three and five dimensions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void spaceOfAnyDimensionIsDrawn(int dimensions) {
        RunView other = SampleRun.view("hidden", "a", dimensions);
        for (FigureKind kind : new FigureKind[] {FigureKind.SPACE, FigureKind.CONE}) {
            String svg = Figures.svg(other, kind, FigureStyle.page(Palette.LIGHT));
            assertThat(svg).doesNotContain("NaN", "Infinity").contains("<circle");
        }
    }

    /** Resolution in the file (chunk pHYs, pixels per metre) and size in pixels; more than one colour. */
    @Test
    void aPngHasItsSizeAndResolutionAndSomethingOnIt() throws IOException {
        assertThat(GraphicsEnvironment.isHeadless()).isTrue();
        byte[] png = Figures.png(run, FigureKind.RASTER, new FigureStyle(101.6, 50.8, 7, Palette.LIGHT), 150);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(300);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xFFFFFFFF);
        long inked = 0;
        for (int x = 0; x < 600; x++) {
            for (int y = 0; y < 300; y++) {
                inked += image.getRGB(x, y) == 0xFFFFFFFF ? 0 : 1;
            }
        }
        assertThat(inked).isGreaterThan(1000);
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertThat(at).as("pHYs").isPositive();
        assertThat(ByteBuffer.wrap(png).getInt(at + 4)).isEqualTo(5906);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new FigureStyle(10, 50, 7, Palette.LIGHT))
                .hasMessage("width = 10.0, must be from 30.0 to 1000.0 mm");
        assertThatThrownBy(() -> new FigureStyle(88, Double.NaN, 7, Palette.LIGHT))
                .hasMessage("height = NaN, must be from 20.0 to 1000.0 mm");
        assertThatThrownBy(() -> Figures.png(run, FigureKind.SPACE, FigureStyle.column(Palette.LIGHT), 2))
                .hasMessage("dpi = 2, must be from 30 to 1200");
        assertThatThrownBy(() -> FigureKind.of("pie"))
                .hasMessageStartingWith("figure 'pie', must be one of accuracy, loss");
    }
}
