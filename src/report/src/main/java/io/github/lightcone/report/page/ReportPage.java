package io.github.lightcone.report.page;

import io.github.lightcone.learning.training.Interval;
import io.github.lightcone.report.figure.FigureKind;
import io.github.lightcone.report.figure.Figures;
import io.github.lightcone.report.run.Activity;
import io.github.lightcone.report.run.RunSummary;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.report.run.Score;
import io.github.lightcone.report.run.Trial;
import java.util.ArrayList;
import java.util.List;

/** The report on one run. */
public final class ReportPage {

    private static final double WIDTH = 330;
    private static final double HEIGHT = 235;
    private static final double FONT = 11;

    private final RunView run;
    private final StringBuilder html = new StringBuilder();

    private ReportPage(RunView run) {
        this.run = run;
    }

    /** Returns the page; the same for the same run. */
    public static String html(RunView run) {
        ReportPage page = new ReportPage(run);
        page.build();
        return PageShell.page(
                run.summary().experiment() + " \u2013 " + run.name() + " \u2013 Lightcone",
                page.html.toString(),
                PageData.json(run));
    }

    private void build() {
        header();
        html.append("<main id=\"main\">\n");
        overview();
        space();
        example();
        activity();
        distributions();
        connectivity();
        confusion();
        structure();
        training();
        new TrustSection(run).addTo(html, this::figure);
        new ChipSection(run).addTo(html);
        new SettingsSection(run).addTo(html);
        html.append("</main>\n");
    }

    private void header() {
        RunSummary summary = run.summary();
        html.append("<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n<div class=\"bar\"><div><h1>")
                .append(Html.text(summary.experiment()))
                .append("</h1>\n<p class=\"sub\"><code>")
                .append(Html.text(run.name()))
                .append("</code> \u00b7 seed ")
                .append(summary.seed())
                .append(" \u00b7 ")
                .append(run.which())
                .append(" network</p></div>\n")
                .append("<button type=\"button\" id=\"theme\">Light or dark</button></div>\n")
                .append("<nav aria-label=\"Sections\">");
        List<String[]> links = new ArrayList<>(List.of(new String[][] {
            {"overview", "Overview"},
            {"space", "Space"},
            {"example", "Example in time"},
            {"activity", "Spikes"},
            {"distributions", "Distributions"},
            {"connectivity", "Connections"},
            {"confusion", "Confusion"},
            {"structure", "Structure"},
            {"training", "Training"},
            {"trust", "Trust"},
            {"settings", "Settings"}
        }));
        if (!run.chips().isEmpty()) {
            links.add(links.size() - 1, new String[] {"chips", "On a chip"});
        }
        for (String[] link : links) {
            html.append("<a href=\"#")
                    .append(link[0])
                    .append("\">")
                    .append(link[1])
                    .append("</a>");
        }
        html.append("</nav>\n</header>\n");
    }

    private void section(String id, String title, String lead) {
        html.append("<section id=\"")
                .append(id)
                .append("\" aria-labelledby=\"")
                .append(id)
                .append("-title\">\n<h2 id=\"");
        html.append(id).append("-title\">").append(title).append("</h2>\n");
        if (!lead.isEmpty()) {
            html.append("<p class=\"lead\">").append(lead).append("</p>\n");
        }
    }

    private void overview() {
        RunSummary summary = run.summary();
        Score score = summary.headline();
        Interval interval = score.interval();
        double chance = Overview.commonest(run.confusion());
        section("overview", "Overview", "");
        html.append("<div class=\"questions\">\n<div class=\"card\"><h3>Did it learn?</h3>\n<p class=\"big\">")
                .append(Html.percent(score.accuracy()))
                .append("</p>\n<p>")
                .append(Overview.verdict(interval, chance))
                .append(" ")
                .append(score.correct())
                .append(" of ")
                .append(score.examples())
                .append(" ")
                .append(score.set())
                .append(" examples are right; 95\u00a0% interval ")
                .append(Html.percent(interval.low()))
                .append(" to ")
                .append(Html.percent(interval.high()))
                .append(". Always naming the commonest class would reach ")
                .append(Html.percent(chance))
                .append(".</p>\n");
        Overview.bar(html, interval, score.accuracy(), chance);
        html.append("</div>\n<div class=\"card\"><h3>What did it cost?</h3>\n<dl>");
        Overview.costs(html, run);
        html.append("</dl></div>\n<div class=\"card\"><h3>What did it become?</h3>\n<dl>");
        Overview.became(html, run);
        html.append("</dl></div>\n</div>\n<div class=\"figures\">\n");
        figure(FigureKind.SPACE, WIDTH, HEIGHT);
        figure(FigureKind.ACCURACY, WIDTH, HEIGHT);
        figure(FigureKind.LOSS, WIDTH, HEIGHT);
        html.append("</div>\n</section>\n");
    }

