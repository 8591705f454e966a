package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Voltages of the outputs in one example. Few are coloured one by one; of many, those that matter. */
final class VoltageFigure {

    private static final int ALL = 5;

    private VoltageFigure() {}

    static void draw(RunView run, SvgCanvas canvas) {
        Trial trial = run.activity().orElseThrow().trial();
        Palette palette = canvas.palette();
        List<String> classes = run.summary().classes();
        int outputs = trial.voltage().length;
        boolean every = outputs <= ALL;
        List<Integer> coloured = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int k = 0; k < outputs; k++) {
            boolean isLabel = k == trial.label();
            boolean isPredicted = k == trial.prediction();
            if (every || isLabel || isPredicted) {
                coloured.add(k);
                names.add(Plot.shortened(classes.get(k), 14)
                        + (isLabel && isPredicted
                                ? " (right answer)"
                                : isLabel ? " (right)" : isPredicted ? " (answered)" : ""));
            }
        }
        List<String> colours = new ArrayList<>();
        for (int k = 0; k < coloured.size(); k++) {
            colours.add(palette.series(k));
        }
        if (!every) {
            names.add("all other outputs");
            colours.add(palette.muted());
        }
        double low = Arrays.stream(trial.voltage())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double high = Arrays.stream(trial.voltage())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Plot.Frame frame = Plot.Frame.of(canvas, Plot.legendLines(canvas, names));
        Plot plot = Plot.of(
                canvas,
                frame,
                Scale.over(0, trial.end(), frame.left(), frame.right()),
                Scale.round(low, high, frame.bottom(), frame.top()),
                "time, ms",
                "voltage");
        for (int k = 0; k < outputs; k++) {
            if (!coloured.contains(k)) {
                plot.curve(trial.sample(), trial.voltage()[k], palette.muted(), 0.6, 0.45, "");
            }
        }
        for (int k = 0; k < coloured.size(); k++) {
            plot.curve(
                    trial.sample(),
                    trial.voltage()[coloured.get(k)],
                    colours.get(k),
                    coloured.get(k) == trial.label() ? 1.8 : 1.2,
                    1,
                    "");
        }
        Plot.legend(canvas, frame, names, colours);
    }
}
