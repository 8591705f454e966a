package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything at once, far too much, and for long. What takes minutes runs on demand:
 *
 * <pre>
 *     mvn test -pl src/core -Dtest=StressTest "-Dtest.jvm.arguments=-Xmx6g -Dlightcone.stress=true"
 * </pre>
 */
class StressTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** One source makes all neurons fire at the very same instant, and each of them tells all. */
    private static Network volley(int cells, double delay, double weight) {
        SplittableRandom random = new SplittableRandom(3);
        var all = ConnectionRules.allToAll();
        return Network.inDimensions(1)
                .population("in", new SpikeSource(), 1)
                .population("cells", Lif.of(20, 5).withRefractory(2), cells)
                .connect("in", "cells", all, Distribution.constant(10), Delays.constant(1), random)
                .connect("cells", "cells", all, Distribution.constant(weight / cells), Delays.constant(delay), random)
                .build();
    }

    private static SpikeTrains volleys() {
        return SpikeTrains.of(new int[4], new double[] {0, 9, 18.5, 27});
    }

    @ParameterizedTest(name = "delay {0} ms, weight {1}")
    @CsvSource({"0, 2", "0, -2", "0.1, 2", "1.5, 2", "1.5, -2", "7, 8"})
    void allAtTheSameInstant(double delay, double weight) {
        Network network = volley(120, delay, weight);
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Tape expected = new ReferenceSimulator(compiled).run(volleys(), 40);
        assertThat(expected.spikeCount()).isGreaterThan(3 * 120);
        for (int threads = 1; threads <= 3; threads++) {
            Simulator streaming =
                    new Simulator(compiled).alwaysStream(true).threads(threads).sliceWidth(1);
            EnginesAgreeTest.assertSame("streaming on " + threads, network, expected, streaming.run(volleys(), 40));
        }
        EnginesAgreeTest.assertSame("ring", network, expected, new Simulator(compiled).run(volleys(), 40));
    }

    /** A neuron is walked as often as it fires, and now and then once more: not once per arrival. */
    @ParameterizedTest(name = "delay {0} ms")
    @ValueSource(doubles = {0.1, 0.3, 1.5})
    void nobodyIsLookedAtAnewForEveryArrival(double delay) {
        int cells = 400;
        Simulator simulator = new Simulator(CompiledNetwork.of(volley(cells, delay, 1)));
        Tape tape = simulator.run(volleys(), 40);
        assertThat(simulator.statistics().synapticEvents()).isGreaterThan((long) cells * cells);
        assertThat(simulator.statistics().walks).isLessThan(6L * tape.spikeCount());
    }

    @EnabledIfSystemProperty(named = "lightcone.stress", matches = "true")
    @ParameterizedTest(name = "delay {0} ms")
    @ValueSource(doubles = {0, 1.5})
    void threeThousandAtTheSameInstant(double delay) {
        Network network = volley(3_000, delay, 1);
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Tape expected = new ReferenceSimulator(compiled).run(volleys(), 30);
        EnginesAgreeTest.assertSame("volley", network, expected, new Simulator(compiled).run(volleys(), 30));
    }

    /** A network that runs away is stopped; its simulator then is as good as new. */
    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 3})
    void aRunawayIsStopped(int threads) {
        CompiledNetwork compiled = CompiledNetwork.of(volley(60, 0.3, 500));
        CompiledNetwork calm = CompiledNetwork.of(volley(60, 0.3, 500));
        for (boolean stream : new boolean[] {true, false}) {
            Simulator simulator = new Simulator(compiled)
                    .alwaysStream(stream)
                    .threads(threads)
                    .spikeLimit(1_000);
            assertThatThrownBy(() -> simulator.run(volleys(), 1_000))
                    .isInstanceOfSatisfying(SpikeLimitException.class, e -> {
                        assertThat(e.limit()).isEqualTo(1_000);
                        assertThat(e.time()).isBetween(1.0, 1_000.0);
                    })
                    .hasMessageMatching("more than 1000 spikes by .* ms: the network runs away, or the limit is too"
                            + " low for it and must be raised; the tape holds the first 1000");
            Tape again = simulator.spikeLimit(100_000).run(volleys(), 30);
            Tape fresh =
                    new Simulator(calm).alwaysStream(stream).threads(threads).run(volleys(), 30);
            assertSameBits(fresh, again);
        }
    }

    private static void assertSameBits(Tape expected, Tape actual) {
        assertThat(actual.spikeCount()).isEqualTo(expected.spikeCount()).isGreaterThan(60);
        assertThat(actual.synapticEvents()).isEqualTo(expected.synapticEvents());
        for (int k = 0; k < expected.spikeCount(); k++) {
            assertThat(actual.time(k)).isEqualTo(expected.time(k));
            assertThat(actual.neuron(k)).isEqualTo(expected.neuron(k));
        }
    }

    /** Driven neurons that fire all the time, with generated synapses of 12 bytes. */
    private static CompiledNetwork busy(int cells, int indegree) {
        SplittableRandom random = new SplittableRandom(1);
        Network neurons = Network.inDimensions(1)
                .population("cells", Lif.of(20, 5).withRefractory(2), cells)
                .override(
                        "cells",
                        NeuronParameter.BIAS,
                        random.doubles(cells, 1.1, 1.4).toArray())
                .override(
                        "cells",
                        NeuronParameter.V_INITIAL,
                        random.doubles(cells, 0, 0.9).toArray())
                .build();
        return CompiledNetwork.compact(
                neurons,
                (source, row) -> {
                    SplittableRandom ofRow = new SplittableRandom(source);
                    for (int k = 0; k < indegree; k++) {
                        row.add(ofRow.nextInt(cells), ofRow.nextDouble(-0.02, 0.015), ofRow.nextDouble(0.1, 8));
                    }
                },
                false,
                BuildOptions.defaults());
    }

    /** Memory does not grow with time, but for the tape: 36 bytes per spike, up to the most there have been. */
    @Test
    void tenTimesAsLongTakesNoMoreMemory() {
        Simulator simulator = new Simulator(busy(200, 100));
        long tape = simulator.run(SpikeTrains.none(), 4_000).spikeCount();
        simulator.run(SpikeTrains.none(), 400);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(simulator.run(SpikeTrains.none(), 4_000).spikeCount()).isEqualTo((int) tape);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);

        Simulator growing = new Simulator(busy(200, 100));
        growing.run(SpikeTrains.none(), 400);
        before = THREADS.getCurrentThreadAllocatedBytes();
        growing.run(SpikeTrains.none(), 4_000);
        // Arrays double: what is allocated on the way to a capacity of at most twice the spikes is twice that.
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * 36 * tape + 200_000);
        assertThat(tape).isGreaterThan(10_000);
    }

    @Test
    @EnabledIfSystemProperty(named = "lightcone.stress", matches = "true")
    void aBillionSynapticEvents() {
        Simulator simulator = new Simulator(busy(10_000, 1_000));
        double end = 1_000;
        long perSecond = simulator.run(SpikeTrains.none(), end).synapticEvents();
        double longer = end * Math.ceil(1.1e9 / perSecond + 1);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Tape tape = simulator.run(SpikeTrains.none(), longer);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(tape.synapticEvents()).isGreaterThan(1_000_000_000);
        assertThat(allocated).isLessThan(4L * 36 * tape.spikeCount() + 10_000_000);
    }
}
