package io.github.lightcone.report.figure;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Trial;
import io.github.lightcone.report.run.Wires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The network in space, still or with spikes under way. */
final class SpaceFigure {

    /** How many synapses are drawn, the strongest. */
    static final int MOST_WIRES = 400;

    /** How many neurons are drawn one by one. */
    private static final int MOST_CIRCLES = 1000;

    private static final int SLICES = 5;
    private static final double LONGEST_BAR = 5;
    private static final int MOMENTS = 4;
    private static final int SHADES = 4;
    private static final double FLASH = 1.5;
    private static final double RING_LIFE = 0.5;
    private static final int MOST_RINGS = 14;
    private static final int MOST_PULSES = 150;

    private SpaceFigure() {}

    static void network(RunView run, SvgCanvas canvas) {
        Network network = run.network();
        List<String> names = network.populations().stream()
                .map(population -> population.name() + " (" + population.size() + ")")
                .toList();
        List<String> colours = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            colours.add(canvas.palette().series(k));
        }
        double em = canvas.font();
        Plot.Frame frame = new Plot.Frame(
                1.6 * em,
                (1.8 + 1.45 * Plot.legendLines(canvas, names)) * em,
                canvas.width() - 1.6 * em,
                canvas.height() - 2.8 * em);
        View view = View.of(run.space(), network.parameters().position(), frame);
        wires(run, canvas, view, 1);
        neurons(run, canvas, view, Math.max(1.3, Math.min(3.4, 26 / Math.sqrt(network.neuronCount()))));
        bar(canvas, view.pointsPerMm(), 1.6 * em, canvas.height() - 0.8 * em);
        int drawn = Math.min(MOST_WIRES, run.wires().size());
        canvas.text(
                canvas.width() - 1.2 * em,
                canvas.height() - 0.8 * em,
                Anchor.END,
                canvas.palette().muted(),
                em * 0.92,
                drawn < run.wires().size()
                        ? "strongest " + drawn + " of " + run.wires().size() + " synapses"
                        : drawn + " synapses");
        Plot.legend(canvas, frame, names, colours);
    }

    private static void wires(RunView run, SvgCanvas canvas, View view, double strength) {
        Wires wires = run.wires();
        int[] strongest = wires.strongest(MOST_WIRES);
        if (strongest.length == 0) {
            return;
        }
        double most = Math.abs(wires.weight()[strongest[0]]);
        List<StringBuilder> paths = new ArrayList<>();
        for (int k = 0; k < 2 * SHADES; k++) {
            paths.add(new StringBuilder());
        }
        for (int k = strongest.length - 1; k >= 0; k--) {
            int w = strongest[k];
            double share = Math.abs(wires.weight()[w]) / most;
            int shade = (int) Math.min(SHADES - 1, share * SHADES);
            paths.get(wires.weight()[w] > 0 ? shade : SHADES + shade)
                    .append('M')
                    .append(SvgCanvas.number(view.x()[wires.source()[w]]))
                    .append(' ')
                    .append(SvgCanvas.number(view.y()[wires.source()[w]]))
                    .append('L')
                    .append(SvgCanvas.number(view.x()[wires.target()[w]]))
                    .append(' ')
                    .append(SvgCanvas.number(view.y()[wires.target()[w]]));
        }
        for (int shade = 0; shade < SHADES; shade++) {
            for (int sign = 0; sign < 2; sign++) {
                StringBuilder path = paths.get(shade + sign * SHADES);
                if (path.length() > 0) {
                    canvas.path(
                            path.toString(),
                            sign == 0
                                    ? canvas.palette().excitatory()
                                    : canvas.palette().inhibitory(),
                            (0.35 + 0.3 * shade) * (0.5 + 0.5 * strength),
                            (0.16 + 0.18 * shade) * strength,
                            "");
                }
            }
        }
    }

    private static int[] backToFront(View view) {
        return IntStream.range(0, view.x().length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -view.depth()[n]))
                .mapToInt(n -> n)
                .toArray();
    }

    private static void neurons(RunView run, SvgCanvas canvas, View view, double radius) {
        if (run.network().neuronCount() > MOST_CIRCLES) {
            crowd(run, canvas, view, radius);
            return;
        }
        List<Population> populations = run.network().populations();
        int[] populationOf = new int[run.network().neuronCount()];
        for (int p = 0; p < populations.size(); p++) {
            Arrays.fill(
                    populationOf,
                    populations.get(p).firstNeuron(),
                    populations.get(p).endNeuron(),
                    p);
        }
        for (int n : backToFront(view)) {
            canvas.circle(
                    view.x()[n],
                    view.y()[n],
                    radius * (1.15 - 0.4 * view.depth()[n]),
                    canvas.palette().series(populationOf[n]),
                    canvas.palette().ground(),
                    0.5);
        }
    }

    /** Draws many neurons in few paths: slice by slice from back to front, in a slice population by population. */
    private static void crowd(RunView run, SvgCanvas canvas, View view, double radius) {
        List<Population> populations = run.network().populations();
        for (int slice = SLICES - 1; slice >= 0; slice--) {
            for (int p = 0; p < populations.size(); p++) {
                StringBuilder path = new StringBuilder();
                for (int n = populations.get(p).firstNeuron();
                        n < populations.get(p).endNeuron();
                        n++) {
                    if ((int) Math.min(SLICES - 1, view.depth()[n] * SLICES) == slice) {
                        path.append('M')
                                .append(SvgCanvas.number(view.x()[n]))
                                .append(' ')
                                .append(SvgCanvas.number(view.y()[n]))
                                .append("h0.01");
                    }
                }
                if (path.length() > 0) {
                    double thickness = 2 * radius * (1.15 - 0.4 * (slice + 0.5) / SLICES);
                    canvas.dots(path.toString(), canvas.palette().ground(), thickness + 0.6);
                    canvas.dots(path.toString(), canvas.palette().series(p), thickness);
                }
            }
        }
    }

    /** Draws a bar of a round length. */
    static void bar(SvgCanvas canvas, double pointsPerMm, double x, double y) {
        double em = canvas.font();
        double wanted = LONGEST_BAR * em / pointsPerMm;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(wanted)));
        double length = power * (wanted >= 5 * power ? 5 : wanted >= 2 * power ? 2 : 1);
        canvas.line(
                x,
                y - 0.3 * em,
                x + length * pointsPerMm,
                y - 0.3 * em,
                canvas.palette().ink(),
                1.2);
        canvas.text(
                x + length * pointsPerMm + 0.6 * em,
                y,
                Anchor.START,
                canvas.palette().ink(),
                em * 0.92,
                (length >= 1 ? String.format(Locale.ROOT, "%.0f", length) : String.valueOf((float) length)) + " mm");
    }

    /** Draws moments of an example, side by side: who has just spiked, and where spikes are. */
    static void spikes(RunView run, SvgCanvas canvas) {
        Trial trial = run.activity().orElseThrow().trial();
        Palette palette = canvas.palette();
        double em = canvas.font();
        boolean wide = canvas.width() > 1.4 * canvas.height();
        int columns = wide ? MOMENTS : 2;
        int rows = MOMENTS / columns;
        double w = canvas.width() / columns;
        double h = (canvas.height() - 2 * em) / rows;
        double[] position = run.network().parameters().position();
        double[] moments = moments(trial);
        int[] strongest = run.wires().strongest(MOST_WIRES);
        for (int k = 0; k < MOMENTS; k++) {
            double left = w * (k % columns);
            int row = k / columns;
            double top = h * row;
            Plot.Frame frame = new Plot.Frame(left + 1.2 * em, top + 2.8 * em, left + w - 1.2 * em, top + h - 1.2 * em);
            View view = View.of(run.space(), position, frame);
            canvas.beginClip("spikes", left + 0.3 * em, top, w - 0.6 * em, h);
            cones(run, canvas, view, trial, moments[k]);
            neurons(run, canvas, view, 1.2);
            pulses(run, canvas, view, trial, strongest, moments[k]);
            canvas.text(
                    left + w / 2,
                    top + 1.4 * em,
                    Anchor.MIDDLE,
                    palette.ink(),
                    em,
                    new Scale(0, 10, 0, 1).label(moments[k], 100) + " ms");
            canvas.endClip();
        }
        canvas.text(
                canvas.width() / 2,
                canvas.height() - 0.8 * em,
                Anchor.MIDDLE,
                palette.muted(),
                em * 0.92,
                isSpatial(run)
                        ? "dots: spikes under way; rings: how far the latest have come"
                        : "dots: spikes under way along synapses");
    }

    /** Returns moments that split the spikes into parts of one size. */
    private static double[] moments(Trial trial) {
        double[] moments = new double[MOMENTS];
        int spikes = trial.time().length;
        for (int k = 0; k < MOMENTS; k++) {
            moments[k] = spikes == 0
                    ? trial.end() * (k + 1) / (MOMENTS + 1)
                    : Math.round(trial.time()[Math.min(spikes - 1, (int) (spikes * (k + 0.6) / MOMENTS))] * 10) / 10.0
                            + 0.5;
        }
        return moments;
    }

    /** Returns whether spikes travel through space, and the picture shows true distances. */
    static boolean isSpatial(RunView run) {
        return run.space().isExact()
                && run.network().projections().stream().anyMatch(projection -> projection.spatial());
    }

    private static void cones(RunView run, SvgCanvas canvas, View view, Trial trial, double now) {
        if (!isSpatial(run)) {
            return;
        }
        double speed = run.network().conductionSpeed();
        double life = longestLength(run) / speed * RING_LIFE;
        int drawn = 0;
        for (int k = trial.time().length - 1; k >= 0 && drawn < MOST_RINGS; k--) {
            double age = now - trial.time()[k];
            if (age > 0 && age < life) {
                drawn++;
                canvas.ring(
                        view.x()[trial.neuron()[k]],
                        view.y()[trial.neuron()[k]],
                        age * speed * view.pointsPerMm(),
                        canvas.palette().muted(),
                        0.7,
                        0.75 * (1 - age / life));
            }
        }
    }

    private static double longestLength(RunView run) {
        return Arrays.stream(run.wires().length()).max().orElse(0);
    }

    private static void pulse(RunView run, SvgCanvas canvas, View view, int w, double share) {
        Wires wires = run.wires();
        double x = view.x()[wires.source()[w]];
        double y = view.y()[wires.source()[w]];
        double toX = x + share * (view.x()[wires.target()[w]] - x);
        double toY = y + share * (view.y()[wires.target()[w]] - y);
        String colour = wires.weight()[w] > 0
                ? canvas.palette().excitatory()
                : canvas.palette().inhibitory();
        canvas.path(
                "M" + SvgCanvas.number(x) + " " + SvgCanvas.number(y) + "L" + SvgCanvas.number(toX) + " "
                        + SvgCanvas.number(toY),
                colour,
                0.4,
                0.35,
                "");
        canvas.circle(toX, toY, 1.1, colour, "", 0);
    }

    private static void pulses(RunView run, SvgCanvas canvas, View view, Trial trial, int[] strongest, double now) {
        Wires wires = run.wires();
        int drawn = 0;
        for (int w : strongest) {
            for (int k = 0; k < trial.time().length && drawn < MOST_PULSES; k++) {
                double share = (now - trial.time()[k]) / wires.delay()[w];
                if (trial.neuron()[k] == wires.source()[w] && share >= 0 && share < 1) {
                    drawn++;
                    pulse(run, canvas, view, w, share);
                }
            }
        }
        for (int k = 0; k < trial.time().length; k++) {
            double age = now - trial.time()[k];
            if (age >= 0 && age < FLASH) {
                int n = trial.neuron()[k];
                canvas.circle(
                        view.x()[n], view.y()[n], 2.6, "none", canvas.palette().ink(), 1.1);
            }
        }
    }
}
