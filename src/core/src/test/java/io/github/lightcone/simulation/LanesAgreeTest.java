package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One network on several threads, and in its compact layout, gives the same bits as on one. */
class LanesAgreeTest {

    private static final int NETWORKS = 120;
    private static final double END = 60;
    private static final int SPIKE_LIMIT = 5_000;

    @Test
    void anyNumberOfThreads() {
        int spikes = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Network network = EnginesAgreeTest.network(random);
            SpikeTrains input = EnginesAgreeTest.input(network, END, random);
            CompiledNetwork compiled = CompiledNetwork.of(network);
            Tape expected = run(compiled, 1, input);
            if (expected == null) {
                continue;
            }
            spikes += expected.spikeCount();
            for (int threads = 2; threads <= 4; threads++) {
                assertSameBits("seed " + seed + ", " + threads + " threads", expected, run(compiled, threads, input));
            }
        }
        assertThat(spikes).isGreaterThan(10_000);
    }

    @Test
    void afterAnUpdate() {
        SplittableRandom random = new SplittableRandom(5);
        Network network = EnginesAgreeTest.network(random);
        SpikeTrains input = EnginesAgreeTest.input(network, END, random);
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Simulator simulator = new Simulator(compiled).alwaysStream(true).threads(3, 0);
        simulator.run(input, END);
        Parameters parameters = network.parameters();
        for (int s = 0; s < network.synapseCount(); s++) {
            parameters.weight()[s] *= 1.1;
            parameters.delay()[s] += 0.1;
        }
        compiled.update(parameters);
        Tape expected = new Simulator(compiled).alwaysStream(true).run(input, END);
        assertSameBits("updated", expected, simulator.run(input, END));
    }

    @Test
    void theCompactLayoutIsExactForTheRoundedNumbers() {
        int spikes = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Network network = rounded(EnginesAgreeTest.network(random));
            SpikeTrains input = EnginesAgreeTest.input(network, END, random);
            Tape expected = run(CompiledNetwork.of(network), 1, input);
            if (expected == null) {
                continue;
            }
            spikes += expected.spikeCount();
            for (int parts = 1; parts <= 3; parts++) {
                CompiledNetwork compact =
                        CompiledNetwork.compact(network, BuildOptions.defaults().withParts(parts));
                assertSameBits("seed " + seed + ", " + parts + " parts", expected, run(compact, 2, input));
            }
        }
        assertThat(spikes).isGreaterThan(10_000);
    }

    @Test
    void aSpikeLimitEndsAllThreads() {
        SplittableRandom random = new SplittableRandom(3);
        Network network = EnginesAgreeTest.network(random);
        SpikeTrains input = EnginesAgreeTest.input(network, END, random);
        Simulator simulator = new Simulator(CompiledNetwork.of(network))
                .alwaysStream(true)
                .threads(2, 0)
                .spikeLimit(1);
        assertThatThrownBy(() -> simulator.run(input, END)).isInstanceOf(SpikeLimitException.class);
        simulator.spikeLimit(SPIKE_LIMIT);
        assertThat(simulator.run(input, END).spikeCount()).isGreaterThan(1);
    }

    /** Gives a network weights and delays that are floats; at one point, so that nothing is added to them. */
    private static Network rounded(Network network) {
        Parameters parameters = network.parameters();
        Arrays.fill(parameters.position(), 0);
        for (int s = 0; s < network.synapseCount(); s++) {
            parameters.weight()[s] = (float) parameters.weight()[s];
            parameters.delay()[s] = (float) (parameters.delay()[s] + 0.01 * (s % 97));
        }
        return network.with(parameters);
    }

    private static Tape run(CompiledNetwork compiled, int threads, SpikeTrains input) {
        try {
            Simulator simulator = new Simulator(compiled, List.of())
                    .alwaysStream(true)
                    .threads(threads, 0)
                    .sliceWidth(0.5)
                    .spikeLimit(SPIKE_LIMIT);
            Tape tape = simulator.run(input, END);
            int lanes = compiled.isCompact() ? compiled.partCount() : threads;
            assertThat(simulator.statistics().lanes()).isEqualTo(lanes);
            return tape;
        } catch (SpikeLimitException e) {
            return null;
        }
    }

    private static void assertSameBits(String what, Tape expected, Tape actual) {
        assertThat(actual.spikeCount()).as(what).isEqualTo(expected.spikeCount());
        for (int k = 0; k < expected.spikeCount(); k++) {
            assertThat(actual.neuron(k)).as("%s spike %d", what, k).isEqualTo(expected.neuron(k));
            assertThat(actual.time(k)).as("%s spike %d", what, k).isEqualTo(expected.time(k));
        }
        assertThat(actual.synapticEvents()).as(what).isEqualTo(expected.synapticEvents());
    }
}
