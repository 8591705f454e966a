package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The sliced engine against the heap of in-flight spikes, on random networks of every kind. */
class EnginesAgreeTest {

    private static final double[] WIDTHS = {0.01, 0.07, 0.3, 1, 4, Double.NaN};

    @Test
    void onRandomNetworks() {
        int spikes = 0;
        int late = 0;
        int ring = 0;
        int compared = 0;
        for (int seed = 0; seed < 240; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Network network = network(random);
            double end = 20 + 60 * random.nextDouble();
            SpikeTrains input = input(network, end, random);
            CompiledNetwork compiled = CompiledNetwork.of(network);
            List<Readout> readouts = readouts(network);
            boolean margins = random.nextBoolean();
            Tape expected;
            try {
                expected = new ReferenceSimulator(compiled, readouts)
                        .trackMargins(margins)
                        .spikeLimit(2000)
                        .run(input, end);
            } catch (SpikeLimitException e) {
                continue; // runs away; chaos would decide the comparison
            }
            Simulator simulator =
                    new Simulator(compiled, readouts).trackMargins(margins).sliceWidth(WIDTHS[seed % WIDTHS.length]);
            Tape actual = simulator.run(input, end);
            ring += simulator.statistics().delivery().equals("ring") ? 1 : 0;
            assertSame("seed " + seed, network, expected, actual);
            actual = simulator.alwaysStream(true).run(input, end);
            compared++;
            spikes += actual.spikeCount();
            late += (int) simulator.statistics().lateCandidates();
            assertSame("seed " + seed, network, expected, actual);
        }
        assertThat(compared).isGreaterThan(200);
        assertThat(spikes).isGreaterThan(50_000);
        assertThat(late).isGreaterThan(50);
        assertThat(ring).isBetween(50, compared - 50);
    }

    static void assertSame(String name, Network network, Tape expected, Tape actual) {
        int common = Math.min(expected.spikeCount(), actual.spikeCount());
        for (int k = 0; k < common; k++) {
            assertThat(actual.time(k))
                    .as("%s spike %d of %d", name, k, common)
                    .isCloseTo(expected.time(k), within(1e-9));
            assertThat(actual.neuron(k)).as("%s spike %d", name, k).isEqualTo(expected.neuron(k));
            if (!Double.isNaN(expected.drive(k))) {
                assertThat(actual.drive(k)).as("%s drive %d", name, k).isCloseTo(expected.drive(k), within(1e-8));
            }
            if (Double.isNaN(expected.releaseCurrent(k))) {
                assertThat(actual.releaseCurrent(k))
                        .as("%s release %d", name, k)
                        .isNaN();
            } else {
                assertThat(actual.releaseCurrent(k))
                        .as("%s release %d", name, k)
                        .isCloseTo(expected.releaseCurrent(k), within(1e-8));
            }
        }
        assertThat(actual.spikeCount()).as(name).isEqualTo(expected.spikeCount());
        assertThat(actual.synapticEvents()).as(name).isEqualTo(expected.synapticEvents());
        for (int r = 0; r < expected.readouts().count(); r++) {
            assertThat(actual.readout(r)).as("%s readout %d", name, r).isCloseTo(expected.readout(r), within(1e-8));
            assertThat(actual.readouts().kinkSpike(r))
                    .as("%s kink %d", name, r)
                    .isEqualTo(expected.readouts().kinkSpike(r));
        }
        for (int n = 0; n < network.neuronCount(); n++) {
            double margin = expected.margin(n);
            if (Double.isInfinite(margin)) {
                assertThat(actual.margin(n)).isEqualTo(margin);
            } else {
                assertThat(actual.margin(n)).as("%s margin %d", name, n).isCloseTo(margin, within(1e-8));
            }
        }
    }

    static List<Readout> readouts(Network network) {
        List<Readout> readouts = new ArrayList<>();
        int first = network.population("out").firstNeuron();
        readouts.add(Readout.integral(first));
        readouts.add(Readout.weighted(first + 1, 30));
        readouts.add(Readout.maximum(first));
        readouts.add(Readout.maximum(first + 1));
        readouts.add(Readout.weighted(network.population("cells").firstNeuron(), 20));
        return readouts;
    }

    static Network network(RandomGenerator random) {
        int cells = 2 + random.nextInt(30);
        int dimensions = 1 + random.nextInt(3);
        double tauMem = 2 + 30 * random.nextDouble();
        double[] ratios = {0.25, 0.5, 1, 1 - 1e-9, 1 + 1e-6, 0.9, 3};
        double tauSyn = tauMem * ratios[random.nextInt(ratios.length)];
        double refractory = random.nextInt(3) == 0 ? 0 : 5 * random.nextDouble();
        double scale = tauMem / tauSyn;
        Lif model = Lif.of(tauMem, tauSyn).withRefractory(refractory).withReset(random.nextInt(3) == 0 ? -0.5 : 0);
        NetworkBuilder builder = Network.inDimensions(dimensions)
                .conductionSpeed(0.1 + random.nextDouble())
                .population("in", new SpikeSource(), Positions.uniform(5, dimensions, 0, 1, random))
                .population("cells", model, Positions.uniform(cells, dimensions, 0, 1, random))
                .population("out", LeakyIntegrator.of(tauMem, tauSyn), Positions.uniform(3, dimensions, 0, 1, random));
        if (random.nextBoolean()) {
            double[] bias = random.doubles(cells, -0.3, 1.2).toArray();
            builder.override("cells", NeuronParameter.BIAS, bias);
        }
        if (random.nextInt(3) == 0) {
            builder.override(
                    "cells",
                    NeuronParameter.TAU_MEM,
                    random.doubles(cells, 2, 30).toArray());
            builder.override(
                    "cells",
                    NeuronParameter.TAU_SYN,
                    random.doubles(cells, 2, 30).toArray());
        }
        Delays[] delays = {
            Delays.spatial(),
            Delays.none(),
            Delays.constant(1),
            Delays.given(Distribution.uniform(0, 0.2)),
            Delays.spatial(0.5),
            Delays.given(Distribution.uniform(0, 20))
        };
        double strength = 0.5 + 2 * random.nextDouble();
        Delays recurrent = delays[random.nextInt(delays.length)];
        return builder.connect(
                        "in",
                        "cells",
                        ConnectionRules.pairwiseBernoulli(0.5),
                        Distribution.normal(scale * strength, scale * 0.5),
                        delays[random.nextInt(delays.length)],
                        random)
                .connect(
                        "cells",
                        "cells",
                        ConnectionRules.pairwiseBernoulli(0.4),
                        Distribution.normal(0, scale * strength / Math.sqrt(cells)),
                        recurrent,
                        random)
                .connect(
                        "cells",
                        "out",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 0.3),
                        delays[random.nextInt(delays.length)],
                        random)
                .build();
    }

    static SpikeTrains input(Network network, double end, RandomGenerator random) {
        SpikeTrains.Builder builder = SpikeTrains.builder();
        int spikes = random.nextInt(80);
        for (int k = 0; k < spikes; k++) {
            builder.add(random.nextInt(5), end * random.nextDouble());
        }
        return builder.build();
    }
}
