package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.ChipPrototype.FloorPlan;
import io.github.lightcone.report.run.ChipPrototype.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Neurons on tiles, and what passes the links between tiles. */
final class FloorPlanFigure {

    /** Share of the distance between tiles that is tile. */
    private static final double TILE = 0.62;

    private static final double LEAST_PITCH = 2.2;
    private static final double THICKEST = 0.07;

    private final SvgCanvas canvas;
    private final FloorPlan plan;
    private final double pitch;
    private final double left;
    private final double top;

    private FloorPlanFigure(SvgCanvas canvas, FloorPlan plan, double above) {
        this.canvas = canvas;
        this.plan = plan;
        double em = canvas.font();
        double room = canvas.height() - above - em;
        pitch = Math.min((canvas.width() - 2 * em) / (plan.columns() - 1 + TILE), room / (plan.rows() - 1 + TILE));
        left = (canvas.width() - pitch * (plan.columns() - 1)) / 2;
        top = above + (room - pitch * (plan.rows() - 1)) / 2;
    }

    static void draw(SvgCanvas canvas, FloorPlan plan, int examples) {
        Plot.Frame frame = Plot.Frame.of(canvas, Plot.legendLines(canvas, plan.populations()));
        FloorPlanFigure figure = new FloorPlanFigure(canvas, plan, frame.top());
        figure.links(examples);
        figure.tiles();
        List<String> colours = new ArrayList<>();
        for (int p = 0; p < plan.populations().size(); p++) {
            colours.add(canvas.palette().series(p));
        }
        Plot.legend(
                canvas,
                new Plot.Frame(canvas.font(), frame.top(), frame.right(), frame.bottom()),
                plan.populations(),
                colours);
    }

    private double x(int tile) {
        return left + pitch * (tile % plan.columns());
    }

    private double y(int tile) {
        int row = tile / plan.columns();
        return top + pitch * row;
    }

    /** The two directions of a link run beside one another. */
    private void links(int examples) {
        double most = plan.loads().stream().mapToDouble(Load::packets).max().orElse(1);
        double em = canvas.font();
        double gap = (1 - TILE) * pitch;
        for (Load load : plan.loads()) {
            double dx = Math.signum(x(load.to()) - x(load.from()));
            double dy = Math.signum(y(load.to()) - y(load.from()));
            double aside = 0.13 * pitch;
            double fromX = x(load.from()) + dx * TILE / 2 * pitch - dy * aside;
            double fromY = y(load.from()) + dy * TILE / 2 * pitch + dx * aside;
            double thickness = Math.max(0.5, THICKEST * pitch * load.packets() / most);
            double head = Math.min(0.35 * gap, thickness + 0.06 * pitch);
            double toX = fromX + dx * (gap - head);
            double toY = fromY + dy * (gap - head);
            canvas.line(fromX, fromY, toX, toY, canvas.palette().muted(), thickness);
            double half = 0.5 * thickness + 0.025 * pitch;
            canvas.area(
                    "M" + SvgCanvas.number(toX + dx * head) + " " + SvgCanvas.number(toY + dy * head) + "L"
                            + SvgCanvas.number(toX - dy * half) + " " + SvgCanvas.number(toY + dx * half) + "L"
                            + SvgCanvas.number(toX + dy * half) + " " + SvgCanvas.number(toY - dx * half) + "z",
                    canvas.palette().muted(),
                    1);
            if (gap > 3 * em) {
                String packets = short3(load.packets() / Math.max(1, examples));
                double middleX = fromX + dx * gap / 2;
                double middleY = fromY + dy * gap / 2;
                if (dx == 0) {
                    canvas.text(
                            middleX - dy * (half + 0.3 * em),
                            middleY + 0.32 * em,
                            dy > 0 ? Anchor.END : Anchor.START,
                            canvas.palette().ink(),
                            0.9 * em,
                            packets);
                } else {
                    canvas.text(
                            middleX,
                            dx > 0 ? middleY + half + em : middleY - half - 0.4 * em,
                            Anchor.MIDDLE,
                            canvas.palette().ink(),
                            0.9 * em,
                            packets);
                }
            }
        }
    }

    private static String short3(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.1f", value);
    }

    private void tiles() {
        int tiles = plan.columns() * plan.rows();
        int[] held = new int[tiles];
        for (int tile : plan.tile()) {
            held[tile]++;
        }
        int most = 1;
        for (int neurons : held) {
            most = Math.max(most, neurons);
        }
        double side = TILE * pitch;
        int across = (int) Math.ceil(Math.sqrt(most));
        double dot = side / (across + 0.6);
        boolean dots = dot >= LEAST_PITCH;
        for (int tile = 0; tile < tiles; tile++) {
            double x = x(tile) - side / 2;
            double y = y(tile) - side / 2;
            String fill = dots ? canvas.palette().grid() : canvas.palette().ramp((double) held[tile] / most);
            canvas.rectangle(x, y, side, side, fill, dots ? 0.55 : 1);
        }
        if (dots) {
            dots(side, across, dot);
        }
    }

    private void dots(double side, int across, double dot) {
        int[] placed = new int[plan.columns() * plan.rows()];
        int neuron = 0;
        for (int p = 0; p < plan.sizes().length; p++) {
            StringBuilder path = new StringBuilder();
            for (int k = 0; k < plan.sizes()[p]; k++) {
                int tile = plan.tile()[neuron++];
                int place = placed[tile]++;
                int row = place / across;
                double x = x(tile) - side / 2 + dot * (0.8 + place % across);
                double y = y(tile) - side / 2 + dot * (0.8 + row);
                path.append('M')
                        .append(SvgCanvas.number(x))
                        .append(' ')
                        .append(SvgCanvas.number(y))
                        .append("h0");
            }
            if (path.length() > 0) {
                canvas.dots(path.toString(), canvas.palette().series(p), Math.min(0.72 * dot, 0.9 * canvas.font()));
            }
        }
    }
}
