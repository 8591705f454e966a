package io.github.lightcone.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A part of a study: one experiment in several conditions.
 *
 * @param name of its folder
 * @param title its heading
 * @param note what a reader should know of it; may be empty
 * @param experiment a file, or the name of an experiment that comes with the library
 * @param data name of the folder of its data within that of all data; empty where data are generated
 * @param set values, in YAML, by their places in the experiment, for all conditions
 * @param variants variants of the experiment; without any, the experiment as it is
 * @param vary values, in YAML, by their places; all combinations are made
 * @param seeds how many, from 1, if not as many as the study says
 * @param analyses arguments of {@code lightcone analyze} for each trained network, by a name
 * @param prune arguments of {@code lightcone prune} for each trained network; none for no pruning
 */
public record StudyPart(
        String name,
        String title,
        String note,
        String experiment,
        String data,
        Map<String, String> set,
        List<String> variants,
        Map<String, List<String>> vary,
        OptionalInt seeds,
        Map<String, List<String>> analyses,
        List<String> prune) {

    static StudyPart of(Section part, String name, Path folder) {
        String experiment = part.word("experiment");
        boolean isFile = ExperimentFile.isFile(experiment);
        StudyPart read = new StudyPart(
                name,
                part.text("title"),
                part.text("note", ""),
                isFile ? folder.resolve(experiment).toString() : experiment,
                part.has("data") ? part.word("data") : "",
                changes(part.sectionOrEmpty("set")),
                part.has("variants") ? part.words("variants") : List.of(),
                lists(part.sectionOrEmpty("vary")),
                part.has("seeds") ? OptionalInt.of(part.integer("seeds", 1, 10_000)) : OptionalInt.empty(),
                lists(part.sectionOrEmpty("analyze")),
                part.has("prune") ? part.words("prune") : List.of());
        part.rejectOthers();
        return read;
    }

    private static Map<String, String> changes(Section section) {
        Map<String, String> changes = new LinkedHashMap<>();
        section.fields().forEach(place -> changes.put(place, section.yaml(place)));
        return changes;
    }

    private static Map<String, List<String>> lists(Section section) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        section.fields().forEach(field -> lists.put(field, new ArrayList<>(section.yamls(field))));
        return lists;
    }
}
