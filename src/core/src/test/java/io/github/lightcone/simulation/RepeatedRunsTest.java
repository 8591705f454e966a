package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs leave nothing behind: the same bits, whatever ran before, beside it, or in which object. */
class RepeatedRunsTest {

    /** One simulator and one adjoint through changing inputs, ends and losses, against fresh ones. */
    @ParameterizedTest(name = "seed {0}, time constants {1}")
    @CsvSource({"401, true", "402, false", "403, true", "404, false"})
    void workspacesKeepNoState(long seed, boolean timeConstants) {
        Trial trial = timeConstants ? RandomNetworks.trial(seed, 3) : RandomNetworks.withShared(seed, 3, 10, 4);
        Simulator simulator = trial.simulator();
        Adjoint adjoint = new Adjoint(simulator, timeConstants);
        LossSeeds seeds = new LossSeeds();
        Gradients gradients = new Gradients(trial.network());
        for (Trial next : variations(trial, seed)) {
            Tape tape = simulator.run(next.input(), next.end());
            seeds.reset(tape);
            Loss loss = Loss.spikeTimes(seed).plus(Loss.readouts(next.input().size()));
            loss.seed(tape, seeds);
            gradients.clear();
            adjoint.run(tape, seeds, gradients);
            gradients.toPositions(trial.network(), trial.network().parameters());

            Simulator freshSimulator = next.simulator();
            Tape fresh = freshSimulator.run(next.input(), next.end());
            assertSameBits(tape, fresh);
            LossSeeds freshSeeds = new LossSeeds().reset(fresh);
            loss.seed(fresh, freshSeeds);
            Gradients freshGradients = new Gradients(trial.network());
            new Adjoint(freshSimulator, timeConstants).run(fresh, freshSeeds, freshGradients);
            freshGradients.toPositions(trial.network(), trial.network().parameters());
            assertSameBits(gradients, freshGradients, trial.network().parameters());
        }
    }

    /** Inputs of all sizes, none included, and ends on either side. */
    private static List<Trial> variations(Trial trial, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Trial> variations = new ArrayList<>();
        for (int repetition = 0; repetition < 12; repetition++) {
            double end = repetition % 3 == 0 ? trial.end() : random.nextDouble(0, 60);
            SpikeTrains.Builder input = SpikeTrains.builder();
            if (repetition % 4 != 2) {
                for (int k = 0; k < trial.input().size(); k++) {
                    if (trial.input().time(k) <= end && random.nextInt(3) > 0) {
                        input.add(trial.input().neuron(k), trial.input().time(k));
                    }
                }
            }
            variations.add(new Trial(trial.network(), trial.readouts(), input.build(), end));
        }
        return variations;
    }

    @Test
    void runAfterOneThatWasStopped() {
        Trial trial = RandomNetworks.trial(405, 2);
        Simulator simulator = trial.simulator();
        Tape expected = trial.run();
        for (int limit = 1; limit < expected.spikeCount(); limit += 3) {
            int stopAt = limit;
            simulator.spikeLimit(limit);
            assertThatThrownBy(() -> simulator.run(trial.input(), trial.end()))
                    .isInstanceOf(SpikeLimitException.class)
                    .hasMessageContaining("more than " + stopAt + " spikes");
            simulator.spikeLimit(Simulator.DEFAULT_SPIKE_LIMIT);
            assertSameBits(simulator.run(trial.input(), trial.end()), expected);
        }
        // Exactly as many as there are is allowed.
        simulator.spikeLimit(expected.spikeCount());
        assertSameBits(simulator.run(trial.input(), trial.end()), expected);
    }

