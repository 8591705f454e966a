package io.github.lightcone.report.page;

import io.github.lightcone.report.figure.FigureKind;
import io.github.lightcone.report.figure.Figures;
import io.github.lightcone.report.run.Activity;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Score;
import java.util.List;
import java.util.function.Function;

/** Several runs side by side. */
public final class ComparisonPage {

    private ComparisonPage() {}

    /**
     * Returns the page.
     *
     * @param runs at least one
     */
    public static String html(List<RunView> runs) {
        StringBuilder html = new StringBuilder();
        html.append("<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n<div class=\"bar\"><div><h1>")
                .append(runs.size())
                .append(" runs side by side</h1></div>\n")
                .append(
                        "<button type=\"button\" id=\"theme\">Light or dark</button></div>\n</header>\n<main id=\"main\">\n");
        table(html, runs);
        for (FigureKind kind : new FigureKind[] {
            FigureKind.SPACE,
            FigureKind.ACCURACY,
            FigureKind.LOSS,
            FigureKind.RASTER,
            FigureKind.DELAYS,
            FigureKind.WEIGHTS,
            FigureKind.CONNECTIVITY,
            FigureKind.CONFUSION,
            FigureKind.NULLS,
            FigureKind.TRUST
        }) {
            row(html, kind, runs);
        }
        html.append("</main>\n");
        return PageShell.page(runs.size() + " runs \u2013 Lightcone", html.toString(), "");
    }

    private static void table(StringBuilder html, List<RunView> runs) {
        html.append(
                        "<section id=\"overview\"><h2>Figures</h2><div class=\"card scroll\" tabindex=\"0\" role=\"region\"")
                .append(" aria-label=\"Figures\"><table class=\"compare\"><thead><tr><td></td>");
        for (RunView run : runs) {
            html.append("<th scope=\"col\">").append(Html.text(run.name())).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        line(html, runs, "Experiment", run -> Html.text(run.summary().experiment()));
        line(html, runs, "Seed", run -> Long.toString(run.summary().seed()));
        line(html, runs, "Accuracy", ComparisonPage::accuracy);
        line(html, runs, "Loss", run -> Html.number(run.summary().headline().loss()));
        line(
                html,
                runs,
                "Epochs",
                run -> run.summary().epoch() + " of " + run.summary().epochs());
        line(
                html,
                runs,
                "Numbers learned",
                run -> Html.number((double) run.summary().learnedNumbers()));
        line(html, runs, "Spikes per example", run -> perExample(run, Activity::spikesPerExample));
        line(html, runs, "Synaptic operations per example", run -> perExample(run, Activity::eventsPerExample));
        line(html, runs, "Neurons", run -> Html.number(run.network().neuronCount()));
        line(html, runs, "Synapses", run -> Html.number(run.wires().size()));
        line(html, runs, "Wiring length, mm", run -> Html.number(run.wires().totalLength()));
        line(html, runs, "Mean delay, ms", run -> Html.number(run.summary().meanDelay()));
        line(html, runs, "Modularity", run -> Html.number(run.structure().modularity()));
        line(html, runs, "Modules", run -> Integer.toString(run.structure().modules()));
        line(
                html,
                runs,
                "Time of training",
                run -> Overview.duration(run.summary().seconds()));
        html.append("</tbody></table></div></section>\n");
    }

    private static String accuracy(RunView run) {
        Score score = run.summary().headline();
        return Html.percent(score.accuracy()) + " <small>("
                + Html.percent(score.interval().low()) + " to "
                + Html.percent(score.interval().high()) + ", " + score.examples() + " " + score.set() + ")</small>";
    }

    private static String perExample(RunView run, Function<Activity, Double> figure) {
        return run.activity()
                .map(activity -> Html.number(figure.apply(activity)))
                .orElse("\u2013");
    }

    private static void line(StringBuilder html, List<RunView> runs, String name, Function<RunView, String> cell) {
        html.append("<tr><th scope=\"row\">").append(name).append("</th>");
        for (RunView run : runs) {
            html.append("<td class=\"n\">").append(cell.apply(run)).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static void row(StringBuilder html, FigureKind kind, List<RunView> runs) {
        html.append("<section id=\"")
                .append(kind.key())
                .append("\"><h2>")
                .append(kind.title())
                .append("</h2>\n");
        html.append("<p class=\"lead\">").append(kind.caption()).append("</p><div class=\"figures\">\n");
        for (RunView run : runs) {
            html.append("<figure class=\"card\"><h3>")
                    .append(Html.text(run.name()))
                    .append("</h3>");
            String missing = kind.missing(run);
            boolean isSquare = kind == FigureKind.CONNECTIVITY || kind == FigureKind.CONFUSION;
            double height = Figures.height(run, kind, isSquare ? 400 : 280, 11.5);
            html.append(
                    missing.isEmpty()
                            ? Figures.element(run, kind, 400, height, 11.5)
                            : "<p class=\"missing\">" + Html.text(missing) + "</p>");
            html.append("</figure>\n");
        }
        html.append("</div></section>\n");
    }
}
