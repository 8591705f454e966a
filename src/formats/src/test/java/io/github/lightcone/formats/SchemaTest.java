package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema, the examples in the documentation and the reader agree. */
class SchemaTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNode SCHEMA = read(DOCS.resolve("network.schema.json"));

    /** Words that say nothing about what is valid. */
    private static final Set<String> COMMENTS = Set.of("$schema", "$defs", "title", "description", "default");

    @TempDir
    private Path folder;

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsValid(long seed) throws IOException {
        NetworkFolder.of(RandomNetworks.network(seed)).write(folder.resolve("net"));

        assertThat(isValid(SCHEMA, read(folder.resolve("net/network.json")))).isTrue();
    }

    static List<BadInputTest.Change> rejectedByItself() {
        // What depends on other fields or on other files is beyond a schema, and so is what is not JSON.
        List<String> beyond = List.of(
                "does not exist",
                "is empty, must hold",
                "is not JSON",
                "must be unique",
                "must be below",
                "must be one of input",
                "cannot receive");
        return BadInputTest.descriptions()
                .filter(change -> change.file().equals("network.json"))
                .filter(change -> beyond.stream().noneMatch(change.message()::contains))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rejectedByItself")
    void whatTheReaderRejectsIsInvalid(BadInputTest.Change change) throws IOException {
        Map<String, String> files = SmallNetwork.files();
        assertThat(isValid(SCHEMA, MAPPER.readTree(files.get("network.json")))).isTrue();

        change.apply(files);

        assertThat(isValid(SCHEMA, MAPPER.readTree(files.get("network.json")))).isFalse();
    }

    @Test
    void theDocumentedExampleIsValidAndCanBeRead() throws IOException {
        String page = Files.readString(DOCS.resolve("formats.md"));
        for (String name : new String[] {"network.json", "neurons.csv", "synapses.csv", "spikes.csv"}) {
            Matcher block = Pattern.compile("`" + Pattern.quote(name) + "`\n\n```\\w+\n(.*?)```", Pattern.DOTALL)
                    .matcher(page);
            assertThat(block.find()).as(name).isTrue();
            Files.writeString(folder.resolve(name), block.group(1));
        }

        NetworkFolder network = NetworkFolder.read(folder);

        assertThat(isValid(SCHEMA, read(folder.resolve("network.json")))).isTrue();
        assertThat(network.network().neuronCount()).isEqualTo(4);
        assertThat(network.network().synapseCount()).isEqualTo(3);
        assertThat(SpikesCsv.read(folder.resolve("spikes.csv"), network, 50).size())
                .isEqualTo(3);
    }

    /** Judges by the words this schema uses, and fails at any other. */
    private static boolean isValid(JsonNode schema, JsonNode value) {
        return schema.propertyStream()
                .filter(word -> !COMMENTS.contains(word.getKey()))
                .allMatch(word -> judge(word.getKey(), word.getValue(), schema, value));
    }

    private static boolean judge(String word, JsonNode rule, JsonNode schema, JsonNode value) {
        return switch (word) {
            case "$ref" -> isValid(SCHEMA.at(rule.stringValue().substring(1)), value);
            case "oneOf" ->
                rule.valueStream().filter(choice -> isValid(choice, value)).count() == 1;
            case "const" -> value.equals(rule);
            case "type" -> isOfType(rule.stringValue(), value);
            case "required" -> rule.valueStream().allMatch(name -> value.has(name.stringValue()));
            case "properties" ->
                rule.propertyStream()
                        .allMatch(member ->
                                !value.has(member.getKey()) || isValid(member.getValue(), value.get(member.getKey())));
            case "additionalProperties" -> {
                assertThat(rule.booleanValue()).isFalse();
                yield value.propertyNames().stream()
                        .allMatch(name -> schema.path("properties").has(name));
            }
            case "items" -> value.valueStream().allMatch(item -> isValid(rule, item));
            case "minItems" -> value.size() >= rule.intValue();
            case "minimum" -> !value.isNumber() || number(value) >= number(rule);
            case "maximum" -> !value.isNumber() || number(value) <= number(rule);
            case "exclusiveMinimum" -> !value.isNumber() || number(value) > number(rule);
            case "pattern" ->
                Pattern.compile(rule.stringValue()).matcher(value.stringValue()).find();
            default -> throw new AssertionError("unknown word " + word);
        };
    }

    private static double number(JsonNode value) {
        return value.numberValue().doubleValue();
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber() && Double.isFinite(number(value));
            default -> throw new AssertionError("unknown type " + type);
        };
    }
}
