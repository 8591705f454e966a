package io.github.lightcone.formats.sonata;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that names all others of a circuit. */
final class CircuitConfig {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?");
    private static final int LONGEST_PATH = 4096;
    private static final int MOST_SUBSTITUTIONS = 100;
    private static final String NEURON_MODELS = "point_neuron_models_dir";
    private static final String SYNAPSE_MODELS = "synaptic_models_dir";
    private static final double NO_SPEED = 1;

    private final Path file;
    private final Path base;
    private final Path root;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<TableFiles> nodes = new ArrayList<>();
    private final List<TableFiles> edges = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Path neuronModels;
    private Path synapseModels;
    private int dimensions;
    private double conductionSpeed = NO_SPEED;

    /**
     * The two files of some populations.
     *
     * @param table in HDF5
     * @param types as CSV; null if there is none
     */
    record TableFiles(Path table, Path types) {}

    private CircuitConfig(Path file, Path base, Path root) {
        this.file = file;
        this.base = base;
        this.root = root;
    }

    /**
     * Reads a configuration of a circuit, or one that names it as its {@code network}.
     *
     * @throws FormatException if a field is missing or wrong, or leads out of the folder of {@code options}
     */
    static CircuitConfig read(Path file, SonataOptions options) throws IOException {
        JsonObject json = JsonFiles.parse(file, SonataText.read(file));
        CircuitConfig config = opened(file, json, options);
        if (!json.has("networks") && json.has("network")) {
            Path circuit = config.resolve(json, "network");
            SonataOptions inside = options.within(config.root);
            JsonObject other = JsonFiles.parse(circuit, SonataText.read(circuit));
            if (!other.has("networks")) {
                throw FormatException.inFile(circuit, "networks is missing");
            }
            return read(circuit, inside);
        }
        config.readCircuit(json);
        return config;
    }

    /** Returns a configuration of which only the manifest has been read. */
    static CircuitConfig opened(Path file, JsonObject json, SonataOptions options) throws IOException {
        Path base = file.toRealPath().getParent();
        CircuitConfig config = new CircuitConfig(file, base, realFolder(options.root(base)));
        config.readManifest(json);
        return config;
    }

    private static Path realFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw FormatException.inFile(folder, "must be a folder");
        }
        return folder.toRealPath();
    }

    private void readManifest(JsonObject json) throws FormatException {
        if (json.has("manifest")) {
            JsonObject manifest = json.object("manifest");
            for (String name : manifest.fields()) {
                variables.put(name.startsWith("$") ? name.substring(1) : name, manifest.string(name));
            }
        }
    }

    private void readCircuit(JsonObject json) throws IOException {
        if (json.has("components")) {
            JsonObject components = json.object("components");
            if (!components.isNull(NEURON_MODELS)) {
                neuronModels = place(components, NEURON_MODELS);
            }
            if (!components.isNull(SYNAPSE_MODELS)) {
                synapseModels = place(components, SYNAPSE_MODELS);
            }
        }
        JsonObject networks = json.object("networks");
        readEntries(networks, "nodes", "nodes_file", "node_types_file", nodes);
        readEntries(networks, "edges", "edges_file", "edge_types_file", edges);
        if (json.has("lightcone")) {
            JsonObject own = json.object("lightcone");
            dimensions = own.integer("dimensions", 1, Positions.MAX_DIMENSIONS);
            conductionSpeed = own.number("conductionSpeed");
            if (!(conductionSpeed > 0)) {
                throw own.error("conductionSpeed", "must be finite and above 0");
            }
            own.rejectOthers();
        }
    }

    private void readEntries(JsonObject networks, String field, String table, String types, List<TableFiles> entries)
            throws IOException {
        if (!networks.has(field)) {
            return;
        }
        for (JsonObject entry : networks.objects(field)) {
            if (entry.has("enabled") && !entry.truth("enabled")) {
                notes.add(entry.string(table) + ": not enabled, not read");
                continue;
            }
            entries.add(new TableFiles(resolve(entry, table), entry.isNull(types) ? null : resolve(entry, types)));
        }
    }

    /** Returns the file that a field names, which exists. */
    Path resolve(JsonObject json, String field) throws IOException {
        Path path = place(json, field);
        if (!Files.exists(path)) {
            throw json.error(field, "leads to " + path + ", which does not exist");
        }
        return real(path, json, field);
    }

    /** Returns where a field leads, whether there is something or not. */
    private Path place(JsonObject json, String field) throws FormatException {
        String text = json.string(field);
        Path path;
        try {
            path = base.resolve(substituted(text, json, field)).normalize();
        } catch (InvalidPathException malformed) {
            throw json.error(field, "must be a path");
        }
        if (!path.startsWith(root)) {
            throw json.error(field, outside(path));
        }
        return path;
    }

    private Path real(Path path, JsonObject json, String field) throws IOException {
        Path real = path.toRealPath();
        if (!real.startsWith(root)) {
            throw json.error(field, outside(real));
        }
        return real;
    }

    private String outside(Path path) {
        return "leads to " + Messages.printable(path.toString(), 200) + ", must stay in " + root;
    }

    private String substituted(String text, JsonObject json, String field) throws FormatException {
        String result = text;
        for (int k = 0; k < MOST_SUBSTITUTIONS; k++) {
            Matcher variable = VARIABLE.matcher(result);
            if (!variable.find()) {
                return result;
            }
            String value = variables.get(variable.group(1));
            if (value == null) {
                throw json.error(
                        field,
                        "has the variable " + Messages.quote("$" + variable.group(1)) + ", the manifest has "
                                + Messages.list(variables.keySet()));
            }
            result = result.substring(0, variable.start()) + value + result.substring(variable.end());
            if (result.length() > LONGEST_PATH) {
                break;
            }
        }
        throw json.error(
                field, "has variables that name one another without end, or more than " + LONGEST_PATH + " characters");
    }

    /**
     * Returns the parameters in a file of the folder for models of point neurons.
     *
     * @param name as the type table gives it
     * @param complaint makes an exception about the place where the name stands
     */
    JsonObject neuronModel(String name, Complaint complaint) throws IOException {
        return model(neuronModels, NEURON_MODELS, name, complaint);
    }

    /** Returns the parameters in a file of the folder for models of synapses, as {@link #neuronModel} does. */
    JsonObject synapseModel(String name, Complaint complaint) throws IOException {
        return model(synapseModels, SYNAPSE_MODELS, name, complaint);
    }

    private JsonObject model(Path folder, String field, String name, Complaint complaint) throws IOException {
        if (folder == null) {
            throw FormatException.inFile(file, "components." + field + " is missing");
        }
        Path path;
        try {
            path = folder.resolve(name).normalize();
        } catch (InvalidPathException malformed) {
            throw complaint.about("must be the name of a file");
        }
        if (!path.startsWith(root)) {
            throw complaint.about(outside(path));
        }
        if (!Files.exists(path)) {
            throw complaint.about("leads to " + path + ", which does not exist");
        }
        Path real = path.toRealPath();
        if (!real.startsWith(root)) {
            throw complaint.about(outside(real));
        }
        return JsonFiles.parse(real, SonataText.read(real));
    }

    /** Makes an exception about some place. */
    interface Complaint {
        FormatException about(String problem);
    }

    Path file() {
        return file;
    }

    List<TableFiles> nodes() {
        return nodes;
    }

    List<TableFiles> edges() {
        return edges;
    }

    /** Returns the number of dimensions, 0 if the circuit does not say. */
    int dimensions() {
        return dimensions;
    }

    double conductionSpeed() {
        return conductionSpeed;
    }

    List<String> notes() {
        return notes;
    }
}
