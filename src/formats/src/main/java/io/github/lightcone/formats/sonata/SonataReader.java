package io.github.lightcone.formats.sonata;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.hdf5.Hdf5Reader;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.ConductionDelay;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a network of the populations of a circuit. */
final class SonataReader {

    /** Rounding in the sum of distance / speed and an offset, as another tool may do it. */
    private static final double ROUNDING = 1e-9;

    private final CircuitConfig config;
    private final SonataOptions options;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, NodePopulation> nodes = new LinkedHashMap<>();
    private final Map<String, EdgePopulation> edges = new LinkedHashMap<>();

    SonataReader(CircuitConfig config, SonataOptions options) {
        this.config = config;
        this.options = options;
    }

    SonataCircuit read() throws IOException {
        notes.addAll(config.notes());
        for (CircuitConfig.TableFiles files : config.nodes()) {
            readNodes(files);
        }
        if (nodes.isEmpty()) {
            throw FormatException.inFile(config.file(), "networks.nodes has no population, must have one");
        }
        for (CircuitConfig.TableFiles files : config.edges()) {
            readEdges(files);
        }
        if (options.standIn() != null) {
            notes.add("wiring alone: one neuron stands for all models, weights are unconverted");
        } else if (options.alphaReplaced()) {
            notes.add(AlphaSynapse.note(
                    nodes.values().stream()
                            .mapToInt(population -> population.alpha().cardinality())
                            .sum(),
                    edges.values().stream().mapToInt(SonataReader::onAlpha).sum()));
        }
        long[] ids = nodes.values().stream()
                .flatMapToLong(population -> Arrays.stream(population.ids()))
                .toArray();
        try {
            return new SonataCircuit(build(), ids, notes);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw FormatException.inFile(
                    config.file(), Messages.printable(String.valueOf(wrong.getMessage()), 300), wrong);
        }
    }

    private void readNodes(CircuitConfig.TableFiles files) throws IOException {
        TypeTable types = files.types() == null ? null : TypeTable.read(files.types());
        Hdf5Reader file = Hdf5Reader.open(files.table());
        for (String name : file.children("nodes")) {
            NodePopulation population = NodePopulation.read(file, name, types, config, options, notes);
            if (nodes.put(name, population) != null) {
                throw file.error("nodes/" + name, "is there in another file as well, must be unique");
            }
        }
    }

    private void readEdges(CircuitConfig.TableFiles files) throws IOException {
        TypeTable types = files.types() == null ? null : TypeTable.read(files.types());
        Hdf5Reader file = Hdf5Reader.open(files.table());
        for (String name : file.children("edges")) {
            EdgePopulation population = EdgePopulation.read(file, name, types, nodes, config, options, notes);
            if (edges.put(name, population) != null) {
                throw file.error("edges/" + name, "is there in another file as well, must be unique");
            }
        }
    }

    private static int onAlpha(EdgePopulation population) {
        return (int) Arrays.stream(population.targets())
                .filter(population.target().alpha()::get)
                .count();
    }

    private Network build() throws FormatException {
        int dimensions = config.dimensions();
        if (dimensions == 0) {
            dimensions = Math.max(
                    1,
                    nodes.values().stream()
                            .mapToInt(NodePopulation::dimensions)
                            .max()
                            .orElse(1));
        }
        NetworkBuilder builder = Network.inDimensions(dimensions).conductionSpeed(config.conductionSpeed());
        for (NodePopulation population : nodes.values()) {
            addPopulation(builder, population, dimensions);
        }
        for (EdgePopulation population : edges.values()) {
            if (population.offset() != null) {
                checkDelays(population, dimensions);
            }
            builder.synapses(
                    population.source().name(),
                    population.target().name(),
                    population.offset() != null,
                    population.sources(),
                    population.targets(),
                    converted(population),
                    population.offset() != null ? population.offset() : population.delay());
        }
        return builder.build();
    }

    private void addPopulation(NetworkBuilder builder, NodePopulation population, int dimensions)
            throws FormatException {
        Positions positions = Positions.of(dimensions, coordinates(population, dimensions));
        if (population.kind() == NeuronKind.SPIKE_SOURCE) {
            builder.population(population.name(), new SpikeSource(), positions);
            return;
        }
        if (options.standIn() != null) {
            builder.population(population.name(), options.standIn(), positions);
            return;
        }
        boolean[] inhibited = inhibited(population);
        NeuronModel model = model(population, inhibited[0]);
        builder.population(population.name(), model, positions);
        for (NeuronParameter parameter : NeuronParameter.values()) {
            if (parameter.appliesTo(population.kind())) {
                double[] values = new double[population.size()];
                Arrays.setAll(values, i -> NestNeuron.of(parameter, population.nest(i), inhibited[i]));
                builder.override(population.name(), parameter, values);
            }
        }
    }

