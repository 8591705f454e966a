package io.github.lightcone.learning.loss;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Three outputs, each with an input of its own that makes it spike exactly once per input spike. */
final class ThreeOutputs {

    static final double END = 40;

    private static final Network NETWORK = Network.inDimensions(1)
            .population("input", new SpikeSource(), 3)
            .population("output", Lif.of(20, 5).withRefractory(4), 3)
            .population("voltage", LeakyIntegrator.of(20, 5), 3)
            .connect(
                    "input",
                    "output",
                    ConnectionRules.oneToOne(),
                    Distribution.constant(10),
                    Delays.none(),
                    new SplittableRandom(1))
            .build();

    private ThreeOutputs() {}

    static Population outputs() {
        return NETWORK.population("output");
    }

    /** Returns outputs that cannot spike. */
    static Population integrators() {
        return NETWORK.population("voltage");
    }

    /** Runs with input spikes at these times. */
    static Tape run(double[]... timesByChannel) {
        return run(END, timesByChannel);
    }

    static Tape run(double end, double[]... timesByChannel) {
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int channel = 0; channel < timesByChannel.length; channel++) {
            for (double time : timesByChannel[channel]) {
                input.add(channel, time);
            }
        }
        return new Simulator(CompiledNetwork.of(NETWORK)).run(input.build(), end);
    }

    /** Returns when an output spiked. */
    static double[] times(Tape tape, int output) {
        double[] times = new double[tape.spikeCountOf(3 + output)];
        int at = times.length;
        for (int k = tape.lastSpike(3 + output); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
            times[--at] = tape.time(k);
        }
        return times;
    }

    static double first(Tape tape, int output) {
        return Arrays.stream(times(tape, output)).findFirst().orElseThrow();
    }
}
