package io.github.lightcone.formats.sonata;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.hdf5.Hdf5Writer;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** Writes a network as a circuit: two files for each population and each projection. */
final class SonataWriter {

    private static final int TYPE = 100;
    private static final int MAGIC = 0x0A7A;
    private static final int[] VERSION = {0, 1};

    private final Network network;
    private final Parameters numbers;
    private final Path folder;
    private final List<Map<String, Object>> nodeFiles = new ArrayList<>();
    private final List<Map<String, Object>> edgeFiles = new ArrayList<>();
    private final Set<String> edgeNames = new HashSet<>();

    private SonataWriter(Network network, Path folder) {
        this.network = network;
        this.folder = folder;
        numbers = network.parameters();
    }

    static void write(Network network, Path folder) throws IOException {
        if (network.populations().isEmpty()) {
            throw new IllegalArgumentException("a network without neurons has no circuit");
        }
        for (Population population : network.populations()) {
            String name = population.name();
            if (name.indexOf('/') >= 0 || name.indexOf('\0') >= 0 || name.equals(".")) {
                throw new IllegalArgumentException("population " + Messages.quote(name)
                        + " cannot be named so in HDF5: no slash, no null character, not a single dot");
            }
        }
        AtomicFiles.createFolder(folder, inside -> new SonataWriter(network, inside).write());
    }

