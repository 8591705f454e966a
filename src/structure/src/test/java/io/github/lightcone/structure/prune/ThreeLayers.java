package io.github.lightcone.structure.prune;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;

/** Networks of odd sizes: 5 x 7 + 7 x 7 - 7 + 7 x 3 synapses, the last without positions. */
final class ThreeLayers {

    static final int SYNAPSES = 35 + 42 + 21;

    private ThreeLayers() {}

    static Network network(long seed) {
        SeededRandom random = new SeededRandom(seed);
        return Network.inDimensions(2)
                .conductionSpeed(1.5)
                .population("input", new SpikeSource(), Positions.normal(5, 2, 3, random))
                .population("hidden", Lif.of(20, 5), Positions.normal(7, 2, 3, random))
                .population("output", LeakyIntegrator.of(10, 2), Positions.normal(3, 2, 3, random))
                .override("hidden", NeuronParameter.V_THRESHOLD, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6)
                .connect(
                        "input",
                        "hidden",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 1),
                        Delays.spatial(0.5),
                        random)
                .connect(
                        "hidden",
                        "hidden",
                        ConnectionRules.allToAll(false),
                        Distribution.normal(0, 0.3),
                        Delays.spatial(0),
                        random)
                .connect(
                        "hidden",
                        "output",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 2),
                        Delays.constant(1),
                        random)
                .build();
    }
}
