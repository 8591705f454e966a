package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.NumberTable;
import io.github.lightcone.report.run.RunView;
import java.util.Arrays;
import java.util.List;

/** How far gradients could be trusted over epochs, a small plot for each figure of the report. */
final class TrustFigure {

    private static final double WIDE = 1.4;

    private TrustFigure() {}

    /** What is drawn, and on what scale. */
    private enum Panel {
        SLOPE("smallestSlope", "smallest slope, 1/ms", true),
        MISSED("nearestMissedCrossing", "nearest missed crossing", true),
        TIE("smallestTie", "smallest tie, ms", true),
        SHARE("worstShare", "share of the worst 1 %", false),
        SILENT("silentNeurons", "silent neurons", false),
        FLOORED("flooredSlopes", "floored slopes", false);

        private final String column;
        private final String label;
        private final boolean isPower;

        Panel(String column, String label, boolean isPower) {
            this.column = column;
            this.label = label;
            this.isPower = isPower;
        }

        private double[] values(NumberTable table) {
            double[] values = table.column(column).orElseGet(() -> new double[0]);
            return isPower
                    ? Arrays.stream(values)
                            .map(value -> value > 0 ? StrictMath.log10(value) : Double.NaN)
                            .toArray()
                    : values;
        }

        private Scale scale(double[] values, Plot.Frame frame) {
            double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
            double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
            if (isPower) {
                return Scale.powers(low, high, frame.bottom(), frame.top());
            }
            return this == SHARE
                    ? Scale.round(0, 1, frame.bottom(), frame.top())
                    : Scale.round(0, Math.max(1, high), frame.bottom(), frame.top())
                            .whole();
        }
    }

    static void draw(RunView run, SvgCanvas canvas) {
        NumberTable table = run.trust().orElseThrow();
        double[] epochs = table.column("epoch").orElseThrow();
        double em = canvas.font();
        int columns = canvas.width() > WIDE * canvas.height() ? 3 : 2;
        int rows = Panel.values().length / columns;
        double w = canvas.width() / columns;
        double h = canvas.height() / rows;
        List<Panel> panels = List.of(Panel.values());
        for (int k = 0; k < panels.size(); k++) {
            Panel panel = panels.get(k);
            double left = w * (k % columns);
            int row = k / columns;
            double top = h * row;
            Plot.Frame frame = new Plot.Frame(left + 4.2 * em, top + 2.2 * em, left + w - 1.4 * em, top + h - 3.3 * em);
            double[] values = panel.values(table);
            Plot plot = Plot.of(
                    canvas,
                    frame,
                    Scale.over(epochs[0], epochs[epochs.length - 1], frame.left(), frame.right())
                            .whole(),
                    panel.scale(values, frame),
                    row == rows - 1 ? "epoch" : "",
                    "");
            canvas.text(
                    left + 1.2 * em,
                    top + 1.2 * em,
                    Anchor.START,
                    canvas.palette().ink(),
                    em,
                    panel.label);
            if (values.length == epochs.length) {
                plot.curve(epochs, values, canvas.palette().series(1), 1.5, 1, "");
            } else {
                canvas.text(
                        (frame.left() + frame.right()) / 2,
                        (frame.top() + frame.bottom()) / 2,
                        Anchor.MIDDLE,
                        canvas.palette().muted(),
                        em,
                        "none");
            }
        }
    }
}
