package io.github.lightcone.cli.simulate;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.NeuronIds;
import io.github.lightcone.network.Population;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Which voltages to record, and where to. */
final class VoltageOptions {

    private static final int MOST_VALUES = 50_000_000;

    @Option(
            names = "--voltage",
            required = true,
            paramLabel = "FILE",
            description = "Where to write voltages and currents: CSV with the columns time, neuron, voltage, current.")
    private Path file;

    @Option(
            names = "--sample-every",
            paramLabel = "MS",
            defaultValue = "1",
            description = "Time between samples, ms (${DEFAULT-VALUE}); spikes do not depend on it.")
    private double sampleEvery;

    @Option(
            names = "--neurons",
            paramLabel = "ID",
            split = ",",
            description = "Neurons to record, ids separated by commas (default: all but spike sources).")
    private long[] ids;

    Path file() {
        return file;
    }

    /** Returns a table for the recording. */
    VoltageTable table(NetworkFolder folder, double until) {
        RunOptions.requirePositive("--sample-every", sampleEvery);
        int[] neurons = ids == null ? withState(folder) : chosen(folder);
        double samples = Math.floor(until / sampleEvery) + 1;
        if (samples * neurons.length > MOST_VALUES) {
            throw new IllegalArgumentException("--sample-every = " + sampleEvery + " makes " + samples + " samples of "
                    + neurons.length + " neurons, must be at most " + MOST_VALUES + " values");
        }
        double[] times = IntStream.range(0, (int) samples)
                .mapToDouble(sample -> Math.min(sample * sampleEvery, until))
                .toArray();
        return new VoltageTable(folder.ids(), neurons, times);
    }

    private static int[] withState(NetworkFolder folder) {
        return folder.network().populations().stream()
                .filter(population -> population.kind().hasState())
                .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                .toArray();
    }

    private int[] chosen(NetworkFolder folder) {
        int[] neurons = new int[ids.length];
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < ids.length; row++) {
            int neuron = folder.ids().neuron(ids[row]);
            if (neuron == NeuronIds.NONE) {
                throw new IllegalArgumentException("--neurons: " + ids[row] + ", must be the id of a neuron");
            }
            Population population = folder.network().populationOf(neuron);
            if (!population.kind().hasState()) {
                throw new IllegalArgumentException("--neurons: " + ids[row] + " is in population '" + population.name()
                        + "', a spike_source has no voltage");
            }
            if (!seen.add(ids[row])) {
                throw new IllegalArgumentException("--neurons: " + ids[row] + " is there twice");
            }
            neurons[row] = neuron;
        }
        return neurons;
    }
}
