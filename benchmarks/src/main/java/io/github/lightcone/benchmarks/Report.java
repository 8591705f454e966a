package io.github.lightcone.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures by name, in the order they were put, as JSON. */
final class Report {

    private final Map<String, String> figures = new LinkedHashMap<>();

    Report put(String name, String text) {
        figures.put(name, '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        return this;
    }

    Report put(String name, long number) {
        figures.put(name, Long.toString(number));
        return this;
    }

    /** Puts a number with four significant digits. */
    Report put(String name, double number) {
        int decimals = number == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(Math.abs(number))));
        figures.put(name, String.format(Locale.ROOT, "%." + decimals + "f", number));
        return this;
    }

    String json() {
        return figures.entrySet().stream()
                .map(figure -> "  \"" + figure.getKey() + "\": " + figure.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
