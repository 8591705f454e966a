package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema, the page on the format, the experiments that come with the library and the reader agree. */
class ExperimentSchemaTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();
    private static final JsonNode SCHEMA = MAPPER.readTree(text("experiment.schema.json"));
    private static final JsonNode PERCEPTRON = MAPPER.readTree(text("perceptron.schema.json"));
    private static final Set<String> COMMENTS = Set.of("$schema", "$defs", "title", "description");

    private static String text(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    static boolean isValid(ExperimentFile file) {
        return isValid(file.isPerceptron() ? PERCEPTRON : SCHEMA, MAPPER.readTree(file.toYaml()));
    }

    static List<String> shipped() {
        return ExperimentFile.shippedNames();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatComesWithTheLibraryIsValid(String name) {
        ExperimentFile file = ExperimentFile.shipped(name);
        assertThat(isValid(file)).isTrue();
        assertThat(file.variants()).allMatch(variant -> isValid(file.variant(variant)));
    }

    @Test
    void theExampleOfThePageIsValidAndPrepares() {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(text("experiments.md"));
        assertThat(block.find()).isTrue();
        ExperimentFile file = ExperimentFile.parse("experiments.md", DOCS, block.group(1));
        assertThat(isValid(file)).isTrue();
        assertThat(SmallExperiment.prepare(file.variant("frozen").with("data", "{source: delayed-xor}")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | null",
                "name | a b",
                "extra | 1",
                "end | 0",
                "seed | 1.5",
                "data.source | xor",
                "data.test | {part: 1}",
                "data.sise | 1",
                "network.dimensions | 65",
                "network.delays | free",
                "network.delays | {spatial: {per: source}}",
                "network.populations | {input: {}}",
                "network.populations.hidden.neuron.model | adex",
                "network.projections | []",
                "network.projections.0.weights | big",
                "network.projections.0.weights | {fromPositions: {}}",
                "network.projections.0.rule | some",
                "learn | []",
                "learn.0.what | wieghts",
                "learn.0.rate | 0",
                "learn.0.range | [1]",
                "optimiser.method | rmsprop",
                "optimiser.beta1 | 1",
                "optimiser.schedule | {linear: 1}",
                "loss.kind | mse",
                "regularise | [{kind: l1}]",
                "prune | {to: 0.5}",
                "prune | {by: shortest, to: 0.5}",
                "prune | {by: longest, to: 0}",
                "prune | {by: longest, to: 0.5, each: batch}",
                "rewire | {method: set, density: 0.5}",
                "rewire | {method: deep-r, density: 1.5}",
                "measure | {}",
                "measure | {every: 0}",
                "measure | {epochs: [0.5]}",
                "measure | {every: 1, groups: []}",
                "measure | {every: 1, groups: modules}",
                "measure | {every: 1, restarts: 0}",
                "silent.lift | 1",
                "training.epochs | 0",
                "training.augment | {noise: 1}",
                "variants.x | 3"
            })
    void whatTheReaderRejectsIsInvalid(String path, String value) {
        assertThat(isValid(SmallExperiment.file())).isTrue();
        assertThat(isValid(SmallExperiment.with(path, value))).isFalse();
    }

    /** Every field of the schema is on the page. */
    @Test
    void thePageNamesEveryField() {
        String page = text("experiments.md");
        Set<String> names = new TreeSet<>();
        collectFields(SCHEMA, names);
        assertThat(names)
                .contains("neuron", "steps", "tauSyn", "per")
                .allMatch(name ->
                        Pattern.compile("[`.{ ]" + name + "[`:]").matcher(page).find());
    }

    @Test
    void thePageOnPerceptronsNamesEveryField() {
        String pages = text("perceptron.md") + text("experiments.md");
        Set<String> names = new TreeSet<>();
        collectFields(PERCEPTRON, names);
        assertThat(names)
                .contains("steepness", "spread", "after")
                .allMatch(name ->
                        Pattern.compile("[`.{ ]" + name + "[`:]").matcher(pages).find());
    }

    private static void collectFields(JsonNode schema, Set<String> names) {
        names.addAll(schema.path("properties").propertyNames());
        schema.forEach(part -> collectFields(part, names));
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
            case "anyOf" -> rule.valueStream().anyMatch(choice -> isValid(choice, value));
            case "enum" -> rule.valueStream().anyMatch(value::equals);
            case "type" -> isOfType(rule.stringValue(), value);
            case "required" -> rule.valueStream().allMatch(name -> value.has(name.stringValue()));
            case "properties" ->
                rule.propertyStream()
                        .allMatch(member ->
                                !value.has(member.getKey()) || isValid(member.getValue(), value.get(member.getKey())));
            case "additionalProperties" ->
                value.propertyStream()
                        .filter(member -> !schema.path("properties").has(member.getKey()))
                        .allMatch(member -> rule.isObject() && isValid(rule, member.getValue()));
            case "minProperties" -> value.size() >= rule.intValue();
            case "items" -> value.valueStream().allMatch(item -> isValid(rule, item));
            case "minItems" -> value.size() >= rule.intValue();
            case "maxItems" -> value.size() <= rule.intValue();
            case "minimum" -> !value.isNumber() || number(value) >= number(rule);
            case "maximum" -> !value.isNumber() || number(value) <= number(rule);
            case "exclusiveMinimum" -> !value.isNumber() || number(value) > number(rule);
            case "exclusiveMaximum" -> !value.isNumber() || number(value) < number(rule);
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
