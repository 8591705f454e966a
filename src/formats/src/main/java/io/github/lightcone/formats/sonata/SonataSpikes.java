package io.github.lightcone.formats.sonata;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import io.github.lightcone.formats.hdf5.Hdf5Reader;
import io.github.lightcone.formats.hdf5.Hdf5Writer;
import io.github.lightcone.network.Population;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Spikes as a SONATA file: {@code /spikes/POPULATION/timestamps} (ms) and {@code node_ids}. The older layout, with
 * {@code timestamps} and {@code gids} right below {@code /spikes}, is read as well.
 */
public final class SonataSpikes {

    private static final String ROOT = "spikes";
    private static final String TIMES = "timestamps";
    private static final String IDS = "node_ids";
    private static final String OLD_IDS = "gids";

    private SonataSpikes() {}

    /**
     * Writes spikes, ordered by time, in place of the file of this name, if there is one. The format knows no examples;
     * each goes into a file of its own.
     *
     * @param circuit whose nodes make the spikes
     */
    public static void write(SpikeTrains spikes, SonataCircuit circuit, Path file) throws IOException {
        Hdf5Writer.write(file, root -> {
            root.putAttribute("magic", 0x0A7A, true);
            root.putAttribute("version", new int[] {0, 1}, true);
            WritableGroup all = root.putGroup(ROOT);
            for (Population population : circuit.network().populations()) {
                double[] time = new double[spikes.size()];
                long[] id = new long[spikes.size()];
                int size = 0;
                for (int k = 0; k < spikes.size(); k++) {
                    if (population.contains(spikes.neuron(k))) {
                        time[size] = spikes.time(k);
                        id[size++] = circuit.nodeId(spikes.neuron(k));
                    }
                }
                WritableGroup group = all.putGroup(population.name());
                group.putAttribute("sorting", "by_time");
                Hdf5Writer.put(group, TIMES, Arrays.copyOf(time, size)).putAttribute("units", "ms");
                Hdf5Writer.putUnsigned(group, IDS, Arrays.copyOf(id, size));
            }
        });
    }

    /**
     * Reads the spikes of all populations.
     *
     * @throws FormatException if the file is wrong, of the older layout, or names a population or node that the circuit
     *     does not have
     */
    public static SpikeTrains read(Path file, SonataCircuit circuit) throws IOException {
        Hdf5Reader in = Hdf5Reader.open(file);
        if (in.hasArray(ROOT + "/" + TIMES)) {
            throw in.error(ROOT, "has the older layout, the population of its spikes must be given");
        }
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (String name : in.children(ROOT)) {
            add(in, ROOT + "/" + name, IDS, name, circuit, spikes);
        }
        return spikes.build();
    }

    /**
     * Reads the spikes of one population, from a file of either layout.
     *
     * @throws FormatException if the file is wrong, or names a node that the population does not have
     */
    public static SpikeTrains read(Path file, SonataCircuit circuit, String population) throws IOException {
        Hdf5Reader in = Hdf5Reader.open(file);
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        if (in.hasArray(ROOT + "/" + TIMES)) {
            String ids = in.hasArray(ROOT + "/" + OLD_IDS) ? OLD_IDS : IDS;
            add(in, ROOT, ids, population, circuit, spikes);
        } else {
            add(in, ROOT + "/" + population, IDS, population, circuit, spikes);
        }
        return spikes.build();
    }

    private static void add(
            Hdf5Reader in,
            String path,
            String ids,
            String population,
            SonataCircuit circuit,
            SpikeTrains.Builder spikes)
            throws FormatException {
        List<String> populations =
                circuit.network().populations().stream().map(Population::name).toList();
        if (!populations.contains(population)) {
            throw in.error(
                    path,
                    "has spikes of population " + Messages.quote(population) + ", must be one of "
                            + Messages.list(populations));
        }
        String timesPath = path + "/" + TIMES;
        int size = in.length(timesPath);
        double[] time = in.doubles(timesPath, size);
        long[] id = in.longs(path + "/" + ids, size);
        String units = in.attribute(timesPath, "units");
        if (units != null && !units.equals("ms")) {
            throw in.error(timesPath, "has units = " + Messages.quote(units) + ", must be ms");
        }
        for (int k = 0; k < size; k++) {
            int neuron = circuit.neuron(population, id[k]);
            if (neuron == SonataCircuit.NONE) {
                throw in.error(
                        path + "/" + ids,
                        "has the element [" + k + "] = " + id[k] + ", no node of population "
                                + Messages.quote(population));
            }
            if (!(time[k] >= 0 && time[k] < Double.POSITIVE_INFINITY)) {
                throw in.error(
                        timesPath, "has the element [" + k + "] = " + time[k] + ", must be finite and at least 0");
            }
            spikes.add(neuron, time[k]);
        }
    }
}
