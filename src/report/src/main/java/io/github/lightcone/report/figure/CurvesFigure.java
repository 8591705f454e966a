package io.github.lightcone.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several curves over one axis, such as accuracy over the share of connections that are left. */
public final class CurvesFigure {

    private static final List<String> DASHES = List.of("", "4 2", "1.5 1.5", "6 2 1.5 2");

    private CurvesFigure() {}

    /**
     * A curve.
     *
     * @param label what it is called
     * @param x places, ascending
     * @param y values there; NaN leaves a gap
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Curve(String label, double[] x, double[] y) {}

    /**
     * Returns the figure as the text of an SVG file.
     *
     * @param title for readers that do not see it
     * @param xAxis what the places are
     * @param yAxis what the values are
     * @param curves at least one, each with at least one finite value
     */
    public static String svg(String title, String xAxis, String yAxis, List<Curve> curves, Palette palette) {
        FigureStyle column = FigureStyle.column(palette);
        List<String> names = curves.stream().map(Curve::label).toList();
        SvgCanvas canvas = new SvgCanvas(column.widthPoints(), column.heightPoints() * 1.4, column.font(), palette);
        canvas.rectangle(0, 0, canvas.width(), canvas.height(), palette.ground(), 1);
        Plot.Frame frame = Plot.Frame.of(canvas, Plot.legendLines(canvas, names));
        double[] xs = all(curves, true);
        double[] ys = all(curves, false);
        Plot plot = Plot.of(
                canvas,
                frame,
                Scale.over(xs[0], xs[xs.length - 1], frame.left(), frame.right()),
                Scale.round(ys[0], ys[ys.length - 1], frame.bottom(), frame.top()),
                xAxis,
                yAxis);
        List<String> colours = new ArrayList<>();
        for (int k = 0; k < curves.size(); k++) {
            String colour = palette.series(k);
            colours.add(colour);
            Curve curve = curves.get(k);
            plot.curve(
                    curve.x,
                    curve.y,
                    colour,
                    1.3,
                    1,
                    DASHES.get(k / palette.series().size() % DASHES.size()));
        }
        Plot.legend(canvas, frame, names, colours);
        return canvas.toFile(title, yAxis + " over " + xAxis + ", means over runs.");
    }

    private static double[] all(List<Curve> curves, boolean isX) {
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(isX ? curve.x : curve.y))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
