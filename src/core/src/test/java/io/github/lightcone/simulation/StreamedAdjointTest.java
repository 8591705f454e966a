package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Rows streamed with the factors of their delays against arrivals read in closed form, one by one. */
class StreamedAdjointTest {

    @Test
    void onRandomNetworks() {
        int streamed = 0;
        for (int seed = 0; seed < 120; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Network network = EnginesAgreeTest.network(random);
            double end = 20 + 200 * random.nextDouble();
            SpikeTrains input = EnginesAgreeTest.input(network, end, random);
            CompiledNetwork compiled = CompiledNetwork.of(network);
            int out = network.population("out").firstNeuron();
            Simulator simulator = new Simulator(compiled, List.of(Readout.weighted(out, 30), Readout.maximum(out + 1)));
            Tape tape;
            try {
                tape = simulator.spikeLimit(2000).run(input, end);
            } catch (SpikeLimitException e) {
                continue;
            }
            LossSeeds seeds = new LossSeeds().reset(tape);
            seeds.addReadout(0, 1);
            seeds.addReadout(1, -1);
            for (int k = 0; k < tape.spikeCount(); k++) {
                seeds.addSpikeTime(k, random.nextDouble() - 0.5);
            }
            Gradients byRow = new Gradients(network);
            new Adjoint(simulator).run(tape, seeds, byRow);
            Gradients byArrival = new Gradients(network);
            new Adjoint(simulator, true).run(tape, seeds, byArrival);
            boolean shared = !Double.isNaN(compiled.sharedMembraneRate());
            streamed += shared && compiled.delayFactors().available() ? 1 : 0;
            assertClose("seed " + seed, byRow.weight(), byArrival.weight());
            assertClose("seed " + seed, byRow.delay(), byArrival.delay());
            assertClose("seed " + seed, byRow.bias(), byArrival.bias());
            assertClose("seed " + seed, byRow.vThreshold(), byArrival.vThreshold());
        }
        assertThat(streamed).isGreaterThan(30);
    }

    private static void assertClose(String name, double[] actual, double[] expected) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0) + 1e-300;
        for (int k = 0; k < expected.length; k++) {
            assertThat(actual[k]).as("%s: %d", name, k).isCloseTo(expected[k], within(1e-9 * scale));
        }
    }
}
