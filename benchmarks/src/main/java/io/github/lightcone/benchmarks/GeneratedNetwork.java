package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.RowDistribution;
import io.github.lightcone.connectivity.RowGenerator;
import io.github.lightcone.connectivity.RowGenerators;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import java.util.SplittableRandom;

/**
 * N1 of any size, never described synapse by synapse: rows are generated into compact synapses. Every neuron sends 1,000
 * synapses to random targets, so that it receives about as many, and fires as in N1.
 */
final class GeneratedNetwork {

    private static final int OUTDEGREE = 1_000;

    /** What a neuron takes besides its synapses, bytes; roughly, and rather more than less. */
    private static final int BYTES_PER_NEURON = 400;

    /** Share of the heap that is left free. */
    private static final double SPARE = 0.15;

    private GeneratedNetwork() {}

    static CompiledNetwork of(int neurons, long seed, BuildOptions options) {
        RandomNetwork description = new RandomNetwork(neurons, OUTDEGREE, 0.96, 17.6, 27.2);
        Network network = description.cells(new SplittableRandom(seed)).build();
        NeuronRange cells = network.population("cells").neurons();
        RowGenerator rows = RowGenerators.fixedOutdegree(
                cells,
                cells,
                OUTDEGREE,
                (source, random) -> description.weight(source),
                RowDistribution.constant(0),
                seed);
        return CompiledNetwork.compact(network, rows, true, options);
    }

    /** Returns the number of neurons of the largest network that fits in this heap, a multiple of 1000. */
    static int largest() {
        double bytes = (1 - SPARE) * Runtime.getRuntime().maxMemory();
        return (int) (bytes / (12 * OUTDEGREE + BYTES_PER_NEURON)) / 1000 * 1000;
    }
}
