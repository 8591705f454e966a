package io.github.lightcone.report.figure;

import io.github.lightcone.report.figure.SvgCanvas.Anchor;
import io.github.lightcone.report.run.ChipPrototype;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Energies of chips as ranges on one axis, whose ticks are powers of ten. */
public final class EnergyFigure {

    private static final String TITLE = "Energy of operations and updates per example";
    private static final double ROW = 3.6;
    private static final double REST = 4.4;

    private EnergyFigure() {}

    /** Returns an energy in words: a range, its lower end, or that it is unknown. */
    public static String text(ChipPrototype chip) {
        double least = perExample(chip, chip.cost().leastEnergy());
        double most = perExample(chip, chip.cost().mostEnergy());
        if (Double.isNaN(least)) {
            return "unknown: none is published";
        }
        return Double.isInfinite(most) ? joules(least) + " or more" : joules(least) + " to " + joules(most);
    }

    private static double perExample(ChipPrototype chip, double picojoules) {
        return picojoules / Math.max(1, chip.examples());
    }

    private static String joules(double picojoules) {
        String[] units = {"pJ", "nJ", "\u00b5J", "mJ", "J"};
        int unit = 0;
        double value = picojoules;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value) + " "
                + units[unit];
    }

    /** Returns how high the figure is. */
    public static double height(List<ChipPrototype> chips, double font) {
        return (REST + ROW * chips.size()) * font;
    }

    /**
     * Returns the figure as an element of a page, {@link #height} high.
     *
     * @param chips at least one, from the top
     * @param width in the page's pixels
     * @param font in the page's pixels
     */
    public static String element(List<ChipPrototype> chips, double width, double font) {
        SvgCanvas canvas = new SvgCanvas(width, height(chips, font), font, Palette.OF_PAGE);
        draw(canvas, chips);
        return canvas.toElement(TITLE, description(chips));
    }

    /** Returns the figure as the text of an SVG file, 88 mm wide. */
    public static String svg(List<ChipPrototype> chips, Palette palette) {
        FigureStyle style = FigureStyle.column(palette);
        SvgCanvas canvas = new SvgCanvas(style.widthPoints(), height(chips, style.font()), style.font(), palette);
        canvas.rectangle(0, 0, canvas.width(), canvas.height(), palette.ground(), 1);
        draw(canvas, chips);
        return canvas.toFile(TITLE, description(chips));
    }

    private static String description(List<ChipPrototype> chips) {
        StringBuilder text = new StringBuilder();
        for (ChipPrototype chip : chips) {
            text.append(chip.title()).append(": ").append(text(chip)).append(". ");
        }
        return text.toString().strip();
    }

    private static void draw(SvgCanvas canvas, List<ChipPrototype> chips) {
        double em = canvas.font();
        Palette palette = canvas.palette();
        double[] ends = chips.stream()
                .flatMapToDouble(chip -> DoubleStream.of(
                                chip.cost().leastEnergy(), chip.cost().mostEnergy())
                        .map(energy -> perExample(chip, energy)))
                .filter(energy -> energy > 0 && Double.isFinite(energy))
                .map(StrictMath::log10)
                .sorted()
                .toArray();
        double highest = ends.length == 0 ? 1 : ends[ends.length - 1] + 0.2;
        Scale x = Scale.powers(ends.length == 0 ? 0 : ends[0], highest, 1.6 * em, canvas.width() - 1.6 * em);
        double bottom = canvas.height() - 3.4 * em;
        for (double tick : x.ticks(5)) {
            canvas.line(x.place(tick), 0.5 * em, x.place(tick), bottom, palette.grid(), 0.6);
            canvas.text(x.place(tick), bottom + 1.35 * em, Anchor.MIDDLE, palette.muted(), 0.92 * em, x.label(tick, 5));
        }
        canvas.text((x.from() + x.to()) / 2, bottom + 2.8 * em, Anchor.MIDDLE, palette.ink(), em, "pJ per example");
        for (int k = 0; k < chips.size(); k++) {
            row(canvas, chips.get(k), x, 0.6 * em + k * ROW * em, palette.series(k));
        }
    }

    private static void row(SvgCanvas canvas, ChipPrototype chip, Scale x, double top, String colour) {
        double em = canvas.font();
        double least = place(x, perExample(chip, chip.cost().leastEnergy()));
        double most = place(x, perExample(chip, chip.cost().mostEnergy()));
        canvas.text(
                x.from(),
                top + em,
                Anchor.START,
                canvas.palette().ink(),
                em,
                Plot.shortened(chip.chip(), 20) + ": " + text(chip));
        double y = top + 1.5 * em;
        if (!Double.isNaN(least)) {
            double width = Math.max(2, most - least);
            canvas.rectangle(least, y, width, 1.1 * em, colour, 0.85);
            if (Double.isInfinite(chip.cost().mostEnergy())) {
                String end = SvgCanvas.number(least + width);
                canvas.area(
                        "M" + end + " " + SvgCanvas.number(y - 0.3 * em) + "l" + SvgCanvas.number(0.9 * em) + " "
                                + SvgCanvas.number(0.85 * em) + "l" + SvgCanvas.number(-0.9 * em) + " "
                                + SvgCanvas.number(0.85 * em) + "z",
                        colour,
                        0.85);
            }
        }
    }

    /** Returns the place of an energy, an end of the axis where it is none or beyond all; NaN if it is unknown. */
    private static double place(Scale x, double energy) {
        if (Double.isNaN(energy)) {
            return energy;
        }
        double power = energy > 0 ? StrictMath.log10(energy) : x.low();
        return x.place(Math.max(x.low(), Math.min(x.high(), power)));
    }
}
