package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.ConnectionRule;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import java.util.Random;

/**
 * The recurrent random network of the benchmarks. Leaky integrate-and-fire neurons with time constants of 20 and 5 ms
 * and a refractory time of 2 ms, at random in a cube of 1 mm; delays at 0.3 mm/ms; four of five neurons excite, and
 * inhibition is five times as strong; every neuron receives the same number of synapses, from sources drawn with
 * replacement, and a constant drive of its own. With 100 synapses per neuron it is active at 9 Hz.
 */
final class RandomNetwork {

    private static final double WEIGHT = 0.152;
    private static final double INHIBITION = -5 * WEIGHT;

    private RandomNetwork() {}

    /**
     * Makes the network.
     *
     * @param neurons number of neurons, a multiple of 5
     * @param indegree number of synapses per neuron, a multiple of 5
     */
    static Network of(int neurons, int indegree) {
        return withOutput(neurons, indegree, 0);
    }

    /** Makes the network with leaky integrators, "output", that listen to all excitatory neurons. */
    static Network withOutput(int neurons, int indegree, int outputs) {
        Random random = new Random(1);
        int inhibitory = neurons / 5;
        NetworkBuilder builder = Network.inDimensions(3).conductionSpeed(0.3);
        add(builder, "excitatory", neurons - inhibitory, random);
        add(builder, "inhibitory", inhibitory, random);
        connect(builder, "excitatory", indegree - indegree / 5, WEIGHT, random);
        connect(builder, "inhibitory", indegree / 5, INHIBITION, random);
        if (outputs > 0) {
            builder.population("output", LeakyIntegrator.of(20, 5), Positions.uniform(outputs, 3, 0, 1, random));
            Distribution weights = Distribution.normal(0, WEIGHT);
            builder.connect("excitatory", "output", ConnectionRules.allToAll(), weights, Delays.spatial(), random);
        }
        return builder.build();
    }

    private static void add(NetworkBuilder builder, String name, int size, Random random) {
        builder.population(name, Lif.of(20, 5).withRefractory(2), Positions.uniform(size, 3, 0, 1, random));
        builder.override(
                name, NeuronParameter.BIAS, random.doubles(size, 0.85, 1.15).toArray());
        builder.override(
                name, NeuronParameter.V_INITIAL, random.doubles(size, 0, 0.9).toArray());
    }

    private static void connect(NetworkBuilder builder, String source, int indegree, double weight, Random random) {
        ConnectionRule rule = ConnectionRules.fixedIndegree(indegree);
        for (String target : new String[] {"excitatory", "inhibitory"}) {
            builder.connect(source, target, rule, Distribution.constant(weight), Delays.spatial(), random);
        }
    }
}
