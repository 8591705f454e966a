package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The maximum of a voltage, wherever it sits. */
class MaximumReadoutTest {

    /** With equal time constants V peaks exactly one time constant after a spike: here, at round times. */
    @ParameterizedTest(name = "tau {0} ms")
    @ValueSource(doubles = {1, 2, 2.5, 5, 8, 10, 12, 16, 20, 25, 32, 40})
    void peakCoincidesWithAnArrival(double tau) {
        for (double weight : new double[] {-0.1, -1, -1e-3, 0}) {
            for (double at = 0; at < 3; at += 0.125) {
                Trial trial = new SmallNetwork()
                        .source()
                        .integrator(LeakyIntegrator.of(tau, tau))
                        .synapse(0, 1, 2, 0)
                        .synapse(0, 1, weight, tau)
                        .trial(at + 3 * tau, at)
                        .reading(Readout.maximum(1));
                assertMaximum(trial.run(), 2 / Math.E, at + tau);
            }
        }
    }

    /** Slices of time end at round times too. */
    @ParameterizedTest(name = "slice width {0} ms")
    @ValueSource(doubles = {0.125, 0.25, 0.5, 1, 2, 2.5, 4, 5})
    void peakCoincidesWithTheEndOfASlice(double width) {
        for (double tau : new double[] {5, 10, 20, 40}) {
            for (double at = 0; at < 5; at += 0.125) {
                Trial trial = new SmallNetwork()
                        .source()
                        .integrator(LeakyIntegrator.of(tau, tau))
                        .synapse(0, 1, 2, 0)
                        .trial(at + 3 * tau, at)
                        .reading(Readout.maximum(1));
                Tape tape = trial.simulator().sliceWidth(width).run(trial.input(), trial.end());
                assertMaximum(tape, 2 / Math.E, at + tau);
            }
        }
    }

    private static void assertMaximum(Tape tape, double value, double time) {
        assertThat(tape.readout(0)).isCloseTo(value, within(1e-13));
        // A maximum is flat: its place is known to the root of rounding only.
        assertThat(tape.readouts().maximumTime(0)).isCloseTo(time, within(1e-6));
    }

    @Test
    void atTheStart() {
        Trial falling = new SmallNetwork()
                .source()
                .integrator(new LeakyIntegrator(10, 5, -0.2, 0.7))
                .trial(30)
                .reading(Readout.maximum(1));
        Tape tape = falling.run();
        assertThat(tape.readout(0)).isEqualTo(0.7);
        assertThat(tape.readouts().maximumTime(0)).isZero();
    }

    @Test
    void atTheEnd() {
        Trial rising = new SmallNetwork()
                .source()
                .integrator(new LeakyIntegrator(10, 5, 1.5, 0))
                .trial(30)
                .reading(Readout.maximum(1));
        Tape tape = rising.run();
        assertThat(tape.readout(0)).isCloseTo(1.5 * -Math.expm1(-3), within(1e-15));
        assertThat(tape.readouts().maximumTime(0)).isEqualTo(30);
    }

    @Test
    void onAnInhibitoryArrivalAtTimeZero() {
        Trial trial = new SmallNetwork()
                .source()
                .integrator(new LeakyIntegrator(10, 5, 0.5, 0.4))
                .synapse(0, 1, -3, 0)
                .trial(8, 0)
                .reading(Readout.maximum(1));
        Tape tape = trial.run();
        assertThat(tape.readout(0)).isCloseTo(0.4, within(1e-16));
        assertThat(tape.readouts().maximumTime(0)).isZero();
        assertThat(tape.readouts().kinkSlope(0)).isCloseTo((0.5 - 0.4) / 10, within(1e-16));
    }

    @Test
    void ofALongRunWithoutAnything() {
        Trial quiet = new SmallNetwork()
                .source()
                .integrator(new LeakyIntegrator(10, 5, 0.3, 0.3))
                .trial(1_000)
                .reading(Readout.maximum(1));
        assertThat(quiet.run().readout(0)).isEqualTo(0.3);
    }

