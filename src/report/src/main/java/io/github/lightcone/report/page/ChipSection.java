package io.github.lightcone.report.page;

import io.github.lightcone.report.figure.ChipFigure;
import io.github.lightcone.report.figure.EnergyFigure;
import io.github.lightcone.report.run.ChipPrototype;
import io.github.lightcone.report.run.RunView;
import java.util.List;
import java.util.stream.Collectors;

/** What the network would do on neuromorphic chips; nothing if no prototype was made of the run. */
final class ChipSection {

    private static final double WIDTH = 330;
    private static final double HEIGHT = 235;
    private static final double FONT = 11;

    private final RunView run;
    private final List<ChipPrototype> chips;

    ChipSection(RunView run) {
        this.run = run;
        chips = run.chips();
    }

    void addTo(StringBuilder html) {
        if (chips.isEmpty()) {
            return;
        }
        html.append("<section id=\"chips\" aria-labelledby=\"chips-title\">\n<h2 id=\"chips-title\">On a chip</h2>\n")
                .append("<p class=\"lead\">The best network, quantised for ")
                .append(chips.size() == 1 ? "a neuromorphic chip" : "neuromorphic chips")
                .append(
                        " by <code>lightcone prototype</code>. Accuracies are over whole data sets, everything else over the")
                .append(" first examples of one of them.</p>\n<div class=\"questions\">\n");
        chips.forEach(chip -> verdict(html, chip));
        html.append("</div>\n");
        ChipTables tables = new ChipTables(chips);
        tables.addBehaviour(html);
        tables.addRules(html);
        tables.addViolations(html);
        tables.addCost(html);
        energy(html);
        figures(html);
        convergence(html);
        html.append("</section>\n");
    }

    private void verdict(StringBuilder html, ChipPrototype chip) {
        html.append("<div class=\"card\"><h3>")
                .append(Html.text(chip.title()))
                .append("</h3>\n<p class=\"verdict\">")
                .append(chip.fits() ? "Fits" : "Does not fit")
                .append("</p>\n<p>")
                .append(Html.text(chip.verdict()))
                .append(".</p>\n<p class=\"sub\">")
                .append(Html.text(chip.kind()))
                .append("; rounded ")
                .append(Html.text(chip.settings().rounding()))
                .append(", a scale for each ")
                .append(Html.text(chip.settings().scale()));
        if (Double.isFinite(chip.settings().step())) {
            html.append(", steps of ")
                    .append(Html.number(chip.settings().step()))
                    .append(" ms");
        }
        String clipped = chip.settings().clipped().entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        html.append(clipped.isEmpty() ? "; nothing clipped.</p>\n" : "; clipped: " + clipped + ".</p>\n");
        int best = run.summary().bestEpoch().orElse(run.summary().epoch());
        if (chip.epoch() != best) {
            html.append("<p class=\"missing\">This is of the network after epoch ")
                    .append(chip.epoch())
                    .append("; the best is now that after epoch ")
                    .append(best)
                    .append(". <code>lightcone prototype</code> brings it up to date.</p>\n");
        }
        html.append("</div>\n");
    }

    private void energy(StringBuilder html) {
        html.append("<div class=\"figures\">\n<figure id=\"figure-energy\" class=\"card\"><h3>Energy</h3>\n")
                .append(EnergyFigure.element(chips, WIDTH, FONT))
                .append(
                        "\n<figcaption>Published energies of synaptic operations and updates of neurons times their numbers.")
                .append(" Leakage, routing, input and output are not part of it.</figcaption></figure>\n")
                .append("<div class=\"card\"><h3>What the energies follow from</h3>\n<dl class=\"sources\">");
        for (ChipPrototype chip : chips) {
            for (ChipPrototype.EnergyFigure figure : chip.cost().figures()) {
                String of = figure.of().equals("updateEnergy") ? "Update of a neuron" : "Synaptic operation";
                Overview.row(
                        html,
                        of + ", " + Html.text(chip.chip()),
                        Html.text(figure.picojoules().replace(" or more", "")) + " pJ"
                                + (figure.picojoules().endsWith(" or more") ? " or more" : ""),
                        Html.text(
                                (figure.note().isEmpty() ? "" : figure.note() + ". ") + "Source: " + figure.source()));
            }
            if (chip.cost().figures().isEmpty()) {
                Overview.row(html, Html.text(chip.chip()), "unknown", "no energy of an operation is published");
            }
        }
        html.append("</dl></div>\n</div>\n");
    }

