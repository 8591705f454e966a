package io.github.lightcone.report.figure;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Wires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often numbers lie where, group by group. */
final class HistogramFigure {

    private static final int BINS = 24;

    private HistogramFigure() {}

    /** Numbers of one kind, such as those of a projection. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Group(String name, double[] values) {}

    static void delays(RunView run, SvgCanvas canvas) {
        draw(canvas, byProjection(run, run.wires().delay()), "total delay, ms", "synapses");
    }

    static void distances(RunView run, SvgCanvas canvas) {
        draw(canvas, byProjection(run, run.wires().length()), "distance, mm", "synapses");
    }

    static void weights(RunView run, SvgCanvas canvas) {
        draw(canvas, byProjection(run, run.wires().weight()), "weight", "synapses");
    }

    static void degrees(RunView run, SvgCanvas canvas) {
        Wires wires = run.wires();
        int neurons = run.network().neuronCount();
        double[] in = new double[neurons];
        double[] out = new double[neurons];
        for (int k = 0; k < wires.size(); k++) {
            out[wires.source()[k]]++;
            in[wires.target()[k]]++;
        }
        draw(
                canvas,
                List.of(new Group("incoming synapses", in), new Group("outgoing synapses", out)),
                "synapses of a neuron",
                "neurons");
    }

    static void rates(RunView run, SvgCanvas canvas) {
        double[] spikes = run.activity().orElseThrow().meanSpikes();
        List<Group> groups = new ArrayList<>();
        for (Population population : run.network().populations()) {
            groups.add(new Group(
                    population.name(), Arrays.copyOfRange(spikes, population.firstNeuron(), population.endNeuron())));
        }
        groups.removeIf(group -> Arrays.stream(group.values).allMatch(value -> value == 0));
        draw(canvas, groups, "spikes per example", "neurons");
    }

    private static List<Group> byProjection(RunView run, double[] values) {
        Network network = run.network();
        List<Group> groups = new ArrayList<>();
        for (int p = 0; p < network.projections().size(); p++) {
            Projection projection = network.projections().get(p);
            List<Double> own = new ArrayList<>();
            for (int k = 0; k < values.length; k++) {
                if (run.wires().projection()[k] == p) {
                    own.add(values[k]);
                }
            }
            if (!own.isEmpty()) {
                groups.add(new Group(
                        projection.name().replace("->", " \u2192 "),
                        own.stream().mapToDouble(value -> value).toArray()));
            }
        }
        return groups;
    }

    private static void draw(SvgCanvas canvas, List<Group> groups, String xLabel, String yLabel) {
        double low = groups.stream()
                .flatMapToDouble(group -> Arrays.stream(group.values))
                .min()
                .orElse(0);
        double high = groups.stream()
                .flatMapToDouble(group -> Arrays.stream(group.values))
                .max()
                .orElse(1);
        List<String> names = groups.stream().map(Group::name).toList();
        Plot.Frame frame = Plot.Frame.of(canvas, Plot.legendLines(canvas, names));
        Scale x = Scale.round(low >= 0 && low < 0.3 * high ? 0 : low, high, frame.left(), frame.right());
        double[][] counts = new double[groups.size()][BINS];
        double most = 1;
        for (int g = 0; g < counts.length; g++) {
            for (double value : groups.get(g).values) {
                int bin = (int) ((value - x.low()) / (x.high() - x.low()) * BINS);
                counts[g][Math.max(0, Math.min(BINS - 1, bin))]++;
            }
            most = Math.max(most, Arrays.stream(counts[g]).max().orElse(1));
        }
        Plot plot = Plot.of(
                canvas,
                frame,
                x,
                Scale.round(0, most, frame.bottom(), frame.top()).whole(),
                xLabel,
                yLabel);
        for (int g = 0; g < counts.length; g++) {
            StringBuilder path =
                    new StringBuilder("M" + SvgCanvas.number(frame.left()) + " " + SvgCanvas.number(frame.bottom()));
            for (int bin = 0; bin < BINS; bin++) {
                path.append('V').append(SvgCanvas.number(plot.y(counts[g][bin])));
                path.append('H')
                        .append(SvgCanvas.number(frame.left() + (frame.right() - frame.left()) * (bin + 1) / BINS));
            }
            path.append('V').append(SvgCanvas.number(frame.bottom()));
            String colour = canvas.palette().series(g);
            canvas.area(path.toString(), colour, 0.22);
            canvas.path(path.toString(), colour, 1.1, 1, "");
        }
        List<String> colours = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            colours.add(canvas.palette().series(g));
        }
        Plot.legend(canvas, frame, names, colours);
    }
}
