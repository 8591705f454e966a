package io.github.lightcone.formats.sonata;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.hdf5.Hdf5Reader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A population of edges as the files give it.
 *
 * @param source population the spikes come from
 * @param target population they act on
 * @param sources index of each edge's source within its population
 * @param targets index of each edge's target within its population
 * @param weight as in the file
 * @param delay total delay, ms
 * @param offset own delay of each edge beside its conduction delay, ms; null unless delays follow from positions
 */
@SuppressWarnings("ArrayRecordComponent")
record EdgePopulation(
        String name,
        NodePopulation source,
        NodePopulation target,
        int[] sources,
        int[] targets,
        double[] weight,
        double[] delay,
        double[] offset) {

    static final String STATIC_SYNAPSE = "static_synapse";
    /** The attribute that says that delays follow from positions, with what is added to them. */
    static final String OFFSET = "delay_offset_ms";

    /** Attributes that other tools multiply weights by, or compute them from. */
    private static final Set<String> MULTIPLIERS = Set.of("nsyns", "weight_function");

    static EdgePopulation read(
            Hdf5Reader file,
            String name,
            TypeTable types,
            Map<String, NodePopulation> nodes,
            CircuitConfig config,
            SonataOptions options,
            List<String> notes)
            throws IOException {
        String path = "edges/" + name;
        AttributeTable table = new AttributeTable(file, path, name, "edge", types);
        NodePopulation source = population(file, path + "/source_node_id", nodes);
        NodePopulation target = population(file, path + "/target_node_id", nodes);
        if (!target.kind().hasState()) {
            throw file.error(
                    path + "/target_node_id",
                    "leads to population " + Messages.quote(target.name()) + ", which is virtual and receives nothing");
        }
        boolean strict = options.standIn() == null;
        if (strict) {
            requireStatic(table, config);
        }
        double[] weight = table.numbers("syn_weight");
        double[] delay = table.numbers("delay");
        double missingDelay = options.missingDelay();
        for (int e = 0; e < weight.length; e++) {
            if (Double.isNaN(weight[e]) && strict) {
                throw table.error("syn_weight", e, "is missing in the file and in the types");
            }
            weight[e] = Double.isNaN(weight[e]) ? 1 : weight[e];
            delay[e] = Double.isNaN(delay[e]) ? missingDelay : delay[e];
            if (!(delay[e] >= 0)) {
                throw table.error(
                        "delay",
                        e,
                        "= " + delay[e] + ", must be given and at least 0; a delay for edges without one can be set");
            }
        }
        Set<String> unused = table.names();
        double[] offset = unused.contains(OFFSET) ? offsets(table) : null;
        unused.removeAll(Set.of("syn_weight", "delay", "model_template", OFFSET));
        if (!unused.isEmpty()) {
            notes.add("edges " + name + ": not carried over: " + Messages.list(unused));
        }
        return new EdgePopulation(
                name,
                source,
                target,
                ends(file, path + "/source_node_id", table.size(), source),
                ends(file, path + "/target_node_id", table.size(), target),
                weight,
                delay,
                offset);
    }

    private static double[] offsets(AttributeTable table) throws FormatException {
        double[] offset = table.numbers(OFFSET);
        for (int e = 0; e < offset.length; e++) {
            if (!(offset[e] >= 0)) {
                throw table.error(OFFSET, e, "= " + offset[e] + ", must be at least 0, and given for all or none");
            }
        }
        return offset;
    }

    private static NodePopulation population(Hdf5Reader file, String path, Map<String, NodePopulation> nodes)
            throws FormatException {
        String name = file.attribute(path, "node_population");
        if (name == null) {
            throw file.error(path, "has no attribute node_population");
        }
        NodePopulation population = nodes.get(name);
        if (population == null) {
            throw file.error(
                    path,
                    "has node_population = " + Messages.quote(name) + ", must be one of "
                            + Messages.list(nodes.keySet()));
        }
        return population;
    }

    private static int[] ends(Hdf5Reader file, String path, int size, NodePopulation nodes) throws FormatException {
        long[] id = file.longs(path, size);
        int[] index = new int[size];
        for (int e = 0; e < size; e++) {
            index[e] = nodes.index(id[e]);
            if (index[e] < 0) {
                throw file.error(
                        path,
                        "has the element [" + e + "] = " + id[e] + ", no node of population "
                                + Messages.quote(nodes.name()));
            }
        }
        return index;
    }

    /** Throws unless all synapses add their weight to a current and stay as they are. */
    private static void requireStatic(AttributeTable table, CircuitConfig config) throws IOException {
        String[] template = table.texts("model_template");
        String[] dynamics = table.texts("dynamics_params");
        Set<String> read = new HashSet<>();
        for (int e = 0; e < template.length; e++) {
            if (template[e] != null && !template[e].equals(STATIC_SYNAPSE)) {
                throw table.error(
                        "model_template",
                        e,
                        "= " + Messages.quote(template[e]) + " has no counterpart, must be " + STATIC_SYNAPSE
                                + " or NULL; the wiring alone can be read");
            }
            if (dynamics[e] != null && read.add(dynamics[e])) {
                int edge = e;
                JsonObject json =
                        config.synapseModel(dynamics[e], problem -> table.error("dynamics_params", edge, problem));
                List<String> fields = json.fields();
                if (!fields.isEmpty()) {
                    throw json.error(
                            fields.get(0), "has no counterpart, must not be there; the wiring alone can be read");
                }
            }
        }
        Set<String> parameters = table.dynamicsNames();
        if (!parameters.isEmpty()) {
            throw table.error("dynamics_params of synapses have no counterpart: " + Messages.list(parameters)
                    + "; the wiring alone can be read");
        }
        for (String multiplier : MULTIPLIERS) {
            boolean inTypes = table.types() != null && table.types().columns().contains(multiplier);
            if (table.names().contains(multiplier) || inTypes) {
                throw table.error("attribute " + multiplier
                        + " makes weights in ways that SONATA does not lay down, must not be there; the wiring alone"
                        + " can be read");
            }
        }
    }

    int size() {
        return sources.length;
    }

    /** Returns which nodes of the target receive a weight of a sign. */
    boolean[] receives(boolean negative) {
        boolean[] receives = new boolean[target.size()];
        for (int e = 0; e < weight.length; e++) {
            receives[targets[e]] |= negative ? weight[e] < 0 : weight[e] > 0;
        }
        return receives;
    }
}
