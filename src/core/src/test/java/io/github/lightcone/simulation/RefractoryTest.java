package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.Lif;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refractory times: short, long, endless, and what arrives within them. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefractoryTest {

    /** A constant drive above the threshold fires every refractory time plus one climb from reset. */
    @ParameterizedTest(name = "refractory {0} ms, tauMem {1} ms, slice width {2} ms")
    @CsvSource({
        "0, 10, NaN",
        "1e-9, 10, NaN",
        "0.5, 10, NaN",
        "2, 10, 0.25",
        "2, 10, 2",
        "100, 10, NaN",
        "700, 10, NaN",
        "100, 1, NaN",
        "150, 2, NaN",
        "150, 2, 0.01",
        "300, 0.5, NaN",
        "1000, 1, NaN",
        "1000, 1, 0.01",
    })
    void longRefractoryTimes(double refractory, double tauMem, double width) {
        Lif model = Lif.of(tauMem, 5).withBias(1.6).withRefractory(refractory);
        double climb = tauMem * Math.log(1.6 / 0.6);
        double end = 10 * (refractory + climb) + 0.5 * climb;
        Trial trial = new SmallNetwork().source().cell(model).trial(end);
        Tape tape = trial.simulator().sliceWidth(width).run(trial.input(), end);
        assertThat(tape.spikeCount()).isEqualTo(10);
        for (int k = 0; k < 10; k++) {
            double expected = climb + k * (refractory + climb);
            assertThat(tape.time(k)).isCloseTo(expected, within(1e-13 * expected));
        }
    }

    @ParameterizedTest(name = "refractory {0} ms")
    @ValueSource(doubles = {0.5, 3, 12, 100})
    void arrivalsWithinTheHoldActOnTheCurrentOnly(double refractory) {
        Lif model = Lif.of(10, 5).withRefractory(refractory).withReset(-0.2);
        SmallNetwork network = new SmallNetwork().source().cell(model).synapse(0, 1, 20, 0);
        for (int k = 1; k <= 5; k++) {
            network.synapse(0, 1, -0.7, k);
        }
        Trial trial = network.trial(200, 0);
        Tape tape = trial.run();
        double spike = tape.time(1);
        double current = 20 * Math.exp(-(spike + refractory) / 5);
        for (int k = 1; k <= 5; k++) {
            current += k <= spike + refractory ? -0.7 * Math.exp(-(spike + refractory - k) / 5) : 0;
        }
        assertThat(spike).isLessThan(1);
        assertThat(tape.releaseCurrent(1)).isCloseTo(current, within(1e-14));
        StateRecorder recorder = new StateRecorder(new int[] {1}, new double[] {spike, spike + 0.5 * refractory});
        trial.simulator().record(recorder).run(trial.input(), 200);
        assertThat(recorder.voltage(0, 0)).isEqualTo(-0.2);
        assertThat(recorder.voltage(0, 1)).isEqualTo(-0.2);
    }

    @Test
    void holdBeyondTheEnd() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withRefractory(5))
                .synapse(0, 1, 20, 0)
                .trial(3, 0);
        Tape tape = trial.run();
        assertThat(tape.spikeCount()).isEqualTo(2);
        assertThat(tape.releaseCurrent(1)).isNaN();
    }

    @Test
    void releaseAtTheVeryEnd() {
        SmallNetwork network = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withRefractory(2))
                .synapse(0, 1, 20, 0);
        double spike = network.trial(10, 0).run().time(1);
        Tape tape = network.trial(spike + 2, 0).run();
        assertThat(tape.spikeCount()).isEqualTo(2);
        assertThat(tape.releaseCurrent(1)).isCloseTo(20 * Math.exp(-(spike + 2) / 5), within(1e-14));
    }

    /** The row is streamed with long holds in between: nothing waits twice, nothing is forgotten. */
    @Test
    void manyNeuronsHeldForDifferentTimes() {
        SmallNetwork network = new SmallNetwork().source();
        for (int n = 0; n < 50; n++) {
            network.cell(Lif.of(1 + 0.1 * n, 2).withBias(1.5).withRefractory(0.01 + n * n * 0.2));
        }
        for (int n = 1; n <= 50; n++) {
            network.synapse(0, n, 0.5, n);
        }
        Trial trial = network.trial(600, 10, 200, 400);
        Tape expected = new ReferenceSimulator(CompiledNetwork.of(trial.network())).run(trial.input(), trial.end());
        for (double width : new double[] {Double.NaN, 0.01, 0.6}) {
            Tape tape = trial.simulator().sliceWidth(width).run(trial.input(), trial.end());
            EnginesAgreeTest.assertSame("width " + width, trial.network(), expected, tape);
        }
    }
}
