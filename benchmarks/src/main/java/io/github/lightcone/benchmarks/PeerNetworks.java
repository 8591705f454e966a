package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.SplittableRandom;

/**
 * The networks whose speed is measured. N1 to N3 are recurrent, driven by constant currents, with positions in a cube of
 * 1 mm and a conduction speed of 0.3 mm/ms; four of five neurons excite, inhibition is five times as strong. In them a
 * voltage of 20 stands for 20 mV. T is of the size of a network that is trained.
 */
enum PeerNetworks {
    /** 10,000 neurons, 1,000 synapses each, 7 to 9 Hz. */
    N1 {
        @Override
        Network network(long seed) {
            return recurrent(10_000, 1_000, 0.96, 17.6, 27.2, seed);
        }
    },
    /** 1,000 neurons, 100 synapses each, about 7 Hz. */
    N2 {
        @Override
        Network network(long seed) {
            return recurrent(1_000, 100, 3.04, 15.2, 20.8, seed);
        }
    },
    /** 100,000 neurons, 100 synapses each, about 1 Hz. */
    N3 {
        @Override
        Network network(long seed) {
            return recurrent(100_000, 100, 1.6, 8, 20.48, seed);
        }
    },
    /** 700 inputs, 256 recurrent neurons, 20 leaky integrators, all delays from positions, about 10 Hz. */
    T10 {
        @Override
        Network network(long seed) {
            return trained(0.026, seed);
        }

        @Override
        SpikeTrains input(long seed) {
            return trainedInput(seed);
        }
    },
    /** The same at about 50 Hz. */
    T50 {
        @Override
        Network network(long seed) {
            return trained(0.075, seed);
        }

        @Override
        SpikeTrains input(long seed) {
            return trainedInput(seed);
        }
    };

    /** How long each is run, ms. */
    static final double END = 1000;

    private static final int INPUTS = 700;
    private static final int INPUT_SPIKES = 7000;

    /** Builds the network. */
    abstract Network network(long seed);

    /** Returns the spikes of its sources. */
    SpikeTrains input(long seed) {
        return SpikeTrains.none();
    }

    private static Network recurrent(
            int neurons, int indegree, double excitation, double lowestBias, double highestBias, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int excitatory = neurons * 4 / 5;
        int synapses = neurons * indegree;
        int[] source = new int[synapses];
        int[] target = new int[synapses];
        double[] weight = new double[synapses];
        for (int s = 0; s < synapses; s++) {
            source[s] = random.nextInt(neurons);
            target[s] = s / indegree;
            weight[s] = source[s] < excitatory ? excitation : -5 * excitation;
        }
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
                        random.doubles(neurons, 0, 19).toArray())
                .synapses("cells", "cells", true, source, target, weight, null)
                .build();
    }

    private static Network trained(double inputWeight, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Network.inDimensions(3)
                .population("input", new SpikeSource(), Positions.uniform(INPUTS, 3, -10, 10, random))
                .population("hidden", Lif.of(20, 5), Positions.uniform(256, 3, -10, 10, random))
                .population("output", LeakyIntegrator.of(20, 5), Positions.uniform(20, 3, -10, 10, random))
                .connect(
                        "input",
                        "hidden",
                        ConnectionRules.allToAll(),
                        Distribution.normal(inputWeight, 0.02),
                        Delays.spatial(),
                        random)
                .connect(
                        "hidden",
                        "hidden",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 0.02),
                        Delays.spatial(),
                        random)
                .connect(
                        "hidden",
                        "output",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 0.03),
                        Delays.spatial(),
                        random)
                .build();
    }

    private static SpikeTrains trainedInput(long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        SpikeTrains.Builder trains = SpikeTrains.builder();
        for (int k = 0; k < INPUT_SPIKES; k++) {
            trains.add(random.nextInt(INPUTS), END * random.nextDouble());
        }
        return trains.build();
    }
}
