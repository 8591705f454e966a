package io.github.lightcone.report.page;

import io.github.lightcone.report.figure.EnergyFigure;
import io.github.lightcone.report.run.ChipPrototype;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tables about chips, a column for each. */
final class ChipTables {

    private static final String ARROW = " \u2192 ";
    private static final String NONE = "\u2013";

    private final List<ChipPrototype> chips;

    ChipTables(List<ChipPrototype> chips) {
        this.chips = chips;
    }

    /** Adds what changes from the trained network to that on the chip. */
    void addBehaviour(StringBuilder html) {
        open(html, "Before and after");
        Set<String> sets = new LinkedHashSet<>();
        chips.forEach(chip -> sets.addAll(chip.accuracies().keySet()));
        for (String set : sets) {
            line(
                    html,
                    Html.text(set) + " accuracy",
                    chip -> accuracy(chip.accuracies().get(set), chip.tuned()));
        }
        line(
                html,
                "First examples, trained",
                chip -> share(chip.correct(), chip.examples()) + " <small>of " + chip.examples() + " "
                        + Html.text(chip.set()) + "</small>");
        int emulations =
                chips.stream().mapToInt(chip -> chip.emulations().size()).max().orElse(0);
        for (int k = 0; k < emulations; k++) {
            int number = k;
            line(
                    html,
                    k == 0 ? "The same, on the chip, in steps" : "In steps, numbers as on the chip",
                    chip -> number < chip.emulations().size()
                            ? share(chip.emulations().get(number).correct(), chip.examples()) + " <small>"
                                    + Html.text(chip.emulations().get(number).name()) + "</small>"
                            : NONE);
        }
        line(
                html,
                "Shift of first spikes, mean, ms",
                chip -> Html.number(chip.spikes().meanShift()));
        line(html, "median, ms", chip -> Html.number(chip.spikes().medianShift()));
        line(html, "largest, ms", chip -> Html.number(chip.spikes().largestShift()));
        line(
                html,
                "Changed spike counts",
                chip -> share(chip.spikes().changedCounts(), chip.spikes().pairs()));
        for (int k = 0; k < emulations; k++) {
            int number = k;
            line(
                    html,
                    k == 0 ? "Changed further by steps" : "by steps and numbers",
                    chip -> number < chip.emulations().size()
                            ? share(
                                    chip.emulations().get(number).spikes().changedCounts(),
                                    chip.emulations().get(number).spikes().pairs())
                            : NONE);
        }
        line(
                html,
                "Silent neurons",
                chip -> chip.spikes().silentBefore() + ARROW + chip.spikes().silentAfter());
        line(
                html,
                "Spikes",
                chip -> Html.number(chip.spikes().before())
                        + ARROW
                        + Html.number(chip.spikes().after()));
        close(html);
    }

    private static String accuracy(ChipPrototype.Accuracy accuracy, boolean tuned) {
        if (accuracy == null) {
            return NONE;
        }
        String quantised = percent(accuracy.trained()) + ARROW + percent(accuracy.quantised());
        return tuned ? quantised + ARROW + percent(accuracy.tuned()) + " <small>tuned</small>" : quantised;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "runs away" : Html.percent(share);
    }

    private static String share(double part, double all) {
        return all == 0 ? NONE : Html.percent(part / all);
    }

    /** Adds how often each rule is violated. */
    void addRules(StringBuilder html) {
        open(html, "Rules, violated before and after");
        for (int k = 0; k < chips.get(0).rules().size(); k++) {
            String rule = chips.get(0).rules().get(k).rule();
            line(html, Html.text(rule), chip -> rule(chip, rule));
        }
        close(html);
    }

    private static String rule(ChipPrototype chip, String name) {
        return chip.rules().stream()
                .filter(rule -> rule.rule().equals(name))
                .findFirst()
                .map(rule -> rule.onChip() < 0
                        ? "<small>not checked: " + Html.text(rule.reason()) + "</small>"
                        : rule.trained() == 0 && rule.onChip() == 0
                                ? "fits"
                                : Html.number(rule.trained())
                                        + ARROW
                                        + (rule.onChip() == 0 ? "fits" : Html.number(rule.onChip())))
                .orElse(NONE);
    }

