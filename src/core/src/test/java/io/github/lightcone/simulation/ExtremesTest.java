package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.EventOracle;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.fixtures.Variables;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time constants, delays and numbers of arrivals far from the usual. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExtremesTest {

    @ParameterizedTest(name = "tauMem {0}, tauSyn {1}")
    @CsvSource({"10, 0.02", "0.05, 10", "1000, 1", "1, 1000", "40, 40", "10, 0.1"})
    void ratiosOfTimeConstants(double tauMem, double tauSyn) {
        double weight = 8 * Math.max(1, tauMem / tauSyn);
        Network network = new SmallNetwork()
                .source()
                .cell(Lif.of(tauMem, tauSyn).withRefractory(0.3))
                .cell(Lif.of(10, 5))
                .integrator(new LeakyIntegrator(tauMem, tauSyn, 0.1, 0.3))
                .synapse(0, 1, weight, 0.5)
                .synapse(1, 2, 1.1, 0.7)
                .synapse(2, 1, -0.2 * weight, 0.4)
                .synapse(1, 3, 0.5, 0.6)
                .build();
        Trial trial = Trial.of(network, SpikeTrains.of(new int[3], new double[] {1, 6, 13}), 20)
                .reading(Readout.integral(3), Readout.maximum(3), Readout.weighted(1, 7));
        assertThat(trial.run().spikeCount()).isGreaterThan(5);
        EventOracle.Result<DerivativeStructure> oracle =
                EventOracle.run(Variables.byKind(trial, 1).lift(trial));
        Tape tape = trial.run();
        assertThat(oracle.times()).hasSize(tape.spikeCount());
        Agreement agreement = Agreement.of("extreme ratios", 1e-12, 10);
        for (int k = 0; k < tape.spikeCount(); k++) {
            int spike = k;
            agreement.compare(
                    () -> "spike " + spike, tape.time(k), oracle.times().get(k).getReal());
        }
        for (int r = 0; r < 3; r++) {
            int readout = r;
            agreement.compare(
                    () -> "readout " + readout,
                    tape.readout(r),
                    oracle.readouts().get(r).getReal());
        }
        agreement.check();
    }

    /** Delays of many thousand slices wait until they are due. */
    @ParameterizedTest(name = "slice width {0} ms")
    @ValueSource(doubles = {Double.NaN, 0.001, 0.1, 1})
    void delaysFarLongerThanTheCalendar(double width) {
        SmallNetwork network = new SmallNetwork().source().integrator(LeakyIntegrator.of(10, 5));
        double[] delays = {0, 1e-3, 1.024, 102.4, 1.0235, 511.5, 1_023, 1_024, 1_025, 1_900.7, 1_999.9};
        double expected = 0;
        double end = 2_000;
        for (double delay : delays) {
            network.synapse(0, 1, 0.5 + delay / 1_000, delay);
            for (double emitted : new double[] {0, 0.05, 700}) {
                double s = end - emitted - delay;
                double weight = 0.5 + delay / 1_000;
                // The integral of the response to one arrival, up to the end.
                expected +=
                        s <= 0 ? 0 : weight * (5 - 5 * Math.exp(-s / 5) - 10 * (Math.exp(-s / 10) - Math.exp(-s / 5)));
            }
        }
        Trial trial = network.trial(end, 0, 0.05, 700).reading(Readout.integral(1));
        Tape tape = trial.simulator().sliceWidth(width).run(trial.input(), end);
        // Two million slices, each rounding once.
        assertThat(tape.readout(0)).isCloseTo(expected, within(1e-10 * expected));
    }

    /** Thousands of arrivals within one slice, many of them at one time, in no order at all. */
    @ParameterizedTest(name = "grid {0} ms")
    @ValueSource(doubles = {0, 0.125, 1})
    void thousandsOfArrivalsAtOneNeuron(double grid) {
        SplittableRandom random = new SplittableRandom(11);
        SmallNetwork network = new SmallNetwork().source().cell(Lif.of(10, 5)).cell(Lif.of(8, 8));
        for (int k = 0; k < 3_000; k++) {
            double delay = random.nextDouble(0, 4);
            network.synapse(
                    0, 1 + k % 2, random.nextDouble(-0.4, 0.43), grid == 0 ? delay : grid * Math.rint(delay / grid));
        }
        network.synapse(1, 2, 0.5, 0).synapse(2, 1, -0.5, 0).synapse(1, 1, -3, 0.125);
        Trial trial = network.trial(30, 0, 1, 2, 2.5, 7, 11, 11, 20);
        Tape expected = new ReferenceSimulator(CompiledNetwork.of(trial.network())).run(trial.input(), trial.end());
        assertThat(expected.spikeCount()).isGreaterThan(15);
        for (double width : new double[] {Double.NaN, 0.02, 3}) {
            Tape tape = trial.simulator().sliceWidth(width).run(trial.input(), trial.end());
            EnginesAgreeTest.assertSame("width " + width, trial.network(), expected, tape);
        }
    }

    /** Finite numbers, however large: what arrives or is released then has no effect. */
    @ParameterizedTest(name = "{0} ms")
    @ValueSource(doubles = {1e9, 1e18, 1e20, 1e300, Double.MAX_VALUE})
    void delaysAndRefractoryTimesBeyondEverything(double never) {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withRefractory(never))
                .cell(Lif.of(10, 5))
                .synapse(0, 1, 10, 1)
                .synapse(0, 1, 10, never)
                .synapse(1, 2, 10, 1)
                .synapse(1, 2, 10, never)
                .trial(40, 0, 5, 20, 40);
        for (boolean stream : new boolean[] {true, false}) {
            Tape tape = trial.simulator().alwaysStream(stream).run(trial.input(), trial.end());
            Tape expected = new ReferenceSimulator(CompiledNetwork.of(trial.network())).run(trial.input(), trial.end());
            assertThat(expected.spikeCountOf(1)).isOne();
            assertThat(expected.spikeCountOf(2)).isPositive();
            EnginesAgreeTest.assertSame("never", trial.network(), expected, tape);
        }
    }

    /** Weights so large that the next spike follows at once, and again. */
    @Test
    void strongDrive() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5))
                .synapse(0, 1, 1e5, 1)
                .trial(3, 0);
        Tape tape = trial.run();
        Tape expected = new ReferenceSimulator(CompiledNetwork.of(trial.network())).run(trial.input(), trial.end());
        assertThat(expected.spikeCount()).isGreaterThan(5_000);
        EnginesAgreeTest.assertSame("strong drive", trial.network(), expected, tape);
    }

    /** The same spike several times over: a train may repeat itself. */
    @Test
    void identicalInputSpikes() {
        SmallNetwork single = new SmallNetwork().source().cell(Lif.of(10, 5)).synapse(0, 1, 6, 1);
        SmallNetwork third = new SmallNetwork().source().cell(Lif.of(10, 5)).synapse(0, 1, 2, 1);
        Tape expected = single.trial(20, 3).run();
        Tape tape = third.trial(20, 3, 3, 3).run();
        assertThat(tape.spikeCountOf(0)).isEqualTo(3);
        assertThat(tape.time(3)).isCloseTo(expected.time(1), within(1e-14));
    }

    @Test
    void networkWithoutSynapsesOrNeurons() {
        Trial sources = new SmallNetwork().source().source().trial(10, 1, 2);
        assertThat(sources.run().spikeCount()).isEqualTo(2);
        Network nothing = Network.inDimensions(3).build();
        assertThat(new Simulator(CompiledNetwork.of(nothing))
                        .run(SpikeTrains.none(), 10)
                        .spikeCount())
                .isZero();
    }
}
