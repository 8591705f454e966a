package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.ChipPrototype;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Accuracies of devices: a dot each, piled up where they are the same or nearly so. */
final class DevicesFigure {

    private static final int BINS = 40;

    private DevicesFigure() {}

    static void draw(SvgCanvas canvas, ChipPrototype chip) {
        ChipPrototype.Devices devices = chip.devices().orElseThrow();
        ChipPrototype.Accuracy whole = chip.accuracies().get(devices.set());
        double trained = whole == null ? Double.NaN : 100 * whole.trained();
        double onChip = whole == null ? Double.NaN : 100 * (chip.tuned() ? whole.tuned() : whole.quantised());
        double[] percent = Arrays.stream(devices.accuracies())
                .filter(Double::isFinite)
                .map(accuracy -> 100 * accuracy)
                .sorted()
                .toArray();
        double[] all = DoubleStream.concat(Arrays.stream(percent), DoubleStream.of(trained, onChip))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        List<String> names = List.of("a device", "trained", chip.onChip());
        Plot.Frame frame = Plot.Frame.of(canvas, Plot.legendLines(canvas, names));
        Scale x = all.length == 0
                ? Scale.over(0, 100, frame.left(), frame.right())
                : Scale.round(all[0], all[all.length - 1], frame.left(), frame.right());
        int[] pile = new int[BINS];
        int highest = 1;
        for (double one : percent) {
            highest = Math.max(highest, ++pile[bin(x, one)]);
        }
        Plot plot = Plot.of(
                canvas,
                frame,
                x,
                Scale.round(0, highest, frame.bottom(), frame.top()).whole(),
                devices.set() + " accuracy, %",
                "devices");
        Palette palette = canvas.palette();
        mark(canvas, plot, frame, trained, palette.series(0), "");
        mark(canvas, plot, frame, onChip, palette.series(2), "4 3");
        double width = (frame.right() - frame.left()) / BINS;
        double radius = Math.max(0.8, Math.min(0.45 * canvas.font(), 0.45 * (plot.y(0) - plot.y(1))));
        int[] placed = new int[BINS];
        for (double one : percent) {
            int bin = bin(x, one);
            canvas.circle(
                    frame.left() + (bin + 0.5) * width,
                    plot.y(placed[bin]++ + 0.5),
                    radius,
                    palette.series(1),
                    palette.ground(),
                    0.5);
        }
        Plot.legend(canvas, frame, names, List.of(palette.series(1), palette.series(0), palette.series(2)));
    }

    private static int bin(Scale x, double value) {
        return (int) Math.min(BINS - 1, (value - x.low()) / (x.high() - x.low()) * BINS);
    }

    private static void mark(
            SvgCanvas canvas, Plot plot, Plot.Frame frame, double value, String colour, String dashes) {
        if (Double.isFinite(value)) {
            String place = SvgCanvas.number(plot.x(value));
            canvas.path(
                    "M" + place + " " + SvgCanvas.number(frame.bottom()) + "V" + SvgCanvas.number(frame.top()),
                    colour,
                    1.6,
                    1,
                    dashes);
        }
    }
}
