package io.github.lightcone.formats;

import io.github.lightcone.formats.NetworkHeader.PopulationEntry;
import io.github.lightcone.formats.NetworkHeader.ProjectionEntry;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A network as named arrays.
 *
 * <pre>
 *     network              text: what network.json says, with the sizes of populations and projections
 *     id                   of each neuron
 *     position             neurons x dimensions, mm
 *     tauMem ... vInitial  of each neuron; NaN where its model has no such parameter
 *     source, target       of each synapse: numbers of neurons, that is, indices into the arrays above
 *     weight, delay        of each synapse; the delay is its own one, ms
 * </pre>
 *
 * <p>What has been written reads back as the same network, bit for bit.
 */
public final class NetworkArrays {

    private static final String NETWORK = "network";
    private static final String ID = "id";
    private static final String POSITION = "position";
    private static final String SOURCE = "source";
    private static final String TARGET = "target";
    private static final String WEIGHT = "weight";
    private static final String DELAY = "delay";

    private final ArrayReader in;
    private final NetworkHeader header;
    private final int[] firstNeuron;
    private final int[] firstSynapse;

    private NetworkArrays(ArrayReader in) throws IOException {
        this.in = in;
        in.requireNames(names());
        header = NetworkJson.parse(JsonFiles.parse(in.file(), in.text(NETWORK)));
        if (header.projections() == null) {
            throw FormatException.inFile(in.file(), "network.projections is missing");
        }
        firstNeuron = starts(
                "network.populations",
                header.populations().stream().mapToInt(PopulationEntry::size).toArray());
        firstSynapse = starts(
                "network.projections",
                header.projections().stream().mapToInt(ProjectionEntry::size).toArray());
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(NETWORK, ID, POSITION));
        for (NeuronParameter parameter : NeuronParameter.values()) {
            names.add(parameter.label());
        }
        names.addAll(List.of(SOURCE, TARGET, WEIGHT, DELAY));
        return names;
    }

    private int[] starts(String place, int[] sizes) throws FormatException {
        int[] starts = new int[sizes.length + 1];
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == NetworkHeader.ANY_SIZE) {
                throw FormatException.inFile(in.file(), place + "[" + i + "].size is missing");
            }
            if (sizes[i] > Integer.MAX_VALUE - starts[i]) {
                throw FormatException.inFile(
                        in.file(), place + " have more than " + Integer.MAX_VALUE + " members together");
            }
            starts[i + 1] = starts[i] + sizes[i];
        }
        return starts;
    }

    /**
     * Writes a network.
     *
     * @throws IllegalArgumentException if it has no neurons
     */
    public static void write(NetworkFolder folder, ArrayWriter out) throws IOException {
        Network network = folder.network();
        if (network.populations().isEmpty()) {
            throw new IllegalArgumentException("a network without neurons has no file");
        }
        Parameters numbers = network.parameters();
        int neurons = network.neuronCount();
        int synapses = network.synapseCount();
        long[] id = new long[neurons];
        Arrays.setAll(id, folder.ids()::id);
        int[] source = new int[synapses];
        int[] target = new int[synapses];
        Arrays.setAll(source, network::source);
        Arrays.setAll(target, network::target);
        out.text(NETWORK, JsonFiles.string(NetworkJson.fields(network)));
        out.longs(ID, id);
        out.doubles(POSITION, numbers.position(), neurons, network.dimensions());
        for (NeuronParameter parameter : NeuronParameter.values()) {
            out.doubles(parameter.label(), whereItApplies(network, parameter, parameter.of(numbers)), neurons);
        }
        out.ints(SOURCE, source);
        out.ints(TARGET, target);
        out.doubles(WEIGHT, numbers.weight(), synapses);
        out.doubles(DELAY, numbers.delay(), synapses);
    }

    /** The threshold of a leaky integrator is infinite in memory; in files nothing stands for it. */
    private static double[] whereItApplies(Network network, NeuronParameter parameter, double[] values) {
        for (Population population : network.populations()) {
            if (!parameter.appliesTo(population.kind())) {
                Arrays.fill(values, population.firstNeuron(), population.endNeuron(), Double.NaN);
            }
        }
        return values;
    }

    /**
     * Reads a network.
     *
     * @throws FormatException if an array is missing, unknown or of another shape, or a number out of its range
     */
    public static NetworkFolder read(ArrayReader in) throws IOException {
        NetworkArrays arrays = new NetworkArrays(in);
        try {
            return arrays.build();
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw FormatException.inFile(in.file(), Messages.printable(String.valueOf(wrong.getMessage()), 300), wrong);
        }
    }

    private NetworkFolder build() throws IOException {
        int neurons = firstNeuron[header.populations().size()];
        NeuronIds ids = NeuronIds.of(in.longs(ID, neurons));
        NetworkBuilder builder = Network.inDimensions(header.dimensions()).conductionSpeed(header.conductionSpeed());
        double[] position = in.doubles(POSITION, neurons, header.dimensions());
        for (int p = 0; p < header.populations().size(); p++) {
            PopulationEntry entry = header.populations().get(p);
            double[] own = Arrays.copyOfRange(
                    position, firstNeuron[p] * header.dimensions(), firstNeuron[p + 1] * header.dimensions());
            builder.population(entry.name(), entry.model(), Positions.of(header.dimensions(), own));
        }
        for (NeuronParameter parameter : NeuronParameter.values()) {
            addParameter(builder, parameter, in.doubles(parameter.label(), neurons));
        }
        addProjections(builder);
        return new NetworkFolder(builder.build(), ids);
    }

    private void addParameter(NetworkBuilder builder, NeuronParameter parameter, double[] values)
            throws FormatException {
        for (int p = 0; p < header.populations().size(); p++) {
            PopulationEntry entry = header.populations().get(p);
            NeuronKind kind = entry.model().kind();
            if (parameter.appliesTo(kind)) {
                builder.override(
                        entry.name(), parameter, Arrays.copyOfRange(values, firstNeuron[p], firstNeuron[p + 1]));
                continue;
            }
            for (int n = firstNeuron[p]; n < firstNeuron[p + 1]; n++) {
                if (!Double.isNaN(values[n])) {
                    throw FormatException.inFile(
                            in.file(),
                            parameter.label() + "[" + n + "] = " + values[n] + ", must be NaN: a " + kind.label()
                                    + " has no such parameter");
                }
            }
        }
    }

    private void addProjections(NetworkBuilder builder) throws IOException {
        int synapses = firstSynapse[header.projections().size()];
        int[] source = in.ints(SOURCE, synapses);
        int[] target = in.ints(TARGET, synapses);
        double[] weight = in.doubles(WEIGHT, synapses);
        double[] delay = in.doubles(DELAY, synapses);
        for (int p = 0; p < header.projections().size(); p++) {
            ProjectionEntry entry = header.projections().get(p);
            int from = firstSynapse[p];
            int to = firstSynapse[p + 1];
            builder.synapses(
                    header.populations().get(entry.source()).name(),
                    header.populations().get(entry.target()).name(),
                    entry.spatial(),
                    within(SOURCE, source, from, to, entry.source()),
                    within(TARGET, target, from, to, entry.target()),
                    Arrays.copyOfRange(weight, from, to),
                    Arrays.copyOfRange(delay, from, to));
        }
    }

    private int[] within(String name, int[] neuron, int from, int to, int population) throws FormatException {
        int first = firstNeuron[population];
        int end = firstNeuron[population + 1];
        int[] index = new int[to - from];
        for (int s = from; s < to; s++) {
            if (neuron[s] < first || neuron[s] >= end) {
                throw FormatException.inFile(
                        in.file(),
                        name + "[" + s + "] = " + neuron[s] + ", must be from " + first + " to " + (end - 1)
                                + ", a neuron of population "
                                + Messages.quote(
                                        header.populations().get(population).name()));
            }
            index[s - from] = neuron[s] - first;
        }
        return index;
    }
}
