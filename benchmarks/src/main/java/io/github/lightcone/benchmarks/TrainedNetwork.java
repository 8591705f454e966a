package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.SplittableRandom;

/** A network of the size of one that is trained: 700 inputs, 256 recurrent neurons, 20 leaky integrators; all to all. */
final class TrainedNetwork {

    private static final int INPUTS = 700;
    private static final int HIDDEN = 256;
    private static final int OUTPUTS = 20;
    private static final double SIDE = 20;

    /** Spikes of each input per ms. */
    private static final double INPUT_RATE = 0.01;

    private TrainedNetwork() {}

    /** Where the delays of the input projection come from; all others come from positions. */
    enum InputDelays {
        /** The distance of the two neurons. */
        SPATIAL,
        /** One delay for all synapses of an input, of the same size as the others. */
        AXONAL,
        /** None. */
        NONE
    }

    static Network of(double inputWeight, InputDelays inputDelays, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkBuilder builder = Network.inDimensions(3)
                .population("input", new SpikeSource(), positions(INPUTS, random))
                .population("hidden", Lif.of(20, 5), positions(HIDDEN, random))
                .population("output", LeakyIntegrator.of(20, 5), positions(OUTPUTS, random));
        connectInput(builder, Distribution.normal(inputWeight, 0.02), inputDelays, random);
        return builder.connect(
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

    private static Positions positions(int count, SplittableRandom random) {
        return Positions.uniform(count, 3, -SIDE / 2, SIDE / 2, random);
    }

    private static void connectInput(
            NetworkBuilder builder, Distribution weights, InputDelays delays, SplittableRandom random) {
        if (delays != InputDelays.AXONAL) {
            builder.connect(
                    "input",
                    "hidden",
                    ConnectionRules.allToAll(),
                    weights,
                    delays == InputDelays.SPATIAL ? Delays.spatial() : Delays.none(),
                    random);
            return;
        }
        int[] source = new int[INPUTS * HIDDEN];
        int[] target = new int[INPUTS * HIDDEN];
        double[] weight = new double[INPUTS * HIDDEN];
        double[] delay = new double[INPUTS * HIDDEN];
        for (int n = 0; n < INPUTS; n++) {
            double ofAxon = SIDE * random.nextDouble();
            for (int m = 0; m < HIDDEN; m++) {
                int s = n * HIDDEN + m;
                source[s] = n;
                target[s] = m;
                weight[s] = weights.sample(random);
                delay[s] = ofAxon;
            }
        }
        builder.synapses("input", "hidden", false, source, target, weight, delay);
    }

    /** Returns input spikes at random times: an example. */
    static SpikeTrains example(double end, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        SpikeTrains.Builder trains = SpikeTrains.builder();
        for (long k = Math.round(INPUTS * INPUT_RATE * end); k > 0; k--) {
            trains.add(random.nextInt(INPUTS), end * random.nextDouble());
        }
        return trains.build();
    }
}
