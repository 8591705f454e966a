package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import java.util.Arrays;
import java.util.List;

/** One figure of several conditions: a row each, a dot per run, the mean and its interval. */
public final class ConditionsFigure {

    private static final double ROW_MM = 6;
    private static final double REST_MM = 13;
    private static final int LONGEST_LABEL = 30;

    private ConditionsFigure() {}

    /**
     * A condition.
     *
     * @param label what it is called
     * @param values one of each run
     * @param mean their mean
     * @param low lower end of its interval; NaN for none
     * @param high upper end
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(String label, double[] values, double mean, double low, double high) {}

    /**
     * Returns the figure as the text of an SVG file.
     *
     * @param title for readers that do not see it
     * @param axis what the numbers are
     * @param rows from the top; those without values are left out
     * @param palette colours
     */
    public static String svg(String title, String axis, List<Row> rows, Palette palette) {
        List<Row> shown = rows.stream().filter(row -> row.values.length > 0).toList();
        FigureStyle column = FigureStyle.column(palette);
        FigureStyle style = new FigureStyle(
                column.width(), Math.min(1000, REST_MM + ROW_MM * Math.max(2, shown.size())), column.font(), palette);
        SvgCanvas canvas = new SvgCanvas(style.widthPoints(), style.heightPoints(), style.font(), palette);
        canvas.rectangle(0, 0, canvas.width(), canvas.height(), palette.ground(), 1);
        draw(canvas, axis, shown);
        return canvas.toFile(title, "A dot per run, a bar at the mean, a line over its 95 % interval.");
    }

    private static void draw(SvgCanvas canvas, String axis, List<Row> rows) {
        double em = canvas.font();
        int longest = rows.stream().mapToInt(row -> row.label.length()).max().orElse(0);
        double labels = (1.2 + 0.52 * Math.min(LONGEST_LABEL, longest)) * em;
        double bottom = canvas.height() - 3.4 * em;
        Scale x = scale(rows, labels + em, canvas.width() - 1.5 * em);
        for (double tick : x.ticks(5)) {
            canvas.line(
                    x.place(tick), em, x.place(tick), bottom, canvas.palette().grid(), 0.5);
            canvas.text(
                    x.place(tick),
                    bottom + 1.35 * em,
                    Anchor.MIDDLE,
                    canvas.palette().muted(),
                    em * 0.92,
                    x.label(tick, 5));
        }
        canvas.text(
                (x.from() + x.to()) / 2,
                bottom + 2.8 * em,
                Anchor.MIDDLE,
                canvas.palette().ink(),
                em,
                axis);
        double height = (bottom - em) / Math.max(1, rows.size());
        for (int k = 0; k < rows.size(); k++) {
            row(canvas, rows.get(k), x, labels, em + height * (k + 0.5));
        }
    }

    private static Scale scale(List<Row> rows, double from, double to) {
        double[] all = rows.stream()
                .flatMapToDouble(row -> Arrays.stream(row.values))
                .sorted()
                .toArray();
        return all.length == 0 ? Scale.over(0, 1, from, to) : Scale.round(all[0], all[all.length - 1], from, to);
    }

    private static void row(SvgCanvas canvas, Row row, Scale x, double labels, double y) {
        double em = canvas.font();
        String colour = canvas.palette().series(0);
        canvas.text(
                labels,
                y + 0.35 * em,
                Anchor.END,
                canvas.palette().ink(),
                em,
                Plot.shortened(row.label, LONGEST_LABEL));
        for (double value : row.values) {
            canvas.ring(x.place(value), y, 0.32 * em, colour, 0.8, 0.7);
        }
        if (Double.isFinite(row.low) && Double.isFinite(row.high)) {
            double low = Math.max(row.low, x.low());
            double high = Math.min(row.high, x.high());
            canvas.line(x.place(low), y, x.place(high), y, canvas.palette().ink(), 0.9);
        }
        double mean = x.place(row.mean);
        canvas.line(mean, y - 0.55 * em, mean, y + 0.55 * em, canvas.palette().ink(), 1.4);
    }
}