    /** Adds what violates rules, folded up. */
    void addViolations(StringBuilder html) {
        for (ChipPrototype chip : chips) {
            violations(html, chip, "Rules that the trained network violates", chip.violationsTrained(), true);
            violations(html, chip, "Rules that are violated on the chip", chip.violationsOnChip(), false);
        }
    }

    private static void violations(
            StringBuilder html,
            ChipPrototype chip,
            String what,
            List<ChipPrototype.Violation> violations,
            boolean isTrained) {
        if (violations.isEmpty()) {
            return;
        }
        int all = chip.rules().stream()
                .mapToInt(rule -> Math.max(0, isTrained ? rule.trained() : rule.onChip()))
                .sum();
        String title = what + ", " + Html.text(chip.chip());
        html.append("<details class=\"card\"><summary>")
                .append(title)
                .append(": ")
                .append(Html.number(all))
                .append("</summary>\n");
        if (all > violations.size()) {
            html.append(
                    "<p class=\"sub\">The first of each rule; <code>lightcone check --out FILE</code> lists all.</p>\n");
        }
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(title)
                .append(
                        "\"><table><thead><tr><th scope=\"col\">rule</th><th scope=\"col\">where</th><th scope=\"col\">value")
                .append("</th><th scope=\"col\">must be</th></tr></thead><tbody>\n");
        for (ChipPrototype.Violation violation : violations) {
            html.append("<tr><td>")
                    .append(Html.text(violation.rule()))
                    .append("</td><td>")
                    .append(Html.text(violation.place()))
                    .append("</td><td class=\"n\">")
                    .append(Html.number(violation.value()))
                    .append("</td><td>")
                    .append(Html.text(violation.limit()))
                    .append("</td></tr>\n");
        }
        html.append("</tbody></table></div></details>\n");
    }

    /** Adds what an example costs, and what goes between tiles. */
    void addCost(StringBuilder html) {
        open(html, "Cost per example");
        line(
                html,
                "Spikes, sources included",
                chip -> perExample(chip, chip.cost().spikes()));
        line(html, "Synaptic operations", chip -> perExample(chip, chip.cost().operations()));
        line(
                html,
                "Updates of neurons",
                chip -> chip.cost().updates() == 0
                        ? "none: no steps"
                        : perExample(chip, chip.cost().updates()));
        line(
                html,
                "Arrivals under way",
                chip -> "mean " + Html.number(chip.cost().pendingMean()) + ", most "
                        + Html.number(chip.cost().pendingPeak()));
        line(html, "Memory traffic, bytes", chip -> perExample(chip, chip.cost().bytes()));
        line(html, "Energy", chip -> Html.text(EnergyFigure.text(chip)));
        line(
                html,
                "Tiles used",
                chip -> chip.floorPlan()
                        .map(plan -> IntStream.of(plan.tile()).distinct().count() + " <small>of " + plan.columns()
                                + " \u00d7 " + plan.rows() + "</small>")
                        .orElse("unknown"));
        line(html, "Packets between tiles", chip -> traffic(chip, ChipPrototype.FloorPlan::packets));
        line(html, "Hops of these", chip -> traffic(chip, ChipPrototype.FloorPlan::hops));
        line(html, "Packets on the busiest link", chip -> traffic(chip, ChipPrototype.FloorPlan::busiest));
        close(html);
    }

    private static String perExample(ChipPrototype chip, double count) {
        return Html.number(count / Math.max(1, chip.examples()));
    }

    private static String traffic(ChipPrototype chip, Function<ChipPrototype.FloorPlan, Double> count) {
        return chip.floorPlan().map(plan -> perExample(chip, count.apply(plan))).orElse(NONE);
    }

    private void open(StringBuilder html, String title) {
        html.append("<div class=\"card chip-table\"><h3>")
                .append(title)
                .append("</h3>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(title)
                .append("\"><table class=\"compare\"><thead><tr><td></td>");
        for (ChipPrototype chip : chips) {
            html.append("<th scope=\"col\">").append(Html.text(chip.chip())).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
    }

    private void line(StringBuilder html, String name, Function<ChipPrototype, String> cell) {
        html.append("<tr><th scope=\"row\">").append(name).append("</th>");
        for (ChipPrototype chip : chips) {
            html.append("<td class=\"n\">").append(cell.apply(chip)).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static void close(StringBuilder html) {
        html.append("</tbody></table></div></div>\n");
    }
}
