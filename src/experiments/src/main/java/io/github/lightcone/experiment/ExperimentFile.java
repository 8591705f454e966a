package io.github.lightcone.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * An experiment as it stands in a file, in YAML or JSON. Immutable; {@link #with} returns a changed one.
 */
public final class ExperimentFile {

    /** What {@code model} says where a perceptron is trained instead of a spiking network. */
    static final String PERCEPTRON = "perceptron";

    private static final String SPIKING = "spiking";
    private static final int MOST_BYTES = 1 << 20;
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    /** The experiments that come with the library. */
    private static final List<String> SHIPPED = List.of(
            "yin-yang",
            "braille",
            "braille-recurrent",
            "spoken-digits",
            "shd",
            "latency-mnist",
            "spatial-mnist",
            "delayed-xor",
            "interaural",
            "randman",
            "mnist-perceptron");

    private static final String MEASURE = "measure";
    private static final List<String> LASTING = List.of("seed", "end", "data", "network", "prune", "rewire", MEASURE);
    private static final int FINGERPRINT_BYTES = 8;

    private final String origin;
    private final Path folder;
    private final ObjectNode tree;

    private ExperimentFile(String origin, Path folder, ObjectNode tree) {
        this.origin = origin;
        this.folder = folder;
        this.tree = tree;
    }

    /**
     * Returns an experiment that comes with the library, or one in a file.
     *
     * @param nameOrFile what ends in .yaml, .yml or .json is a file
     */
    public static ExperimentFile find(String nameOrFile) throws IOException {
        return isFile(nameOrFile) ? read(Path.of(nameOrFile)) : shipped(nameOrFile);
    }

    static boolean isFile(String nameOrFile) {
        return nameOrFile.matches("(?i).*\\.(yaml|yml|json)");
    }

    /** Returns the names of the experiments that come with the library. */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /**
     * Returns an experiment that comes with the library.
     *
     * @throws ExperimentException if there is none of this name, naming those that there are
     */
    public static ExperimentFile shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new ExperimentException("there is no experiment '" + name + "'; there are " + SHIPPED
                    + ", and files that end in .yaml, .yml or .json");
        }
        try (InputStream in = ExperimentFile.class.getResourceAsStream(name + ".yaml")) {
            return parse(name, Path.of(""), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ExperimentException if it is no YAML or JSON with fields
     * @throws IOException if it cannot be read
     */
    public static ExperimentFile read(Path file) throws IOException {
        return parse(file.toString(), file.toAbsolutePath().getParent(), textOf(file));
    }

    /** Returns the text of a file that is not longer than one of ours may be. */
    static String textOf(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new ExperimentException(
                    file + ": is longer than " + MOST_BYTES + " bytes, the most an experiment may have");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static ExperimentFile parse(String origin, Path folder, String text) {
        return new ExperimentFile(origin, folder, objectOf(origin, text));
    }

    private static ObjectNode objectOf(String origin, String text) {
        JsonNode node = parsed(origin, text);
        if (!(node instanceof ObjectNode object)) {
            throw new ExperimentException(origin + ": must have fields, such as 'data' and 'network'");
        }
        return object;
    }

    private static JsonNode parsed(String origin, String text) {
        try {
            rejectAliases(origin, text);
            return MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw new ExperimentException(
                    origin + ":" + Math.max(1, line) + ": is neither YAML nor JSON ("
                            + malformed.getOriginalMessage().lines().findFirst().orElse("") + ")",
                    malformed);
        }
    }

    /** An alias would be read as the text of its name. */
    private static void rejectAliases(String origin, String text) {
        try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    throw new ExperimentException(origin + ":"
                            + parser.currentTokenLocation().getLineNr() + ": *" + parser.getString()
                            + " stands for another part of the file; write that part out");
                }
            }
        }
    }

    /** Returns a value as YAML on one line. */
    static String yaml(JsonNode value) {
        return value.toString();
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Returns this experiment with another value in one place.
     *
     * @param path names of fields from the outside in, with points between, and numbers from 0 for the entries
     *     of a list: {@code network.populations.hidden.size}, {@code learn.0.rate}
     * @param value in YAML: {@code 10}, {@code [1, 2]}, {@code {normal: [0, 1]}}; {@code null} takes the field out
     */
    public ExperimentFile with(String path, String value) {
        return with(path, parsed(origin + " " + path, value));
    }

    private ExperimentFile with(String path, JsonNode value) {
        ObjectNode changed = tree.deepCopy();
        String[] names = path.split("\\.", -1);
        JsonNode at = changed;
        for (int k = 0; k < names.length - 1; k++) {
            at = step(path, names[k], at);
        }
        set(path, at, names[names.length - 1], value);
        return new ExperimentFile(origin, folder, changed);
    }

    /** Returns the names of the variants the file has: sets of changes under a name. */
    public List<String> variants() {
        return List.copyOf(tree.path("variants").propertyNames());
    }

    /**
     * Returns one of the variants of this experiment.
     *
     * @throws ExperimentException if there is none of this name, naming those that there are
     */
    public ExperimentFile variant(String variant) {
        JsonNode changes = tree.path("variants").path(variant);
        if (!changes.isObject()) {
            throw new ExperimentException(origin + ": there is no variant '" + variant + "'; there are " + variants());
        }
        ExperimentFile changed = this;
        for (String path : changes.propertyNames()) {
            changed = changed.with(path, changes.get(path));
        }
        return changed;
    }

    /**
     * Returns whether this and another file describe one run: they are the same but for the variants, which are other
     * experiments, and for where the data are.
     */
    public boolean isSameRunAs(ExperimentFile other) {
        return withoutVariants().equals(other.withoutVariants());
    }

    private String withoutVariants() {
        ObjectNode kept = tree.deepCopy();
        kept.remove("variants");
        if (kept.get("data") instanceof ObjectNode data) {
            data.remove("path");
        }
        return MAPPER.writeValueAsString(kept);
    }

    private JsonNode step(String path, String name, JsonNode at) {
        if (at instanceof ArrayNode array) {
            return array.get(index(path, name, array));
        }
        if (at instanceof ObjectNode object) {
            JsonNode next = object.get(name);
            return next == null || next.isNull() ? object.putObject(name) : next;
        }
        throw new ExperimentException(origin + ": no place " + path + ": '" + at + "' has no field '" + name + "'");
    }

    private int index(String path, String name, ArrayNode array) {
        int index = name.matches("\\d{1,6}") ? Integer.parseInt(name) : -1;
        if (index < 0 || index >= array.size()) {
            throw new ExperimentException(origin + ": no place " + path + ": '" + name
                    + "', must be a number from 0 to " + (array.size() - 1));
        }
        return index;
    }

    private void set(String path, JsonNode at, String name, JsonNode value) {
        if (at instanceof ArrayNode array) {
            array.set(index(path, name, array), value);
        } else if (at instanceof ObjectNode object) {
            if (value == null || value.isNull() || value.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else {
            throw new ExperimentException(origin + ": no place " + path + ": '" + at + "' has no fields");
        }
    }

    /** Returns the place of each entry of a list that has a given value in one of its fields. */
    List<String> places(String list, String field, String value) {
        JsonNode entries = tree.get(list);
        if (entries == null || !entries.isArray()) {
            return List.of();
        }
        return IntStream.range(0, entries.size())
                .filter(k -> entries.get(k).path(field).asString("").equals(value))
                .mapToObj(k -> list + "." + k)
                .toList();
    }

    /**
     * Returns this experiment with another learning rate of all entries of {@code learn} for one thing.
     *
     * @throws ExperimentException if there is none
     */
    public ExperimentFile withRate(String what, double rate) {
        List<String> places = places("learn", "what", what);
        if (places.isEmpty()) {
            throw new ExperimentException(origin + ": a rate of '" + what + "', but learn has no entry for it");
        }
        ExperimentFile changed = this;
        for (String place : places) {
            changed = changed.with(place + ".rate", Double.toString(rate));
        }
        return changed;
    }

    /** Returns this experiment with only those entries of {@code learn} that are for one of some things. */
    public ExperimentFile learning(List<String> what) {
        ObjectNode changed = tree.deepCopy();
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        JsonNode entries = tree.path("learn");
        for (String each : what) {
            List<String> places = places("learn", "what", each);
            if (places.isEmpty()) {
                throw new ExperimentException(
                        origin + ": nothing to learn is called '" + each + "' in this experiment; there are "
                                + entries.valueStream()
                                        .map(entry -> entry.path("what").asString(""))
                                        .distinct()
                                        .toList());
            }
        }
        entries.valueStream()
                .filter(entry -> what.contains(entry.path("what").asString("")))
                .forEach(entry -> kept.add(entry.deepCopy()));
        changed.set("learn", kept);
        return new ExperimentFile(origin, folder, changed);
    }

    /**
     * Returns a fingerprint of each part that decides what network is trained on what: two files with the same are
     * experiments that differ in how they are trained alone. Where the data are does not matter. {@code measure} has one where there is
     * such a part.
     *
     * @return by the name of the part, in hexadecimal digits
     */
    public Map<String, String> fingerprints() {
        ObjectNode lasting = tree.deepCopy();
        if (lasting.get("data") instanceof ObjectNode data) {
            data.remove("path");
        }
        Map<String, String> prints = new LinkedHashMap<>();
        for (String part : LASTING) {
            if (!part.equals(MEASURE) || lasting.path(part).isObject()) {
                prints.put(part, fingerprint(lasting.path(part).toString()));
            }
        }
        return prints;
    }

    /** Returns the names of the parts that {@link #fingerprints} are of. */
    public static List<String> lastingParts() {
        return LASTING;
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns whether it is about a perceptron: {@code model: perceptron}. It is about a spiking network unless it says so.
     *
     * @throws ExperimentException if it is about anything else
     */
    public boolean isPerceptron() {
        Section root = root();
        return root.has("model")
                && root.choice("model", List.of(SPIKING, PERCEPTRON)).equals(PERCEPTRON);
    }

    /** Returns where it came from: the name of a file, or of an experiment that comes with the library. */
    public String origin() {
        return origin;
    }

    /**
     * Returns its name: what {@code name} says.
     *
     * @throws ExperimentException unless it can be the name of a folder
     */
    public String name() {
        Section root = root();
        String name = root.text("name");
        if (!name.matches(NAME)) {
            throw root.error(
                    "name",
                    "must be at most 100 letters, digits, points, dashes and underscores, a letter or digit first");
        }
        return name;
    }

    /**
     * Returns this experiment with a place of its data that holds wherever it is read from.
     *
     * @param data where the data are, if not where the file says
     */
    public ExperimentFile withDataAt(Optional<Path> data) {
        Section section = root().section("data");
        if (data.isEmpty() && !section.has("path")) {
            return this;
        }
        Path path = data.orElseGet(() -> folder.resolve(section.text("path")));
        return with(
                "data.path",
                StringNode.valueOf(path.toAbsolutePath().normalize().toString()));
    }

    /** Returns the folder that relative paths in it start from. */
    Path folder() {
        return folder;
    }

    Section root() {
        return new Section(origin, "", tree);
    }

    /** Returns it as YAML, from which {@link #read} makes the same. */
    public String toYaml() {
        return MAPPER.writeValueAsString(tree);
    }
}
