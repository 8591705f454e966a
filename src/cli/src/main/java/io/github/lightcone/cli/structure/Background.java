package io.github.lightcone.cli.structure;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.simulate.Watch;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.simulation.Simulation;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Poisson spikes for every region, from a spike source of its own at the same place, without delay. */
final class Background {

    /** The name of the population of sources. */
    static final String POPULATION = "background";

    private static final double MS_PER_SECOND = 1000;
    private static final int MOST_SPIKES = 10_000_000;

    @Option(
            names = "--background",
            required = true,
            paramLabel = "RATE",
            description = "Spikes per second into every region.")
    private double rate;

    @Option(
            names = "--background-weight",
            paramLabel = "W",
            defaultValue = "3",
            description = "Weight of the synapse from a source to its region (${DEFAULT-VALUE}).")
    private double weight;

    @Option(
            names = "--spikes",
            paramLabel = "FILE",
            description = "Where to write the spikes that go in, for 'lightcone simulate'.")
    private Path file;

    @Option(
            names = "--simulate",
            paramLabel = "FILE",
            description = "Simulate the network, and write the spikes of the regions to this file.")
    private Path result;

    @Option(names = "--until", required = true, paramLabel = "MS", description = "How long the spikes go on, ms.")
    private double until;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the spikes; every region has a stream of its own (${DEFAULT-VALUE}).")
    private long seed;

    /** Throws unless the numbers are allowed and the file can be written, which must not be there yet. */
    void check(Path input) throws IOException {
        RunOptions.requirePositive("--background", rate);
        RunOptions.requirePositive("--until", until);
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("--background-weight = " + weight + ", must be finite");
        }
        if (file == null && result == null) {
            throw new IllegalArgumentException("--background needs --spikes FILE, --simulate FILE or both");
        }
        if (file != null && result != null && RunOptions.isSame(file, result)) {
            throw new IllegalArgumentException("--spikes and --simulate are both " + file + ", must be two files");
        }
        for (Path place : Arrays.asList(file, result)) {
            if (place != null) {
                if (Files.exists(input) && RunOptions.isSame(place, input)) {
                    throw new IllegalArgumentException(place + " is also the connectome");
                }
                AtomicFiles.requireAbsentFile(place);
            }
        }
    }

    /** Returns where the spikes that go in are written. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Returns where the spikes of a simulation are written, if there is to be one. */
    Optional<Path> result() {
        return Optional.ofNullable(result);
    }

    /**
     * Runs a network on its background.
     *
     * @throws IllegalArgumentException if it makes more spikes than a run may
     */
    Tape simulate(Network network, SpikeTrains spikes, Watch watch, int threads) {
        Simulator simulator =
                new Simulator(watch.compile(network, threads)).threads(threads).spikeLimit(MOST_SPIKES);
        try {
            Simulation run = simulator.start(spikes);
            watch.run(run, until);
            return run.tape();
        } catch (SpikeLimitException tooMany) {
            throw new IllegalArgumentException(
                    "the run made more than " + tooMany.limit() + " spikes by " + tooMany.time()
                            + " ms: the network runs away; a smaller --weight-scale may keep it; nothing was written",
                    tooMany);
        }
    }

    /** Returns the network with a source before every region. Sources have the numbers after those of the regions. */
    Network addTo(Network regions) {
        Population population = regions.populations().get(0);
        Projection projection = regions.projections().get(0);
        Positions positions =
                Positions.of(regions.dimensions(), regions.parameters().position());
        NetworkBuilder builder = Network.inDimensions(regions.dimensions())
                .conductionSpeed(regions.conductionSpeed())
                .population(population.name(), population.model(), positions)
                .population(POPULATION, new SpikeSource(), positions);
        int[] synapses = IntStream.range(0, regions.synapseCount()).toArray();
        int[] one = IntStream.range(0, population.size()).toArray();
        double[] weights = new double[one.length];
        Arrays.fill(weights, weight);
        return builder.synapses(
                        population.name(),
                        population.name(),
                        projection.spatial(),
                        Arrays.stream(synapses).map(regions::source).toArray(),
                        Arrays.stream(synapses).map(regions::target).toArray(),
                        regions.parameters().weight(),
                        regions.parameters().delay())
                .synapses(POPULATION, population.name(), false, one, one, weights, null)
                .build();
    }

    /**
     * Returns the spikes.
     *
     * @param regions number of regions, after which the numbers of the sources begin
     * @throws IllegalArgumentException if they are more than a table can hold
     */
    SpikeTrains spikes(int regions) {
        double expected = regions * rate * until / MS_PER_SECOND;
        if (expected > 1e8) {
            throw new IllegalArgumentException("--background = " + rate + " for " + until + " ms makes about "
                    + (long) expected + " spikes, must be at most 100000000");
        }
        double[] times = new double[16];
        int[] sources = new int[16];
        int count = 0;
        for (int n = 0; n < regions; n++) {
            SeededRandom random = new SeededRandom(seed, n);
            double time = interval(random);
            while (time < until) {
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                    sources = Arrays.copyOf(sources, 2 * count);
                }
                times[count] = time;
                sources[count++] = regions + n;
                time += interval(random);
            }
        }
        return sorted(times, sources, count);
    }

    private double interval(SeededRandom random) {
        return -Math.log(1 - random.nextDouble()) * MS_PER_SECOND / rate;
    }

    private static SpikeTrains sorted(double[] times, int[] sources, int count) {
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Double.compare(times[a], times[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int k : order) {
            spikes.add(sources[k], times[k]);
        }
        return spikes.build();
    }
}
