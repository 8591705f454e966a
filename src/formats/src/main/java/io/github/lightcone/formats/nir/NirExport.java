package io.github.lightcone.formats.nir;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network as a NIR graph.
 *
 * <p>A LIF population is a CubaLIF node. With v_leak = bias, r = 1 and w_in = tau_syn / a the equations of NIR,
 *
 * <pre>
 *     tau_syn I' = -I + w_in S        tau_mem v' = v_leak - v + r I
 * </pre>
 *
 * <p>are those of Lightcone: let a be the area of a spike, 1 if S is a sum of unit impulses, and W the weight of the
 * Linear node before. A spike then raises I by w_in W a / tau_syn = W at once, or, if S is a pulse of height 1 that lasts
 * a time a, by W up to O(a / tau_syn). Between spikes both laws are the same term by term. A leaky integrator is a CubaLI
 * node likewise, a spike source an Input. A projection is one Linear node, preceded by a Delay node where there are delays,
 * or several such pairs (see {@link DelayLayers}). Populations whose spikes go nowhere else lead to Output nodes.
 *
 * @param graph the graph
 * @param notes what the numbers of the file mean, and what it cannot carry
 */
public record NirExport(NirGraph graph, List<String> notes) {

    static final String TIME_UNIT = "time_unit";
    static final String SPIKE_WIDTH = "spike_width";
    static final String CONDUCTION_SPEED = "conduction_speed";
    static final String POSITION = "position";
    static final String INDEX = "index";

    /**
     * Makes a graph of a network.
     *
     * @throws IllegalArgumentException if NIR cannot name a population, an integrator sends spikes, or exact delays
     *     would take too many numbers
     */
    public static NirExport of(Network network, NirSettings settings) {
        return new Work(network, settings).run();
    }

    /** The graph while it grows. */
    private static final class Work {

        private final Network network;
        private final Parameters parameters;
        private final NirSettings settings;
        private final NirTimeUnit unit;
        private final double width;
        private final Map<String, NirNode> nodes = new LinkedHashMap<>();
        private final List<NirEdge> edges = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Work(Network network, NirSettings settings) {
            this.network = network;
            this.settings = settings;
            parameters = network.parameters();
            unit = settings.timeUnit().orElse(NirTimeUnit.SECONDS);
            width = settings.spikeWidth().orElse(0.0);
        }

        NirExport run() {
            if (network.populations().stream().noneMatch(p -> p.kind().hasState())) {
                throw new IllegalArgumentException("the network has no neurons but spike sources, nothing for NIR");
            }
            notes.add("times are in " + unit.label());
            notes.add(
                    width == 0
                            ? "a spike is a unit impulse: w_in = tau_syn, r = 1"
                            : "a spike is a pulse of height 1 that lasts " + width
                                    + " ms: w_in = tau_syn / width, r = 1; with unit impulses weights would be wrong");
            for (Population population : network.populations()) {
                NirGraph.requireName(population.name());
                nodes.put(population.name(), node(population));
            }
            List<NirProjection> projections = NirProjection.of(network, settings.rounding());
            NirProjection.requireRoom(projections);
            projections.forEach(this::add);
            addOutputs(projections);
            notes.addAll(NirProjection.notes(network, projections, settings.rounding()));
            addLosses();
            return new NirExport(new NirGraph(nodes, edges, metadata()), List.copyOf(notes));
        }

        private NirMetadata metadata() {
            Map<String, NirArray> arrays = new LinkedHashMap<>();
            arrays.put(SPIKE_WIDTH, NirArray.vector(unit.fromMs(width)));
            arrays.put(CONDUCTION_SPEED, NirArray.vector(network.conductionSpeed()));
            return new NirMetadata(Map.of(TIME_UNIT, unit.label(), "exported_by", "lightcone"), arrays);
        }

