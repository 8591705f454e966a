package io.github.lightcone.formats;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import io.github.lightcone.formats.NetworkHeader.PopulationEntry;
import io.github.lightcone.formats.NetworkHeader.ProjectionEntry;
import io.github.lightcone.formats.NeuronsCsv.Neurons;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The file {@code synapses.csv}: a row per synapse, in any order. */
final class SynapsesCsv {

    static final String NAME = "synapses.csv";

    private static final String SOURCE = "source";
    private static final String TARGET = "target";
    private static final String WEIGHT = "weight";
    private static final String DELAY = "delay";
    private static final String OFFSET = "delayOffset";

    private final CsvTable table;
    private final NetworkHeader header;
    private final Neurons neurons;
    private final ProjectionSlots slots;

    private final int sourceColumn;
    private final int targetColumn;
    private final int weightColumn;
    private final int delayColumn;
    private final int offsetColumn;

    private final IntArrayList slot = new IntArrayList();
    private final IntArrayList source = new IntArrayList();
    private final IntArrayList target = new IntArrayList();
    private final DoubleArrayList weight = new DoubleArrayList();
    private final DoubleArrayList delay = new DoubleArrayList();

    private SynapsesCsv(CsvTable table, NetworkHeader header, Neurons neurons) throws FormatException {
        this.table = table;
        this.header = header;
        this.neurons = neurons;
        slots = new ProjectionSlots(header);
        sourceColumn = table.column(SOURCE);
        targetColumn = table.column(TARGET);
        weightColumn = table.column(WEIGHT);
        delayColumn = table.optionalColumn(DELAY);
        offsetColumn = table.optionalColumn(OFFSET);
        table.rejectOtherColumns();
    }

    /** Reads the synapses and adds all projections to the builder. */
    static void read(Path file, NetworkHeader header, Neurons neurons, NetworkBuilder builder) throws FormatException {
        try (CsvTable table = CsvTable.open(file)) {
            SynapsesCsv synapses = new SynapsesCsv(table, header, neurons);
            while (table.next()) {
                synapses.readRow();
            }
            synapses.addTo(builder);
        }
    }

    private void readRow() throws FormatException {
        int from = neuron(sourceColumn);
        int to = neuron(targetColumn);
        int sourcePopulation = neurons.population(from);
        int targetPopulation = neurons.population(to);
        PopulationEntry sender = header.populations().get(sourcePopulation);
        if (sender.model().kind() == NeuronKind.LEAKY_INTEGRATOR) {
            throw table.error(
                    sourceColumn,
                    "must not be in population " + Messages.quote(sender.name()) + ", a "
                            + sender.model().kind().label() + " makes no spikes");
        }
        PopulationEntry receiver = header.populations().get(targetPopulation);
        if (!receiver.model().kind().hasState()) {
            throw table.error(
                    targetColumn,
                    "must not be in population " + Messages.quote(receiver.name()) + ", a "
                            + receiver.model().kind().label() + " cannot receive synapses");
        }
        boolean spatial = table.isBlank(delayColumn);
        int own = spatial ? offsetColumn : delayColumn;
        if (!spatial && !table.isBlank(offsetColumn)) {
            throw table.error(offsetColumn, "must be empty where a " + DELAY + " is given");
        }
        int place = slots.take(sourcePopulation, targetPopulation, spatial);
        if (place == ProjectionSlots.FULL) {
            throw table.error("is one more synapse " + slots.describe(sourcePopulation, targetPopulation, spatial)
                    + " than the projections in " + NetworkJson.NAME + " hold");
        }
        slot.add(place);
        source.add(neurons.indexInPopulation(from));
        target.add(neurons.indexInPopulation(to));
        weight.add(table.number(weightColumn));
        delay.add(table.isBlank(own) ? 0 : time(own));
    }

    private int neuron(int column) throws FormatException {
        int neuron = neurons.ids().neuron(table.integer(column));
        if (neuron == NeuronIds.NONE) {
            throw table.error(column, "must be the id of a neuron in " + NeuronsCsv.NAME);
        }
        return neuron;
    }

    private double time(int column) throws FormatException {
        double value = table.number(column);
        if (value < 0) {
            throw table.error(column, "must be finite and at least 0");
        }
        return value;
    }

