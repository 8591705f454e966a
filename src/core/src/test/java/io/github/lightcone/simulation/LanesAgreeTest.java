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
        int kinks = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Network network = EnginesAgreeTest.network(random);
            SpikeTrains input = EnginesAgreeTest.input(network, END, random);
            CompiledNetwork compiled = CompiledNetwork.of(network);
            List<Readout> readouts = EnginesAgreeTest.readouts(network);
            Tape expected = run(compiled, readouts, 1, input);
            if (expected == null) {
                continue;
            }
            spikes += expected.spikeCount();
            for (int threads = 2; threads <= 4; threads++) {
                Tape tape = run(compiled, readouts, threads, input);
                assertSameBits("seed " + seed + ", " + threads + " threads", expected, tape);
                kinks += assertSameReadings("seed " + seed + ", " + threads + " threads", expected, tape);
            }
        }
        assertThat(spikes).isGreaterThan(10_000);
        assertThat(kinks).isGreaterThan(50);
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
            List<Readout> readouts = EnginesAgreeTest.readouts(network);
            Tape expected = run(CompiledNetwork.of(network), readouts, 1, input);
            if (expected == null) {
                continue;
            }
            spikes += expected.spikeCount();
            for (int parts = 1; parts <= 3; parts++) {
                CompiledNetwork compact =
                        CompiledNetwork.compact(network, BuildOptions.defaults().withParts(parts));
                Tape tape = run(compact, readouts, 2, input);
                assertSameBits("seed " + seed + ", " + parts + " parts", expected, tape);
                for (int r = 0; r < readouts.size(); r++) {
                    assertThat(tape.readout(r))
                            .as("seed %d, %d parts, readout %d", seed, parts, r)
                            .isEqualTo(expected.readout(r));
                }
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

    private static Tape run(CompiledNetwork compiled, List<Readout> readouts, int threads, SpikeTrains input) {
        try {
            Simulator simulator = new Simulator(compiled, readouts)
                    .trackMargins(true)
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

    /** Returns the number of maxima that are kinks, with the synapse that made them. */
    private static int assertSameReadings(String what, Tape expected, Tape actual) {
        int kinks = 0;
        for (int r = 0; r < expected.readouts().count(); r++) {
            assertThat(actual.readout(r)).as("%s readout %d", what, r).isEqualTo(expected.readout(r));
            assertThat(actual.readouts().kinkSpike(r))
                    .as("%s kink %d", what, r)
                    .isEqualTo(expected.readouts().kinkSpike(r));
            assertThat(actual.readouts().kinkSlot(r))
                    .as("%s slot of kink %d", what, r)
                    .isEqualTo(expected.readouts().kinkSlot(r));
            kinks += expected.readouts().kinkSlot(r) >= 0 ? 1 : 0;
        }
        return kinks;
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
