package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.StructureHistory;
import java.util.Arrays;
import java.util.List;

/** Measures of the structure along the training, a small plot each. */
final class MeasuresFigure {

    /** What is drawn first; anything else the table has follows. */
    private static final List<String> FIRST = List.of(
            "modularity",
            "wiring cost",
            "communities",
            "clustering",
            "global efficiency",
            "sigma",
            "ratio of the two",
            "communicability entropy");

    private static final int PANELS = 4;

    private MeasuresFigure() {}

    private static List<String> shown(StructureHistory history) {
        List<String> known =
                FIRST.stream().filter(history.measures()::containsKey).toList();
        List<String> all = known.isEmpty() ? List.copyOf(history.measures().keySet()) : known;
        return all.subList(0, Math.min(PANELS, all.size()));
    }

    static void draw(RunView run, SvgCanvas canvas) {
        StructureHistory history = run.structureHistory().orElseThrow();
        List<String> names = shown(history);
        double em = canvas.font();
        int columns = names.size() > 1 ? 2 : 1;
        int rows = (names.size() + columns - 1) / columns;
        double w = canvas.width() / columns;
        double h = canvas.height() / rows;
        for (int k = 0; k < names.size(); k++) {
            StructureHistory.Course course = history.measures().get(names.get(k));
            double left = w * (k % columns);
            int row = k / columns;
            double top = h * row;
            Plot.Frame frame = new Plot.Frame(left + 4.6 * em, top + 2.2 * em, left + w - 1.2 * em, top + h - 3.3 * em);
            double low = Arrays.stream(course.values()).min().orElse(0);
            double high = Arrays.stream(course.values()).max().orElse(1);
            double[] epochs = course.epochs();
            Plot plot = Plot.of(
                    canvas,
                    frame,
                    Scale.over(epochs[0], epochs[epochs.length - 1], frame.left(), frame.right())
                            .whole(),
                    Scale.round(low, high, frame.bottom(), frame.top()),
                    "epoch",
                    "");
            plot.curve(epochs, course.values(), canvas.palette().series(1), 1.5, 1, "");
            canvas.text(
                    left + 1.2 * em,
                    top + 1.2 * em,
                    Anchor.START,
                    canvas.palette().ink(),
                    em,
                    names.get(k));
        }
    }
}
