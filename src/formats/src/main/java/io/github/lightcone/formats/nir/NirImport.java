package io.github.lightcone.formats.nir;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A NIR graph as a network; the way back of {@link NirExport}, of graphs that anyone made.
 *
 * <p>An Input is a population of spike sources, a CubaLIF one of LIF neurons, a CubaLI one of leaky integrators. What
 * lies between them, Linear, Affine, Scale and Delay nodes in any order, becomes synapses: a spike that reaches a neuron
 * with the product W of the weights on its path raises its current by r w_in W a / tau_syn, with a the area of a spike.
 *
 * <p>LIF and LI have no synaptic current. With nothing but constants going in, v_leak + r I is the bias and the neuron is
 * the same. A spike would step the voltage up, which no neuron of Lightcone does: it is refused, or, where {@link
 * NirSettings#lifSynapse} says so, the node is taken for a CubaLIF with that tau_syn and w_in = 1, which brings the same
 * charge, the integral of I, more slowly.
 *
 * @param network the network
 * @param notes what the numbers of the file were taken for, and what a network cannot carry
 */
public record NirImport(Network network, List<String> notes) {

    /**
     * Makes a network of a graph.
     *
     * @throws IllegalArgumentException that names the node for which no network does the same
     */
    public static NirImport of(NirGraph graph, NirSettings settings) {
        return new Work(graph, settings).run();
    }

    /** The network while it grows. */
    private static final class Work {

        /** The most neurons and inputs; a few bytes of a file can claim any number of inputs. */
        private static final int MOST_NEURONS = 1 << 22;

        private final NirSettings settings;
        private final FlatGraph flat;
        private final NirMetadata metadata;
        private final List<String> notes = new ArrayList<>();
        private final NirTimeUnit unit;
        private final double area;
        private final Signals[] signals;
        private final boolean[] isVoltage;
        private NetworkBuilder builder;
        private final Signals.Room room = new Signals.Room(Signals.MOST);
        private boolean gaveSynapses;

        Work(NirGraph graph, NirSettings settings) {
            this.settings = settings;
            metadata = graph.metadata();
            flat = FlatGraph.of(graph);
            unit = unit();
            area = area();
            signals = new Signals[flat.size()];
            isVoltage = new boolean[flat.size()];
        }

        private NirTimeUnit unit() {
            String stated = metadata.texts().get(NirExport.TIME_UNIT);
            Optional<NirTimeUnit> asked = settings.timeUnit();
            if (stated == null) {
                NirTimeUnit taken = asked.orElse(NirTimeUnit.SECONDS);
                notes.add("times are taken to be in " + taken.label()
                        + (asked.isPresent() ? "" : ", which the file does not say"));
                return taken;
            }
            NirTimeUnit own = NirTimeUnit.named(stated);
            if (asked.isPresent() && asked.get() != own) {
                throw new IllegalArgumentException("the file says that its times are in " + own.label() + ", not in "
                        + asked.get().label());
            }
            notes.add("times are in " + own.label() + ", as the file says");
            return own;
        }

        /** Returns the area of a spike in the unit of time of the file. */
        private double area() {
            NirArray stated = metadata.arrays().get(NirExport.SPIKE_WIDTH);
            boolean isStated = stated != null && stated.size() == 1 && stated.get(0) >= 0;
            double said = isStated ? stated.get(0) : 0;
            double width = settings.spikeWidth().map(unit::fromMs).orElse(said);
            if (isStated && width != said) {
                throw new IllegalArgumentException("the file says that its spikes last " + unit.toMs(said) + " ms, not "
                        + unit.toMs(width) + " ms");
            }
            notes.add(
                    width == 0
                            ? "a spike is taken to be a unit impulse"
                            : "a spike is taken to be a pulse of height 1 that lasts " + unit.toMs(width) + " ms");
            return width == 0 ? 1 : width;
        }

        NirImport run() {
            List<Integer> populations = populations();
            if (flat.graphs() > 0) {
                notes.add("graphs within the graph are dissolved: " + flat.graphs());
            }
            int dimensions = dimensions(populations);
            builder = Network.inDimensions(Math.max(1, dimensions));
            NirArray speed = metadata.arrays().get(NirExport.CONDUCTION_SPEED);
            if (speed != null && speed.size() == 1 && speed.get(0) > 0) {
                builder.conductionSpeed(speed.get(0));
            }
            for (int node : populations) {
                signals[node] = Signals.of(node, flat.layer(node).size(), room);
                isVoltage[node] = flat.layer(node).type().isNeuron()
                        && !flat.layer(node).type().spikes();
            }
            for (int node : flat.transforms()) {
                if (!flat.isEnd(node)) {
                    transform(node);
                }
            }
            List<Signals> inputs = new ArrayList<>();
            for (int node : populations) {
                inputs.add(into(node, true));
            }
            for (int p = 0; p < populations.size(); p++) {
                addPopulation(populations.get(p), inputs.get(p), dimensions);
            }
            for (int p = 0; p < populations.size(); p++) {
                if (!flat.isSource(populations.get(p))) {
                    addSynapses(populations.get(p), inputs.get(p));
                }
            }
            addEnds();
            if (settings.lifSynapse().isPresent() && !gaveSynapses) {
                notes.add("no LIF or LI gets spikes: --lif-synapse changed nothing");
            }
            notes.add(
                    dimensions == 0
                            ? "NIR has no positions: all neurons are at the origin"
                            : "positions are those of the metadata; delays do not follow from them");
            return new NirImport(builder.build(), List.copyOf(notes));
        }

        private List<Integer> populations() {
            List<Integer> found = new ArrayList<>();
            for (int node = 0; node < flat.size(); node++) {
                if (flat.isPopulation(node)) {
                    found.add(node);
                }
            }
            if (found.stream().allMatch(flat::isSource)) {
                throw new IllegalArgumentException(
                        "the graph has no neurons, must have nodes LIF, LI, CubaLIF or CubaLI");
            }
            long neurons =
                    found.stream().mapToLong(node -> flat.layer(node).size()).sum();
            if (neurons > MOST_NEURONS) {
                throw new IllegalArgumentException(
                        "the graph has " + neurons + " neurons and inputs, must be at most " + MOST_NEURONS);
            }
            found.sort(Comparator.<Integer>comparingDouble(this::index)
                    .thenComparing(node -> !flat.isSource(node))
                    .thenComparing(flat::name));
            return found;
        }

        private double index(int node) {
            NirArray index = flat.layer(node).metadata().arrays().get(NirExport.INDEX);
            return index != null && index.size() == 1 ? index.get(0) : Double.MAX_VALUE;
        }

        /** Returns how many coordinates each neuron of the graph has in the metadata, 0 if some have none. */
        private int dimensions(List<Integer> populations) {
            int dimensions = 0;
            for (int node : populations) {
                NirArray position = flat.layer(node).metadata().arrays().get(NirExport.POSITION);
                int[] shape = position == null ? new int[0] : position.shape();
                boolean isRight = shape.length == 2
                        && shape[0] == flat.layer(node).size()
                        && shape[1] >= 1
                        && shape[1] <= Positions.MAX_DIMENSIONS
                        && (dimensions == 0 || shape[1] == dimensions);
                if (!isRight) {
                    return 0;
                }
                dimensions = shape[1];
            }
            return dimensions;
        }

        private void transform(int node) {
            NirLayer layer = flat.layer(node);
            double[] delays = layer.type() == NirType.DELAY
                    ? Arrays.stream(layer.parameter("delay").toArray())
                            .map(unit::toMs)
                            .toArray()
                    : new double[0];
            Signals input = into(node, false);
            try {
                signals[node] = input.through(layer, delays);
            } catch (IllegalArgumentException tooMany) {
                throw about(node, tooMany.getMessage());
            }
        }

        /** Returns all that goes into a node. */
        private Signals into(int node, boolean isNeuron) {
            List<Signals> all = new ArrayList<>();
            for (int before : flat.before(node)) {
                isVoltage[node] |= !isNeuron && isVoltage[before];
                if (isNeuron && isVoltage[before]) {
                    throw about(
                            node,
                            "gets a voltage by way of '" + flat.name(before)
                                    + "'; neurons of Lightcone send spikes, so only outputs may read LI and CubaLI nodes");
                }
                all.add(signals[before]);
            }
            int wires = Math.toIntExact(NirArray.sizeOf(flat.layer(node).inputShape()));
            try {
                return Signals.sum(all, wires, room);
            } catch (IllegalArgumentException tooMany) {
                throw about(node, tooMany.getMessage());
            }
        }

        private IllegalArgumentException about(int node, String problem) {
            return new IllegalArgumentException("node " + NirMessages.quote(flat.name(node)) + " (a "
                    + flat.layer(node).type().label() + ") " + problem);
        }

        private void addPopulation(int node, Signals input, int dimensions) {
            NirLayer layer = flat.layer(node);
            int size = layer.size();
            Positions positions = dimensions == 0
                    ? Positions.origin(size, 1)
                    : Positions.of(
                            dimensions,
                            layer.metadata().arrays().get(NirExport.POSITION).toArray());
            if (layer.outputShape().length != 1) {
                notes.add("'" + flat.name(node) + "' of shape " + NirArray.text(layer.outputShape())
                        + " becomes one row of neurons, its last index running fastest");
            }
            if (flat.isSource(node)) {
                notes.add("input '" + flat.name(node) + "' is taken to bring spikes: " + size + " spike sources");
                builder.population(flat.name(node), new SpikeSource(), positions);
                return;
            }
            Map<NeuronParameter, double[]> values = values(node, input);
            try {
                builder.population(flat.name(node), model(values), positions);
                values.forEach((parameter, all) -> {
                    if (Arrays.stream(all).anyMatch(value -> value != all[0])) {
                        builder.override(flat.name(node), parameter, all);
                    }
                });
            } catch (IllegalArgumentException outOfRange) {
                throw about(node, "has a wrong parameter: " + outOfRange.getMessage());
            }
        }

        private static NeuronModel model(Map<NeuronParameter, double[]> values) {
            double tauMem = values.get(NeuronParameter.TAU_MEM)[0];
            double tauSyn = values.get(NeuronParameter.TAU_SYN)[0];
            double bias = values.get(NeuronParameter.BIAS)[0];
            double vInitial = values.get(NeuronParameter.V_INITIAL)[0];
            if (!values.containsKey(NeuronParameter.V_THRESHOLD)) {
                return new LeakyIntegrator(tauMem, tauSyn, bias, vInitial);
            }
            double vThreshold = values.get(NeuronParameter.V_THRESHOLD)[0];
            double vReset = values.get(NeuronParameter.V_RESET)[0];
            return new Lif(tauMem, tauSyn, vThreshold, vReset, bias, 0, vInitial);
        }

        private Map<NeuronParameter, double[]> values(int node, Signals input) {
            NirLayer layer = flat.layer(node);
            boolean hasSynapse = layer.type().hasSynapse();
            double[] tauMem = inMs(layer.parameter(hasSynapse ? "tau_mem" : "tau"));
            double[] tauSyn = hasSynapse ? inMs(layer.parameter("tau_syn")) : replaced(node, input, tauMem);
            Map<NeuronParameter, double[]> values = new EnumMap<>(NeuronParameter.class);
            values.put(NeuronParameter.TAU_MEM, tauMem);
            values.put(NeuronParameter.TAU_SYN, tauSyn);
            values.put(NeuronParameter.BIAS, bias(node, input));
            double[] vInitial = new double[layer.size()];
            if (layer.type().spikes()) {
                double[] vThreshold = layer.parameter("v_threshold").toArray();
                double[] vReset = layer.parameter("v_reset").toArray();
                values.put(NeuronParameter.V_THRESHOLD, vThreshold);
                values.put(NeuronParameter.V_RESET, vReset);
                boolean isRaised = false;
                for (int i = 0; i < vInitial.length; i++) {
                    isRaised |= vThreshold[i] <= 0;
                    vInitial[i] = vThreshold[i] <= 0 ? vReset[i] : 0;
                }
                if (isRaised) {
                    notes.add("neurons of '" + flat.name(node)
                            + "' whose threshold is not above 0 begin at v_reset, the others at 0");
                }
            }
            values.put(NeuronParameter.V_INITIAL, vInitial);
            return values;
        }

        private double[] inMs(NirArray times) {
            return Arrays.stream(times.toArray()).map(unit::toMs).toArray();
        }

        /** Returns the synaptic time constant of neurons that have none; it matters only where spikes arrive. */
        private double[] replaced(int node, Signals input, double[] tauMem) {
            if (input.size() == 0) {
                notes.add("'" + flat.name(node) + "' gets no spikes: exact for any tauSyn, which is set to tauMem");
                return tauMem.clone();
            }
            double tauSyn = settings.lifSynapse()
                    .orElseThrow(() -> about(
                            node,
                            "gets spikes, which would step its voltage up; neurons of Lightcone have a synaptic current, so"
                                    + " say with --lif-synapse MS that it becomes a CubaLIF of this synaptic time constant and"
                                    + " equal charge"));
            notes.add("changed: '" + flat.name(node) + "' (a "
                    + flat.layer(node).type().label() + ") gets a synaptic current with tauSyn = " + tauSyn
                    + " ms; a spike brings the same charge, later");
            gaveSynapses = true;
            double[] all = new double[tauMem.length];
            Arrays.fill(all, tauSyn);
            return all;
        }

        private double[] bias(int node, Signals input) {
            NirLayer layer = flat.layer(node);
            double[] bias = layer.parameter("v_leak").toArray();
            for (int i = 0; i < bias.length; i++) {
                double wIn = layer.type().hasSynapse() ? layer.parameter("w_in").get(i) : 1;
                if (input.constant(i) != 0) {
                    bias[i] += layer.parameter("r").get(i) * wIn * input.constant(i);
                }
            }
            if (input.hasConstant() && layer.type().hasSynapse()) {
                notes.add("changed: the constant input of '" + flat.name(node)
                        + "' drives it from the start; in NIR it rises within a few tau_syn");
            }
            if (input.isDelayedConstant()) {
                notes.add("changed: the constant input of '" + flat.name(node)
                        + "' drives it from the start; in NIR a Delay node holds it back");
            }
            return bias;
        }

        private void addSynapses(int node, Signals input) {
            NirLayer layer = flat.layer(node);
            boolean hasSynapse = layer.type().hasSynapse();
            double lifSynapse = settings.lifSynapse().map(unit::fromMs).orElse(1.0);
            int[] order = input.order(true);
            int end = 0;
            for (int start = 0; start < order.length; start = end) {
                int source = input.node(order[start]);
                while (end < order.length && input.node(order[end]) == source) {
                    end++;
                }
                int count = end - start;
                int[] from = new int[count];
                int[] to = new int[count];
                double[] weight = new double[count];
                double[] delay = new double[count];
                for (int k = 0; k < count; k++) {
                    int entry = order[start + k];
                    int i = input.wire(entry);
                    double wIn = hasSynapse ? layer.parameter("w_in").get(i) : 1;
                    double tauSyn = hasSynapse ? layer.parameter("tau_syn").get(i) : lifSynapse;
                    from[k] = input.from(entry);
                    to[k] = i;
                    // As it is written, so that weights come back to the bit.
                    double charge = wIn == tauSyn / area ? 1 : wIn * area / tauSyn;
                    weight[k] = charge * layer.parameter("r").get(i) * input.weight(entry);
                    delay[k] = input.delay(entry);
                }
                builder.synapses(flat.name(source), flat.name(node), false, from, to, weight, delay);
            }
        }

        private void addEnds() {
            for (int node = 0; node < flat.size(); node++) {
                if (flat.isEnd(node)) {
                    for (int before : flat.before(node)) {
                        notes.add(
                                flat.isPopulation(before)
                                        ? "output '" + flat.name(node) + "' reads '" + flat.name(before)
                                                + "'; a network has no mark for it"
                                        : "not carried: output '" + flat.name(node) + "' reads '" + flat.name(before)
                                                + "', which is no neuron");
                    }
                }
            }
        }
    }
}