    private void figure(FigureKind kind, double width, double height) {
        String missing = kind.missing(run);
        html.append("<figure id=\"figure-")
                .append(kind.key())
                .append("\" class=\"card")
                .append(kind.isWide() ? " wide" : "")
                .append("\"><h3>")
                .append(kind.title())
                .append("</h3>\n");
        if (!missing.isEmpty()) {
            html.append("<p class=\"missing\">").append(Html.text(missing)).append("</p>");
        } else if (kind.isWide()) {
            html.append("<div class=\"on-wide\">")
                    .append(Figures.element(run, kind, 2.9 * WIDTH, height, 1.1 * FONT))
                    .append("</div>\n<div class=\"on-narrow\">")
                    .append(Figures.element(run, kind, WIDTH, 1.2 * height, FONT))
                    .append("</div>");
        } else {
            html.append(Figures.element(run, kind, width, height, FONT));
        }
        html.append("\n<figcaption>").append(kind.caption()).append("</figcaption></figure>\n");
    }

    private void figures(FigureKind... kinds) {
        html.append(kinds.length > 3 ? "<div class=\"figures many\">\n" : "<div class=\"figures\">\n");
        for (FigureKind kind : kinds) {
            figure(kind, WIDTH, kind.isWide() ? 320 : HEIGHT);
        }
        html.append("</div>\n");
    }

    private void space() {
        section("space", "The network in space", Html.text(run.space().note()));
        html.append(Controls.SPACE);
        html.append("</section>\n");
    }

    private void example() {
        section("example", "One example in time", exampleText());
        if (run.activity().isPresent()) {
            html.append(Controls.PLAYER);
        } else {
            html.append("<p class=\"card missing\">")
                    .append(Html.text(run.withoutActivity()))
                    .append("</p>\n");
        }
        html.append("</section>\n");
    }

    private String exampleText() {
        if (run.activity().isEmpty()) {
            return "";
        }
        Activity activity = run.activity().get();
        Trial trial = activity.trial();
        List<String> classes = run.summary().classes();
        String answer = trial.prediction() < 0 ? "none" : classes.get(trial.prediction());
        return "Example " + trial.example() + " of the " + activity.set() + " data, run again exactly. Its class is <b>"
                + Html.text(classes.get(trial.label())) + "</b>, the answer <b>" + Html.text(answer) + "</b>. "
                + trial.neuron().length + " spikes arrived at synapses " + Html.number((double) trial.synapticEvents())
                + " times in " + Html.number(trial.end()) + " ms. "
                + (run.network().projections().stream().anyMatch(projection -> projection.spatial())
                        ? "A spike travels at " + Html.number(run.network().conductionSpeed()) + " mm/ms."
                        : "Delays of this network do not follow from distance: spikes are drawn at the speed that makes"
                                + " them arrive on time.");
    }

    private void activity() {
        section("activity", "Spikes and voltages", "");
        figures(FigureKind.RASTER);
        figures(FigureKind.VOLTAGE, FigureKind.RATES);
        figures(FigureKind.CONE);
        html.append("</section>\n");
    }

    private void distributions() {
        section("distributions", "Distributions", "");
        figures(FigureKind.DELAYS, FigureKind.DISTANCES, FigureKind.WEIGHTS, FigureKind.DEGREES);
        html.append("</section>\n");
    }

    private void connectivity() {
        section(
                "connectivity",
                "Connections",
                "Modules are communities of high modularity (Leiden), over all neurons, weights without their signs.");
        html.append("<div class=\"figures\">\n");
        figure(FigureKind.CONNECTIVITY, 440, 460);
        html.append("</div>\n</section>\n");
    }

    private void confusion() {
        section("confusion", "Confusion", "On the " + run.summary().headline().set() + " data.");
        html.append("<div class=\"figures\">\n");
        figure(FigureKind.CONFUSION, 440, 420);
        html.append("</div>\n</section>\n");
    }

    private void structure() {
        section("structure", "Structure", "");
        html.append("<div class=\"figures\">\n");
        figure(FigureKind.NULLS, 440, Figures.height(run, FigureKind.NULLS, HEIGHT, FONT));
        html.append("</div>\n");
        new MeasureTable(run.structure().report()).addTo(html);
        html.append("</section>\n");
    }

    private void training() {
        section("training", "Training", "");
        if (FigureKind.MEASURES.missing(run).isEmpty()) {
            figures(FigureKind.SPIKES, FigureKind.DELAY, FigureKind.MEASURES);
        } else {
            figures(FigureKind.SPIKES, FigureKind.DELAY);
        }
        html.append("</section>\n");
    }
}
