package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.FiniteDifferences;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arrivals at the very time of a crossing or a release. Each by itself has only one-sided derivatives
 * there; where all that coincides moves together the derivative exists, and the sum must be right.
 */
class SimultaneousEventsTest {

    /** Twins cross together; the first excites or inhibits the second, without delay, before it crosses. */
    @ParameterizedTest(name = "weight {0}, refractory {1} ms")
    @CsvSource({"1, 0", "-1, 0", "0.3, 2", "-0.3, 2"})
    void arrivalActsBeforeTheCrossingOfTheNextNeuron(double weight, double refractory) {
        Trial trial = twins(1, 2, weight, refractory);
        Trial.Pass pass = trial.differentiate(Loss.spikeTime(2));
        assertThat(pass.tape().time(1)).isEqualTo(pass.tape().time(2));
        // Everything is quiet before the input, so all follows it.
        assertThat(pass.adjoint().spikeGradient(0)).isCloseTo(1, within(1e-12));
        assertWeightsOfBoth(trial, pass);
    }

    /** Here the arrival comes after the crossing, and only acts on what follows. */
    @ParameterizedTest(name = "weight {0}, refractory {1} ms")
    @CsvSource({"1, 0", "-1, 0", "0.3, 2", "-0.3, 2"})
    void arrivalActsAfterTheCrossingOfThePreviousNeuron(double weight, double refractory) {
        Trial trial = twins(2, 1, weight, refractory);
        for (int spike = 1; spike < trial.run().spikeCount(); spike++) {
            Trial.Pass pass = trial.differentiate(Loss.spikeTime(spike));
            assertThat(pass.adjoint().spikeGradient(0)).as("spike %d", spike).isCloseTo(1, within(1e-11));
            assertWeightsOfBoth(trial, pass);
        }
    }

    /** The derivative along equal weights of the twins, along which they stay twins. */
    private static void assertWeightsOfBoth(Trial trial, Trial.Pass pass) {
        double actual = pass.gradients().weight()[0] + pass.gradients().weight()[1];
        double step = 1e-5;
        Loss loss = Loss.spikeTime(lastSeed(pass));
        double[] values = new double[2];
        for (int side = 0; side < 2; side++) {
            Parameters parameters = trial.network().parameters();
            parameters.weight()[0] += side == 0 ? -step : step;
            parameters.weight()[1] += side == 0 ? -step : step;
            values[side] = loss.value(trial.with(parameters).run());
        }
        assertThat(actual).isCloseTo((values[1] - values[0]) / (2 * step), within(1e-8));
    }

    private static int lastSeed(Trial.Pass pass) {
        int spike = pass.tape().spikeCount() - 1;
        while (pass.seeds().spikeTime(spike) == 0) {
            spike--;
        }
        return spike;
    }

    private static Trial twins(int from, int to, double weight, double refractory) {
        Lif model = Lif.of(10, 5).withRefractory(refractory);
        return new SmallNetwork()
                .source()
                .cell(model)
                .cell(model)
                .synapse(0, 1, 9, 1)
                .synapse(0, 2, 9, 1)
                .synapse(from, to, weight, 0)
                .trial(12, 0.5);
    }

    /** A spike's own arrival at the moment of its release moves together with it. */
    @ParameterizedTest(name = "refractory time and delay {0} ms")
    @ValueSource(doubles = {0, 0.7, 2})
    void ownArrivalAtTheRelease(double refractory) {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withRefractory(refractory))
                .synapse(0, 1, 9, 1)
                .synapse(1, 1, -0.5, refractory)
                .trial(14, 0.5);
        int spikes = trial.run().spikeCount();
        assertThat(spikes).isGreaterThan(2);
        for (int spike = 1; spike < spikes; spike++) {
            Loss loss = Loss.spikeTime(spike);
            Trial.Pass pass = trial.differentiate(loss);
            assertThat(pass.adjoint().spikeGradient(0)).isCloseTo(1, within(1e-11));
            FiniteDifferences differences = new FiniteDifferences(trial, loss);
            for (int synapse = 0; synapse < 2; synapse++) {
                FiniteDifferences.Estimate estimate = differences.derivative(ParameterKind.WEIGHT, synapse);
                assertThat(pass.gradients().weight()[synapse]).isCloseTo(estimate.derivative(), within(1e-8));
            }
        }
    }

    @Test
    void arrivalsTogetherShareOneJump() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5))
                .synapse(0, 1, 3, 1)
                .synapse(0, 1, 4, 1)
                .synapse(0, 1, 2, 1)
                .trial(9, 0.5);
        Trial.Pass pass = trial.differentiate(Loss.spikeTime(1));
        Trial.Pass single = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5))
                .synapse(0, 1, 9, 1)
                .trial(9, 0.5)
                .differentiate(Loss.spikeTime(1));
        for (int synapse = 0; synapse < 3; synapse++) {
            assertThat(pass.gradients().weight()[synapse])
                    .isCloseTo(single.gradients().weight()[0], within(1e-13));
        }
        assertThat(pass.gradients().delay()[0]
                        + pass.gradients().delay()[1]
                        + pass.gradients().delay()[2])
                .isCloseTo(1, within(1e-12));
    }
}
