package io.github.lightcone.cli.options;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.SpikeLimitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which network to run, on what, and for how long. */
public final class RunOptions {

    /** The largest number of threads that can be asked for. */
    public static final int MOST_THREADS = 1024;

    @Parameters(paramLabel = "NETWORK", description = "Folder with network.json, neurons.csv and synapses.csv.")
    private Path network;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Spikes of the spike sources: CSV with the columns neuron, time (ms), ordered by time. "
                    + "Needed unless the network has no spike sources.")
    private Path input;

    @Option(names = "--until", required = true, paramLabel = "MS", description = "End of the run, ms.")
    private double until;

    @Option(
            names = "--max-spikes",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Give up after this many spikes in a run (${DEFAULT-VALUE}).")
    private int maxSpikes;

    /** Returns the end of the run, ms; at least 0. */
    public double until() {
        if (!(until >= 0 && until < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("--until = " + until + ", must be finite and at least 0");
        }
        return until;
    }

    /** Returns the number of spikes after which a run is given up. */
    public int maxSpikes() {
        return requireFromOne("--max-spikes", maxSpikes, Integer.MAX_VALUE);
    }

    /** Returns the complaint about a run that made more spikes than {@code --max-spikes} allows. */
    public static IllegalArgumentException explain(SpikeLimitException tooMany, String written) {
        return new IllegalArgumentException(
                "the run made more than " + tooMany.limit() + " spikes, the most that --max-spikes allows, by "
                        + tooMany.time() + " ms: the network runs away, or the limit is too low for it; " + written,
                tooMany);
    }

    /** Reads the network. */
    public NetworkFolder readNetwork() throws IOException {
        return NetworkFolder.read(network);
    }

    /** Reads the spikes that go in; none if the network has no sources. */
    public SpikeTrains readInput(NetworkFolder folder) throws IOException {
        if (input != null) {
            return SpikesCsv.read(input, folder, until());
        }
        List<String> sources = folder.network().populations().stream()
                .filter(population -> !population.kind().hasState())
                .map(Population::name)
                .toList();
        if (!sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "--input is missing, the network has spike sources: " + String.join(", ", sources));
        }
        return SpikeTrains.none();
    }

    /** Reads the spikes that go into a run that is resumed, all after its pause; none unless they are given. */
    public SpikeTrains readInputAfter(double pause, NetworkFolder folder) throws IOException {
        return input == null ? SpikeTrains.none() : SpikesCsv.readAfter(input, folder, pause, until());
    }

    /** Returns whether spikes are given that go in. */
    public boolean hasInput() {
        return input != null;
    }

    /** Throws, naming the option, if a file to be written is one of those that are read. */
    public void requireNoInput(String option, Path file) throws IOException {
        if (input != null && isSame(file, input)) {
            throw new IllegalArgumentException(option + " is " + file + ", which is also the input");
        }
        for (String part :
                List.of("network.json", "neurons.csv", "synapses.csv", "neurons.csv.gz", "synapses.csv.gz")) {
            if (isSame(file, network.resolve(part))) {
                throw new IllegalArgumentException(option + " is " + file + ", which is part of the network");
            }
        }
    }

    /** Returns whether two paths lead to one file, however they are spelt. */
    public static boolean isSame(Path file, Path other) throws IOException {
        if (Files.exists(file) && Files.exists(other)) {
            return Files.isSameFile(file, other);
        }
        return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** Throws, naming the option, unless its value is from 1 to {@code most}; returns the value. */
    public static int requireFromOne(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(option + " = " + value + ", must be from 1 to " + most);
        }
        return value;
    }

    /** Throws, naming the option, unless its value is finite and above 0. */
    public static void requirePositive(String option, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(option + " = " + value + ", must be finite and above 0");
        }
    }
}
