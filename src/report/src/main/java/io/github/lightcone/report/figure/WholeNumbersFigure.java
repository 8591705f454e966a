package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.ChipPrototype.Bins;
import java.util.Arrays;
import java.util.List;

/** Numbers before and after they became whole; the narrower bins before count as if they were as wide as those after. */
final class WholeNumbersFigure {

    private static final double GAP = 0.12;

    private WholeNumbersFigure() {}

    static void draw(SvgCanvas canvas, Bins bins, String xLabel, String after) {
        List<String> names = List.of("trained", after);
        Plot.Frame frame = Plot.Frame.of(canvas, Plot.legendLines(canvas, names));
        double[] before = perBar(bins, bins.before());
        double[] whole = perBar(bins, bins.after());
        double most = Math.max(
                Arrays.stream(before).max().orElse(1),
                Arrays.stream(whole).max().orElse(1));
        Scale x = new Scale(bins.from(), bins.to(), frame.left(), frame.right(), Scale.Ticks.WHOLE);
        Plot plot = Plot.of(
                canvas, frame, x, Scale.round(0, Math.max(most, 1), frame.bottom(), frame.top()), xLabel, "synapses");
        double width = (frame.right() - frame.left()) / whole.length;
        for (int k = 0; k < whole.length; k++) {
            if (whole[k] > 0) {
                canvas.rectangle(
                        frame.left() + (k + GAP) * width,
                        plot.y(whole[k]),
                        (1 - 2 * GAP) * width,
                        frame.bottom() - plot.y(whole[k]),
                        canvas.palette().series(1),
                        0.75);
            }
        }
        StringBuilder path =
                new StringBuilder("M" + SvgCanvas.number(frame.left()) + " " + SvgCanvas.number(frame.bottom()));
        for (int k = 0; k < before.length; k++) {
            path.append('V').append(SvgCanvas.number(plot.y(before[k])));
            path.append('H')
                    .append(SvgCanvas.number(frame.left() + (frame.right() - frame.left()) * (k + 1) / before.length));
        }
        path.append('V').append(SvgCanvas.number(frame.bottom()));
        canvas.path(path.toString(), canvas.palette().series(0), 1.2, 1, "");
        Plot.legend(
                canvas,
                frame,
                names,
                List.of(canvas.palette().series(0), canvas.palette().series(1)));
    }

    private static double[] perBar(Bins bins, double... counts) {
        double bars = (double) counts.length / bins.after().length;
        return Arrays.stream(counts).map(count -> count * bars).toArray();
    }
}
