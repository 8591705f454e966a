package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.List;
import java.util.Locale;

/** Measures of the structure beside what they are in null graphs, each on a scale of its own. */
final class NullsFigure {

    private static final double TOP = 2.6;
    private static final double PITCH = 2.2;

    private NullsFigure() {}

    static List<Figure> tested(RunView run) {
        return run.structure().report().groups().stream()
                .filter(group -> group.group() != MeasureGroup.SMALL_WORLD)
                .flatMap(group -> group.figures().stream())
                .filter(figure -> figure.nullTest().isPresent() && Double.isFinite(figure.value()))
                .filter(figure -> figure.nullTest().get().draws() > 1)
                .toList();
    }

    /** Returns the height that all measures take. */
    static double height(RunView run, double em) {
        return (TOP + PITCH * Math.max(1, tested(run).size()) + 0.6) * em;
    }

    private static String rounded(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
    }

    static void draw(RunView run, SvgCanvas canvas) {
        List<Figure> figures = tested(run);
        Palette palette = canvas.palette();
        double em = canvas.font();
        double left = 14.6 * em;
        double right = canvas.width() - 9.5 * em;
        double pitch = Math.min(PITCH * em, (canvas.height() - (TOP + 0.6) * em) / Math.max(1, figures.size()));
        double size = Math.min(em, pitch * 0.72);
        for (int k = 0; k < figures.size(); k++) {
            Figure figure = figures.get(k);
            NullTest test = figure.nullTest().orElseThrow();
            double y = TOP * em + (k + 0.5) * pitch;
            double low = Math.min(test.low(), test.observed());
            double high = Math.max(test.high(), test.observed());
            Scale scale = Scale.over(low, high, left + em, right - em);
            canvas.line(left, y, right, y, palette.grid(), 0.6);
            canvas.rectangle(
                    scale.place(test.low()),
                    y - 0.26 * pitch,
                    Math.max(0.8, scale.place(test.high()) - scale.place(test.low())),
                    0.52 * pitch,
                    palette.muted(),
                    0.45);
            canvas.circle(
                    scale.place(test.observed()),
                    y,
                    Math.min(0.42 * em, 0.3 * pitch),
                    palette.series(0),
                    palette.ground(),
                    0.6);
            canvas.text(
                    left - 0.6 * em,
                    y + 0.35 * size,
                    Anchor.END,
                    palette.ink(),
                    size,
                    Plot.shortened(figure.name(), 28));
            canvas.text(
                    canvas.width() - 0.6 * em,
                    y + 0.35 * size,
                    Anchor.END,
                    palette.muted(),
                    size,
                    String.format(
                            Locale.ROOT,
                            test.p() < 0.1 ? "%s, p %.3f" : "%s, p %.2f",
                            rounded(test.observed()),
                            test.p()));
        }
        canvas.circle(left + 0.6 * em, em, 0.42 * em, palette.series(0), "", 0);
        canvas.text(left + 1.5 * em, 1.35 * em, Anchor.START, palette.ink(), em, "network");
        canvas.rectangle(left + 7 * em, 0.6 * em, 1.8 * em, 0.85 * em, palette.muted(), 0.45);
        canvas.text(left + 9.4 * em, 1.35 * em, Anchor.START, palette.ink(), em, "95 % of null graphs");
    }
}
