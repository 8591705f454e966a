package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.PerceptronView;
import io.github.lightcone.report.run.PerceptronView.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Neurons of a perceptron where they are, coloured by activation: a row for each image, a column for each layer, as in
 * E. Erb et al., Training neural networks by optimizing neuron positions, arXiv 2506.13410.
 *
 * <p>All panels show the same piece of the plane of the first two coordinates; in one dimension neurons lie on a line.
 * Where neurons of a layer differ in the third coordinate, dots grow with it. A panel has a path for each shade and size
 * of dots, the strongest last.
 */
public final class ActivationsFigure {

    private static final String TITLE = "Activations in space";

    /** Shades of what is not 0: from the third colour of the ramp, which is apart from the ground, to the last. */
    private static final int SHADES = 7;

    private static final int SIZES = 4;

    private final PerceptronView view;
    private final SvgCanvas canvas;
    private final Palette palette;
    private final double em;
    private final Sheet sheet;
    private final Range x;
    private final Range y;
    private final Range depth;
    private final boolean deep;
    private final double scale;

    private ActivationsFigure(PerceptronView view, SvgCanvas canvas) {
        this.view = view;
        this.canvas = canvas;
        palette = canvas.palette();
        em = canvas.font();
        sheet = new Sheet(view, em);
        x = Range.of(view.layers(), 0);
        y = Range.of(view.layers(), 1);
        depth = Range.of(view.layers(), 2);
        deep = isDeep(view);
        double room = 2 * margin();
        scale = x.isEmpty() && y.isEmpty()
                ? 1
                : Math.min((panelWidth() - room) / x.length(), (panelHeight() - room) / y.length());
    }

    /** Lengths around panels, points. */
    private record Sheet(PerceptronView view, double em) {

        double left() {
            int longest = view.classes().stream().mapToInt(String::length).max().orElse(1);
            return (1.4 + 0.7 * Math.min(longest, 12)) * em;
        }

        double right() {
            return 0.8 * em;
        }

        double top() {
            return 2.2 * em;
        }

        double bottom() {
            return (isDeep(view) ? 4.4 : 2.8) * em;
        }

        double gap() {
            return 0.7 * em;
        }

        double panel(double all, double around, int count) {
            return (all - around - (count - 1) * gap()) / count;
        }
    }

    /** The least and the greatest of numbers; 0 and 0 of none. */
    private record Range(double low, double high) {

        static Range of(List<Layer> layers, int axis) {
            double[] all = layers.stream()
                    .flatMap(layer -> Arrays.stream(layer.positions()))
                    .mapToDouble(place -> coordinate(place, axis))
                    .toArray();
            return new Range(
                    Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(0));
        }

        boolean isEmpty() {
            return high - low <= 1e-9;
        }

        double length() {
            return Math.max(high - low, 1e-9);
        }

        double middle() {
            return (low + high) / 2;
        }
    }

    private static double coordinate(double[] place, int axis) {
        return axis < place.length ? place[axis] : 0;
    }

    private static boolean isDeep(PerceptronView view) {
        return view.layers().stream().anyMatch(layer -> {
            Range range = Range.of(List.of(layer), 2);
            return range.high > range.low;
        });
    }

    /**
     * Returns the height with which panels are squares, at most what a figure may have.
     *
     * @param width mm
     * @param font size of text, points
     * @return mm
     */
    public static double usualHeight(PerceptronView view, double width, double font) {
        Sheet sheet = new Sheet(view, font);
        int rows = view.classes().size();
        double side = sheet.panel(
                width * FigureStyle.POINTS_PER_MM,
                sheet.left() + sheet.right(),
                view.layers().size());
        double points = sheet.top() + sheet.bottom() + rows * side + (rows - 1) * sheet.gap();
        return Math.max(20, Math.min(1000, Math.round(points / FigureStyle.POINTS_PER_MM * 10) / 10.0));
    }

    /**
     * Returns the figure as the text of an SVG file; the same bytes for the same activations and style.
     *
     * @throws IllegalArgumentException if the style leaves no room for panels
     */
    public static String svg(PerceptronView view, FigureStyle style) {
        SvgCanvas canvas = new SvgCanvas(style.widthPoints(), style.heightPoints(), style.font(), style.palette());
        canvas.rectangle(0, 0, canvas.width(), canvas.height(), style.palette().ground(), 1);
        new ActivationsFigure(view, canvas).draw(style);
        return canvas.toFile(
                TITLE,
                "Neurons at their first two coordinates, coloured by their activation for the mean image of a class,"
                        + " relative to the largest in the layer.");
    }

    private double panelWidth() {
        return sheet.panel(
                canvas.width(), sheet.left() + sheet.right(), view.layers().size());
    }

    private double panelHeight() {
        return sheet.panel(
                canvas.height(), sheet.top() + sheet.bottom(), view.classes().size());
    }

    /** Dots keep clear of the frames of panels. */
    private double margin() {
        return 0.5 * em;
    }