    @ParameterizedTest(name = "seed {0}, tauMem {1}, tauSyn {2}")
    @CsvSource({"1, 10, 5", "2, 10, 10", "3, 5, 12", "4, 20, 1", "5, 1, 20", "6, 8, 8"})
    void agreesWithDenseSamples(long seed, double tauMem, double tauSyn) {
        SplittableRandom random = new SplittableRandom(seed);
        double end = 60;
        double[] dense = DoubleStream.iterate(0, t -> t <= end, t -> t + 5e-3).toArray();
        for (int repetition = 0; repetition < 10; repetition++) {
            SmallNetwork network = new SmallNetwork()
                    .source()
                    .integrator(new LeakyIntegrator(
                            tauMem, tauSyn, random.nextDouble(-0.3, 0.3), random.nextDouble(-0.5, 0.5)));
            for (int k = 0; k < 8; k++) {
                network.synapse(0, 1, random.nextDouble(-2, 2), random.nextInt(40));
            }
            StateRecorder recorder = new StateRecorder(new int[] {1}, dense);
            Trial trial =
                    network.trial(end, random.nextInt(10), random.nextInt(10)).reading(Readout.maximum(1));
            Tape tape = trial.simulator().record(recorder).run(trial.input(), end);
            double best = 0;
            for (int sample = 1; sample < dense.length; sample++) {
                best = recorder.voltage(0, sample) > recorder.voltage(0, (int) best) ? sample : best;
            }
            double expected = recorder.voltage(0, (int) best);
            // Between samples V rises by its slope, at most 20 per ms here, times the step.
            assertThat(tape.readout(0)).isBetween(expected - 1e-14, expected + 0.1);
            assertThat(tape.readouts().maximumTime(0)).isCloseTo(dense[(int) best], within(1e-2));
        }
    }

    @Test
    void needsAnInput() {
        Trial trial = new SmallNetwork()
                .source()
                .integrator(LeakyIntegrator.of(10, 5))
                .synapse(0, 1, 1, 1)
                .trial(20)
                .with(SpikeTrains.none())
                .reading(Readout.maximum(1), Readout.integral(1));
        assertThat(trial.run().readout(0)).isZero();
        assertThat(trial.run().readout(1)).isZero();
    }

    /** Beside margins, which look at the same maxima; and over a pause. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {721, 722, 723, 724})
    void ofNeuronsWithAThreshold(long seed) {
        Trial drawn = RandomNetworks.trial(seed, 2);
        Parameters parameters = drawn.network().parameters();
        int first = drawn.network().population("cells").firstNeuron();
        int count = 5;
        parameters.vThreshold()[first + 1] = 40;
        parameters.vThreshold()[first + 4] = 40;
        Readout[] maxima =
                IntStream.range(first, first + count).mapToObj(Readout::maximum).toArray(Readout[]::new);
        Trial trial = drawn.with(parameters).reading(maxima);
        double[] dense =
                DoubleStream.iterate(0, t -> t <= drawn.end(), t -> t + 1e-2).toArray();
        StateRecorder recorder =
                new StateRecorder(IntStream.range(first, first + count).toArray(), dense);
        Tape tape = trial.simulator().record(recorder).trackMargins(true).run(trial.input(), trial.end());
        Tape without = trial.reading().simulator().trackMargins(true).run(trial.input(), trial.end());
        Simulation inPieces = trial.simulator().start(trial.input());
        inPieces.runTo(trial.end() / 3);
        inPieces.runTo(trial.end());
        for (int k = 0; k < count; k++) {
            assertThat(tape.margin(first + k)).isEqualTo(without.margin(first + k));
            assertThat(inPieces.tape().readout(k)).isEqualTo(tape.readout(k));
            if (tape.spikeCountOf(first + k) > 0) {
                assertThat(tape.readout(k)).isEqualTo(parameters.vThreshold()[first + k]);
                assertThat(tape.readouts().maximumTime(k)).isEqualTo(tape.time(tape.firstSpike(first + k)));
            } else {
                double highest = Double.NEGATIVE_INFINITY;
                for (int sample = 0; sample < dense.length; sample++) {
                    highest = Math.max(highest, recorder.voltage(k, sample));
                }
                // Between samples V rises by its slope, below 3 per ms here, times half a step.
                assertThat(tape.readout(k)).isBetween(highest - 1e-13, highest + 0.02);
                assertThat(tape.margin(first + k))
                        .isLessThanOrEqualTo(parameters.vThreshold()[first + k] - tape.readout(k) + 1e-12);
            }
        }
        assertThat(tape.spikeCountOf(first + 1)).isZero();
    }
}
