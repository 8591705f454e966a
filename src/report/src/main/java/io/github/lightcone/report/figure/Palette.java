package io.github.lightcone.report.figure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Colours by what they stand for. The series are those of Okabe and Ito (Color universal design, 2008), in an order and
 * brightness that keeps neighbours apart on the ground. Synapses are grey or purple, which no neuron is.
 *
 * @param ground behind everything
 * @param ink text and axes
 * @param muted text and marks of second rank
 * @param grid grid lines
 * @param series colours of populations, modules, curves; more than there are begin again
 * @param ramp from nothing to most
 * @param excitatory positive weights
 * @param inhibitory negative weights
 */
public record Palette(
        String ground,
        String ink,
        String muted,
        String grid,
        List<String> series,
        List<String> ramp,
        String excitatory,
        String inhibitory) {

    /** On white. */
    public static final Palette LIGHT = new Palette(
            "#ffffff",
            "#1b1f24",
            "#5a626b",
            "#e4e7ea",
            List.of("#d55e00", "#2f8fd0", "#009e73", "#c98a00", "#c46a9f", "#6b5b1e", "#1f4e8c"),
            List.of("#f4f7fb", "#e0eaf5", "#c6d9ec", "#a3c4e1", "#78a9d2", "#4d8cc0", "#2a6dab", "#124f8f", "#08306b"),
            "#454e58",
            "#8e24aa");

    /** On near black. */
    public static final Palette DARK = new Palette(
            "#14171c",
            "#e9ecef",
            "#a9b2bc",
            "#2d333b",
            List.of("#f0883e", "#62b5ee", "#2fc49b", "#f0c04a", "#e29bc8", "#c4b87a", "#8aa8ff"),
            List.of("#1a1f26", "#1d2c3d", "#203b56", "#244d72", "#2a6190", "#3a7ab0", "#5c9bcd", "#8dbfe5", "#cfe6f8"),
            "#b9c2cc",
            "#d68cf2");

    /** Colours that the style sheet of a page gives, so that a figure follows it from light to dark. */
    static final Palette OF_PAGE = new Palette(
            "var(--ground)",
            "var(--ink)",
            "var(--muted)",
            "var(--grid)",
            variables("--series-", LIGHT.series.size()),
            variables("--ramp-", LIGHT.ramp.size()),
            "var(--excitatory)",
            "var(--inhibitory)");

    /** Copies the lists. */
    public Palette {
        series = List.copyOf(series);
        ramp = List.copyOf(ramp);
    }

    private static List<String> variables(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> "var(" + prefix + k + ")")
                .toList();
    }

    /** Returns the colour of a series. */
    String series(int number) {
        return series.get(Math.floorMod(number, series.size()));
    }

    /** Returns a colour of the ramp, for a share from 0 to 1. */
    String ramp(double share) {
        int step = (int) Math.round(share * (ramp.size() - 1));
        return ramp.get(Math.max(0, Math.min(ramp.size() - 1, step)));
    }

    /** Returns the colours as the variables of a style sheet. */
    public String toCss() {
        StringBuilder css = new StringBuilder();
        css.append("--ground:").append(ground).append(";--ink:").append(ink);
        css.append(";--muted:").append(muted).append(";--grid:").append(grid);
        for (int k = 0; k < series.size(); k++) {
            css.append(";--series-").append(k).append(':').append(series.get(k));
        }
        for (int k = 0; k < ramp.size(); k++) {
            css.append(";--ramp-").append(k).append(':').append(ramp.get(k));
        }
        return css.append(";--excitatory:")
                .append(excitatory)
                .append(";--inhibitory:")
                .append(inhibitory)
                .append(';')
                .toString();
    }
}
