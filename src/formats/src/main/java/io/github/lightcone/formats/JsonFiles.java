package io.github.lightcone.formats;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON files. */
public final class JsonFiles {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private JsonFiles() {}

    /**
     * Writes a JSON object in place of the file of this name, if there is one.
     *
     * @param fields in the order in which they are written; a value is a map, a collection, an array, a
     *     string, a boolean, a number or null. Numbers that are not finite become null, JSON has none
     * @throws IllegalArgumentException if a value is something else
     * @see AtomicFiles#write
     */
    public static void write(Path file, Map<String, ?> fields) throws IOException {
        AtomicFiles.write(file, text(fields));
    }

    /** Returns what {@link #write} writes. */
    public static AtomicFiles.TextAction text(Map<String, ?> fields) {
        String text = string(fields);
        return out -> out.append(text).append('\n');
    }

    /** Returns the text that {@link #write} writes, without the line break at its end. */
    public static String string(Map<String, ?> fields) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indent);
        printer.indentArraysWith(indent);
        return MAPPER.writer().with(printer).writeValueAsString(node(fields));
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (value == null) {
            return make.nullNode();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = make.objectNode();
            map.forEach((name, member) -> object.set((String) name, node(member)));
            return object;
        }
        if (value instanceof Collection<?> members) {
            ArrayNode array = make.arrayNode();
            members.forEach(member -> array.add(node(member)));
            return array;
        }
        if (value.getClass().isArray()) {
            ArrayNode array = make.arrayNode();
            for (int i = 0; i < Array.getLength(value); i++) {
                array.add(node(Array.get(value, i)));
            }
            return array;
        }
        if (value instanceof String text) {
            return make.stringNode(text);
        }
        if (value instanceof Boolean truth) {
            return make.booleanNode(truth);
        }
        if (value instanceof Integer || value instanceof Long) {
            return make.numberNode(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? make.numberNode(number.doubleValue()) : make.nullNode();
        }
        throw new IllegalArgumentException("no JSON for a " + value.getClass().getName());
    }

    /**
     * Reads a file that holds one JSON object.
     *
     * @throws FormatException naming the file and what is wrong
     */
    public static JsonObject read(Path file) throws FormatException {
        return parse(file, TextFiles.read(file));
    }

    /**
     * Returns the JSON object that a text holds.
     *
     * @param file where the text comes from, for messages
     * @throws FormatException naming the file and what is wrong
     */
    public static JsonObject parse(Path file, String text) throws FormatException {
        if (text.isBlank()) {
            throw FormatException.inFile(file, "is empty, must hold a JSON object");
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            String reason = Messages.printable(malformed.getOriginalMessage(), 200);
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw FormatException.atLine(file, Math.max(1, line), "is not JSON (" + reason + ")");
        }
        if (!node.isObject()) {
            throw FormatException.inFile(file, "holds " + Messages.quote(node.toString()) + ", must be a JSON object");
        }
        return new JsonObject(file, "", node);
    }
}
