package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import java.util.List;

/** A rectangle with axes, in which curves, points and bars are drawn. */
final class Plot {

    private static final int X_TICKS = 6;
    private static final int Y_TICKS = 4;

    private final SvgCanvas canvas;
    private final Scale x;
    private final Scale y;

    private Plot(SvgCanvas canvas, Scale x, Scale y) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
    }

    /** Where the axes lie on a canvas. */
    record Frame(double left, double top, double right, double bottom) {

        /** Leaves room for labels, and for lines of a legend above. */
        static Frame of(SvgCanvas canvas, int legendLines) {
            double em = canvas.font();
            return new Frame(
                    5.4 * em, (1 + 1.45 * legendLines) * em, canvas.width() - 1.2 * em, canvas.height() - 3.4 * em);
        }
    }

    /** Draws axes over ranges of numbers. */
    static Plot of(SvgCanvas canvas, Frame frame, Scale x, Scale y, String xLabel, String yLabel) {
        Plot plot = new Plot(canvas, x, y);
        Palette palette = canvas.palette();
        double em = canvas.font();
        double yGap = Math.abs(frame.bottom - frame.top) / Y_TICKS;
        int yCount = yGap < 1.6 * em ? 2 : Y_TICKS;
        for (double tick : y.ticks(yCount)) {
            double place = y.place(tick);
            canvas.line(frame.left, place, frame.right, place, palette.grid(), 0.5);
            canvas.text(
                    frame.left - 0.5 * em,
                    place + 0.35 * em,
                    Anchor.END,
                    palette.muted(),
                    em * 0.92,
                    y.label(tick, yCount));
        }
        int xCount = frame.right - frame.left < 22 * em ? 4 : X_TICKS;
        for (double tick : x.ticks(xCount)) {
            double place = x.place(tick);
            canvas.line(place, frame.bottom, place, frame.bottom + 0.35 * em, palette.muted(), 0.6);
            canvas.text(
                    place, frame.bottom + 1.35 * em, Anchor.MIDDLE, palette.muted(), em * 0.92, x.label(tick, xCount));
        }
        canvas.line(frame.left, frame.bottom, frame.right, frame.bottom, palette.muted(), 0.6);
        canvas.text((frame.left + frame.right) / 2, canvasBottom(frame, em), Anchor.MIDDLE, palette.ink(), em, xLabel);
        if (!yLabel.isEmpty()) {
            canvas.textUp(frame.left - 4.2 * em, (frame.top + frame.bottom) / 2, palette.ink(), em, yLabel);
        }
        return plot;
    }

    private static double canvasBottom(Frame frame, double em) {
        return frame.bottom + 2.8 * em;
    }

    double x(double value) {
        return x.place(value);
    }

    double y(double value) {
        return y.place(value);
    }

    void curve(double[] xs, double[] ys, String colour, double thickness, double opacity, String dashes) {
        double[] px = new double[xs.length];
        double[] py = new double[xs.length];
        for (int k = 0; k < xs.length; k++) {
            px[k] = x.place(xs[k]);
            py[k] = y.place(ys[k]);
        }
        canvas.path(SvgCanvas.polyline(px, py), colour, thickness, opacity, dashes);
        for (int k = 0; k < xs.length; k++) {
            boolean isAlone =
                    (k == 0 || !Double.isFinite(py[k - 1])) && (k == xs.length - 1 || !Double.isFinite(py[k + 1]));
            if (isAlone && Double.isFinite(py[k])) {
                canvas.circle(px[k], py[k], 1.6, colour, "", 0);
            }
        }
    }

    /** Draws a legend above a frame, as many names to a line as it holds; names in the order of their colours. */
    static void legend(SvgCanvas canvas, Frame frame, List<String> names, List<String> colours) {
        double em = canvas.font();
        double x = frame.left;
        double y = 1.15 * em;
        for (int k = 0; k < names.size(); k++) {
            String name = shortened(names.get(k), 26);
            double width = (name.length() * 0.56 + 2.6) * em;
            if (x > frame.left && x + width > frame.right + em) {
                x = frame.left;
                y += 1.45 * em;
            }
            canvas.rectangle(x, y - 0.62 * em, 1.1 * em, 0.62 * em, SvgCanvas.cycle(colours, k), 1);
            canvas.text(x + 1.5 * em, y, Anchor.START, canvas.palette().ink(), em, name);
            x += width;
        }
    }

    /** Returns how many lines a legend takes. */
    static int legendLines(SvgCanvas canvas, List<String> names) {
        double em = canvas.font();
        double room = canvas.width() - 5.6 * em;
        double x = 0;
        int lines = 1;
        for (String name : names) {
            double width = (shortened(name, 26).length() * 0.56 + 2.6) * em;
            if (x > 0 && x + width > room) {
                x = 0;
                lines++;
            }
            x += width;
        }
        return lines;
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
