package io.github.lightcone.cli.metrics;

import io.github.lightcone.learning.training.RunCounter;
import io.github.lightcone.learning.training.RunTotals;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.RunStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run did.
 *
 * @param network what was run
 * @param begin where it began: at time 0, or where it was resumed
 * @param end length of the run, ms
 * @param statistics what the simulator counted since time 0
 * @param seconds wall time from begin to end
 */
public record RunReport(Network network, RunPoint begin, double end, RunStatistics statistics, double seconds) {

    private static final double MS_PER_SECOND = 1000;

    /** A figure: its name in files, its name in tables, a number or a text, and its unit. */
    private record Figure(String key, String label, Object value, String unit) {

        String text() {
            String text = value instanceof Long count
                    ? String.format(Locale.ROOT, "%,d", count)
                    : value instanceof Double number
                            ? String.format(Locale.ROOT, number < 1000 ? "%.4g" : "%,.0f", number)
                            : value.toString();
            return unit.isEmpty() ? text : text + " " + unit;
        }
    }

    /** What is the same for the same seed. A figure that is no sum over its run is added here. */
    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (RunCounter counter : RunCounter.values()) {
            figures.add(new Figure(counter.key(), counter.label(), counter.of(statistics), ""));
        }
        figures.add(new Figure("sliceWidth", "slice width", statistics.sliceWidth(), "ms"));
        figures.add(new Figure("delivery", "delivery", statistics.delivery(), ""));
        return figures;
    }

    /** What differs from run to run. */
    private List<Figure> rates() {
        double events = statistics.synapticEvents() - begin.synapticEvents();
        double simulated = (end - begin.time()) / MS_PER_SECOND;
        return List.of(
                new Figure("bytes", "memory of synapses", statistics.bytes(), "bytes"),
                new Figure("seconds", "wall time", seconds, "s"),
                new Figure("synapticEventsPerSecond", "synaptic events/s", events / seconds, ""),
                new Figure("simulatedPerWallTime", "simulated/wall time", simulated / seconds, ""));
    }

    /** Returns the fields of {@code metrics.json}. */
    public Map<String, Object> metrics() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("end", end);
        run.put("neurons", network.neuronCount());
        run.put("synapses", network.synapseCount());
        figures().forEach(figure -> run.put(figure.key(), figure.value()));
        Map<String, Object> execution = new LinkedHashMap<>();
        rates().forEach(figure -> execution.put(figure.key(), figure.value()));
        execution.putAll(Machine.fields());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "simulate");
        fields.put("run", run);
        fields.put("execution", execution);
        return fields;
    }

    /** Returns the sums over many runs, by their names in files. */
    public static Map<String, Object> totals(RunTotals totals) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("runs", totals.runs());
        for (RunCounter counter : RunCounter.values()) {
            fields.put(counter.key(), totals.of(counter));
        }
        return fields;
    }

    /** Returns a table of two columns, a figure per line. */
    public String table() {
        return Stream.concat(figures().stream(), rates().stream())
                .map(figure -> String.format(Locale.ROOT, "  %-20s %16s%n", figure.label(), figure.text()))
                .collect(Collectors.joining());
    }
}