    private void addTo(NetworkBuilder builder) throws FormatException {
        slots.requireFull(table);
        int[] first = new int[slots.count() + 1];
        for (int s = 0; s < slot.size(); s++) {
            first[slot.get(s) + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        int[] order = new int[slot.size()];
        for (int s = 0; s < order.length; s++) {
            order[next[slot.get(s)]++] = s;
        }
        for (int p = 0; p < slots.count(); p++) {
            ProjectionEntry entry = slots.entry(p);
            int[] rows = Arrays.copyOfRange(order, first[p], first[p + 1]);
            builder.synapses(
                    header.populations().get(entry.source()).name(),
                    header.populations().get(entry.target()).name(),
                    entry.spatial(),
                    pick(source, rows),
                    pick(target, rows),
                    pick(weight, rows),
                    pick(delay, rows));
        }
    }

    private static int[] pick(IntArrayList values, int[] rows) {
        int[] picked = new int[rows.length];
        for (int k = 0; k < rows.length; k++) {
            picked[k] = values.get(rows[k]);
        }
        return picked;
    }

    private static double[] pick(DoubleArrayList values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            picked[k] = values.get(rows[k]);
        }
        return picked;
    }

    static void write(Path file, Network network, NeuronIds ids) throws IOException {
        Parameters numbers = network.parameters();
        boolean anyGiven = network.projections().stream().anyMatch(p -> !p.spatial() && p.size() > 0);
        boolean anyOffset = network.projections().stream().anyMatch(p -> p.spatial() && hasOffset(p, numbers));
        List<String> columns = new ArrayList<>(List.of(SOURCE, TARGET, WEIGHT));
        if (anyGiven) {
            columns.add(DELAY);
        }
        if (anyOffset) {
            columns.add(OFFSET);
        }
        AtomicFiles.write(file, out -> {
            CsvTableWriter table = new CsvTableWriter(out, columns.toArray(String[]::new));
            for (Projection projection : network.projections()) {
                for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                    table.cell(ids.id(network.source(s))).cell(ids.id(network.target(s)));
                    table.cell(numbers.weight()[s]);
                    if (anyGiven) {
                        cellIf(!projection.spatial(), numbers.delay()[s], table);
                    }
                    if (anyOffset) {
                        cellIf(projection.spatial(), numbers.delay()[s], table);
                    }
                    table.endRow();
                }
            }
        });
    }

    private static boolean hasOffset(Projection projection, Parameters numbers) {
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            // Bits, because an offset of -0 is not the 0 that an absent one stands for.
            if (Double.doubleToRawLongBits(numbers.delay()[s]) != 0) {
                return true;
            }
        }
        return false;
    }

    private static void cellIf(boolean condition, double value, CsvTableWriter table) throws IOException {
        if (condition) {
            table.cell(value);
        } else {
            table.blank();
        }
    }

    /** Assigns synapses to the projections that {@code network.json} lists, or else to those they make up. */
    private static final class ProjectionSlots {

        static final int FULL = -1;

        private final NetworkHeader header;
        private final List<ProjectionEntry> entries = new ArrayList<>();
        private final IntArrayList taken = new IntArrayList();
        private final LongIntHashMap current = new LongIntHashMap();

        ProjectionSlots(NetworkHeader header) {
            this.header = header;
            if (header.projections() != null) {
                header.projections().forEach(this::add);
            }
        }

        private void add(ProjectionEntry entry) {
            current.putIfAbsent(key(entry.source(), entry.target(), entry.spatial()), entries.size());
            entries.add(entry);
            taken.add(0);
        }

        private long key(int source, int target, boolean spatial) {
            return 2 * ((long) source * header.populations().size() + target) + (spatial ? 1 : 0);
        }

        int count() {
            return entries.size();
        }

        ProjectionEntry entry(int p) {
            return entries.get(p);
        }

        /** Returns the projection of one more synapse between two populations, or {@link #FULL}. */
        int take(int source, int target, boolean spatial) {
            long key = key(source, target, spatial);
            int p = current.getOrDefault(key, FULL);
            if (header.projections() == null) {
                if (p == FULL) {
                    p = entries.size();
                    add(new ProjectionEntry(source, target, spatial, NetworkHeader.ANY_SIZE));
                }
                return p;
            }
            while (p != FULL && taken.get(p) == entries.get(p).size()) {
                p = following(p);
            }
            current.put(key, p);
            if (p != FULL) {
                taken.set(p, taken.get(p) + 1);
            }
            return p;
        }

        private int following(int p) {
            ProjectionEntry full = entries.get(p);
            for (int q = p + 1; q < entries.size(); q++) {
                ProjectionEntry entry = entries.get(q);
                if (entry.source() == full.source()
                        && entry.target() == full.target()
                        && entry.spatial() == full.spatial()) {
                    return q;
                }
            }
            return FULL;
        }

        void requireFull(CsvTable table) throws FormatException {
            for (int p = 0; p < entries.size(); p++) {
                ProjectionEntry entry = entries.get(p);
                if (entry.size() != NetworkHeader.ANY_SIZE && taken.get(p) != entry.size()) {
                    throw table.fileError("has " + taken.get(p) + " synapses "
                            + describe(entry.source(), entry.target(), entry.spatial()) + ", must be " + entry.size()
                            + " as projections[" + p + "] in " + NetworkJson.NAME + " says");
                }
            }
        }

        String describe(int source, int target, boolean spatial) {
            return Messages.quote(header.projectionName(source, target))
                    + (spatial ? " with a spatial delay" : " with a given delay");
        }
    }
}