    /** One chip: all figures in a row. Several: a row of chips for each figure. */
    private void figures(StringBuilder html) {
        if (chips.size() == 1) {
            html.append("<div class=\"figures\">\n");
        }
        for (ChipFigure figure : ChipFigure.values()) {
            boolean isShown = figure != ChipFigure.CONVERGENCE
                    && (!figure.isOptional()
                            || chips.stream()
                                    .anyMatch(chip -> figure.missing(chip).isEmpty()));
            if (isShown) {
                if (chips.size() > 1) {
                    html.append("<div class=\"figures\">\n");
                }
                for (int k = 0; k < chips.size(); k++) {
                    figure(html, figure, k);
                }
                if (chips.size() > 1) {
                    html.append("</div>\n");
                }
            }
        }
        if (chips.size() == 1) {
            html.append("</div>\n");
        }
    }

    private void figure(StringBuilder html, ChipFigure figure, int number) {
        ChipPrototype chip = chips.get(number);
        open(html, figure, "-" + number, "");
        html.append("<h3>").append(figure.title());
        if (chips.size() > 1) {
            html.append(": ").append(Html.text(chip.chip()));
        }
        html.append("</h3>\n");
        String missing = figure.missing(chip);
        html.append(
                missing.isEmpty()
                        ? figure.element(chip, WIDTH, figure == ChipFigure.FLOOR_PLAN ? WIDTH : HEIGHT, FONT)
                        : "<p class=\"missing\">" + Html.text(missing) + "</p>");
        String caption = figure == ChipFigure.MISMATCH
                ? chip.devices()
                        .map(devices -> figure.caption() + " " + devices.accuracies().length + " devices, "
                                + Html.text(devices.differences()) + ".")
                        .orElse(figure.caption())
                : figure.caption();
        html.append("\n<figcaption>").append(caption).append("</figcaption></figure>\n");
    }

    private static void open(StringBuilder html, ChipFigure figure, String suffix, String style) {
        html.append("<figure id=\"figure-chip-")
                .append(figure.key())
                .append(suffix)
                .append("\" class=\"card")
                .append(style)
                .append("\">");
    }

    /** It is of the trained network, the same for any chip: that of the first chip that has it is shown. */
    private void convergence(StringBuilder html) {
        chips.stream()
                .filter(chip -> chip.convergence().isPresent())
                .findFirst()
                .ifPresent(chip -> {
                    ChipFigure figure = ChipFigure.CONVERGENCE;
                    html.append("<div class=\"figures\">\n");
                    open(html, figure, "", " wide");
                    html.append("<h3>")
                            .append(figure.title())
                            .append("</h3>\n<div class=\"on-wide\">")
                            .append(figure.element(chip, 2.9 * WIDTH, 320, 1.1 * FONT))
                            .append("</div>\n<div class=\"on-narrow\">")
                            .append(figure.element(chip, WIDTH, 2.2 * HEIGHT, FONT))
                            .append("</div>\n<figcaption>")
                            .append(figure.caption())
                            .append(" ")
                            .append(chip.convergence().get().examples())
                            .append(" examples; two spikes are the same one if they are at most ")
                            .append(Html.number(chip.convergence().get().window()))
                            .append(" ms apart.");
                    if (Double.isFinite(chip.settings().step())) {
                        html.append(" The line is the step on ")
                                .append(Html.text(chip.chip()))
                                .append('.');
                    }
                    html.append("</figcaption></figure>\n</div>\n");
                });
    }
}
