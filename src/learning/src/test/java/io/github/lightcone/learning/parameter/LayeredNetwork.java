package io.github.lightcone.learning.parameter;

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

/**
 * Inputs, hidden neurons and outputs in space, all of which spike. No two neurons are closer than 0.15 mm along
 * any axis, so that small steps meet no kink of a distance.
 */
record LayeredNetwork(int dimensions, boolean recurrent, boolean spikingOutputs, boolean spatial) {

    static final int INPUTS = 3;
    static final int HIDDEN = 4;
    static final int OUTPUTS = 2;
    static final double END = 40;

    private static final int NEURONS = INPUTS + HIDDEN + OUTPUTS;

    Network build() {
        SplittableRandom random = new SplittableRandom(71 + dimensions);
        double[] coordinates = coordinates(random);
        Delays delays = spatial ? Delays.spatial(0.3) : Delays.given(Distribution.uniform(0.5, 5));
        NetworkBuilder builder = Network.inDimensions(dimensions)
                .conductionSpeed(0.6 * Math.sqrt(dimensions))
                .population("input", new SpikeSource(), part(coordinates, 0, INPUTS))
                .population("hidden", new Lif(16, 5, 1, -0.1, 0.05, 0.8, 0.02), part(coordinates, INPUTS, HIDDEN))
                .population(
                        "output",
                        spikingOutputs
                                ? new Lif(14, 6, 0.9, 0.05, 0.1, 0.5, 0)
                                : new LeakyIntegrator(14, 6, 0.03, -0.05),
                        part(coordinates, INPUTS + HIDDEN, OUTPUTS))
                .connect("input", "hidden", ConnectionRules.allToAll(), Distribution.uniform(1.2, 3.4), delays, random)
                .connect("hidden", "output", ConnectionRules.allToAll(), Distribution.uniform(0.7, 2), delays, random);
        if (recurrent) {
            builder.connect(
                    "hidden",
                    "hidden",
                    ConnectionRules.allToAll(false),
                    Distribution.normal(-0.1, 0.2),
                    delays,
                    random);
        }
        return builder.build();
    }

    /** Along every axis the neurons stand in a random order, 0.25 mm apart but for a little. */
    private double[] coordinates(SplittableRandom random) {
        double[] coordinates = new double[NEURONS * dimensions];
        int[] place = new int[NEURONS];
        for (int axis = 0; axis < dimensions; axis++) {
            for (int n = 0; n < NEURONS; n++) {
                int other = random.nextInt(n + 1);
                place[n] = place[other];
                place[other] = n;
            }
            for (int n = 0; n < NEURONS; n++) {
                coordinates[n * dimensions + axis] = 0.25 * place[n] + 0.05 * random.nextDouble(-1, 1);
            }
        }
        return coordinates;
    }

    private Positions part(double[] coordinates, int first, int size) {
        double[] part = new double[size * dimensions];
        System.arraycopy(coordinates, first * dimensions, part, 0, part.length);
        return Positions.of(dimensions, part);
    }

    static SpikeTrains input() {
        SplittableRandom random = new SplittableRandom(5);
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int channel = 0; channel < INPUTS; channel++) {
            for (int k = 0; k < 3; k++) {
                input.add(channel, 1 + 9 * k + 8 * random.nextDouble());
            }
        }
        return input.build();
    }
}