    private static double[] coordinates(NodePopulation population, int dimensions) {
        double[] coordinates = new double[population.size() * dimensions];
        for (int i = 0; i < population.size(); i++) {
            for (int a = 0; a < dimensions; a++) {
                coordinates[i * dimensions + a] = population.coordinate(i, a);
            }
        }
        return coordinates;
    }

    /** Returns for each node whether its synaptic time constant is the one for negative weights. */
    private boolean[] inhibited(NodePopulation population) throws FormatException {
        boolean[] positive = new boolean[population.size()];
        boolean[] negative = new boolean[population.size()];
        for (EdgePopulation incoming : edges.values()) {
            if (incoming.target() == population) {
                boolean[] excites = incoming.receives(false);
                boolean[] inhibits = incoming.receives(true);
                for (int i = 0; i < positive.length; i++) {
                    positive[i] |= excites[i];
                    negative[i] |= inhibits[i];
                }
            }
        }
        for (int i = 0; i < positive.length; i++) {
            double[] nest = population.nest(i);
            double excitatory = NestNeuron.TAU_SYN_EX.in(nest);
            double inhibitory = NestNeuron.TAU_SYN_IN.in(nest);
            if (positive[i] && negative[i] && excitatory != inhibitory) {
                throw population.error(
                        "tau_syn_ex",
                        i,
                        "= " + excitatory + " and tau_syn_in = " + inhibitory
                                + ", must be equal: it receives weights of both signs and has one time constant here");
            }
            if (!(NestNeuron.C_M.in(nest) > 0)) {
                throw population.error("C_m", i, "= " + NestNeuron.C_M.in(nest) + ", must be above 0");
            }
            negative[i] &= !positive[i];
        }
        return negative;
    }

    /** Returns the neuron that the type of the first node describes, or the node's own if that is none. */
    private static NeuronModel model(NodePopulation population, boolean inhibited) throws FormatException {
        try {
            return model(population.kind(), population.typical(), inhibited);
        } catch (IllegalArgumentException overridden) {
            try {
                return model(population.kind(), population.nest(0), inhibited);
            } catch (IllegalArgumentException wrong) {
                throw population.error("dynamics_params", 0, "make no neuron: " + wrong.getMessage());
            }
        }
    }

    private static NeuronModel model(NeuronKind kind, double[] nest, boolean inhibited) {
        double tauMem = NestNeuron.of(NeuronParameter.TAU_MEM, nest, inhibited);
        double tauSyn = NestNeuron.of(NeuronParameter.TAU_SYN, nest, inhibited);
        double bias = NestNeuron.of(NeuronParameter.BIAS, nest, inhibited);
        double vInitial = NestNeuron.of(NeuronParameter.V_INITIAL, nest, inhibited);
        return kind == NeuronKind.LEAKY_INTEGRATOR
                ? new LeakyIntegrator(tauMem, tauSyn, bias, vInitial)
                : new Lif(
                        tauMem,
                        tauSyn,
                        NestNeuron.of(NeuronParameter.V_THRESHOLD, nest, inhibited),
                        NestNeuron.of(NeuronParameter.V_RESET, nest, inhibited),
                        bias,
                        NestNeuron.of(NeuronParameter.REFRACTORY, nest, inhibited),
                        vInitial);
    }

    private double[] converted(EdgePopulation population) {
        if (options.standIn() != null) {
            return population.weight();
        }
        double[] weight = population.weight().clone();
        for (int e = 0; e < weight.length; e++) {
            weight[e] *= population.target().weightScale(population.targets()[e]);
        }
        return weight;
    }

    /** Throws unless the total delays in the file are those that positions and offsets give. */
    private void checkDelays(EdgePopulation population, int dimensions) throws FormatException {
        double[] from = coordinates(population.source(), dimensions);
        double[] to = coordinates(population.target(), dimensions);
        double[] pair = new double[2 * dimensions];
        for (int e = 0; e < population.size(); e++) {
            System.arraycopy(from, population.sources()[e] * dimensions, pair, 0, dimensions);
            System.arraycopy(to, population.targets()[e] * dimensions, pair, dimensions, dimensions);
            double expected = totalDelay(
                    pair, dimensions, 0, 1, config.conductionSpeed(), population.offset()[e]);
            double given = population.delay()[e];
            if (given != expected && !(Math.abs(given - expected) <= ROUNDING * Math.max(given, expected))) {
                throw FormatException.inFile(
                        config.file(),
                        "edges/" + population.name() + " delay[" + e + "] = " + given
                                + ", must be " + expected + " as positions and " + EdgePopulation.OFFSET
                                + " give it; that array may be removed");
            }
        }
    }

    /** Returns the delay of a synapse whose spikes travel through space, ms. */
    static double totalDelay(double[] position, int dimensions, int source, int target, double speed, double offset) {
        return ConductionDelay.distance(position, dimensions, source, target) / speed + offset;
    }
}