    private void draw(FigureStyle style) {
        double width = panelWidth();
        double height = panelHeight();
        if (width < 3 * em || height < 3 * em) {
            throw new IllegalArgumentException("a figure of " + style.width() + " x " + style.height()
                    + " mm with text of " + style.font() + " points has no room for "
                    + view.classes().size() + " x " + view.layers().size() + " panels");
        }
        for (int column = 0; column < view.layers().size(); column++) {
            Layer layer = view.layers().get(column);
            double left = sheet.left() + column * (width + sheet.gap());
            canvas.text(
                    left + width / 2,
                    1.4 * em,
                    Anchor.MIDDLE,
                    palette.ink(),
                    em,
                    layer.name() + " (" + layer.size() + ")");
            for (int row = 0; row < view.classes().size(); row++) {
                double top = sheet.top() + row * (height + sheet.gap());
                canvas.path(
                        "M" + SvgCanvas.number(left) + " " + SvgCanvas.number(top) + "h" + SvgCanvas.number(width) + "v"
                                + SvgCanvas.number(height) + "h" + SvgCanvas.number(-width) + "z",
                        palette.grid(),
                        0.6,
                        1,
                        "");
                panel(layer, row, left + width / 2, top + height / 2, dot(layer, width, height));
            }
        }
        for (int row = 0; row < view.classes().size(); row++) {
            canvas.text(
                    sheet.left() - 0.6 * em,
                    sheet.top() + row * (height + sheet.gap()) + height / 2 + 0.4 * em,
                    Anchor.END,
                    palette.ink(),
                    1.2 * em,
                    Plot.shortened(view.classes().get(row), 12));
        }
        key();
    }

    /** Returns the diameter of dots: smaller where there are many. */
    private double dot(Layer layer, double width, double height) {
        return Math.max(0.9, Math.min(0.9 * em, 0.65 * Math.sqrt(width * height / layer.size())));
    }

    private void panel(Layer layer, int row, double middleX, double middleY, double diameter) {
        double[] activation = layer.activations()[row];
        double most = Arrays.stream(activation).max().orElse(0);
        StringBuilder[][] paths = new StringBuilder[SHADES + 1][SIZES];
        for (int n = 0; n < layer.size(); n++) {
            double[] place = layer.positions()[n];
            int shade = shade(activation[n], most);
            int size = size(place);
            if (paths[shade][size] == null) {
                paths[shade][size] = new StringBuilder();
            }
            paths[shade][size]
                    .append('M')
                    .append(SvgCanvas.number(placeX(place, middleX)))
                    .append(' ')
                    .append(SvgCanvas.number(placeY(place, middleY)))
                    .append("h0.01");
        }
        for (int shade = 0; shade <= SHADES; shade++) {
            for (int size = 0; size < SIZES; size++) {
                if (paths[shade][size] != null) {
                    canvas.dots(paths[shade][size].toString(), colour(shade), diameter * factor(size));
                }
            }
        }
        for (int n = 0; n < layer.labels().size(); n++) {
            double[] place = layer.positions()[n];
            canvas.text(
                    placeX(place, middleX) + 0.55 * diameter * factor(size(place)) + 0.15 * em,
                    placeY(place, middleY) + 0.3 * em,
                    Anchor.START,
                    palette.muted(),
                    0.85 * em,
                    layer.labels().get(n));
        }
    }

    private double placeX(double[] place, double middle) {
        return middle + (coordinate(place, 0) - x.middle()) * scale;
    }

    private double placeY(double[] place, double middle) {
        return middle - (coordinate(place, 1) - y.middle()) * scale;
    }

    /** Returns 0 for what is 0, and from 1 to the number of shades for shares of the largest. */
    private static int shade(double activation, double most) {
        return activation == 0 ? 0 : 1 + (int) Math.min(SHADES - 1, activation / most * SHADES);
    }

    private String colour(int shade) {
        return shade == 0 ? palette.grid() : palette.ramp((shade + 1.0) / (SHADES + 1));
    }

    /** Returns a size from 0, the furthest back. */
    private int size(double[] place) {
        return deep
                ? (int) Math.min(SIZES - 1, (coordinate(place, 2) - depth.low) / depth.length() * SIZES)
                : SIZES / 2;
    }

    private double factor(int size) {
        return deep ? 0.7 + 0.25 * size : 1;
    }

    private void key() {
        double line = canvas.height() - (deep ? 2.6 : 1) * em;
        SpaceFigure.bar(canvas, scale, sheet.left(), line);
        double right = canvas.width() - sheet.right();
        double swatch = 1.1 * em;
        double left = right - 10 * em - (SHADES + 1) * swatch;
        canvas.text(left - 0.4 * em, line, Anchor.END, palette.ink(), em * 0.92, "0");
        for (int shade = 0; shade <= SHADES; shade++) {
            canvas.rectangle(left + shade * swatch, line - 0.75 * em, swatch, 0.85 * em, colour(shade), 1);
        }
        canvas.text(
                left + (SHADES + 1) * swatch + 0.4 * em,
                line,
                Anchor.START,
                palette.ink(),
                em * 0.92,
                "largest in the layer");
        if (deep) {
            canvas.text(
                    sheet.left(),
                    canvas.height() - em,
                    Anchor.START,
                    palette.muted(),
                    em * 0.92,
                    String.format(
                                    Locale.ROOT,
                                    "larger dots: larger third coordinate, from %.1f to %.1f mm",
                                    depth.low,
                                    depth.high)
                            .replace('-', '\u2212'));
        }
    }
}
