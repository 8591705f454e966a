package io.github.lightcone.cli.structure;

import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.FigureGroup;
import io.github.lightcone.structure.analysis.StructureReport;
import io.github.lightcone.structure.nulls.NullTest;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Prints a report as tables: name, value, mean and deviation under the null model, z and p, conventions. Conventions
 * that are those of the line above are not repeated.
 */
final class FigureTable {

    private FigureTable() {}

    static void print(StructureReport report, PrintWriter out) {
        for (FigureGroup group : report.groups()) {
            out.println();
            out.println(group.group().title());
            if (!group.nullModel().isEmpty()) {
                out.println("  null model: " + group.nullModel());
            }
            if (group.figures().stream().anyMatch(figure -> figure.nullTest().isPresent())) {
                line(out, "", "value", "null mean +- deviation", "z", "p", "");
            }
            String above = "";
            for (Figure figure : group.figures()) {
                print(figure, above, out);
                above = figure.conventions();
            }
        }
    }

    private static void print(Figure figure, String above, PrintWriter out) {
        String conventions = figure.conventions().equals(above) ? "" : figure.conventions();
        NullTest test = figure.nullTest().orElse(null);
        if (test == null) {
            line(out, figure.name(), number(figure.value()), "", "", "", conventions);
        } else {
            line(
                    out,
                    figure.name(),
                    number(figure.value()),
                    number(test.mean()) + " +- " + String.format(Locale.ROOT, "%.3g", test.sd()),
                    String.format(Locale.ROOT, "%.2f", test.z()),
                    String.format(Locale.ROOT, "%.4f", test.p()),
                    conventions);
        }
        figure.spread()
                .ifPresent(spread -> out.printf(
                        Locale.ROOT,
                        "      restarts: lowest %.10g, median %.10g, highest %.10g%n",
                        spread.low(),
                        spread.median(),
                        spread.high()));
        if (!figure.note().isEmpty()) {
            out.println("      " + figure.note());
        }
    }

    private static void line(
            PrintWriter out, String name, String value, String mean, String z, String p, String conventions) {
        out.println(String.format(Locale.ROOT, "  %-38s %12s  %-26s %8s %7s  %s", name, value, mean, z, p, conventions)
                .stripTrailing());
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%d", (long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }
}
