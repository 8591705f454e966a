package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Recurrent random networks driven by constant currents. Leaky integrate-and-fire neurons with time constants of 20 and
 * 5 ms and a refractory time of 2 ms, at random in a cube of 1 mm; delays at 0.3 mm/ms; four of five neurons excite, and
 * inhibition is five times as strong. A voltage of 20 stands for 20 mV.
 *
 * @param neurons number of neurons, a multiple of 5
 * @param synapses number of synapses per neuron
 * @param excitation weight of an excitatory synapse
 * @param lowestBias least drive of a neuron
 * @param highestBias greatest drive of a neuron
 */
record RandomNetwork(int neurons, int synapses, double excitation, double lowestBias, double highestBias) {

    /** Returns N2 with other numbers of neurons and synapses. */
    static Network of(int neurons, int synapses) {
        return new RandomNetwork(neurons, synapses, 3.04, 15.2, 20.8).network(1);
    }

    /** Returns the same with leaky integrators, "output", that listen to all other neurons. */
    static Network withOutput(int neurons, int synapses, int outputs) {
        RandomNetwork numbers = new RandomNetwork(neurons, synapses, 3.04, 15.2, 20.8);
        SplittableRandom random = new SplittableRandom(1);
        int size = neurons * synapses;
        int[] source = random.ints(size, 0, neurons).toArray();
        int[] target = new int[size];
        Arrays.setAll(target, s -> s / synapses);
        double[] weight = Arrays.stream(source).mapToDouble(numbers::weight).toArray();
        return numbers.cells(random)
                .synapses("cells", "cells", true, source, target, weight, null)
                .population("output", LeakyIntegrator.of(20, 5), Positions.uniform(outputs, 3, 0, 1, random))
                .connect(
                        "cells",
                        "output",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 1),
                        Delays.spatial(),
                        random)
                .build();
    }

    /** Returns the network; every neuron receives the same number of synapses. */
    Network network(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = Math.multiplyExact(neurons, synapses);
        int[] source = new int[size];
        int[] target = new int[size];
        double[] weight = new double[size];
        for (int s = 0; s < size; s++) {
            source[s] = random.nextInt(neurons);
            target[s] = s / synapses;
            weight[s] = weight(source[s]);
        }
        return cells(random)
                .synapses("cells", "cells", true, source, target, weight, null)
                .build();
    }

    /** Returns the weight of the synapses of a neuron. */
    double weight(int source) {
        return source < neurons / 5 * 4 ? excitation : -5 * excitation;
    }

    /** Starts a network with its neurons, the population "cells". */
    NetworkBuilder cells(SplittableRandom random) {
        return Network.inDimensions(3)
                .conductionSpeed(0.3)
                .population(
                        "cells",
                        Lif.of(20, 5).withThreshold(20).withRefractory(2),
                        Positions.uniform(neurons, 3, 0, 1, random))
                .override(
                        "cells",
                        NeuronParameter.BIAS,
                        random.doubles(neurons, lowestBias, highestBias).toArray())
                .override(
                        "cells",
                        NeuronParameter.V_INITIAL,
                        random.doubles(neurons, 0, 19).toArray());
    }
}
