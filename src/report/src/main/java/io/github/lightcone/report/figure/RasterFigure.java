package io.github.lightcone.report.figure;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Trial;
import java.util.ArrayList;
import java.util.List;

/** Every spike of one example: time to the right, neurons upwards, population by population. */
final class RasterFigure {

    /** More marks than this are no longer told apart. */
    static final int MOST_SPIKES = 40_000;

    private RasterFigure() {}

    static void draw(RunView run, SvgCanvas canvas) {
        Trial trial = run.activity().orElseThrow().trial();
        Network network = run.network();
        Palette palette = canvas.palette();
        double em = canvas.font();
        List<Population> rows = new ArrayList<>();
        for (Population population : network.populations()) {
            if (population.kind() != NeuronKind.LEAKY_INTEGRATOR) {
                rows.add(population);
            }
        }
        List<String> names = rows.stream()
                .map(population -> population.name() + " (" + population.size() + ")")
                .toList();
        List<String> colours = rows.stream()
                .map(population -> palette.series(network.populations().indexOf(population)))
                .toList();
        Plot.Frame bare = Plot.Frame.of(canvas, Plot.legendLines(canvas, names));
        Plot.Frame frame = new Plot.Frame(2.4 * em, bare.top(), bare.right(), bare.bottom());
        double[] top = new double[network.neuronCount()];
        double gap = 0.5 * em;
        double room = frame.bottom() - frame.top() - gap * (rows.size() - 1);
        double rowCount = rows.stream().mapToInt(Population::size).sum();
        double place = frame.top();
        double[] height = new double[rows.size()];
        for (int r = 0; r < height.length; r++) {
            Population population = rows.get(r);
            // a population of few neurons keeps a readable share
            height[r] = room * (0.35 / rows.size() + 0.65 * population.size() / rowCount);
            for (int n = 0; n < population.size(); n++) {
                top[population.firstNeuron() + n] = place + height[r] * n / population.size();
            }
            canvas.rectangle(frame.left(), place, frame.right() - frame.left(), height[r], palette.grid(), 0.45);
            place += height[r] + gap;
        }
        Scale time = Scale.over(0, trial.end(), frame.left(), frame.right());
        int stride = 1 + trial.neuron().length / MOST_SPIKES;
        for (int r = 0; r < height.length; r++) {
            Population population = rows.get(r);
            double mark = Math.max(0.6, Math.min(0.8 * em, 0.8 * height[r] / population.size()));
            double pitch = height[r] / population.size();
            StringBuilder path = new StringBuilder();
            for (int k = 0; k < trial.neuron().length; k += stride) {
                if (population.contains(trial.neuron()[k])) {
                    path.append('M')
                            .append(SvgCanvas.number(time.place(trial.time()[k])))
                            .append(' ')
                            .append(SvgCanvas.number(top[trial.neuron()[k]] + (pitch - mark) / 2))
                            .append('v')
                            .append(SvgCanvas.number(mark));
                }
            }
            if (path.length() > 0) {
                canvas.path(path.toString(), colours.get(r), Math.max(0.6, Math.min(1.4, mark * 0.35)), 1, "");
            }
        }
        timeAxis(canvas, frame, time);
        canvas.textUp(1.5 * em, (frame.top() + frame.bottom()) / 2, palette.ink(), em, "neurons");
        Plot.legend(canvas, frame, names, colours);
    }

    private static void timeAxis(SvgCanvas canvas, Plot.Frame frame, Scale time) {
        double em = canvas.font();
        for (double tick : time.ticks(6)) {
            double x = time.place(tick);
            canvas.line(
                    x,
                    frame.bottom(),
                    x,
                    frame.bottom() + 0.35 * em,
                    canvas.palette().muted(),
                    0.6);
            canvas.text(
                    x,
                    frame.bottom() + 1.35 * em,
                    Anchor.MIDDLE,
                    canvas.palette().muted(),
                    em * 0.92,
                    time.label(tick, 6));
        }
        canvas.text(
                (frame.left() + frame.right()) / 2,
                frame.bottom() + 2.8 * em,
                Anchor.MIDDLE,
                canvas.palette().ink(),
                em,
                "time, ms");
    }
}
