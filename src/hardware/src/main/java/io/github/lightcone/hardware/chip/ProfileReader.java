package io.github.lightcone.hardware.chip;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a profile; complaints read {@code FILE: FIELD = VALUE, must be ...}. */
final class ProfileReader {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String UNKNOWN = "unknown";
    private static final Set<String> FIELDS =
            Set.of("name", "title", "kind", "time", "weightSign", "decay", "figures", "sources", "notes");

    /** Quantities that are whole numbers of 1 to 32, where 33 bits and more make no chip. */
    private static final Set<Quantity> BITS =
            Set.of(Quantity.WEIGHT_BITS, Quantity.THRESHOLD_BITS, Quantity.STATE_BITS, Quantity.DECAY_BITS);

    /** Those of which one may be for the sign. */
    private static final Set<Quantity> SIGNED_BITS = Set.of(Quantity.WEIGHT_BITS, Quantity.STATE_BITS);

    /** Whole numbers of which none makes a chip without neurons or synapses. */
    private static final Set<Quantity> COUNTS = Set.of(
            Quantity.FAN_IN,
            Quantity.FAN_OUT,
            Quantity.SYNAPSES,
            Quantity.SYNAPSES_PER_CORE,
            Quantity.NEURONS_PER_CORE,
            Quantity.CORES,
            Quantity.INPUTS,
            Quantity.OUTPUTS);

    /** Quantities of which the least alone may be known. */
    private static final Set<Quantity> ENERGIES = Set.of(Quantity.SYNAPTIC_ENERGY, Quantity.UPDATE_ENERGY);

    private static final int MOST_BITS = 32;

    private final String file;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private ProfileReader(String file) {
        this.file = file;
    }

    static ChipProfile parse(String file, String text) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : Math.max(1, malformed.getLocation().getLineNr());
            throw new IllegalArgumentException(
                    file + ":" + line + ": is neither YAML nor JSON ("
                            + malformed.getOriginalMessage().lines().findFirst().orElse("") + ")",
                    malformed);
        }
        return new ProfileReader(file).profile(tree);
    }

    private ChipProfile profile(JsonNode tree) {
        requireFields("", tree, FIELDS);
        JsonNode given = tree.path("sources");
        for (String key : given.propertyNames()) {
            requireFields("sources." + key, given.get(key), Set.of("what", "link", "date"));
            sources.put(
                    key,
                    new Source(
                            text("sources." + key + ".", given.get(key), "what"),
                            text("sources." + key + ".", given.get(key), "link"),
                            text("sources." + key + ".", given.get(key), "date")));
        }
        List<String> notes = new ArrayList<>();
        JsonNode written = tree.path("notes");
        if (!written.isMissingNode() && !written.isArray()) {
            throw error("notes", written, "must be a list of texts");
        }
        for (JsonNode note : written) {
            if (!note.isString()) {
                throw error("notes[" + notes.size() + "]", note, "must be a text");
            }
            notes.add(note.stringValue());
        }
        return new ChipProfile(
                text("", tree, "name"),
                text("", tree, "title"),
                text("", tree, "kind"),
                constant(tree, "time", ChipTime.class),
                constant(tree, "weightSign", WeightSign.class),
                constant(tree, "decay", DecayForm.class),
                figures(tree.path("figures")),
                sources,
                notes);
    }

    private Map<Quantity, Figure> figures(JsonNode tree) {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        Map<String, Quantity> named = new LinkedHashMap<>();
        for (Quantity quantity : Quantity.values()) {
            named.put(quantity.label(), quantity);
        }
        if (!tree.isObject()) {
            throw error("figures", tree, "must have fields, such as weightBits");
        }
        requireFields("figures", tree, named.keySet());
        for (String label : tree.propertyNames()) {
            JsonNode figure = tree.get(label);
            if (!(figure.isString() && figure.stringValue().equals(UNKNOWN))) {
                figures.put(named.get(label), figure("figures." + label, figure, named.get(label)));
            }
        }
        return figures;
    }

    private Figure figure(String path, JsonNode tree, Quantity quantity) {
        if (!tree.isObject()) {
            throw error(
                    path, tree, "must be '" + UNKNOWN + "' or have the fields value, or least and most, and source");
        }
        requireFields(path, tree, Set.of("value", "least", "most", "source", "note"));
        boolean one = tree.has("value");
        if (one == (tree.has("least") || tree.has("most"))) {
            throw error(path, tree, "must have either value, or least and most");
        }
        double least = number(path, tree, one ? "value" : "least");
        boolean open = !one && !tree.has("most") && ENERGIES.contains(quantity);
        double most = open ? Double.POSITIVE_INFINITY : number(path, tree, one ? "value" : "most");
        String source = text(path + ".", tree, "source");
        if (!sources.containsKey(source)) {
            throw error(path + ".source", tree.get("source"), "must be one of the sources " + sources.keySet());
        }
        boolean whole = quantity != Quantity.STEP && quantity != Quantity.ACCELERATION && !ENERGIES.contains(quantity);
        double floor =
                SIGNED_BITS.contains(quantity) ? 2 : BITS.contains(quantity) || COUNTS.contains(quantity) ? 1 : 0;
        double ceiling = BITS.contains(quantity) ? MOST_BITS : Double.POSITIVE_INFINITY;
        if (!(floor <= least && least <= most && most <= ceiling)
                || (whole && (least != Math.rint(least) || most != Math.rint(most)))) {
            throw error(
                    path,
                    tree,
                    "must be " + (one ? "a " : "") + (whole ? "whole " : "") + (one ? "number" : "numbers")
                            + (ceiling < Double.POSITIVE_INFINITY
                                    ? " from " + (int) floor + " to " + (int) ceiling
                                    : " of at least " + (int) floor)
                            + (one ? "" : ", least first"));
        }
        if (quantity == Quantity.STEP && !(least > 0)) {
            throw error(path, tree, "must be above 0");
        }
        return new Figure(least, most, source, tree.has("note") ? text(path + ".", tree, "note") : "");
    }

    private double number(String path, JsonNode tree, String field) {
        JsonNode value = tree.path(field);
        double number = value.isNumber() ? value.numberValue().doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw error(path + "." + field, value, "must be a finite number");
        }
        return number;
    }

    private String text(String path, JsonNode tree, String field) {
        JsonNode value = tree.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw error(path + field, value, "must be a text");
        }
        return value.stringValue().strip();
    }

    private <E extends Enum<E>> E constant(JsonNode tree, String field, Class<E> type) {
        String text = text("", tree, field);
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            allowed.add(constant.name().toLowerCase(Locale.ROOT));
            if (allowed.get(allowed.size() - 1).equals(text)) {
                return constant;
            }
        }
        throw error(field, tree.get(field), "must be one of " + String.join(", ", allowed));
    }

    private void requireFields(String path, JsonNode tree, Set<String> allowed) {
        if (!tree.isObject()) {
            throw error(path.isEmpty() ? "the profile" : path, tree, "must have fields");
        }
        for (String name : tree.propertyNames()) {
            if (!allowed.contains(name)) {
                throw error(
                        path.isEmpty() ? name : path + "." + name,
                        tree.get(name),
                        "is an unknown field; allowed are "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private IllegalArgumentException error(String path, JsonNode value, String problem) {
        String shown = value.isMissingNode() ? "" : " = " + value;
        return new IllegalArgumentException(
                file + ": " + path + (shown.length() > 80 ? shown.substring(0, 80) + "..." : shown)
                        + (value.isMissingNode() ? " is missing, " : ", ") + problem);
    }
}
