package io.github.lightcone.formats;

import io.github.lightcone.formats.NetworkHeader.PopulationEntry;
import io.github.lightcone.formats.NetworkHeader.ProjectionEntry;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file {@code network.json}: everything but the neurons and the synapses themselves. */
final class NetworkJson {

    static final String NAME = "network.json";

    private static final String FORMAT = "lightcone-network";
    private static final int VERSION = 1;
    private static final Map<String, String> UNITS = units();

    private NetworkJson() {}

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("time", "ms");
        units.put("length", "mm");
        return units;
    }

    static NetworkHeader read(Path file) throws FormatException {
        return parse(JsonFiles.read(file));
    }

    static NetworkHeader parse(JsonObject json) throws FormatException {
        requireText(json, "format", FORMAT);
        if (json.integer("version", 0, Integer.MAX_VALUE) != VERSION) {
            throw json.error("version", "must be " + VERSION);
        }
        JsonObject units = json.object("units");
        for (Map.Entry<String, String> unit : UNITS.entrySet()) {
            requireText(units, unit.getKey(), unit.getValue());
        }
        units.rejectOthers();
        int dimensions = json.integer("dimensions", 1, Positions.MAX_DIMENSIONS);
        double speed = json.number("conductionSpeed");
        if (!(speed > 0)) {
            throw json.error("conductionSpeed", "must be finite and above 0");
        }
        List<PopulationEntry> populations = populations(json);
        List<ProjectionEntry> projections = json.has("projections") ? projections(json, populations) : null;
        json.rejectOthers();
        return new NetworkHeader(dimensions, speed, populations, projections);
    }

    private static void requireText(JsonObject json, String field, String text) throws FormatException {
        if (!json.string(field).equals(text)) {
            throw json.error(field, "must be \"" + text + "\"");
        }
    }

    private static List<PopulationEntry> populations(JsonObject json) throws FormatException {
        Map<String, PopulationEntry> populations = new LinkedHashMap<>();
        for (JsonObject entry : json.objects("populations")) {
            String name = entry.string("name");
            if (name.isBlank()) {
                throw entry.error("name", "must not be blank");
            }
            NeuronKind kind = Models.kind(entry.string("model"));
            if (kind == null) {
                throw entry.error("model", "must be one of " + Messages.list(Models.labels()));
            }
            int size = entry.has("size") ? entry.integer("size", 1, Integer.MAX_VALUE) : NetworkHeader.ANY_SIZE;
            NeuronModel model = model(entry, kind);
            entry.rejectOthers();
            if (populations.put(name, new PopulationEntry(name, model, size)) != null) {
                throw entry.error("name", "must be unique");
            }
        }
        if (populations.isEmpty()) {
            throw json.error("populations", "must not be empty");
        }
        return List.copyOf(populations.values());
    }

    private static NeuronModel model(JsonObject entry, NeuronKind kind) throws FormatException {
        List<NeuronParameter> parameters = Models.parameters(kind);
        Map<NeuronParameter, Double> values = new EnumMap<>(NeuronParameter.class);
        if (!parameters.isEmpty() || entry.has("parameters")) {
            JsonObject given = entry.object("parameters");
            for (NeuronParameter parameter : parameters) {
                boolean read = given.has(parameter.label()) || Models.isRequired(parameter);
                values.put(parameter, read ? given.number(parameter.label()) : Models.defaultOf(parameter, kind));
            }
            given.rejectOthers();
            try {
                return Models.model(kind, values);
            } catch (IllegalArgumentException outOfRange) {
                throw given.error(outOfRange.getMessage());
            }
        }
        return Models.model(kind, values);
    }

    private static List<ProjectionEntry> projections(JsonObject json, List<PopulationEntry> populations)
            throws FormatException {
        List<ProjectionEntry> projections = new ArrayList<>();
        for (JsonObject entry : json.objects("projections")) {
            int source = population(entry, "source", populations);
            int target = population(entry, "target", populations);
            NeuronKind kind = populations.get(target).model().kind();
            if (!kind.hasState()) {
                throw entry.error("target", "must not be a " + kind.label() + ", which cannot receive synapses");
            }
            boolean spatial = entry.truth("spatial");
            int size = entry.integer("size", 0, Integer.MAX_VALUE);
            entry.rejectOthers();
            projections.add(new ProjectionEntry(source, target, spatial, size));
        }
        return projections;
    }

    private static int population(JsonObject entry, String field, List<PopulationEntry> populations)
            throws FormatException {
        String name = entry.string(field);
        for (int i = 0; i < populations.size(); i++) {
            if (populations.get(i).name().equals(name)) {
                return i;
            }
        }
        throw entry.error(
                field,
                "must be one of "
                        + Messages.list(
                                populations.stream().map(PopulationEntry::name).toList()));
    }

    static void write(Path file, Network network) throws IOException {
        JsonFiles.write(file, fields(network));
    }

    static Map<String, Object> fields(Network network) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("units", UNITS);
        json.put("dimensions", network.dimensions());
        json.put("conductionSpeed", network.conductionSpeed());
        json.put(
                "populations",
                network.populations().stream().map(NetworkJson::describe).toList());
        json.put(
                "projections",
                network.projections().stream().map(NetworkJson::describe).toList());
        return json;
    }

    private static Map<String, Object> describe(Population population) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", population.name());
        json.put("model", population.kind().label());
        json.put("size", population.size());
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (NeuronParameter parameter : Models.parameters(population.kind())) {
            parameters.put(parameter.label(), parameter.of(population.model()));
        }
        if (!parameters.isEmpty()) {
            json.put("parameters", parameters);
        }
        return json;
    }

    private static Map<String, Object> describe(Projection projection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", projection.source().name());
        json.put("target", projection.target().name());
        json.put("spatial", projection.spatial());
        json.put("size", projection.size());
        return json;
    }
}
