package io.github.lightcone.report.page;

import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.FigureGroup;
import io.github.lightcone.structure.analysis.StructureReport;
import io.github.lightcone.structure.nulls.NullTest;

/** All measures of the structure, group by group. */
final class MeasureTable {

    private final StructureReport report;

    MeasureTable(StructureReport report) {
        this.report = report;
    }

    void addTo(StringBuilder html) {
        html.append(
                "<details class=\"card\" id=\"measures\"><summary>All measures, with conventions and null models</summary>\n");
        for (FigureGroup group : report.groups()) {
            html.append("<h3>").append(Html.text(group.group().title())).append("</h3>\n");
            if (!group.nullModel().isEmpty()) {
                html.append("<p class=\"sub\">Null model: ")
                        .append(Html.text(group.nullModel()))
                        .append("</p>\n");
            }
            html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                    .append(Html.text(group.group().title()))
                    .append("\"><table><thead><tr><th scope=\"col\">measure</th><th scope=\"col\">value</th><th")
                    .append(
                            " scope=\"col\">null graphs</th><th scope=\"col\">p</th><th scope=\"col\">how</th></tr></thead><tbody>\n");
            for (Figure figure : group.figures()) {
                row(html, figure);
            }
            html.append("</tbody></table></div>\n");
        }
        html.append("</details>\n");
    }

    private static void row(StringBuilder html, Figure figure) {
        html.append("<tr><th scope=\"row\">").append(Html.text(figure.name())).append("</th><td class=\"n\">");
        html.append(Html.number(figure.value())).append("</td><td class=\"n\">");
        if (figure.nullTest().isPresent()) {
            NullTest test = figure.nullTest().get();
            html.append(Html.number(test.mean())).append(" \u00b1 ").append(Html.number(test.sd()));
            html.append("</td><td class=\"n\">").append(Html.number(test.p()));
        } else {
            html.append("</td><td>");
        }
        html.append("</td><td>").append(Html.text(figure.conventions()));
        if (!figure.note().isEmpty()) {
            html.append(figure.conventions().isEmpty() ? "" : "; ").append(Html.text(figure.note()));
        }
        html.append("</td></tr>\n");
    }
}
