package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.Readout;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pass without gradients of time constants may read the adjoint in another, faster way. It must give
 * the same as a pass with them, which the other tests compare with everything else.
 */
class ReadingsAgreeTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {281, 282, 283})
    void everyNeuronWithItsOwnTimeConstants(long seed) {
        assertSame(RandomNetworks.trial(seed, 3), both(seed), 1e-11);
    }

    /** Two exponentials lose digits as the time constants approach each other: one part in a thousand. */
    @ParameterizedTest(name = "seed {0}, tauMem {1} ms, tauSyn {2} ms")
    @CsvSource({
        "291, 10, 5",
        "292, 10, 10",
        "293, 5, 12",
        "294, 10, 10.02",
        "295, 10, 9.98",
        "296, 20, 1",
        "297, 10, 10.001",
        "298, 4, 16"
    })
    void sharedTimeConstants(long seed, double tauMem, double tauSyn) {
        Trial trial = RandomNetworks.withShared(seed, 2, tauMem, tauSyn);
        assertSame(trial, both(seed), 1e-11);
        assertSame(trial.reading(), Loss.spikeTimes(seed), 1e-11);
    }

    /** So long that exponentials of the whole run would overflow, with delays of many time constants. */
    @ParameterizedTest(name = "refractory {0} ms, longest delay {1} ms, tauMem {2} ms, tauSyn {3} ms")
    @CsvSource({"0, 2, 10, 5", "3, 300, 10, 4", "0, 60, 2, 5", "50, 500, 5, 2", "1, 1200, 10, 5"})
    void longRunsAndLongDelays(double refractory, double longest, double tauMem, double tauSyn) {
        SplittableRandom random = new SplittableRandom(7);
        int cells = 12;
        Network network = Network.inDimensions(1)
                .population("in", new SpikeSource(), 2)
                .population("cells", Lif.of(tauMem, tauSyn).withRefractory(refractory), cells)
                .override(
                        "cells",
                        NeuronParameter.BIAS,
                        random.doubles(cells, 0.8, 1.3).toArray())
                .population("out", LeakyIntegrator.of(tauMem, tauSyn), 1)
                .connect(
                        "in",
                        "cells",
                        ConnectionRules.allToAll(),
                        Distribution.uniform(-0.5, 1),
                        Delays.given(Distribution.uniform(0, longest)),
                        random)
                .connect(
                        "cells",
                        "cells",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 0.1),
                        Delays.given(Distribution.uniform(0.1, longest)),
                        random)
                .connect(
                        "cells",
                        "out",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 0.1),
                        Delays.given(Distribution.uniform(0, longest)),
                        random)
                .build();
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (double t = 1; t < 2_000; t += 37) {
            input.add((int) t % 2, t);
        }
        Trial trial = new Trial(network, List.of(Readout.weighted(cells + 2, 300)), input.build(), 2_000);
        assertThat(trial.run().spikeCount()).isGreaterThan(300);
        assertSame(trial, both(5), 1e-11);
        assertSame(trial, Loss.spikeTimes(6), 1e-11);
    }

    static Loss both(long seed) {
        return Loss.spikeTimes(seed).plus(Loss.readouts(seed));
    }

    static void assertSame(Trial trial, Loss loss, double tolerance) {
        Trial.Pass with = trial.differentiate(loss);
        Gradients without = new Gradients(trial.network());
        Adjoint adjoint = new Adjoint(with.simulator());
        adjoint.run(with.tape(), with.seeds(), without);
        without.toPositions(trial.network(), trial.network().parameters());
        // Long sums of large terms: errors count relative to the largest derivative of a kind.
        Agreement agreement = Agreement.of("adjoint, without time constants", tolerance, 1);
        for (ParameterKind kind : ParameterKind.values()) {
            if (kind != ParameterKind.TAU_MEM && kind != ParameterKind.TAU_SYN) {
                compare(
                        agreement,
                        kind.name(),
                        kind.count(trial.network().parameters()),
                        k -> kind.get(without, k),
                        k -> kind.get(with.gradients(), k));
            }
        }
        compare(agreement, "spike", with.tape().spikeCount(), adjoint::spikeGradient, with.adjoint()::spikeGradient);
        agreement.check();
        assertThat(without.tauMem()).containsOnly(0);
        assertThat(without.tauSyn()).containsOnly(0);
    }

    /** Errors count relative to the largest of the numbers. */
    static void compare(
            Agreement agreement, String kind, int count, IntToDoubleFunction actual, IntToDoubleFunction expected) {
        double largest = IntStream.range(0, count)
                .mapToDouble(k -> Math.abs(expected.applyAsDouble(k)))
                .max()
                .orElse(0);
        for (int k = 0; k < count; k++) {
            int index = k;
            agreement.compare(() -> kind + " " + index, actual.applyAsDouble(k), expected.applyAsDouble(k), largest);
        }
    }
}
