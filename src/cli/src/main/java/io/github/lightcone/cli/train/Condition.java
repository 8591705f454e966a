package io.github.lightcone.cli.train;

import io.github.lightcone.experiment.ExperimentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of the networks of a sweep, whatever the seed.
 *
 * @param label what it is called in tables and folders
 * @param file the experiment
 */
public record Condition(String label, ExperimentFile file) {

    /**
     * Returns every variant with every combination of values.
     *
     * @param base the experiment
     * @param variants variants of it; the experiment as it is if there are none
     * @param varied values in YAML by their places; all combinations are made
     */
    public static List<Condition> all(ExperimentFile base, List<String> variants, Map<String, List<String>> varied) {
        List<Condition> conditions = new ArrayList<>();
        if (variants.isEmpty()) {
            conditions.add(new Condition("", base));
        }
        for (String variant : variants) {
            conditions.add(new Condition(variant, base.variant(variant)));
        }
        for (Map.Entry<String, List<String>> place : varied.entrySet()) {
            conditions = each(conditions, place.getKey(), place.getValue());
        }
        return conditions.stream()
                .map(condition -> condition.label.isEmpty() ? new Condition(base.name(), condition.file) : condition)
                .toList();
    }

    private static List<Condition> each(List<Condition> conditions, String path, List<String> values) {
        List<Condition> combined = new ArrayList<>();
        String name = path.replaceFirst("^network\\.populations\\.(\\w+)\\.size$", "$1")
                .replaceFirst(".*\\.", "");
        for (Condition condition : conditions) {
            for (String value : values) {
                String label = (condition.label.isEmpty() ? "" : condition.label + "_") + name + "=" + value;
                combined.add(new Condition(label, condition.file.with(path, value)));
            }
        }
        return combined;
    }

    /** Returns the experiment with a seed. */
    public ExperimentFile seeded(long seed) {
        return file.with("seed", Long.toString(seed));
    }

    /** Returns the name of the folder of a run. */
    public String folder(long seed) {
        return label.replaceAll("[^A-Za-z0-9._=-]+", "-") + "/seed-" + seed;
    }
}
