package io.github.lightcone.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.report.run.PerceptronView;
import io.github.lightcone.report.run.PerceptronView.Layer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationsFigureTest {

    private static final FigureStyle STYLE = new FigureStyle(120, 90, 7, Palette.LIGHT);

    private static final Pattern DOTS =
            Pattern.compile("<path d=\"([^\"]*h0\\.01)\" fill=\"none\" stroke-linecap=\"round\" stroke=\"([^\"]*)\""
                    + " stroke-width=\"([^\"]*)\"/>");

    /** A path of dots of one colour and size. */
    private record Dots(List<double[]> places, String colour, double size) {}

    private static List<Dots> dots(String svg) {
        List<Dots> all = new ArrayList<>();
        Matcher path = DOTS.matcher(svg);
        while (path.find()) {
            List<double[]> places = Pattern.compile("M(\\S+) (\\S+?)h0\\.01")
                    .matcher(path.group(1))
                    .results()
                    .map(ActivationsFigureTest::place)
                    .toList();
            all.add(new Dots(places, path.group(2), Double.parseDouble(path.group(3))));
        }
        return all;
    }

    private static double[] place(MatchResult match) {
        return new double[] {Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))};
    }

    private static Layer random(String name, int neurons, int images, int dimensions, long seed) {
        Random random = new Random(seed);
        double[][] positions = new double[neurons][dimensions];
        double[][] activations = new double[images][neurons];
        for (int n = 0; n < neurons; n++) {
            for (int axis = 0; axis < dimensions; axis++) {
                positions[n][axis] = 10 * random.nextDouble() - 5;
            }
            for (int k = 0; k < images; k++) {
                activations[k][n] = Math.max(0, random.nextGaussian());
            }
        }
        return new Layer(name, List.of(), positions, activations);
    }

    private static PerceptronView of(List<String> classes, Layer... layers) {
        return new PerceptronView("run", classes, List.of(layers));
    }

    private static Layer layer(double[][] positions, double... activations) {
        return new Layer("layer", List.of(), positions, new double[][] {activations});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyNeuronIsADotInEveryRow(int dimensions) throws Exception {
        PerceptronView view = of(
                List.of("a", "<b>"),
                random("inputs", 40, 2, dimensions, 1),
                random("hidden", 2048, 2, dimensions, 2),
                random("outputs", 3, 2, dimensions, 3));
        String svg = ActivationsFigure.svg(view, STYLE);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(svg).doesNotContain("NaN", "Infinity").contains("hidden (2048)", "&lt;b&gt;", " mm</text>");
        assertThat(dots(svg).stream().mapToInt(path -> path.places().size()).sum())
                .isEqualTo(2 * (40 + 2048 + 3));
        assertThat(dots(svg)).as("a path for each of 8 colours and 4 sizes").hasSizeLessThanOrEqualTo(2 * 3 * 8 * 4);
        assertThat(ActivationsFigure.svg(view, STYLE)).isEqualTo(svg);
    }

    /** 0 is grey; 7 shades share what is above it up to the largest of the layer, which is drawn last. */
    @Test
    void coloursGoByTheShareOfTheLargest() {
        double[][] places = {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 1}};
        String svg = ActivationsFigure.svg(of(List.of("a"), layer(places, 70, 0, 1e-9, 9.9, 10.1)), STYLE);
        List<Dots> dots = dots(svg);
        assertThat(dots.stream().map(Dots::colour))
                .containsExactly(
                        Palette.LIGHT.grid(),
                        Palette.LIGHT.ramp().get(2),
                        Palette.LIGHT.ramp().get(3),
                        Palette.LIGHT.ramp().get(8));
        assertThat(dots.stream().map(path -> path.places().size())).containsExactly(1, 2, 1, 1);
    }

    @Test
    void aLayerThatIsSilentIsGrey() {
        String svg = ActivationsFigure.svg(of(List.of("a"), layer(new double[][] {{0, 0}, {1, 2}}, 0, 0)), STYLE);
        assertThat(dots(svg))
                .singleElement()
                .satisfies(path -> assertThat(path.colour()).isEqualTo(Palette.LIGHT.grid()));
    }

    /** One scale for all panels, the one of the bar; the second coordinate goes upwards. */
    @Test
    void distancesAreOnTheScaleOfTheBar() {
        Layer wide = layer(new double[][] {{-6, -1}, {6, 5}}, 1, 1);
        Layer narrow = layer(new double[][] {{1, 1}, {2, 3}}, 1, 1);
        String svg = ActivationsFigure.svg(of(List.of("a"), wide, narrow), STYLE);
        Matcher bar = Pattern.compile("M(\\S+) (\\S+)L(\\S+) \\2\".*\\n<text[^>]*>(\\d+) mm<")
                .matcher(svg);
        assertThat(bar.find()).isTrue();
        double perMm = (Double.parseDouble(bar.group(3)) - Double.parseDouble(bar.group(1)))
                / Double.parseDouble(bar.group(4));
        List<Dots> dots = dots(svg);
        // coordinates and the ends of the bar have two decimals
        assertThat(step(dots.get(0))).containsExactly(new double[] {12 * perMm, -6 * perMm}, within(0.1));
        assertThat(step(dots.get(1))).containsExactly(new double[] {perMm, -2 * perMm}, within(0.03));
    }

    private static double[] step(Dots two) {
        double[] a = two.places().get(0);
        double[] b = two.places().get(1);
        return new double[] {b[0] - a[0], b[1] - a[1]};
    }

    @Test
    void dotsGrowWithTheThirdCoordinateWhereItDiffersWithinALayer() {
        Layer deep = layer(new double[][] {{0, 0, 4}, {1, 1, -4}, {2, 0, 0.5}}, 0, 0, 0);
        String svg = ActivationsFigure.svg(of(List.of("a"), deep), STYLE);
        assertThat(dots(svg).stream().map(path -> path.places().size())).containsExactly(1, 1, 1);
        assertThat(dots(svg).stream().map(Dots::size)).isSorted().doesNotHaveDuplicates();
        assertThat(dots(svg).get(0).places().get(0)[1])
                .as("the dot at the back is the highest")
                .isLessThan(dots(svg).get(2).places().get(0)[1]);
        assertThat(svg).contains("larger third coordinate, from \u22124.0 to 4.0 mm");

        Layer back = layer(new double[][] {{0, 0, 0}, {1, 1, 0}}, 0, 0);
        Layer front = layer(new double[][] {{0, 0, 1}, {1, 1, 1}}, 0, 0);
        String planes = ActivationsFigure.svg(of(List.of("a"), back, front), STYLE);
        assertThat(dots(planes).stream().map(Dots::size).distinct()).hasSize(1);
        assertThat(planes).doesNotContain("third coordinate");
    }

    @Test
    void neuronsAllInOnePlaceAreDrawn() {
        String svg = ActivationsFigure.svg(of(List.of("a"), layer(new double[][] {{3}, {3}}, 1, 0)), STYLE);
        assertThat(svg).doesNotContain("NaN", "Infinity");
        assertThat(dots(svg)).hasSize(2);
    }

    @Test
    void panelsOfTheUsualHeightAreSquares() {
        PerceptronView view = of(List.of("a", "b"), random("x", 9, 2, 3, 1), random("y", 9, 2, 3, 2));
        double height = ActivationsFigure.usualHeight(view, 80, 6);
        String svg = ActivationsFigure.svg(view, new FigureStyle(80, height, 6, Palette.DARK));
        List<MatchResult> frames = Pattern.compile("h(\\d\\S*?)v(\\d\\S*?)h-\\1z\" fill=\"none\"")
                .matcher(svg)
                .results()
                .toList();
        assertThat(frames).hasSize(4);
        // heights are rounded to 0.1 mm, or 0.28 points, for two rows
        assertThat(Double.parseDouble(frames.get(0).group(1)))
                .isCloseTo(Double.parseDouble(frames.get(0).group(2)), within(0.15));
    }

    @Test
    void aFigureWithoutRoomIsRefused() {
        PerceptronView view = of(List.of("a", "b", "c"), random("x", 9, 3, 2, 1));
        assertThatThrownBy(() -> ActivationsFigure.svg(view, new FigureStyle(60, 20, 7, Palette.LIGHT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60.0 x 20.0 mm with text of 7.0 points has no room for 3 x 1 panels");
    }
}