    @Test
    void copiedTapeOutlivesTheNextRun() {
        Trial trial = RandomNetworks.trial(406, 2);
        Simulator simulator = trial.simulator();
        Tape kept = simulator.run(trial.input(), trial.end()).copy();
        simulator.run(SpikeTrains.none(), 3);
        assertSameBits(kept, trial.run());
        LossSeeds seeds = new LossSeeds().reset(kept);
        Loss.spikeTimes(1).plus(Loss.readouts(1)).seed(kept, seeds);
        Gradients gradients = new Gradients(trial.network());
        new Adjoint(simulator, true).run(kept, seeds, gradients);
        gradients.toPositions(trial.network(), trial.network().parameters());
        assertSameBits(
                gradients,
                trial.differentiate(Loss.spikeTimes(1).plus(Loss.readouts(1))).gradients(),
                trial.network().parameters());
    }

    /** Simulators and adjoints on several threads that share one compiled network. */
    @Test
    void sharedNetworkOnSeveralThreads() throws Exception {
        Trial trial = RandomNetworks.trial(407, 3);
        Loss loss = Loss.spikeTimes(2).plus(Loss.readouts(3));
        Trial.Pass expected = trial.differentiate(loss);
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        Callable<Gradients> pass = () -> {
            Simulator simulator = new Simulator(compiled, trial.readouts());
            Adjoint adjoint = new Adjoint(simulator, true);
            Gradients gradients = new Gradients(trial.network());
            for (int repetition = 0; repetition < 20; repetition++) {
                Tape tape = simulator.run(trial.input(), trial.end());
                assertSameBits(tape, expected.tape());
                LossSeeds seeds = new LossSeeds().reset(tape);
                loss.seed(tape, seeds);
                gradients.clear();
                adjoint.run(tape, seeds, gradients);
            }
            gradients.toPositions(trial.network(), compiled.parameters());
            return gradients;
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (var result : threads.invokeAll(List.of(pass, pass, pass))) {
                assertSameBits(result.get(), expected.gradients(), compiled.parameters());
            }
        } finally {
            threads.shutdown();
        }
    }

