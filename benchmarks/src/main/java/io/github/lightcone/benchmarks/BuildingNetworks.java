package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.connectivity.RowDistribution;
import io.github.lightcone.connectivity.RowGenerator;
import io.github.lightcone.connectivity.RowGenerators;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.space.Positions;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Times how networks are built: generated rows into compact synapses, N1 into either layout, and the update of T10 after
 * its neurons have moved by a thousandth. With one thread, time is its processor time, otherwise that of the clock.
 *
 * <pre>
 *     java -Xmx4g -cp benchmarks.jar io.github.lightcone.benchmarks.BuildingNetworks [THREADS [NEURONS [OUTDEGREE]]]
 * </pre>
 */
public final class BuildingNetworks {

    private static final int REPEATS = 3;
    private static final int UPDATES = 50;

    private BuildingNetworks() {}

    /** Measures with the given number of threads, neurons and synapses of each; prints one line per figure. */
    public static void main(String[] arguments) {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        int neurons = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int outdegree = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        generated(neurons, outdegree, threads);
        explicit(threads);
        moved(threads);
    }

    private static void generated(int size, int outdegree, int threads) {
        Network neurons = Network.inDimensions(3)
                .conductionSpeed(0.3)
                .population("cells", Lif.of(20, 5), Positions.uniform(size, 3, 0, 1, new SplittableRandom(1)))
                .build();
        NeuronRange cells = neurons.population("cells").neurons();
        RowDistribution weight = (source, random) -> source < 0.8 * size ? 0.96 : -4.8;
        RowDistribution none = RowDistribution.constant(0);
        RowGenerator fixed = RowGenerators.fixedOutdegree(cells, cells, outdegree, weight, none, 1);
        RowGenerator bernoulli =
                RowGenerators.pairwiseBernoulli(cells, cells, (double) outdegree / size, true, weight, none, 1);
        BuildOptions options = BuildOptions.defaults().withThreads(threads);
        for (int k = 0; k < REPEATS; k++) {
            generated("fixed outdegree", neurons, fixed, options);
            generated("fixed outdegree, two parts", neurons, fixed, options.withParts(2));
            generated("pairwise Bernoulli", neurons, bernoulli, options);
        }
    }

    private static void generated(String name, Network neurons, RowGenerator rows, BuildOptions options) {
        long before = Machine.heapUsed();
        long start = now(options.threads());
        CompiledNetwork compiled = CompiledNetwork.compact(neurons, rows, true, options);
        double nanos = now(options.threads()) - start;
        long held = Machine.heapUsed() - before;
        double size = compiled.synapseCount();
        print("%s: %.1f ns per synapse, %.2f bytes per synapse held", name, nanos / size, held / size);
    }

    private static void explicit(int threads) {
        Network network = PeerNetworks.N1.network(1).orElseThrow();
        double size = network.synapseCount();
        for (int k = 0; k < REPEATS; k++) {
            long start = now(threads);
            CompiledNetwork.of(network, threads, Progress.none());
            long middle = now(threads);
            CompiledNetwork.compact(network, BuildOptions.defaults().withThreads(threads));
            long end = now(threads);
            print(
                    "N1 explicit: doubles %.1f ns, compact %.1f ns per synapse",
                    (middle - start) / size, (end - middle) / size);
        }
    }

    private static void moved(int threads) {
        Network network = PeerNetworks.T10.network(1).orElseThrow();
        double size = network.synapseCount();
        CompiledNetwork compiled = CompiledNetwork.of(network, threads, Progress.none());
        SplittableRandom random = new SplittableRandom(1);
        Parameters parameters = network.parameters();
        for (int k = 0; k < REPEATS; k++) {
            double still = 0;
            double changed = 0;
            for (int update = 0; update < UPDATES; update++) {
                long start = now(threads);
                compiled.update(parameters);
                long middle = now(threads);
                still += middle - start;
                double[] position = parameters.position();
                for (int i = 0; i < position.length; i++) {
                    position[i] *= 1 + 1e-3 * (2 * random.nextDouble() - 1);
                }
                long moved = now(threads);
                compiled.update(parameters);
                changed += now(threads) - moved;
            }
            print(
                    "T10 update: %.1f ns per synapse, %.1f after moving by 0.1 %%",
                    still / UPDATES / size, changed / UPDATES / size);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static long now(int threads) {
        return threads == 1 ? Machine.processorTime() : System.nanoTime();
    }
}