    private void write() throws IOException {
        Files.createDirectories(folder.resolve("network"));
        Files.createDirectories(folder.resolve("components/point_neurons"));
        Files.createDirectories(folder.resolve("components/synapses"));
        for (Population population : network.populations()) {
            writeNodes(population, nodeFiles.size());
        }
        for (Projection projection : network.projections()) {
            writeEdges(projection, edgeFiles.size());
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("$NETWORK_DIR", "./network");
        manifest.put("$COMPONENT_DIR", "./components");
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("point_neuron_models_dir", "$COMPONENT_DIR/point_neurons");
        components.put("synaptic_models_dir", "$COMPONENT_DIR/synapses");
        Map<String, Object> networks = new LinkedHashMap<>();
        networks.put("nodes", nodeFiles);
        networks.put("edges", edgeFiles);
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("dimensions", network.dimensions());
        own.put("conductionSpeed", network.conductionSpeed());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("target_simulator", "NEST");
        json.put("manifest", manifest);
        json.put("components", components);
        json.put("networks", networks);
        json.put("lightcone", own);
        JsonFiles.write(folder.resolve(SonataNetwork.CONFIGURATION), json);
    }

    private void writeNodes(Population population, int k) throws IOException {
        boolean virtual = population.kind() == NeuronKind.SPIKE_SOURCE;
        String dynamics = "neuron_" + k + ".json";
        if (!virtual) {
            Map<String, Object> json = new LinkedHashMap<>();
            for (NestNeuron parameter : NestNeuron.values()) {
                if (applies(parameter, population)) {
                    json.put(parameter.label(), parameter.from(p -> p.of(population.model())));
                }
            }
            JsonFiles.write(folder.resolve("components/point_neurons").resolve(dynamics), json);
        }
        String template =
                population.kind() == NeuronKind.LIF ? NodePopulation.LIF_TEMPLATE : NodePopulation.INTEGRATOR_TEMPLATE;
        writeTypes(
                "node_types_" + k + ".csv",
                "node_type_id population model_type model_template dynamics_params",
                TYPE + " " + TypeTable.cell(population.name()) + " "
                        + (virtual
                                ? NodePopulation.VIRTUAL + " NULL NULL"
                                : NodePopulation.POINT_NEURON + " " + template + " " + dynamics));
        nodeFiles.add(files("nodes_file", "nodes_" + k + ".h5", "node_types_file", "node_types_" + k + ".csv"));
        Hdf5Writer.write(folder.resolve("network/nodes_" + k + ".h5"), root -> {
            putVersion(root);
            WritableGroup group = root.putGroup("nodes").putGroup(population.name());
            putMembers(group, "node", population.size());
            Hdf5Writer.putUnsigned(group, "node_id", consecutive(population.size()));
            putAttributes(group.putGroup("0"), population);
        });
    }

    private static boolean applies(NestNeuron parameter, Population population) {
        return population.kind() == NeuronKind.LIF || parameter.ofIntegrator();
    }

    private void putAttributes(WritableGroup group, Population population) {
        int dimensions = network.dimensions();
        for (int a = 0; a < Math.max(dimensions, NodePopulation.AXES.size()); a++) {
            int axis = a;
            double[] exact = values(population, n -> axis < dimensions ? numbers.position()[n * dimensions + axis] : 0);
            if (a < NodePopulation.AXES.size()) {
                double[] coarse =
                        Arrays.stream(exact).map(NodePopulation::micrometres).toArray();
                Hdf5Writer.put(group, NodePopulation.AXES.get(a), coarse);
            }
            if (a < dimensions) {
                Hdf5Writer.put(group, NodePopulation.exactAxis(a, dimensions), exact);
            }
        }
        if (population.kind() != NeuronKind.SPIKE_SOURCE) {
            putDynamics(group, population);
        }
    }

    /** Puts the parameters that some neuron does not share with its type. */
    private void putDynamics(WritableGroup group, Population population) {
        WritableGroup dynamics = null;
        for (NestNeuron nest : NestNeuron.values()) {
            if (applies(nest, population)) {
                double[] values = values(population, n -> nest.from(p -> p.of(numbers)[n]));
                long usual = Double.doubleToRawLongBits(nest.from(p -> p.of(population.model())));
                if (Arrays.stream(values).anyMatch(value -> Double.doubleToRawLongBits(value) != usual)) {
                    dynamics = dynamics == null ? group.putGroup("dynamics_params") : dynamics;
                    Hdf5Writer.put(dynamics, nest.label(), values);
                }
            }
        }
    }

    private static double[] values(Population population, IntToDoubleFunction ofNeuron) {
        double[] values = new double[population.size()];
        Arrays.setAll(values, i -> ofNeuron.applyAsDouble(population.firstNeuron() + i));
        return values;
    }

    private void writeEdges(Projection projection, int k) throws IOException {
        String base = projection.source().name() + "_to_" + projection.target().name();
        String name = base;
        for (int copy = 2; !edgeNames.add(name); copy++) {
            name = base + "_" + copy;
        }
        String unique = name;
        writeTypes(
                "edge_types_" + k + ".csv",
                "edge_type_id population model_template",
                TYPE + " " + TypeTable.cell(unique) + " " + EdgePopulation.STATIC_SYNAPSE);
        edgeFiles.add(files("edges_file", "edges_" + k + ".h5", "edge_types_file", "edge_types_" + k + ".csv"));
        Hdf5Writer.write(folder.resolve("network/edges_" + k + ".h5"), root -> {
            putVersion(root);
            WritableGroup group = root.putGroup("edges").putGroup(unique);
            putMembers(group, "edge", projection.size());
            putEnds(group, "source_node_id", projection, projection.source());
            putEnds(group, "target_node_id", projection, projection.target());
            putAttributes(group.putGroup("0"), projection);
        });
    }

    private void putEnds(WritableGroup group, String name, Projection projection, Population population) {
        long[] ids = new long[projection.size()];
        boolean source = name.startsWith("source");
        for (int e = 0; e < ids.length; e++) {
            int synapse = projection.firstSynapse() + e;
            ids[e] = (long) (source ? network.source(synapse) : network.target(synapse)) - population.firstNeuron();
        }
        Hdf5Writer.putUnsigned(group, name, ids).putAttribute("node_population", population.name());
    }

    private void putAttributes(WritableGroup group, Projection projection) {
        int from = projection.firstSynapse();
        int to = projection.endSynapse();
        double[] own = Arrays.copyOfRange(numbers.delay(), from, to);
        Hdf5Writer.put(group, "syn_weight", Arrays.copyOfRange(numbers.weight(), from, to));
        if (projection.spatial()) {
            double[] total = new double[own.length];
            Arrays.setAll(
                    total,
                    e -> SonataReader.totalDelay(
                            numbers.position(),
                            network.dimensions(),
                            network.source(from + e),
                            network.target(from + e),
                            network.conductionSpeed(),
                            own[e]));
            Hdf5Writer.put(group, "delay", total);
            Hdf5Writer.put(group, EdgePopulation.OFFSET, own);
        } else {
            Hdf5Writer.put(group, "delay", own);
        }
    }

    private static void putVersion(WritableGroup root) {
        root.putAttribute("magic", MAGIC, true);
        root.putAttribute("version", VERSION, true);
    }

    private static void putMembers(WritableGroup group, String prefix, int size) {
        long[] types = new long[size];
        Arrays.fill(types, TYPE);
        Hdf5Writer.putUnsigned(group, prefix + "_type_id", types);
        Hdf5Writer.putUnsigned(group, prefix + "_group_id", new long[size]);
        Hdf5Writer.putUnsigned(group, prefix + "_group_index", consecutive(size));
    }

    private static long[] consecutive(int size) {
        long[] numbers = new long[size];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private void writeTypes(String name, String header, String row) throws IOException {
        AtomicFiles.write(
                folder.resolve("network").resolve(name),
                out -> out.append(header).append('\n').append(row).append('\n'));
    }

    private static Map<String, Object> files(String tableField, String table, String typesField, String types) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(tableField, "$NETWORK_DIR/" + table);
        entry.put(typesField, "$NETWORK_DIR/" + types);
        return entry;
    }
}
