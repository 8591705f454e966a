package io.github.lightcone.examples;

import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.RowDistribution;
import io.github.lightcone.connectivity.RowGenerator;
import io.github.lightcone.connectivity.RowGenerators;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.space.Positions;
import java.util.SplittableRandom;

/**
 * A million synapses that are generated and never described one by one. Only the table that is executed is kept: 12
 * bytes per synapse.
 */
public final class LargeNetwork {

    private LargeNetwork() {}

    /** Runs the example; takes no arguments. */
    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        Network neurons = Network.inDimensions(3)
                .conductionSpeed(0.3)
                .population("excitatory", Lif.of(20, 5), Positions.uniform(8_000, 3, 0, 1, random))
                .population("inhibitory", Lif.of(20, 5), Positions.uniform(2_000, 3, 0, 1, random))
                .build();
        NeuronRange excitatory = neurons.population("excitatory").neurons();
        NeuronRange inhibitory = neurons.population("inhibitory").neurons();
        NeuronRange all = new NeuronRange(0, neurons.neuronCount());

        RowDistribution noOffset = RowDistribution.constant(0);
        RowGenerator rows = RowGenerators.fixedOutdegree(
                        excitatory, all, 100, RowDistribution.constant(0.1), noOffset, 1)
                .and(RowGenerators.pairwiseBernoulli(
                        inhibitory, all, 0.01, false, (source, draw) -> -draw.nextDouble(), noOffset, 2));
        BuildOptions options = BuildOptions.defaults().withProgress(LargeNetwork::show);
        CompiledNetwork compiled = CompiledNetwork.compact(neurons, rows, true, options);

        System.out.printf("%d synapses%n", compiled.synapseCount());
        System.out.printf("the longest delay is %.2f ms%n", compiled.longestDelay());
    }

    private static void show(double fraction) {
        System.out.printf("%3.0f %%%n", 100 * fraction);
    }
}