        private NirLayer node(Population population) {
            int dimensions = network.dimensions();
            double[] position = Arrays.copyOfRange(
                    parameters.position(), population.firstNeuron() * dimensions, population.endNeuron() * dimensions);
            NirMetadata metadata = new NirMetadata(
                    Map.of(),
                    Map.of(
                            POSITION,
                            NirArray.of(new int[] {population.size(), dimensions}, position),
                            INDEX,
                            NirArray.vector(network.populations().indexOf(population))));
            Map<String, NirArray> all = new LinkedHashMap<>();
            if (!population.kind().hasState()) {
                all.put("shape", NirArray.vector(population.size()));
                return new NirLayer(NirType.INPUT, all, metadata);
            }
            double[] tauSyn = inUnit(population, NeuronParameter.TAU_SYN);
            double[] ones = new double[population.size()];
            Arrays.fill(ones, 1);
            all.put("tau_syn", NirArray.vector(tauSyn));
            all.put("tau_mem", NirArray.vector(inUnit(population, NeuronParameter.TAU_MEM)));
            all.put("r", NirArray.vector(ones));
            all.put("v_leak", NirArray.vector(values(population, NeuronParameter.BIAS)));
            if (population.kind() == NeuronKind.LIF) {
                all.put("v_threshold", NirArray.vector(values(population, NeuronParameter.V_THRESHOLD)));
                all.put("v_reset", NirArray.vector(values(population, NeuronParameter.V_RESET)));
            }
            double area = width == 0 ? 1 : unit.fromMs(width);
            all.put(
                    "w_in",
                    NirArray.vector(Arrays.stream(tauSyn).map(tau -> tau / area).toArray()));
            boolean isSpiking = population.kind() == NeuronKind.LIF;
            return new NirLayer(isSpiking ? NirType.CUBA_LIF : NirType.CUBA_LI, all, metadata);
        }

        private double[] values(Population population, NeuronParameter parameter) {
            return Arrays.copyOfRange(parameter.of(parameters), population.firstNeuron(), population.endNeuron());
        }

        private double[] inUnit(Population population, NeuronParameter time) {
            return Arrays.stream(values(population, time)).map(unit::fromMs).toArray();
        }

        private void add(NirProjection projection) {
            String name =
                    projection.source().name() + "_to_" + projection.target().name();
            for (int layer = 0; layer < projection.layers().count(); layer++) {
                String suffix = projection.layers().count() == 1 ? "" : "_" + (layer + 1);
                String from = projection.source().name();
                double[] delays = projection.layers().delays(layer);
                if (Arrays.stream(delays).anyMatch(delay -> delay > 0)) {
                    String delay = free(name + "_delay" + suffix);
                    NirArray inUnit = NirArray.vector(
                            Arrays.stream(delays).map(unit::fromMs).toArray());
                    nodes.put(delay, NirLayer.of(NirType.DELAY, Map.of("delay", inUnit)));
                    edges.add(new NirEdge(from, delay));
                    from = delay;
                }
                String linear = free(name + suffix);
                nodes.put(linear, NirLayer.of(NirType.LINEAR, Map.of("weight", projection.weight(layer))));
                edges.add(new NirEdge(from, linear));
                edges.add(new NirEdge(linear, projection.target().name()));
            }
        }

        private void addOutputs(List<NirProjection> projections) {
            List<Population> ends = network.populations().stream()
                    .filter(p -> p.kind().hasState())
                    .filter(p -> projections.stream()
                            .noneMatch(projection -> projection.source().equals(p)
                                    && !projection.target().equals(p)))
                    .toList();
            if (ends.isEmpty()) {
                ends = network.populations().stream()
                        .filter(p -> p.kind().hasState())
                        .toList();
            }
            for (Population end : ends) {
                String output = free(ends.size() == 1 ? "output" : "output_" + end.name());
                nodes.put(output, NirLayer.of(NirType.OUTPUT, Map.of("shape", NirArray.vector(end.size()))));
                edges.add(new NirEdge(end.name(), output));
            }
        }

        /** Returns a name that no node has. */
        private String free(String wanted) {
            boolean isFree = !nodes.containsKey(wanted)
                    && network.populations().stream()
                            .noneMatch(population -> population.name().equals(wanted));
            return isFree ? wanted : free(wanted + "_");
        }

        private void addLosses() {
            for (Population population : network.populations()) {
                if (population.kind() == NeuronKind.LIF) {
                    largest(population, NeuronParameter.REFRACTORY)
                            .ifPresent(longest -> notes.add("not carried: refractory times of '" + population.name()
                                    + "', up to " + longest + " ms; NIR has none, its neurons may fire again at once"));
                }
                if (population.kind().hasState()) {
                    largest(population, NeuronParameter.V_INITIAL)
                            .ifPresent(most -> notes.add("not carried: initial voltages of '" + population.name()
                                    + "', up to " + most + "; NIR has no initial state"));
                }
            }
            notes.add("positions are in the metadata, for Lightcone alone");
        }

        private Optional<Double> largest(Population population, NeuronParameter parameter) {
            double largest = Arrays.stream(values(population, parameter))
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            return largest > 0 ? Optional.of(largest) : Optional.empty();
        }
    }
}
