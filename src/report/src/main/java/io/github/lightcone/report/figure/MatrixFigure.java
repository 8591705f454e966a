package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.Confusion;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Wires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Matrices: connections ordered by module, and which classes were taken for which. */
final class MatrixFigure {

    private static final int MOST_CELLS = 128;
    private static final int SHADES = 6;
    private static final int CLASSES_WITH_NUMBERS = 12;

    private MatrixFigure() {}

    /** Returns the neurons, module by module, and in a module by population. */
    static int[] order(RunView run) {
        int[] module = run.structure().moduleOf();
        return IntStream.range(0, run.network().neuronCount())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(n -> module[n]).thenComparingInt(n -> n))
                .mapToInt(n -> n)
                .toArray();
    }

    static void connectivity(RunView run, SvgCanvas canvas) {
        Palette palette = canvas.palette();
        double em = canvas.font();
        int[] order = order(run);
        int neurons = order.length;
        int cells = Math.min(neurons, MOST_CELLS);
        int[] cellOf = new int[neurons];
        for (int k = 0; k < neurons; k++) {
            cellOf[order[k]] = (int) ((long) k * cells / neurons);
        }
        double[][] sum = new double[cells][cells];
        Wires wires = run.wires();
        for (int k = 0; k < wires.size(); k++) {
            sum[cellOf[wires.source()[k]]][cellOf[wires.target()[k]]] += wires.weight()[k];
        }
        double most = Arrays.stream(sum)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        double left = 2.6 * em;
        double top = 2.6 * em;
        double side = Math.min(canvas.width() - left - 0.6 * em, canvas.height() - top - 3.2 * em);
        left += Math.max(0, (canvas.width() - left - 0.6 * em - side) / 2);
        double cell = side / cells;
        canvas.rectangle(left, top, side, side, palette.grid(), 0.35);
        List<StringBuilder> paths = new ArrayList<>();
        for (int k = 0; k < 2 * SHADES; k++) {
            paths.add(new StringBuilder());
        }
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                double value = sum[row][column];
                if (value != 0) {
                    int shade = (int) Math.min(SHADES - 1, SHADES * Math.sqrt(Math.abs(value) / most));
                    paths.get(value > 0 ? shade : SHADES + shade)
                            .append('M')
                            .append(SvgCanvas.number(left + column * cell))
                            .append(' ')
                            .append(SvgCanvas.number(top + row * cell))
                            .append('h')
                            .append(SvgCanvas.number(cell))
                            .append('v')
                            .append(SvgCanvas.number(cell))
                            .append('h')
                            .append(SvgCanvas.number(-cell))
                            .append('z');
                }
            }
        }
        for (int k = 0; k < 2 * SHADES; k++) {
            if (paths.get(k).length() > 0) {
                canvas.area(
                        paths.get(k).toString(),
                        k < SHADES ? palette.excitatory() : palette.inhibitory(),
                        0.16 + 0.84 * (k % SHADES) / (SHADES - 1));
            }
        }
        boundaries(run, canvas, order, left, top, side);
        canvas.text(left + side / 2, top - 1.2 * em, Anchor.MIDDLE, palette.ink(), em, "to neuron");
        canvas.textUp(left - 1.3 * em, top + side / 2, palette.ink(), em, "from neuron");
        double y = top + side + 1.9 * em;
        canvas.rectangle(left, y - 0.62 * em, 1.1 * em, 0.62 * em, palette.excitatory(), 1);
        canvas.text(left + 1.5 * em, y, Anchor.START, palette.ink(), em, "excitatory");
        canvas.rectangle(left + 8 * em, y - 0.62 * em, 1.1 * em, 0.62 * em, palette.inhibitory(), 1);
        canvas.text(left + 9.5 * em, y, Anchor.START, palette.ink(), em, "inhibitory");
    }

    private static void boundaries(RunView run, SvgCanvas canvas, int[] order, double left, double top, double side) {
        int[] module = run.structure().moduleOf();
        double from = 0;
        for (int k = 1; k <= order.length; k++) {
            if (k == order.length || module[order[k]] != module[order[k - 1]]) {
                double to = side * k / order.length;
                canvas.rectangle(
                        left + from,
                        top - 0.75 * canvas.font(),
                        Math.max(0.4, to - from - 0.4),
                        0.45 * canvas.font(),
                        canvas.palette().series(module[order[k - 1]]),
                        1);
                canvas.rectangle(
                        left - 0.75 * canvas.font(),
                        top + from,
                        0.45 * canvas.font(),
                        Math.max(0.4, to - from - 0.4),
                        canvas.palette().series(module[order[k - 1]]),
                        1);
                canvas.path(
                        "M" + SvgCanvas.number(left + from) + " " + SvgCanvas.number(top + from) + "h"
                                + SvgCanvas.number(to - from) + "v" + SvgCanvas.number(to - from) + "h"
                                + SvgCanvas.number(from - to) + "z",
                        canvas.palette().ink(),
                        0.8,
                        1,
                        "");
                from = to;
            }
        }
    }

    static void confusion(RunView run, SvgCanvas canvas) {
        Palette palette = canvas.palette();
        double em = canvas.font();
        Confusion confusion = run.confusion();
        int classes = confusion.classes().size();
        int columns = classes + (confusion.hasUndecided() ? 1 : 0);
        int longest =
                confusion.classes().stream().mapToInt(String::length).max().orElse(1);
        double label = Math.min(longest, 9) * 0.58 * em;
        double left = label + 2.4 * em;
        double top = label + 2.8 * em;
        double side =
                Math.min((canvas.width() - left - 0.6 * em) / columns, (canvas.height() - top - 0.6 * em) / classes);
        left += Math.max(0, (canvas.width() - left - 0.6 * em - side * columns) / 2);
        double small = Math.max(3.2, Math.min(em, side * 0.8));
        for (int row = 0; row < classes; row++) {
            int all = Math.max(1, Arrays.stream(confusion.count()[row]).sum());
            canvas.text(
                    left - 0.5 * em,
                    top + (row + 0.5) * side + 0.35 * small,
                    Anchor.END,
                    palette.ink(),
                    small,
                    Plot.shortened(confusion.classes().get(row), 10));
            for (int column = 0; column < columns; column++) {
                int count = confusion.count()[row][column];
                double share = (double) count / all;
                canvas.rectangle(
                        left + column * side + 0.3,
                        top + row * side + 0.3,
                        side - 0.6,
                        side - 0.6,
                        count == 0 ? palette.ramp(0) : palette.ramp(0.12 + 0.88 * share),
                        1);
                if (classes <= CLASSES_WITH_NUMBERS && count > 0) {
                    canvas.text(
                            left + (column + 0.5) * side,
                            top + (row + 0.5) * side + 0.35 * em,
                            Anchor.MIDDLE,
                            share > 0.45 ? palette.ramp(0) : palette.ink(),
                            em,
                            Integer.toString(count));
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            canvas.textUpFrom(
                    left + (column + 0.5) * side + 0.35 * small,
                    top - 0.5 * em,
                    palette.ink(),
                    small,
                    column == classes
                            ? "(none)"
                            : Plot.shortened(confusion.classes().get(column), 10));
        }
        canvas.text(left + side * columns / 2, 1.2 * em, Anchor.MIDDLE, palette.ink(), em, "taken for");
        canvas.textUp(left - label - 1.2 * em, top + side * classes / 2, palette.ink(), em, "class");
    }
}
