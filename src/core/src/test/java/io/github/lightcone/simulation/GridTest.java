package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything on one grid of time, which is also that of slices: inputs, delays, refractory times and the
 * end coincide all the time, with each other and with the ends of slices.
 */
class GridTest {

    private static final double[] WIDTHS = {0.25, 0.5, 1, 2, 0.125, 0.3, Double.NaN};

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sameAsTheReference(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int cells = 3 + random.nextInt(10);
        double tauMem = 5 * (1 + random.nextInt(3));
        double tauSyn = random.nextBoolean() ? tauMem : 5;
        Lif model = Lif.of(tauMem, tauSyn)
                .withRefractory(0.25 * random.nextInt(9))
                .withBias(random.nextInt(3) == 0 ? 1.2 : 0);
        Distribution grid = generator -> 0.25 * generator.nextInt(12);
        Network network = Network.inDimensions(1)
                .population("in", new SpikeSource(), 4)
                .population("cells", model, cells)
                .population("out", LeakyIntegrator.of(tauMem, tauSyn), 2)
                .connect(
                        "in",
                        "cells",
                        ConnectionRules.pairwiseBernoulli(0.8),
                        Distribution.normal(3, 1),
                        Delays.given(grid),
                        random)
                .connect(
                        "cells",
                        "cells",
                        ConnectionRules.fixedIndegree(3),
                        Distribution.normal(0, 0.8),
                        Delays.given(grid),
                        random)
                .connect(
                        "in",
                        "out",
                        ConnectionRules.fixedIndegree(3),
                        Distribution.normal(0, 1),
                        Delays.given(grid),
                        random)
                .connect(
                        "cells",
                        "out",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 1),
                        Delays.given(grid),
                        random)
                .build();
        double end = 15 + 0.25 * random.nextInt(100);
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int k = 0; k < 40; k++) {
            input.add(random.nextInt(4), 0.25 * random.nextInt((int) (4 * end) + 1));
        }
        int out = network.population("out").firstNeuron();
        List<Readout> readouts = List.of(
                Readout.maximum(out),
                Readout.maximum(out + 1),
                Readout.integral(out),
                Readout.weighted(network.population("cells").firstNeuron(), 10));
        SpikeTrains trains = input.build();
        Tape expected = new ReferenceSimulator(CompiledNetwork.of(network), readouts)
                .trackMargins(true)
                .spikeLimit(5_000)
                .run(trains, end);
        assertThat(expected.spikeCount()).isGreaterThan(trains.size());
        Simulator simulator = new Simulator(CompiledNetwork.of(network), readouts)
                .sliceWidth(WIDTHS[seed % WIDTHS.length])
                .trackMargins(true);
        EnginesAgreeTest.assertSame("seed " + seed, network, expected, simulator.run(trains, end));
        simulator.trackMargins(false);
        Tape withoutMargins = simulator.run(trains, end);
        assertThat(withoutMargins.spikeCount()).isEqualTo(expected.spikeCount());
    }
}
