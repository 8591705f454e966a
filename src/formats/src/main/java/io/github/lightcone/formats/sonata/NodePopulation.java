package io.github.lightcone.formats.sonata;

import com.carrotsearch.hppc.LongIntHashMap;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.hdf5.Hdf5Reader;
import io.github.lightcone.neuron.NeuronKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A population of nodes as the files give it. */
final class NodePopulation {

    static final String LIF_TEMPLATE = "nest:iaf_psc_exp";
    static final String INTEGRATOR_TEMPLATE = "lightcone:leaky_integrator";
    static final String VIRTUAL = "virtual";
    static final String POINT_NEURON = "point_neuron";
    static final List<String> AXES = List.of("x", "y", "z");

    private static final Set<String> POINT_NEURONS = Set.of(POINT_NEURON, "point_process");
    private static final Set<String> LIF_TEMPLATES =
            Set.of(LIF_TEMPLATE, "nest:iaf_psc_exp_ps", "nest:iaf_psc_exp_ps_lossless");
    private static final double MICROMETRES = 1000;

    private final String name;
    private final AttributeTable table;
    private final NeuronKind kind;
    private final long[] id;
    private final LongIntHashMap indexOf = new LongIntHashMap();
    private final double[][] axis;
    private final double[][] nest;
    private final double[] typical;
    private final BitSet alpha;

    private NodePopulation(
            String name,
            AttributeTable table,
            NeuronKind kind,
            long[] id,
            double[][] axis,
            double[][] nest,
            double[] typical,
            BitSet alpha)
            throws FormatException {
        this.name = name;
        this.table = table;
        this.kind = kind;
        this.id = id;
        this.axis = axis;
        this.nest = nest;
        this.typical = typical;
        this.alpha = alpha;
        for (int i = 0; i < id.length; i++) {
            if (id[i] < 0) {
                throw table.error("node_id", i, "= " + id[i] + ", must be at least 0");
            }
            if (!indexOf.putIfAbsent(id[i], i)) {
                throw table.error("node_id", i, "= " + id[i] + ", must be unique");
            }
        }
    }

    /**
     * Reads a population.
     *
     * @param types null if there are none
     * @param notes what is not carried over. Added to.
     */
    static NodePopulation read(
            Hdf5Reader file,
            String name,
            TypeTable types,
            CircuitConfig config,
            SonataOptions options,
            List<String> notes)
            throws IOException {
        String path = "nodes/" + name;
        AttributeTable table = new AttributeTable(file, path, name, "node", types);
        if (table.size() == 0) {
            throw table.error("has no nodes, must have at least one");
        }
        long[] id = new long[table.size()];
        if (file.hasArray(path + "/node_id")) {
            id = file.longs(path + "/node_id", table.size());
        } else {
            Arrays.setAll(id, i -> i);
        }
        NeuronKind kind = kind(table, options);
        double[][] nest = null;
        double[] typical = null;
        BitSet alpha = new BitSet();
        if (kind != NeuronKind.SPIKE_SOURCE && options.standIn() == null) {
            Map<String, double[]> ofFile = new HashMap<>();
            nest = parameters(table, config, ofFile);
            typical = ofFile.getOrDefault(types == null ? null : types.cell(table.row(0), "dynamics_params"), nest[0]);
            alpha = ofTemplate(table, AlphaSynapse.TEMPLATE);
            alpha.stream().mapToObj(Arrays.asList(nest)::get).forEach(AlphaSynapse::replace);
            if (alpha.get(0) && typical != nest[0]) {
                AlphaSynapse.replace(typical);
            }
        }
        NodePopulation population =
                new NodePopulation(name, table, kind, id, positions(file, table, config, notes), nest, typical, alpha);
        population.note(notes);
        return population;
    }

    private static NeuronKind kind(AttributeTable table, SonataOptions options) throws FormatException {
        String[] modelType = table.texts("model_type");
        String[] template = table.texts("model_template");
        NeuronKind kind = null;
        for (int i = 0; i < modelType.length; i++) {
            if (i > 0
                    && Objects.equals(modelType[i], modelType[i - 1])
                    && Objects.equals(template[i], template[i - 1])) {
                continue;
            }
            NeuronKind here = options.standIn() == null
                    ? kindOf(table, i, modelType[i], template[i], options)
                    : VIRTUAL.equals(modelType[i]) ? NeuronKind.SPIKE_SOURCE : NeuronKind.LIF;
            if (kind != null && kind != here) {
                throw table.error(
                        "model_type",
                        i,
                        "makes a " + here.label() + " of it, the nodes before it are each a " + kind.label()
                                + "; a population must have one model");
            }
            kind = here;
        }
        return kind;
    }

