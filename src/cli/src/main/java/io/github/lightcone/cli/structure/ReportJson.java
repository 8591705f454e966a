package io.github.lightcone.cli.structure;

import io.github.lightcone.structure.analysis.AnalysisSettings;
import io.github.lightcone.structure.analysis.Figure;
import io.github.lightcone.structure.analysis.FigureGroup;
import io.github.lightcone.structure.analysis.NeuronTable;
import io.github.lightcone.structure.analysis.StructureReport;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as the fields of a JSON file. All but {@code execution} is the same for the same seed. */
final class ReportJson {

    private ReportJson() {}

    /**
     * Returns the fields.
     *
     * @param source where the graph comes from
     * @param notes what was done to it
     * @param execution how long it took, on which machine
     */
    static Map<String, Object> fields(
            StructureReport report, String source, List<String> notes, Map<String, Object> execution) {
        Map<String, Object> graph = new LinkedHashMap<>();
        graph.put("nodes", report.graph().graph().nodeCount());
        graph.put("edges", report.graph().graph().edgeCount());
        graph.put("directed", report.graph().graph().isDirected());
        graph.put("notes", notes);
        Map<String, Object> groups = new LinkedHashMap<>();
        for (FigureGroup group : report.groups()) {
            groups.put(group.group().key(), group(group));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", "lightcone-structure");
        fields.put("version", 1);
        fields.put("source", source);
        fields.put("graph", graph);
        fields.put("settings", settings(report.settings()));
        fields.put("groups", groups);
        report.communities().ifPresent(found -> {
            Map<String, Object> communities = new LinkedHashMap<>();
            communities.put("modularity", found.modularity());
            communities.put("conventions", found.conventions());
            communities.put("ofNodes", found.partition().toArray());
            report.roles().ifPresent(roles -> communities.put("participation", roles.participations()));
            fields.put("communities", communities);
        });
        report.neurons().ifPresent(table -> fields.put("neurons", neurons(table)));
        fields.put("execution", execution);
        return fields;
    }

    private static Map<String, Object> neurons(NeuronTable table) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("examples", table.source());
        fields.put("classes", table.classNames());
        fields.put("nodes", table.nodes());
        fields.putAll(table.columns());
        return fields;
    }

    private static Map<String, Object> settings(AnalysisSettings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seed", settings.seed());
        fields.put("nulls", settings.nulls());
        fields.put("restarts", settings.restarts());
        fields.put("resolution", settings.resolution());
        return fields;
    }

    private static Map<String, Object> group(FigureGroup group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", group.group().title());
        if (!group.nullModel().isEmpty()) {
            fields.put("nullModel", group.nullModel());
        }
        fields.put("figures", group.figures().stream().map(ReportJson::figure).toList());
        return fields;
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figure.name());
        fields.put("value", figure.value());
        putText(fields, "conventions", figure.conventions());
        putText(fields, "note", figure.note());
        figure.spread().ifPresent(spread -> {
            Map<String, Object> inner = new LinkedHashMap<>();
            inner.put("count", spread.count());
            inner.put("low", spread.low());
            inner.put("median", spread.median());
            inner.put("high", spread.high());
            fields.put("restarts", inner);
        });
        figure.nullTest().ifPresent(test -> fields.put("null", nullTest(test)));
        return fields;
    }

    private static void putText(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    private static Map<String, Object> nullTest(NullTest test) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("draws", test.draws());
        fields.put("undefined", test.undefined());
        fields.put("mean", test.mean());
        fields.put("sd", test.sd());
        fields.put("z", test.z());
        fields.put("p", test.p());
        fields.put("low", test.low());
        fields.put("median", test.median());
        fields.put("high", test.high());
        return fields;
    }
}
