package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spikes up to and including the end count; what arrives at or after it does nothing. */
class EndOfRunTest {

    @ParameterizedTest(name = "end {0} ms")
    @ValueSource(doubles = {7, 10, 12.5, 13.3})
    void arrivalAtTheEndHasNoEffect(double end) {
        SmallNetwork network = new SmallNetwork().source().integrator(LeakyIntegrator.of(10, 5));
        Trial without = network.synapse(0, 1, 1, 2).trial(end, 0).reading(Readout.maximum(1), Readout.integral(1));
        Tape expected = without.run();
        double value = expected.readout(0);
        Trial with = network.synapse(0, 1, 100, end)
                .synapse(0, 1, 100, end + 1)
                .trial(end, 0)
                .reading(Readout.maximum(1), Readout.integral(1));
        Tape tape = with.run();
        // Another spread of delays makes other slices, which round differently.
        assertThat(tape.readout(0)).isCloseTo(value, within(1e-15));
        assertThat(tape.readout(1)).isCloseTo(expected.readout(1), within(1e-14));
        assertThat(tape.synapticEvents()).isEqualTo(1);
    }

    @Test
    void inputOnTheLastInstantIsASpike() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5))
                .synapse(0, 1, 100, 0)
                .trial(5, 5, 5, 1);
        Tape tape = trial.run();
        assertThat(tape.time(tape.spikeCount() - 1)).isEqualTo(5);
        assertThat(tape.spikeCountOf(0)).isEqualTo(3);
        assertThat(tape.trains(0, 1).size()).isEqualTo(3);
    }

    @Test
    void spikeAtTheEndCountsUpToRounding() {
        SmallNetwork network = new SmallNetwork().source().cell(Lif.of(10, 5)).synapse(0, 1, 6, 0);
        double crossing = network.trial(30, 0).run().time(1);
        assertThat(network.trial(crossing + 1e-14, 0).run().spikeCount()).isEqualTo(2);
        assertThat(network.trial(crossing - 1e-14, 0).run().spikeCount()).isEqualTo(1);
        Tape tape = network.trial(crossing + 1e-14, 0).run();
        assertThat(tape.time(1)).isLessThanOrEqualTo(crossing + 1e-14).isCloseTo(crossing, within(2e-14));
    }

    @Test
    void runOfLengthZero() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withBias(5))
                .integrator(new LeakyIntegrator(10, 5, 1, 0.5))
                .synapse(0, 1, 100, 0)
                .trial(0, 0)
                .reading(Readout.maximum(2), Readout.integral(2));
        Tape tape = trial.run();
        assertThat(tape.spikeCount()).isEqualTo(1);
        assertThat(tape.readout(0)).isEqualTo(0.5);
        assertThat(tape.readout(1)).isZero();
        assertThat(tape.synapticEvents()).isZero();
        assertThat(tape.end()).isZero();
    }

    @ParameterizedTest(name = "end {0} ms")
    @ValueSource(doubles = {1e-300, 1e-15, 1e-3, 0.7, 1e4})
    void veryShortAndVeryLongRuns(double end) {
        double weight = 1.5;
        Trial trial = new SmallNetwork()
                .source()
                .integrator(LeakyIntegrator.of(10, 5))
                .synapse(0, 1, weight, 0)
                .trial(end, 0)
                .reading(Readout.integral(1));
        // The integral of V is that of I, less what V still holds.
        double ofCurrent = weight * 5 * -Math.expm1(-end / 5);
        double voltage = weight * (Math.exp(-end / 10) - Math.exp(-end / 5));
        assertThat(trial.run().readout(0)).isCloseTo(ofCurrent - 10 * voltage, within(1e-14 * Math.max(1, end)));
    }
}