    private static BitSet ofTemplate(AttributeTable table, String wanted) throws FormatException {
        BitSet nodes = new BitSet();
        String[] template = table.texts("model_template");
        for (int i = 0; i < template.length; i++) {
            nodes.set(i, wanted.equals(template[i]));
        }
        return nodes;
    }

    private static NeuronKind kindOf(
            AttributeTable table, int node, String modelType, String template, SonataOptions options)
            throws FormatException {
        if (modelType == null) {
            throw table.error("model_type", node, "is missing in the file and in the types");
        }
        if (modelType.equals(VIRTUAL)) {
            return NeuronKind.SPIKE_SOURCE;
        }
        if (POINT_NEURONS.contains(modelType)) {
            if (template != null && LIF_TEMPLATES.contains(template)) {
                return NeuronKind.LIF;
            }
            if (INTEGRATOR_TEMPLATE.equals(template)) {
                return NeuronKind.LEAKY_INTEGRATOR;
            }
            boolean alpha = AlphaSynapse.TEMPLATE.equals(template);
            if (alpha && options.alphaReplaced()) {
                return NeuronKind.LIF;
            }
            throw table.error(
                    "model_template",
                    node,
                    "= " + Messages.quote(String.valueOf(template)) + " has no counterpart, must be one of "
                            + Messages.list(LIF_TEMPLATES.stream().sorted().toList()) + ", " + INTEGRATOR_TEMPLATE
                            + "; the wiring alone can be read"
                            + (alpha ? ", or exponential synapses take the place of alpha functions" : ""));
        }
        throw table.error(
                "model_type",
                node,
                "= " + Messages.quote(modelType) + " has no counterpart, must be virtual or point_neuron; the wiring"
                        + " alone can be read");
    }

    /** Returns the parameters of NEST of each node. */
    private static double[][] parameters(AttributeTable table, CircuitConfig config, Map<String, double[]> ofFile)
            throws IOException {
        Set<String> known = new HashSet<>();
        for (NestNeuron parameter : NestNeuron.values()) {
            known.add(parameter.label());
        }
        for (String given : table.dynamicsNames()) {
            if (!known.contains(given)) {
                throw table.error("dynamics_params/" + Messages.printable(given, 60)
                        + " has no counterpart, must be one of " + Messages.list(labels()));
            }
        }
        double[] defaults = Arrays.stream(NestNeuron.values())
                .mapToDouble(NestNeuron::usual)
                .toArray();
        double[][] nest = new double[table.size()][];
        for (int i = 0; i < nest.length; i++) {
            TypeTable types = table.types();
            String model = types == null ? null : types.cell(table.row(i), "dynamics_params");
            double[] ofType = model == null ? defaults : ofFile.get(model);
            if (ofType == null) {
                int row = table.row(i);
                JsonObject json = config.neuronModel(model, problem -> types.error(row, "dynamics_params", problem));
                ofType = parameters(json, defaults);
                ofFile.put(model, ofType);
            }
            nest[i] = ofType.clone();
        }
        double[] column = new double[nest.length];
        for (NestNeuron parameter : NestNeuron.values()) {
            Arrays.setAll(column, i -> parameter.in(nest[i]));
            table.overrideDynamics(parameter.label(), column);
            for (int i = 0; i < nest.length; i++) {
                parameter.set(nest[i], column[i]);
            }
        }
        return nest;
    }

    private static List<String> labels() {
        return Arrays.stream(NestNeuron.values()).map(NestNeuron::label).toList();
    }

    private static double[] parameters(JsonObject json, double[] defaults) throws FormatException {
        double[] values = defaults.clone();
        for (NestNeuron parameter : NestNeuron.values()) {
            if (json.has(parameter.label())) {
                parameter.set(values, json.number(parameter.label()));
            }
        }
        // Escape noise: none of it, and then its other parameter does nothing.
        if (json.has("delta") && json.number("delta") != 0) {
            throw json.error("delta", "has no counterpart, must be 0");
        }
        json.has("rho");
        json.rejectOthers();
        return values;
    }

