package io.github.lightcone.report.page;

import io.github.lightcone.report.run.RunSummary;
import io.github.lightcone.report.run.RunView;

/** Settings, versions, and how to repeat the run. */
final class SettingsSection {

    private final RunView run;

    SettingsSection(RunView run) {
        this.run = run;
    }

    void addTo(StringBuilder html) {
        RunSummary summary = run.summary();
        html.append(
                "<section id=\"settings\" aria-labelledby=\"settings-title\">\n<h2 id=\"settings-title\">Settings, and how to"
                        + " repeat the run</h2>\n<div class=\"card\"><dl class=\"plain\">");
        Overview.row(html, "Experiment", Html.text(summary.experiment()), "");
        Overview.row(html, "Seed", Long.toString(summary.seed()), "of everything random");
        Overview.row(
                html,
                "Epochs",
                summary.epoch() + " of " + summary.epochs(),
                summary.complete() ? "complete" : "not complete");
        Overview.row(html, "Lightcone", Html.text(summary.lightcone()), "");
        Overview.row(html, "Java", Html.text(summary.java()), "");
        Overview.row(html, "Threads", Integer.toString(summary.threads()), "the result is the same for any number");
        html.append("</dl>\n<p>The experiment below holds every setting. Save it as <code>run.yaml</code>; then</p>\n")
                .append(
                        "<pre tabindex=\"0\"><code>lightcone train run.yaml --out RUN\nlightcone report RUN</code></pre>\n")
                .append("<p>leads to the same network, bit for bit, with the same version of Lightcone.</p></div>\n")
                .append(
                        "<details class=\"card\"><summary>The experiment</summary><pre tabindex=\"0\"><code id=\"yaml\">")
                .append(Html.text(run.experiment()))
                .append("</code></pre></details>\n</section>\n");
    }
}
