package io.github.lightcone.formats;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongLongHashMap;
import io.github.lightcone.formats.NetworkHeader.PopulationEntry;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file {@code neurons.csv}: a row per neuron, in any order. */
final class NeuronsCsv {

    static final String NAME = "neurons.csv";

    private static final String[] AXES = {"x", "y", "z"};

    private final CsvTable table;
    private final NetworkHeader header;
    private final Map<String, Integer> populationOf = new HashMap<>();
    private final List<EnumMap<NeuronParameter, Double>> defaults = new ArrayList<>();
    private final List<NeuronParameter> parameters = new ArrayList<>();

    private final int idColumn;
    private final int populationColumn;
    private final int[] axisColumn;
    private final IntArrayList parameterColumn = new IntArrayList();

    private final LongLongHashMap lineOfId = new LongLongHashMap();
    private final LongArrayList id = new LongArrayList();
    private final IntArrayList population = new IntArrayList();
    private final DoubleArrayList position = new DoubleArrayList();
    private final DoubleArrayList override = new DoubleArrayList();

    private NeuronsCsv(CsvTable table, NetworkHeader header) throws FormatException {
        this.table = table;
        this.header = header;
        for (PopulationEntry entry : header.populations()) {
            populationOf.put(entry.name(), populationOf.size());
            defaults.add(Models.values(entry.model()));
        }
        idColumn = table.column("id");
        populationColumn = table.column("population");
        String[] axes = axes(header.dimensions());
        axisColumn = new int[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            axisColumn[axis] = table.column(axes[axis]);
        }
        for (NeuronParameter parameter : NeuronParameter.values()) {
            int column = table.optionalColumn(parameter.label());
            if (column != CsvTable.ABSENT) {
                parameters.add(parameter);
                parameterColumn.add(column);
            }
        }
        table.rejectOtherColumns();
    }

    /** Returns the names of the coordinate columns: x, y, z, or x0, x1 ... from four dimensions on. */
    static String[] axes(int dimensions) {
        String[] names = new String[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            names[axis] = dimensions <= AXES.length ? AXES[axis] : "x" + axis;
        }
        return names;
    }

    /** The neurons of a file by their number in the network. */
    static final class Neurons {

        private final NeuronIds ids;
        private final int[] population;
        private final int[] first;

        private Neurons(NeuronIds ids, int[] population, int[] first) {
            this.ids = ids;
            this.population = population;
            this.first = first;
        }

        NeuronIds ids() {
            return ids;
        }

        /** Returns the index of the population of a neuron. */
        int population(int neuron) {
            return population[neuron];
        }

        /** Returns the index of a neuron within its population. */
        int indexInPopulation(int neuron) {
            return neuron - first[population[neuron]];
        }
    }

    /** Reads the neurons and adds all populations to the builder. */
    static Neurons read(Path file, NetworkHeader header, NetworkBuilder builder) throws FormatException {
        try (CsvTable table = CsvTable.open(file)) {
            NeuronsCsv neurons = new NeuronsCsv(table, header);
            while (table.next()) {
                neurons.readRow();
            }
            return neurons.addTo(builder);
        }
    }

    private void readRow() throws FormatException {
        long neuronId = table.integer(idColumn);
        if (!lineOfId.putIfAbsent(neuronId, table.line())) {
            throw table.error(idColumn, "must be unique, it is also in line " + lineOfId.get(neuronId));
        }
        id.add(neuronId);
        Integer index = populationOf.get(table.text(populationColumn));
        if (index == null) {
            throw table.error(
                    populationColumn,
                    "must be one of "
                            + Messages.list(header.populations().stream()
                                    .map(PopulationEntry::name)
                                    .toList()));
        }
        population.add(index);
        for (int column : axisColumn) {
            position.add(table.number(column));
        }
        readOverrides(index);
    }

    private void readOverrides(int index) throws FormatException {
        NeuronModel model = header.populations().get(index).model();
        EnumMap<NeuronParameter, Double> values = null;
        for (int k = 0; k < parameters.size(); k++) {
            int column = parameterColumn.get(k);
            if (table.isBlank(column)) {
                override.add(Double.NaN);
                continue;
            }
            NeuronParameter parameter = parameters.get(k);
            if (!parameter.appliesTo(model.kind())) {
                throw table.error(column, "must be empty, a " + model.kind().label() + " has no " + parameter.label());
            }
            double value = table.number(column);
            override.add(value);
            if (values == null) {
                values = defaults.get(index).clone();
            }
            values.put(parameter, value);
        }
        if (values != null) {
            try {
                Models.model(model.kind(), values);
            } catch (IllegalArgumentException outOfRange) {
                throw table.error(outOfRange.getMessage());
            }
        }
    }