    /** A compiled network that has been updated is as good as a new one. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {411, 412, 413})
    void updateEqualsCompilingAnew(long seed) {
        Trial trial = seed == 413 ? RandomNetworks.withShared(seed, 2, 10, 5) : RandomNetworks.trial(seed, 2);
        SplittableRandom random = new SplittableRandom(seed);
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        Simulator simulator = new Simulator(compiled, trial.readouts()).spikeLimit(3_000);
        Parameters parameters = trial.network().parameters();
        for (int repetition = 0; repetition < 8; repetition++) {
            // Small steps, as in training, and now and then a leap that turns every order of delays over.
            double step = repetition % 4 == 3 ? 0.5 : 1e-3;
            move(parameters.position(), step, random);
            move(parameters.weight(), 0.1 * step, random);
            move(parameters.tauMem(), 0.1 * step, random);
            move(parameters.bias(), 0.1 * step, random);
            for (int s = 0; s < parameters.delay().length; s++) {
                parameters.delay()[s] = Math.abs(parameters.delay()[s] + step * random.nextDouble(-1, 1));
            }
            parameters.conductionSpeed(parameters.conductionSpeed() * random.nextDouble(0.9, 1.1));
            compiled.update(parameters);

            Network changed = trial.network().with(parameters);
            CompiledNetwork fresh = CompiledNetwork.of(changed);
            assertThat(compiled.synapses().synapse()).isEqualTo(fresh.synapses().synapse());
            assertThat(compiled.synapses().delay()).isEqualTo(fresh.synapses().delay());
            assertThat(compiled.synapses().weight()).isEqualTo(fresh.synapses().weight());
            assertThat(compiled.synapses().target()).isEqualTo(fresh.synapses().target());
            assertSameBits(
                    simulator.run(trial.input(), trial.end()),
                    new Simulator(fresh, trial.readouts()).run(trial.input(), trial.end()));
        }
    }

    private static void move(double[] numbers, double step, SplittableRandom random) {
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] += step * random.nextDouble(-1, 1);
        }
    }

    @Test
    void updateTakesACopy() {
        Trial trial = RandomNetworks.trial(414, 2);
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        Parameters parameters = trial.network().parameters();
        compiled.update(parameters);
        parameters.weight()[0] = 1e6;
        parameters.bias()[3] = 1e6;
        assertSameBits(new Simulator(compiled, trial.readouts()).run(trial.input(), trial.end()), trial.run());
    }

    @Test
    void failedUpdateChangesNothing() {
        Trial trial = RandomNetworks.trial(415, 2);
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        double delay = compiled.totalDelay(0);
        Parameters slow = trial.network().parameters();
        slow.conductionSpeed(1e-310);
        assertThatThrownBy(() -> compiled.update(slow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("distance / conductionSpeed = Infinity, must be finite");
        Parameters negative = trial.network().parameters();
        negative.weight()[0] = 77;
        negative.tauSyn()[4] = -1;
        assertThatThrownBy(() -> compiled.update(negative))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("neuron 4 (cells 1): tauSyn = -1.0, must be finite and above 0");
        assertThat(compiled.totalDelay(0)).isEqualTo(delay);
        assertSameBits(new Simulator(compiled, trial.readouts()).run(trial.input(), trial.end()), trial.run());
    }

    @Test
    void updateWithTheParametersOfAnotherNetwork() {
        CompiledNetwork compiled =
                CompiledNetwork.of(RandomNetworks.trial(416, 2).network());
        Parameters other = RandomNetworks.trial(416, 3).network().parameters();
        assertThatThrownBy(() -> compiled.update(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("coordinates");
    }

    /** Numbers of spike sources mean nothing, so they change nothing either. */
    @Test
    void numbersOfSourcesAreIgnored() {
        Trial trial = RandomNetworks.trial(417, 2);
        Parameters parameters = trial.network().parameters();
        for (int n = 0; n < 3; n++) {
            parameters.tauMem()[n] = 10;
            parameters.tauSyn()[n] = 10;
            parameters.bias()[n] = 5;
            parameters.vThreshold()[n] = 1;
            parameters.vReset()[n] = 0;
            parameters.vInitial()[n] = 0;
            parameters.refractory()[n] = 0;
        }
        assertSameBits(trial.with(parameters).run(), trial.run());
    }

    static void assertSameBits(Tape tape, Tape expected) {
        assertThat(tape.spikeCount()).isEqualTo(expected.spikeCount());
        assertThat(tape.synapticEvents()).isEqualTo(expected.synapticEvents());
        for (int k = 0; k < tape.spikeCount(); k++) {
            assertThat(tape.neuron(k)).isEqualTo(expected.neuron(k));
            assertSameBits("time of spike " + k, tape.time(k), expected.time(k));
            assertSameBits("drive of spike " + k, tape.drive(k), expected.drive(k));
            assertSameBits("release of spike " + k, tape.releaseCurrent(k), expected.releaseCurrent(k));
        }
        for (int r = 0; r < tape.readouts().count(); r++) {
            assertSameBits("readout " + r, tape.readout(r), expected.readout(r));
            assertSameBits(
                    "maximum " + r,
                    tape.readouts().maximumTime(r),
                    expected.readouts().maximumTime(r));
            assertThat(tape.readouts().kinkSpike(r))
                    .isEqualTo(expected.readouts().kinkSpike(r));
        }
    }

    static void assertSameBits(Gradients gradients, Gradients expected, Parameters parameters) {
        for (ParameterKind kind : ParameterKind.values()) {
            for (int k = 0; k < kind.count(parameters); k++) {
                assertSameBits(kind + " " + k, kind.get(gradients, k), kind.get(expected, k));
            }
        }
    }

    private static void assertSameBits(String what, double actual, double expected) {
        if (Double.compare(actual, expected) != 0) {
            throw new AssertionError(what + " is " + actual + ", should be " + expected);
        }
    }
}
