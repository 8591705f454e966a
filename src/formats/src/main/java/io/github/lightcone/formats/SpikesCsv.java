package io.github.lightcone.formats;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/** Spikes as a table with the columns {@code neuron} (an id) and {@code time} (ms), ordered by time. */
public final class SpikesCsv {

    private static final String NEURON = "neuron";
    private static final String TIME = "time";
    private static final String TIME_MS = "time_ms";

    private SpikesCsv() {}

    /**
     * Reads the spikes that are given to the sources of a network.
     *
     * @param end end of the run, ms; no spike may come later
     * @throws FormatException if the file cannot be read, has no spikes, or has one of a neuron that is no
     *     spike source, or at a time that is negative, beyond the end or before the spike above it
     */
    public static SpikeTrains read(Path file, NetworkFolder folder, double end) throws FormatException {
        return read(file, folder, 0, end, "must be between 0 and the end of the run, " + end + " ms");
    }

    /**
     * Reads the spikes that are given to the sources of a network after a pause. A spike at the very time of
     * the pause belongs to what was given before.
     *
     * @param pause ms; no spike may come at this time or before
     * @param end end of the run, ms; no spike may come later
     * @throws FormatException as {@link #read} does
     */
    public static SpikeTrains readAfter(Path file, NetworkFolder folder, double pause, double end)
            throws FormatException {
        String allowed = "must be after the pause at " + pause + " ms, up to the end of the run, " + end + " ms";
        return read(file, folder, Math.nextUp(pause), end, allowed);
    }

    private static SpikeTrains read(Path file, NetworkFolder folder, double first, double end, String allowed)
            throws FormatException {
        try (CsvTable table = CsvTable.open(file)) {
            int neuronColumn = table.column(NEURON);
            int timeColumn = timeColumn(table);
            table.rejectOtherColumns();
            SpikeTrains.Builder spikes = SpikeTrains.builder();
            double last = 0;
            boolean any = false;
            while (table.next()) {
                int neuron = source(table, neuronColumn, folder);
                double time = table.number(timeColumn);
                if (!(time >= first && time <= end)) {
                    throw table.error(timeColumn, allowed);
                }
                if (time < last) {
                    throw table.error(timeColumn, "must not be before the spike above it at " + last + " ms");
                }
                last = time;
                any = true;
                spikes.add(neuron, time);
            }
            if (!any) {
                throw table.fileError("is empty input, must have at least one spike below its header");
            }
            return spikes.build();
        }
    }

    private static int timeColumn(CsvTable table) throws FormatException {
        int alias = table.optionalColumn(TIME_MS);
        if (alias == CsvTable.ABSENT) {
            return table.column(TIME);
        }
        if (table.optionalColumn(TIME) != CsvTable.ABSENT) {
            throw table.error("columns " + TIME + " and " + TIME_MS + " are both there, must be one of the two");
        }
        return alias;
    }

    private static int source(CsvTable table, int column, NetworkFolder folder) throws FormatException {
        int neuron = folder.ids().neuron(table.integer(column));
        if (neuron == NeuronIds.NONE) {
            throw table.error(column, "must be the id of a neuron of the network");
        }
        Population population = folder.network().populationOf(neuron);
        if (population.kind().hasState()) {
            throw table.error(
                    column,
                    "must be a spike_source, population " + Messages.quote(population.name()) + " is a "
                            + population.kind().label());
        }
        return neuron;
    }

    /** Writes spikes in place of the file of this name, if there is one. */
    public static void write(Path file, NeuronIds ids, SpikeTrains spikes) throws IOException {
        AtomicFiles.write(file, out -> {
            CsvTableWriter table = new CsvTableWriter(out, NEURON, TIME);
            for (int k = 0; k < spikes.size(); k++) {
                table.cell(ids.id(spikes.neuron(k))).cell(spikes.time(k)).endRow();
            }
        });
    }

    /**
     * Writes the spikes of a run, in their order, in place of the file of this name, if there is one.
     *
     * @param folder the network that was run
     * @param withSources whether the spikes of sources, which went in, are written as well
     */
    public static void write(Path file, NetworkFolder folder, Tape tape, boolean withSources) throws IOException {
        AtomicFiles.write(file, text(folder, tape, withSources));
    }

    /** Returns what {@link #write(Path, NetworkFolder, Tape, boolean)} writes, as long as the tape holds this run. */
    public static AtomicFiles.TextAction text(NetworkFolder folder, Tape tape, boolean withSources) {
        BitSet sources = new BitSet();
        for (Population population : folder.network().populations()) {
            sources.set(
                    population.firstNeuron(),
                    population.endNeuron(),
                    !population.kind().hasState());
        }
        return out -> {
            CsvTableWriter table = new CsvTableWriter(out, NEURON, TIME);
            for (int k = 0; k < tape.spikeCount(); k++) {
                int neuron = tape.neuron(k);
                if (withSources || !sources.get(neuron)) {
                    table.cell(folder.ids().id(neuron)).cell(tape.time(k)).endRow();
                }
            }
        };
    }
}
