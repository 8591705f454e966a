package io.github.lightcone.cli.study;

import io.github.lightcone.cli.train.SweepResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the complete runs of a part led to. */
final class PartResults {

    /**
     * One run.
     *
     * @param result what training led to
     * @param figures by name
     */
    record Row(SweepResult result, Map<String, Double> figures) {}

    private final PartRuns part;
    private final List<Row> rows = new ArrayList<>();

    PartResults(PartRuns part) {
        this.part = part;
    }

    void add(SweepResult result, Map<String, Double> figures) {
        rows.add(new Row(result, figures));
    }

    PartRuns part() {
        return part;
    }

    /** Returns all rows, by condition in the order of the part, then by seed. */
    List<Row> rows() {
        List<Row> ordered = new ArrayList<>();
        for (String condition : conditions()) {
            rows.stream()
                    .filter(row -> row.result.condition().equals(condition))
                    .sorted((a, b) -> Long.compare(a.result.seed(), b.result.seed()))
                    .forEach(ordered::add);
        }
        return ordered;
    }

    List<String> conditions() {
        return part.conditions().stream().map(condition -> condition.label()).toList();
    }

    /** Returns the names of all figures, in the order they were measured. */
    Set<String> figures() {
        Set<String> names = new LinkedHashSet<>();
        rows().forEach(row -> names.addAll(row.figures.keySet()));
        return names;
    }

    /** Returns whether networks were pruned after training. */
    boolean isPruned() {
        return figures().stream().anyMatch(figure -> figure.startsWith(RunFigures.PRUNED));
    }

    /** Returns a figure of a condition by seed; where it is undefined, there is none. */
    Map<Long, Double> values(String condition, String figure) {
        Map<Long, Double> values = new TreeMap<>();
        for (Row row : rows) {
            Double value = row.figures.get(figure);
            if (row.result.condition().equals(condition) && value != null && Double.isFinite(value)) {
                values.put(row.result.seed(), value);
            }
        }
        return new LinkedHashMap<>(values);
    }

    /** Returns the same as {@link #values}, without seeds. */
    double[] numbers(String condition, String figure) {
        return values(condition, figure).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
