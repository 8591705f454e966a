package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.StepConvergence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Spikes in steps against those of the exact engine: their distance and the share without a counterpart. */
public final class ConvergenceFigure {

    private static final double WIDE = 1.4;

    private ConvergenceFigure() {}

    /**
     * Returns the figure as the text of an SVG file; the same bytes for the same numbers and style.
     *
     * @param style its size and colours
     */
    public static String svg(StepConvergence convergence, FigureStyle style) {
        SvgCanvas canvas = style.canvas();
        draw(canvas, convergence, Double.NaN);
        return canvas.toFile(ChipFigure.CONVERGENCE.title(), ChipFigure.CONVERGENCE.caption());
    }

    /**
     * Draws.
     *
     * @param mark length of a step to mark, ms; NaN for none
     */
    static void draw(SvgCanvas canvas, StepConvergence convergence, double mark) {
        double em = canvas.font();
        boolean beside = canvas.width() > WIDE * canvas.height();
        double w = beside ? canvas.width() / 2 : canvas.width();
        double h = beside ? canvas.height() : canvas.height() / 2;
        double second = beside ? w : 0;
        double below = beside ? 0 : h;
        shifts(canvas, convergence, mark, new Plot.Frame(5.4 * em, 2.6 * em, w - 1.4 * em, h - 3.4 * em));
        shares(
                canvas,
                convergence,
                mark,
                new Plot.Frame(second + 5.4 * em, below + 2.6 * em, second + w - 1.4 * em, below + h - 3.4 * em));
    }

    private static void shifts(SvgCanvas canvas, StepConvergence convergence, double mark, Plot.Frame frame) {
        double[] step = powers(convergence.step());
        double[] mean = powers(convergence.meanShift());
        double[] median = powers(convergence.medianShift());
        double[] all = DoubleStream.concat(Arrays.stream(mean), Arrays.stream(median))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        Scale x = across(step, frame);
        Scale y = all.length == 0
                ? Scale.powers(-3, 0, frame.bottom(), frame.top())
                : Scale.powers(all[0], all[all.length - 1], frame.bottom(), frame.top());
        Palette palette = canvas.palette();
        Plot plot = Plot.of(canvas, frame, x, y, "step, ms", "shift of spikes, ms");
        mark(canvas, plot, frame, x, mark);
        int finest = finest(step, mean);
        if (finest >= 0) {
            double offset = mean[finest] - step[finest];
            double from = Math.max(x.low(), y.low() - offset);
            double to = Math.min(x.high(), y.high() - offset);
            plot.curve(
                    new double[] {from, to}, new double[] {from + offset, to + offset}, palette.muted(), 1, 1, "4 3");
        }
        curve(canvas, plot, step, mean, palette.series(0));
        curve(canvas, plot, step, median, palette.series(1));
        legend(
                canvas,
                frame,
                List.of("mean", "median", "slope 1"),
                List.of(palette.series(0), palette.series(1), palette.muted()));
    }

    private static void shares(SvgCanvas canvas, StepConvergence convergence, double mark, Plot.Frame frame) {
        double[] step = powers(convergence.step());
        double[] missing = percent(convergence.missing());
        double[] extra = percent(convergence.extra());
        double most = DoubleStream.concat(Arrays.stream(missing), Arrays.stream(extra))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Scale x = across(step, frame);
        Palette palette = canvas.palette();
        Plot plot = Plot.of(
                canvas,
                frame,
                x,
                Scale.round(0, Math.max(1, most), frame.bottom(), frame.top()),
                "step, ms",
                "share of spikes, %");
        mark(canvas, plot, frame, x, mark);
        curve(canvas, plot, step, missing, palette.series(3));
        curve(canvas, plot, step, extra, palette.series(2));
        legend(canvas, frame, List.of("missing", "extra"), List.of(palette.series(3), palette.series(2)));
    }

    private static Scale across(double[] step, Plot.Frame frame) {
        double[] sorted = step.clone();
        Arrays.sort(sorted);
        return Scale.powers(sorted[0], sorted[sorted.length - 1], frame.left(), frame.right());
    }

    /** Returns the place of the shortest step with a shift; -1 if there is none. */
    private static int finest(double[] step, double[] shift) {
        int finest = -1;
        for (int k = 0; k < step.length; k++) {
            if (Double.isFinite(shift[k]) && (finest < 0 || step[k] < step[finest])) {
                finest = k;
            }
        }
        return finest;
    }

    private static double[] powers(double... values) {
        return Arrays.stream(values)
                .map(value -> value > 0 ? StrictMath.log10(value) : Double.NaN)
                .toArray();
    }

    private static double[] percent(double... shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static void curve(SvgCanvas canvas, Plot plot, double[] x, double[] y, String colour) {
        plot.curve(x, y, colour, 1.4, 1, "");
        for (int k = 0; k < x.length; k++) {
            if (Double.isFinite(y[k])) {
                canvas.circle(
                        plot.x(x[k]),
                        plot.y(y[k]),
                        0.26 * canvas.font(),
                        colour,
                        canvas.palette().ground(),
                        0.5);
            }
        }
    }

    private static void mark(SvgCanvas canvas, Plot plot, Plot.Frame frame, Scale x, double step) {
        double place = step > 0 ? StrictMath.log10(step) : Double.NaN;
        if (place >= x.low() && place <= x.high()) {
            double em = canvas.font();
            boolean isRight = place > (x.low() + x.high()) / 2;
            canvas.line(
                    plot.x(place),
                    frame.bottom(),
                    plot.x(place),
                    frame.top(),
                    canvas.palette().muted(),
                    0.8);
            canvas.text(
                    plot.x(place) + (isRight ? -0.4 : 0.4) * em,
                    frame.bottom() - 0.5 * em,
                    isRight ? Anchor.END : Anchor.START,
                    canvas.palette().muted(),
                    0.92 * em,
                    "this chip");
        }
    }

    private static void legend(SvgCanvas canvas, Plot.Frame frame, List<String> names, List<String> colours) {
        double em = canvas.font();
        double x = frame.left();
        double y = frame.top() - 0.9 * em;
        for (int k = 0; k < names.size(); k++) {
            canvas.rectangle(x, y - 0.62 * em, 1.1 * em, 0.62 * em, colours.get(k), 1);
            canvas.text(x + 1.5 * em, y, Anchor.START, canvas.palette().ink(), em, names.get(k));
            x += (names.get(k).length() * 0.56 + 2.6) * em;
        }
    }
}