    /** Returns the coordinates along each axis, mm; null for an axis that no node has. */
    private static double[][] positions(Hdf5Reader file, AttributeTable table, CircuitConfig config, List<String> notes)
            throws FormatException {
        int axes = config.dimensions() == 0 ? AXES.size() : config.dimensions();
        double[][] positions = new double[axes][];
        Set<String> names = table.names();
        for (int a = 0; a < axes; a++) {
            double[] coarse = null;
            if (a < AXES.size()) {
                String axisName = AXES.get(a);
                boolean given = names.contains(axisName)
                        || (table.types() != null && table.types().columns().contains(axisName));
                coarse = given ? table.numbers(axisName) : null;
            }
            String exactName = exactAxis(a, axes);
            if (names.contains(exactName)) {
                positions[a] = table.numbers(exactName);
                for (int i = 0; i < positions[a].length; i++) {
                    if (coarse != null && MICROMETRES * positions[a][i] != coarse[i]) {
                        throw table.error(
                                AXES.get(a),
                                i,
                                "= " + coarse[i] + " and " + exactName + " = " + positions[a][i]
                                        + " disagree; the array " + exactName + " may be removed");
                    }
                }
            } else if (coarse != null) {
                int missing = 0;
                for (int i = 0; i < coarse.length; i++) {
                    missing += Double.isNaN(coarse[i]) ? 1 : 0;
                    coarse[i] = Double.isNaN(coarse[i]) ? 0 : coarse[i] / MICROMETRES;
                }
                if (missing > 0) {
                    notes.add("changed: " + missing + " of " + coarse.length + " nodes in " + file.file() + " have no "
                            + AXES.get(a) + ", which is set to 0");
                }
                positions[a] = coarse;
            } else if (a >= AXES.size()) {
                throw FormatException.inFile(
                        file.file(),
                        "nodes: array " + exactName + " is missing in " + config.dimensions() + " dimensions");
            }
        }
        return positions;
    }

    /** Returns the name of the array with the exact coordinates along an axis, mm. */
    static String exactAxis(int axis, int dimensions) {
        return (dimensions <= AXES.size() ? AXES.get(axis) : "x" + axis) + "_mm";
    }

    /** Returns a coordinate in micrometres. */
    static double micrometres(double millimetres) {
        return MICROMETRES * millimetres;
    }

    private void note(List<String> notes) throws FormatException {
        if (Arrays.stream(axis).allMatch(Objects::isNull)) {
            notes.add("nodes " + name + ": no positions, placed at the origin");
        }
        Set<String> unused = table.names();
        unused.removeAll(AXES);
        unused.removeAll(Set.of("model_type", "model_template"));
        unused.removeIf(attribute -> attribute.endsWith("_mm"));
        if (!unused.isEmpty()) {
            notes.add("nodes " + name + ": not carried over: " + Messages.list(unused));
        }
    }

    String name() {
        return name;
    }

    NeuronKind kind() {
        return kind;
    }

    int size() {
        return id.length;
    }

    long[] ids() {
        return id;
    }

    /** Returns the index of the node with an id, -1 if there is none. */
    int index(long nodeId) {
        return indexOf.getOrDefault(nodeId, -1);
    }

    /** Returns the number of the last axis on which nodes have coordinates, from 1. */
    int dimensions() {
        for (int a = axis.length; a > 0; a--) {
            if (axis[a - 1] != null) {
                return a;
            }
        }
        return 0;
    }

    double coordinate(int node, int a) {
        return axis[a] == null ? 0 : axis[a][node];
    }

    /** Returns the parameters of NEST of a node. */
    double[] nest(int node) {
        return nest[node];
    }

    /** Returns the parameters of NEST that the type of the first node has. */
    double[] typical() {
        return typical;
    }

    /** Returns which nodes had alpha functions for synapses, which are now exponential. */
    BitSet alpha() {
        return alpha;
    }

    /** Returns what a weight of a synapse to a node is multiplied by, mV/pA where it was not an alpha function. */
    double weightScale(int node) {
        return NestNeuron.scale(nest[node]) * (alpha.get(node) ? AlphaSynapse.WEIGHT : 1);
    }

    FormatException error(String attribute, int node, String problem) {
        return table.error(attribute, node, problem);
    }
}
