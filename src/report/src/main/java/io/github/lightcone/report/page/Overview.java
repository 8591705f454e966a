package io.github.lightcone.report.page;

import io.github.lightcone.learning.training.Interval;
import io.github.lightcone.report.run.Activity;
import io.github.lightcone.report.run.Confusion;
import io.github.lightcone.report.run.RunSummary;
import io.github.lightcone.report.run.RunView;
import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three answers of the first screen. */
final class Overview {

    private Overview() {}

    /** Returns the share of the commonest class. */
    static double commonest(Confusion confusion) {
        int all = 0;
        int most = 0;
        for (int[] row : confusion.count()) {
            int size = Arrays.stream(row).sum();
            all += size;
            most = Math.max(most, size);
        }
        return all == 0 ? 0 : (double) most / all;
    }

    static String verdict(Interval interval, double chance) {
        if (interval.low() > chance) {
            return "<b>Yes.</b>";
        }
        return interval.high() < chance ? "<b>No, it does worse than guessing.</b>" : "<b>Not beyond guessing.</b>";
    }

    /** Adds a bar from 0 to 1 with the interval, the accuracy and the guess. */
    static void bar(StringBuilder html, Interval interval, double accuracy, double chance) {
        html.append(String.format(
                Locale.ROOT,
                "<svg class=\"meter\" viewBox=\"0 0 200 22\" role=\"img\"><title>Accuracy %.1f %%, interval %.1f to %.1f"
                        + " %%, guessing %.1f %%</title><rect y=\"8\" width=\"200\" height=\"6\" rx=\"3\" fill=\"var(--grid)\"/>"
                        + "<rect x=\"%.1f\" y=\"5\" width=\"%.1f\" height=\"12\" fill=\"var(--series-1)\" fill-opacity=\".35\"/>"
                        + "<rect x=\"%.1f\" y=\"2\" width=\"3\" height=\"18\" fill=\"var(--series-1)\"/>"
                        + "<rect x=\"%.1f\" y=\"4\" width=\"1.5\" height=\"14\" fill=\"var(--muted)\"/></svg>%n"
                        + "<p class=\"meter-key\"><span>0</span><span>grey: guessing, blue: this run"
                        + "</span><span>100\u00a0%%</span></p>%n",
                100 * accuracy,
                100 * interval.low(),
                100 * interval.high(),
                100 * chance,
                200 * interval.low(),
                200 * (interval.high() - interval.low()),
                200 * accuracy - 1.5,
                200 * chance));
    }

    static void row(StringBuilder html, String term, String value, String note) {
        html.append("<div><dt>").append(term).append("</dt><dd>").append(value);
        if (!note.isEmpty()) {
            html.append(" <small>").append(note).append("</small>");
        }
        html.append("</dd></div>");
    }

    static void costs(StringBuilder html, RunView run) {
        RunSummary summary = run.summary();
        Optional<Activity> activity = run.activity();
        String note = activity.map(found -> "mean of " + found.examples() + " " + found.set() + " examples")
                .orElse("mean of all runs");
        double spikes = activity.map(Activity::spikesPerExample).orElse(summary.spikes() / summary.runs());
        double events = activity.map(Activity::eventsPerExample).orElse(summary.synapticEvents() / summary.runs());
        row(html, "Spikes per example", Html.number(spikes), note);
        row(html, "Synaptic operations per example", Html.number(events), "arrivals at synapses");
        row(html, "Numbers learned", Html.number((double) summary.learnedNumbers()), "");
        row(
                html,
                "Training",
                duration(summary.seconds()),
                summary.epoch() + (summary.complete() ? "" : " of " + summary.epochs()) + " epochs, "
                        + Html.number(summary.trainedExamples() / summary.seconds()) + " examples/s");
    }

    static void became(StringBuilder html, RunView run) {
        row(
                html,
                "Network",
                Html.number(run.network().neuronCount()) + " neurons",
                Html.number(run.wires().size()) + " synapses, " + run.network().dimensions() + "-D");
        row(
                html,
                "Wiring length",
                Html.number(run.wires().totalLength()) + " mm",
                run.wires().size() == 0
                        ? ""
                        : "mean "
                                + Html.number(
                                        run.wires().totalLength() / run.wires().size()) + " mm a synapse");
        row(html, "Mean delay", Html.number(run.summary().meanDelay()) + " ms", "");
        row(
                html,
                "Modularity",
                Html.number(run.structure().modularity()),
                run.structure().modules() + " modules" + beside(run));
    }

    private static String beside(RunView run) {
        Optional<NullTest> test = run.structure().report().group(MeasureGroup.COMMUNITIES).figures().stream()
                .map(Figure::nullTest)
                .flatMap(Optional::stream)
                .findFirst();
        return test.map(found -> "; random graphs " + Html.number(found.mean())).orElse("");
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return Html.number(seconds < 10 ? Math.round(seconds * 10) / 10.0 : whole) + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
