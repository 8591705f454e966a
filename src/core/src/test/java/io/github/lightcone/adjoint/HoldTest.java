package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fixtures.GradientCheck;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives while V is held, and holds that the run does not see the end of. */
class HoldTest {

    private static final double TOLERANCE = 1e-8;

    /** Neuron 2 is held for most of the time; nearly everything arrives within its holds. */
    @ParameterizedTest(name = "refractory {0} ms, tauSyn {1} ms")
    @CsvSource({"4, 5", "4, 12", "9, 5", "9, 10", "25, 30"})
    void arrivalsWithinTheHold(double refractory, double tauSyn) {
        Trial trial = network(refractory, tauSyn).trial(45, 1, 5, 9, 14, 20, 26);
        assertThat(trial.run().spikeCountOf(2)).isGreaterThan(1);
        GradientCheck.check(trial, Loss.spikeTimes(1), TOLERANCE);
        Trial reading = trial.reading(Readout.weighted(2, 20), Readout.integral(1));
        GradientCheck.check(reading, Loss.readouts(2).plus(Loss.spikeTimes(3)), TOLERANCE);
    }

    @ParameterizedTest(name = "end {0} ms")
    @ValueSource(doubles = {12, 17, 23.5})
    void holdBeyondTheEnd(double end) {
        Trial trial = network(20, 10).trial(end, 1, 5, 9).reading(Readout.weighted(2, 20), Readout.integral(1));
        Tape tape = trial.run();
        assertThat(IntStream.range(0, tape.spikeCount())
                        .filter(k -> tape.neuron(k) == 2 && Double.isNaN(tape.releaseCurrent(k)))
                        .count())
                .isEqualTo(1);
        GradientCheck.check(trial, Loss.readouts(2).plus(Loss.spikeTimes(3)), TOLERANCE);
    }

    /** What arrives after the end has no gradient at all. */
    @Test
    void arrivalsAfterTheEnd() {
        Trial trial = network(2, 5)
                .synapse(0, 2, 5, 100)
                .synapse(1, 2, 5, 100)
                .trial(30, 1, 5, 9, 29.99)
                .reading(Readout.integral(2));
        Trial.Pass pass = trial.differentiate(Loss.readouts(1).plus(Loss.spikeTimes(2)));
        int synapses = trial.network().synapseCount();
        for (int late = synapses - 2; late < synapses; late++) {
            assertThat(pass.gradients().weight()[late]).isZero();
            assertThat(pass.gradients().delay()[late]).isZero();
        }
        GradientCheck.check(trial, Loss.readouts(1).plus(Loss.spikeTimes(2)), TOLERANCE);
    }

    private static SmallNetwork network(double refractory, double tauSyn) {
        return new SmallNetwork()
                .speed(0.3)
                .source(0)
                .cell(Lif.of(8, 6).withRefractory(0.5).withReset(-0.2), 0.5)
                .cell(
                        Lif.of(10, tauSyn)
                                .withRefractory(refractory)
                                .withReset(0.1)
                                .withBias(0.4),
                        -0.4)
                .through(0, 1, 6, 0.1)
                .through(0, 2, 2, 0.3)
                .through(1, 2, 1.5, 0.2)
                .through(2, 1, -1, 0.1)
                .synapse(2, 2, 0.8, 0.6)
                .synapse(1, 1, -0.5, 0.3);
    }
}
