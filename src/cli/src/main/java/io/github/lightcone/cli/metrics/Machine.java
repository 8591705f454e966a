package io.github.lightcone.cli.metrics;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command ran on. */
public final class Machine {

    private Machine() {}

    /** Returns versions, system and processors for the object {@code execution} of {@code metrics.json}. */
    public static Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lightcone", Versions.lightcone());
        fields.put("java", Versions.java());
        fields.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        fields.put("processors", Runtime.getRuntime().availableProcessors());
        return fields;
    }
}