    private Neurons addTo(NetworkBuilder builder) throws FormatException {
        int count = id.size();
        int[] first = firstNeurons();
        int[] next = first.clone();
        int[] rowOf = new int[count];
        int[] sortedPopulation = new int[count];
        long[] sortedId = new long[count];
        for (int row = 0; row < count; row++) {
            int neuron = next[population.get(row)]++;
            rowOf[neuron] = row;
            sortedPopulation[neuron] = population.get(row);
            sortedId[neuron] = id.get(row);
        }
        for (int p = 0; p < first.length; p++) {
            int end = p + 1 < first.length ? first[p + 1] : count;
            addPopulation(builder, p, rowOf, first[p], end);
        }
        return new Neurons(NeuronIds.of(sortedId), sortedPopulation, first);
    }

    private int[] firstNeurons() throws FormatException {
        int[] size = new int[header.populations().size()];
        for (int row = 0; row < population.size(); row++) {
            size[population.get(row)]++;
        }
        int[] first = new int[size.length];
        for (int p = 0; p < size.length; p++) {
            PopulationEntry entry = header.populations().get(p);
            String name = Messages.quote(entry.name());
            if (size[p] == 0) {
                throw table.fileError("has no neuron of population " + name);
            }
            if (entry.size() != NetworkHeader.ANY_SIZE && entry.size() != size[p]) {
                throw table.fileError("has " + size[p] + " neurons of population " + name + ", must be " + entry.size()
                        + " as " + NetworkJson.NAME + " says");
            }
            if (p > 0) {
                first[p] = first[p - 1] + size[p - 1];
            }
        }
        return first;
    }

    private void addPopulation(NetworkBuilder builder, int p, int[] rowOf, int from, int to) {
        PopulationEntry entry = header.populations().get(p);
        int dimensions = header.dimensions();
        double[] coordinates = new double[(to - from) * dimensions];
        for (int n = from; n < to; n++) {
            System.arraycopy(position.buffer, rowOf[n] * dimensions, coordinates, (n - from) * dimensions, dimensions);
        }
        builder.population(entry.name(), entry.model(), Positions.of(dimensions, coordinates));
        for (int k = 0; k < parameters.size(); k++) {
            double usual = parameters.get(k).of(entry.model());
            double[] values = new double[to - from];
            boolean any = false;
            for (int n = from; n < to; n++) {
                double own = override.get(rowOf[n] * parameters.size() + k);
                any |= !Double.isNaN(own);
                values[n - from] = Double.isNaN(own) ? usual : own;
            }
            if (any) {
                builder.override(entry.name(), parameters.get(k), values);
            }
        }
    }

    static void write(Path file, Network network, NeuronIds ids) throws IOException {
        Parameters numbers = network.parameters();
        List<NeuronParameter> written = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("id", "population"));
        columns.addAll(List.of(axes(network.dimensions())));
        for (NeuronParameter parameter : NeuronParameter.values()) {
            if (isOverridden(network, numbers, parameter)) {
                written.add(parameter);
                columns.add(parameter.label());
            }
        }
        int dimensions = network.dimensions();
        AtomicFiles.write(file, out -> {
            CsvTableWriter table = new CsvTableWriter(out, columns.toArray(String[]::new));
            for (Population population : network.populations()) {
                for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                    table.cell(ids.id(n)).cell(population.name());
                    for (int axis = 0; axis < dimensions; axis++) {
                        table.cell(numbers.position()[n * dimensions + axis]);
                    }
                    for (NeuronParameter parameter : written) {
                        if (differs(population, parameter, numbers, n)) {
                            table.cell(parameter.of(numbers)[n]);
                        } else {
                            table.blank();
                        }
                    }
                    table.endRow();
                }
            }
        });
    }

    private static boolean isOverridden(Network network, Parameters numbers, NeuronParameter parameter) {
        for (Population population : network.populations()) {
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                if (differs(population, parameter, numbers, n)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Compares bits, because 0 and -0 are not the same number here. */
    private static boolean differs(Population population, NeuronParameter parameter, Parameters numbers, int n) {
        return parameter.appliesTo(population.kind())
                && Double.doubleToRawLongBits(parameter.of(numbers)[n])
                        != Double.doubleToRawLongBits(parameter.of(population.model()));
    }
}
