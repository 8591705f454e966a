package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.NumberTable;
import io.github.lightcone.report.run.RunView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of the history over epochs. */
final class HistoryFigure {

    private HistoryFigure() {}

    static void accuracy(RunView run, SvgCanvas canvas) {
        draw(
                run,
                canvas,
                "accuracy",
                List.of("trainingAccuracy", "validationAccuracy"),
                List.of("training", "validation"),
                true);
    }

    static void loss(RunView run, SvgCanvas canvas) {
        draw(run, canvas, "loss", List.of("trainingLoss", "validationLoss"), List.of("training", "validation"), false);
    }

    static void spikes(RunView run, SvgCanvas canvas) {
        draw(run, canvas, "spikes per neuron", List.of("hiddenSpikes"), List.of("hidden spikes"), false);
    }

    static void delay(RunView run, SvgCanvas canvas) {
        draw(run, canvas, "delay, ms", List.of("meanDelay"), List.of("mean total delay"), false);
    }

    private static void draw(
            RunView run, SvgCanvas canvas, String label, List<String> columns, List<String> names, boolean isShare) {
        NumberTable history = run.history();
        double[] epoch = history.column("epoch").orElseThrow();
        List<String> shown = new ArrayList<>();
        List<String> colours = new ArrayList<>();
        List<double[]> curves = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            String colour = canvas.palette().series(k);
            String name = names.get(k);
            history.column(columns.get(k)).ifPresent(values -> {
                shown.add(name);
                colours.add(colour);
                curves.add(values);
            });
        }
        double low = curves.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double high = curves.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Plot.Frame frame = Plot.Frame.of(canvas, Plot.legendLines(canvas, shown));
        Scale y = Scale.round(
                isShare ? Math.min(low, 0.9) : Math.min(0, low), isShare ? 1 : high, frame.bottom(), frame.top());
        Plot plot = Plot.of(
                canvas,
                frame,
                Scale.over(Math.min(1, epoch[0]), epoch[epoch.length - 1], frame.left(), frame.right())
                        .whole(),
                y,
                "epoch",
                label);
        run.summary().bestEpoch().ifPresent(best -> {
            canvas.path(
                    "M" + SvgCanvas.number(plot.x(best)) + " " + SvgCanvas.number(frame.top()) + "V"
                            + SvgCanvas.number(frame.bottom()),
                    canvas.palette().muted(),
                    0.7,
                    1,
                    "3 2");
        });
        for (int k = 0; k < curves.size(); k++) {
            plot.curve(epoch, curves.get(k), colours.get(k), 1.5, 1, "");
        }
        Plot.legend(canvas, frame, shown, colours);
    }
}
