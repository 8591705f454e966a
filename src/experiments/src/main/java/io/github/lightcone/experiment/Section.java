package io.github.lightcone.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A part of an experiment file that has named fields; complaints read {@code FILE: PATH = VALUE, must be ...}. */
final class Section {

    private static final int LONGEST_VALUE = 80;

    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    Section(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Returns the last name of its path, such as {@code hidden} of {@code network.populations.hidden}. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean has(String field) {
        known.add(field);
        return node.has(field) && !node.get(field).isNull();
    }

    /** Returns the names of all fields, in the order of the file; all of them count as asked for. */
    List<String> fields() {
        List<String> names = new ArrayList<>(node.propertyNames());
        known.addAll(names);
        return names;
    }

    String text(String field) {
        JsonNode value = required(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw error(field, "must be a text");
        }
        return value.stringValue();
    }

    String text(String field, String otherwise) {
        return has(field) ? text(field) : otherwise;
    }

    /** Returns a text or number as text. */
    String word(String field) {
        JsonNode value = required(field);
        if (!value.isString() && !value.isNumber()) {
            throw error(field, "must be a text or a number");
        }
        return value.asString();
    }

    boolean truth(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!node.get(field).isBoolean()) {
            throw error(field, "must be true or false");
        }
        return node.get(field).booleanValue();
    }

    double number(String field) {
        return number(field, required(field));
    }

    double number(String field, double otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    private double number(String field, JsonNode value) {
        double number = value.isNumber() ? value.numberValue().doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw error(field, "must be a finite number");
        }
        return number;
    }

    double positive(String field) {
        double value = number(field);
        if (!(value > 0)) {
            throw error(field, "must be above 0");
        }
        return value;
    }

    double positive(String field, double otherwise) {
        return has(field) ? positive(field) : otherwise;
    }

    double nonNegative(String field, double otherwise) {
        double value = number(field, otherwise);
        if (!(value >= 0)) {
            throw error(field, "must be at least 0");
        }
        return value;
    }

    int integer(String field, int least, int most) {
        JsonNode value = required(field);
        boolean fits = value.isIntegralNumber() && value.canConvertToInt();
        if (!fits || value.intValue() < least || value.intValue() > most) {
            throw error(field, "must be a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    int integer(String field, int least, int most, int otherwise) {
        return has(field) ? integer(field, least, most) : otherwise;
    }

    long wholeNumber(String field, long otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = node.get(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw error(field, "must be a whole number");
        }
        return value.longValue();
    }

    /** Returns a field that must be a list of numbers, so many unless {@code size} is negative. */
    double[] numbers(String field, int size) {
        JsonNode value = required(field);
        if (!value.isArray() || (size >= 0 && value.size() != size)) {
            throw error(field, "must be a list of " + (size < 0 ? "" : size + " ") + "numbers");
        }
        double[] numbers = new double[value.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = number(field, value.get(k));
        }
        return numbers;
    }

    /** Returns a field that is a list of texts or a single one. */
    List<String> words(String field) {
        JsonNode value = required(field);
        List<String> words = new ArrayList<>();
        for (JsonNode member : value.isArray() ? value : List.of(value)) {
            if (!member.isString() && !member.isNumber()) {
                throw error(field, "must be a text or a list of texts");
            }
            words.add(member.asString());
        }
        return words;
    }

    /** Returns a field as text from which the same can be read. */
    String yaml(String field) {
        return ExperimentFile.yaml(required(field));
    }

    /** Returns a field that must be a list, each member as text: what is a text itself as it is, else in YAML. */
    List<String> yamls(String field) {
        JsonNode value = required(field);
        if (!value.isArray()) {
            throw error(field, "must be a list");
        }
        return value.valueStream()
                .map(member -> member.isString() ? member.stringValue() : ExperimentFile.yaml(member))
                .toList();
    }

    /** Returns one of some names. */
    String choice(String field, List<String> names) {
        String value = word(field);
        if (!names.contains(value)) {
            throw error(field, "must be one of " + names);
        }
        return value;
    }

    Section section(String field) {
        JsonNode value = required(field);
        if (!value.isObject()) {
            throw error(field, "must have fields of its own");
        }
        return new Section(file, place(field), value);
    }

    /** Returns a section, or an empty one if there is none. */
    Section sectionOrEmpty(String field) {
        return has(field) ? section(field) : new Section(file, place(field), ExperimentFile.empty());
    }

    /** Returns a field that must be a list of sections; none if it is missing. */
    List<Section> sections(String field) {
        List<Section> sections = new ArrayList<>();
        if (!has(field)) {
            return sections;
        }
        JsonNode array = node.get(field);
        for (int k = 0; k < array.size() || !array.isArray(); k++) {
            if (!array.isArray() || !array.get(k).isObject()) {
                throw error(field, "must be a list of entries with fields");
            }
            sections.add(new Section(file, place(field) + "." + k, array.get(k)));
        }
        return sections;
    }

    /** Returns a field that is a section with one field, or a text that stands for such a section without content. */
    Variant variant(String field) {
        JsonNode value = required(field);
        if (value.isString()) {
            return new Variant(value.stringValue(), Optional.empty(), this, field);
        }
        if (value.isObject() && value.size() == 1) {
            String name = value.propertyNames().iterator().next();
            return new Variant(name, Optional.of(section(field)), this, field);
        }
        throw error(field, "must be a name, or one name with what belongs to it");
    }

    /** Returns whether a field is a plain number. */
    boolean isNumber(String field) {
        return has(field) && node.get(field).isNumber();
    }

    boolean isSection(String field) {
        return has(field) && node.get(field).isObject();
    }

    /** Throws if there is a field that nobody asked for. */
    void rejectOthers() {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw error(name, "is an unknown field; there are " + known);
            }
        }
    }

    ExperimentException error(String field, String problem) {
        String value = String.valueOf(node.get(field));
        String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
        return new ExperimentException(file + ": " + place(field) + " = " + shown + ", " + problem);
    }

    /** Returns an exception about the whole section. */
    ExperimentException error(String problem) {
        return new ExperimentException(file + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }

    /** Returns an exception that says where another came from. */
    ExperimentException error(RuntimeException cause) {
        return cause instanceof ExperimentException already
                ? already
                : new ExperimentException(
                        file + ": " + (path.isEmpty() ? "" : path + ": ") + cause.getMessage(), cause);
    }

    private JsonNode required(String field) {
        if (!has(field)) {
            throw new ExperimentException(file + ": " + place(field) + " is missing");
        }
        return node.get(field);
    }

    private String place(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /**
     * A name with what belongs to it.
     *
     * @param name which
     * @param holder the section whose field {@code name} has the content, if there is any
     * @param owner the section the variant is a field of
     * @param field its field
     */
    record Variant(String name, Optional<Section> holder, Section owner, String field) {

        /** Returns the section with the content. */
        Section content() {
            return holder.orElseThrow(() -> owner.error(field, "must say what '" + name + "' is made of"))
                    .section(name);
        }

        /** Returns a holder whose field {@link #name} has the content. */
        Section within() {
            return holder.orElseThrow(() -> owner.error(field, "must say what '" + name + "' is made of"));
        }

        ExperimentException unknown(List<String> names) {
            return owner.error(field, "must be one of " + names);
        }
    }
}
