package io.github.lightcone.report.page;

import io.github.lightcone.report.figure.FigureKind;
import io.github.lightcone.report.run.NumberTable;
import io.github.lightcone.report.run.RunView;

/** How far gradients could be trusted in the course of training, and what that means. */
final class TrustSection {

    private static final double WIDTH = 330;
    private static final double HEIGHT = 330;

    private final RunView run;

    TrustSection(RunView run) {
        this.run = run;
    }

    /** Adds a figure of a size. */
    @FunctionalInterface
    interface FigureAdder {
        void add(FigureKind kind, double width, double height);
    }

    void addTo(StringBuilder html, FigureAdder figures) {
        html.append("<section id=\"trust\" aria-labelledby=\"trust-title\">\n<h2 id=\"trust-title\">Trust in the"
                + " gradient</h2>\n");
        if (FigureKind.TRUST.missing(run).isEmpty()) {
            html.append("<p class=\"lead\">")
                    .append(verdict(run.trust().orElseThrow()))
                    .append("</p>\n");
        }
        html.append("<div class=\"figures\">\n");
        figures.add(FigureKind.TRUST, WIDTH, HEIGHT);
        html.append("</div>\n");
        if (FigureKind.TRUST.missing(run).isEmpty()) {
            html.append(READING);
        }
        html.append("</section>\n");
    }

    private static String verdict(NumberTable table) {
        double examples = last(table, "examples");
        double floored = last(table, "flooredSlopes");
        String exact = floored > 0
                ? Html.number(floored)
                        + " slopes of the last epoch were raised to the floor: there the gradient is not exact."
                : "No slope of the last epoch was raised to the floor: the gradient is exact.";
        return "After each epoch, " + Html.number(examples)
                + " training examples, the same each time, are run forward and"
                + " backward. Shown is the nearest of all cases; of the share of the worst crossings, the mean. "
                + exact;
    }

    private static double last(NumberTable table, String column) {
        double[] values = table.column(column).orElseGet(() -> new double[] {Double.NaN});
        return values[values.length - 1];
    }

    private static final String READING = """
            <details class="card"><summary>How to read it</summary><dl>
            <div><dt>Smallest slope</dt><dd><small>V' at a crossing of the threshold. A spike that grazes it has a large gradient
             that holds for a small step only: its derivative goes with 1/V'.</small></dd></div>
            <div><dt>Nearest missed crossing</dt><dd><small>How far below the threshold the highest maximum stayed: a change of V by
             so much adds a spike.</small></dd></div>
            <div><dt>Smallest tie</dt><dd><small>Time between an arrival and a spike of its target: a shift by so much lets them
             change places.</small></dd></div>
            <div><dt>Share of the worst 1 %</dt><dd><small>How much of the gradient the worst hundredth of the crossings carries;
             0.01 if all weigh the same. Near 1, and with a loss that jumps: smaller learning rates or larger batches.</small></dd></div>
            <div><dt>Silent neurons</dt><dd><small>They spike in none of these examples, so no gradient tells how to wake
             them.</small></dd></div>
            <div><dt>Floored slopes</dt><dd><small>Crossings whose gradient was made smaller than it is.</small></dd></div>
            </dl></details>
            """;
}
