package io.github.lightcone.examples;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.CsvTable;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A touch to the nematode C. elegans: 300 neurons at their measured positions, joined by their chemical synapses, with
 * delays from the distances between cell bodies at 0.1 m/s.
 *
 * <p>The data folder holds {@code neurons.csv} (index, name, x_um, y_um, z_um) and {@code chemical.csv} (source, target,
 * weight: the size of a connection in the electron micrographs of Cook et al., Nature 571, 63, 2019). The connectome
 * knows neither strengths nor signs. Here the weight is in proportion to the size, and the 26 neurons in which McIntire
 * et al., Nature 364, 337 (1993), found GABA inhibit. Most neurons of the worm do without spikes: this shows how to
 * bring a connectome into the simulator and is no model of the worm.
 */
public final class CelegansConnectome {

    private static final double MM_PER_UM = 1e-3;
    private static final double MM_PER_MS = 0.1;
    private static final double WEIGHT_PER_SIZE = 0.1;
    private static final double TOUCH_WEIGHT = 10;
    private static final double TOUCH_INTERVAL = 10;
    private static final double TOUCH_END = 100;
    private static final double END = 200;
    private static final int LISTED = 12;
    private static final Pattern GABA = Pattern.compile("(DD|VD)\\d+|RME[DVLR]|RIS|AVL|DVB");
    private static final List<String> TOUCHED = List.of("ALML", "ALMR", "AVM", "PLML", "PLMR");

    private CelegansConnectome() {}

    private record Neuron(String name, double x, double y, double z) {

        double weight(double size) {
            return (GABA.matcher(name).matches() ? -WEIGHT_PER_SIZE : WEIGHT_PER_SIZE) * size;
        }
    }

    private record Connection(int source, int target, double size) {}

    /** Runs the example: {@code --data DIR}. */
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (FormatException | IllegalArgumentException problem) {
            System.err.println("CelegansConnectome: " + problem.getMessage());
            System.exit(2);
        }
    }

    static void run(String... arguments) throws FormatException {
        if (arguments.length != 2 || !arguments[0].equals("--data")) {
            throw new IllegalArgumentException("must be called with --data DIR");
        }
        Path data = Path.of(arguments[1]);
        List<Neuron> neurons = readNeurons(data.resolve("neurons.csv"));
        List<Connection> chemical = readConnections(data.resolve("chemical.csv"), neurons);

        Network network = network(neurons, chemical);
        CompiledNetwork compiled = CompiledNetwork.of(network);
        IntStream synapses = IntStream.range(0, chemical.size());
        System.out.printf(
                "%d neurons, %d connections of total size %.0f, delays up to %.2f ms%n",
                neurons.size(),
                chemical.size(),
                chemical.stream().mapToDouble(Connection::size).sum(),
                synapses.mapToDouble(compiled::totalDelay).max().orElse(0));

        SpikeTrains.Builder touch = SpikeTrains.builder();
        int firstTouch = network.population("touch").firstNeuron();
        for (double t = 0; t < TOUCH_END; t += TOUCH_INTERVAL) {
            for (int k = 0; k < TOUCHED.size(); k++) {
                touch.add(firstTouch + k, t);
            }
        }
        report(new Simulator(compiled).run(touch.build(), END), neurons);
    }

    private static Network network(List<Neuron> neurons, List<Connection> chemical) {
        List<String> names = neurons.stream().map(Neuron::name).toList();
        double[] coordinates = neurons.stream()
                .flatMapToDouble(neuron -> DoubleStream.of(neuron.x, neuron.y, neuron.z))
                .toArray();
        int touches = TOUCHED.size();
        return Network.inDimensions(3)
                .conductionSpeed(MM_PER_MS)
                .population("worm", Lif.of(20, 5).withRefractory(2), Positions.of(3, coordinates))
                .population("touch", new SpikeSource(), touches)
                .synapses(
                        "worm",
                        "worm",
                        true,
                        chemical.stream().mapToInt(Connection::source).toArray(),
                        chemical.stream().mapToInt(Connection::target).toArray(),
                        chemical.stream()
                                .mapToDouble(connection ->
                                        neurons.get(connection.source).weight(connection.size))
                                .toArray(),
                        null)
                .synapses(
                        "touch",
                        "worm",
                        false,
                        IntStream.range(0, touches).toArray(),
                        TOUCHED.stream().mapToInt(names::indexOf).toArray(),
                        DoubleStream.generate(() -> TOUCH_WEIGHT).limit(touches).toArray(),
                        null)
                .build();
    }

    private static void report(Tape tape, List<Neuron> neurons) {
        int[] spikes =
                IntStream.range(0, neurons.size()).map(tape::spikeCountOf).toArray();
        System.out.printf(
                "%d spikes of %d neurons in %.0f ms%n",
                IntStream.of(spikes).sum(),
                IntStream.of(spikes).filter(count -> count > 0).count(),
                tape.end());
        IntStream.range(0, neurons.size())
                .boxed()
                .filter(n -> spikes[n] > 0)
                .sorted(Comparator.comparingInt(n -> -spikes[n]))
                .limit(LISTED)
                .forEach(n -> System.out.printf("%-6s%4d%n", neurons.get(n).name(), spikes[n]));
    }

    private static List<Neuron> readNeurons(Path file) throws FormatException {
        List<Neuron> neurons = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            int index = table.column("index");
            int name = table.column("name");
            int x = table.column("x_um");
            int y = table.column("y_um");
            int z = table.column("z_um");
            while (table.next()) {
                if (table.integer(index) != neurons.size()) {
                    throw table.error(index, "must be " + neurons.size());
                }
                neurons.add(new Neuron(
                        table.text(name),
                        MM_PER_UM * table.number(x),
                        MM_PER_UM * table.number(y),
                        MM_PER_UM * table.number(z)));
            }
        }
        return neurons;
    }

    private static List<Connection> readConnections(Path file, List<Neuron> neurons) throws FormatException {
        List<Connection> connections = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            int source = table.column("source");
            int target = table.column("target");
            int weight = table.column("weight");
            while (table.next()) {
                connections.add(new Connection(
                        index(table, source, neurons), index(table, target, neurons), table.number(weight)));
            }
        }
        return connections;
    }

    private static int index(CsvTable table, int column, List<Neuron> neurons) throws FormatException {
        long index = table.integer(column);
        if (index >= neurons.size()) {
            throw table.error(column, "must be below " + neurons.size());
        }
        return (int) index;
    }
}
