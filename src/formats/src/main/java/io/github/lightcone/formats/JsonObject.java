package io.github.lightcone.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A JSON object within a file, whose complaints read {@code FILE: PATH = VALUE, must be ...}. */
public final class JsonObject {

    private final Path file;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    JsonObject(Path file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Returns whether a field is there. */
    public boolean has(String field) {
        known.add(field);
        return node.has(field);
    }

    /** Returns whether a field is absent or null. */
    public boolean isNull(String field) {
        return !has(field) || node.get(field).isNull();
    }

    /** Returns a field that must be a string. */
    public String string(String field) throws FormatException {
        JsonNode value = required(field);
        if (!value.isString()) {
            throw error(field, "must be a string");
        }
        return value.stringValue();
    }

    /** Returns a field that must be true or false. */
    public boolean truth(String field) throws FormatException {
        JsonNode value = required(field);
        if (!value.isBoolean()) {
            throw error(field, "must be true or false");
        }
        return value.booleanValue();
    }

    /** Returns a field that must be a finite number. */
    public double number(String field) throws FormatException {
        JsonNode value = required(field);
        double number = value.isNumber() ? value.numberValue().doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw error(field, "must be a finite number");
        }
        return number;
    }

    /** Returns a field that is a finite number; NaN for one that is none, as undefined figures are written. */
    public double numberOrNaN(String field) throws FormatException {
        double number =
                required(field).isNumber() ? node.get(field).numberValue().doubleValue() : Double.NaN;
        return Double.isFinite(number) ? number : Double.NaN;
    }

    /** Returns the names of all fields, in the order of the file; all of them count as asked for. */
    public List<String> fields() {
        List<String> names = new ArrayList<>(node.propertyNames());
        known.addAll(names);
        return names;
    }

    /** Returns a field that must be an integer within bounds. */
    public int integer(String field, int least, int greatest) throws FormatException {
        JsonNode value = required(field);
        boolean fits = value.isIntegralNumber() && value.canConvertToInt();
        if (!fits || value.intValue() < least || value.intValue() > greatest) {
            throw error(field, "must be an integer from " + least + " to " + greatest);
        }
        return value.intValue();
    }

    /** Returns a field that must be an object. */
    public JsonObject object(String field) throws FormatException {
        JsonNode value = required(field);
        if (!value.isObject()) {
            throw error(field, "must be an object");
        }
        return new JsonObject(file, place(field), value);
    }

    /** Returns a field that must be an array of objects. */
    public List<JsonObject> objects(String field) throws FormatException {
        JsonNode array = required(field);
        if (!array.isArray()) {
            throw error(field, "must be an array of objects");
        }
        List<JsonObject> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String place = place(field) + "[" + i + "]";
            if (!array.get(i).isObject()) {
                throw error(place, array.get(i), "must be an object");
            }
            objects.add(new JsonObject(file, place, array.get(i)));
        }
        return objects;
    }

    /** Returns a field that must be an array of strings. */
    public List<String> strings(String field) throws FormatException {
        JsonNode array = required(field);
        if (!array.isArray()) {
            throw error(field, "must be an array of strings");
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!array.get(i).isString()) {
                throw error(place(field) + "[" + i + "]", array.get(i), "must be a string");
            }
            strings.add(array.get(i).stringValue());
        }
        return strings;
    }

    /** Returns a field that must be an array of finite numbers; NaN for null, as undefined figures are written. */
    public double[] numbersOrNaN(String field) throws FormatException {
        JsonNode array = required(field);
        if (!array.isArray()) {
            throw error(field, "must be an array of numbers");
        }
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode one = array.get(i);
            numbers[i] = one.isNumber() ? one.numberValue().doubleValue() : Double.NaN;
            if (!one.isNull() && !Double.isFinite(numbers[i])) {
                throw error(place(field) + "[" + i + "]", one, "must be a finite number or null");
            }
        }
        return numbers;
    }

    /** Returns the names of the fields that have not been asked for, in the order of the file. */
    public List<String> others() {
        return node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    /** Throws if there is a field that has not been asked for. */
    public void rejectOthers() throws FormatException {
        List<String> others = others();
        if (!others.isEmpty()) {
            throw error(others.get(0), "is an unknown field; allowed are " + Messages.list(known));
        }
    }

    /** Returns an exception about a field. */
    public FormatException error(String field, String problem) {
        return error(place(Messages.printable(field, 60)), node.get(field), problem);
    }

    /** Returns an exception about this object. */
    public FormatException error(String problem) {
        return FormatException.inFile(file, path.isEmpty() ? problem : path + ": " + problem);
    }

    private FormatException error(String place, JsonNode value, String problem) {
        return FormatException.inFile(file, place + " = " + Messages.printable(value.toString(), 60) + ", " + problem);
    }

    private JsonNode required(String field) throws FormatException {
        if (!has(field)) {
            throw FormatException.inFile(file, place(field) + " is missing");
        }
        return node.get(field);
    }

    private String place(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
