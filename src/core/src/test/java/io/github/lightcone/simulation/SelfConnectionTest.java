package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.Lif;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A neuron that hears itself: before its release, at it, after it, or at once. */
class SelfConnectionTest {

    /** Between spikes V is two exponentials; the next crossing follows from the last by bisection. */
    @ParameterizedTest(name = "delay {0} ms, refractory {1} ms, weight {2}")
    @CsvSource({
        "2, 2, 0.8",
        "2, 2, -0.8",
        "0, 0, 0.8",
        "0, 0, -2",
        "0, 2, 0.8",
        "1, 2, -0.8",
        "3, 2, 0.8",
        "2.5, 0, -0.5",
        "0.25, 0.25, 0.3",
    })
    void followsFromSpikeToSpike(double delay, double refractory, double weight) {
        Lif model = Lif.of(10, 5).withBias(1.4).withRefractory(refractory).withReset(-0.1);
        Trial trial = new SmallNetwork()
                .source()
                .cell(model)
                .synapse(1, 1, weight, delay)
                .trial(120);
        for (double width : new double[] {Double.NaN, 0.25, 0.01}) {
            Tape tape = trial.simulator().sliceWidth(width).run(trial.input(), 120);
            assertThat(tape.spikeCount()).isGreaterThan(3);
            double t = 10 * Math.log(1.4 / 0.4);
            double current = 0;
            for (int k = 0; k < tape.spikeCount(); k++) {
                assertThat(tape.time(k)).isCloseTo(t, within(1e-11));
                assertThat(tape.drive(k)).isCloseTo(current + 0.4, within(1e-11));
                // Every arrival comes before the next spike here, so one is under way at a time.
                double release = t + refractory;
                double arrival = t + delay;
                double atRelease = current * Math.exp(-refractory / 5)
                        + (arrival < release ? weight * Math.exp(-(release - arrival) / 5) : 0);
                if (release < 120) {
                    assertThat(tape.releaseCurrent(k)).isCloseTo(atRelease, within(1e-11));
                }
                double from = Math.max(release, arrival);
                double v = -0.1;
                double i = atRelease + (arrival == release ? weight : 0);
                if (arrival > release) {
                    v = voltage(v, i, arrival - release);
                    i = i * Math.exp(-(arrival - release) / 5) + weight;
                }
                double low = 0;
                double high = 0.01;
                while (voltage(v, i, high) < 1) {
                    high += 0.01;
                }
                for (int bisection = 0; bisection < 70; bisection++) {
                    double middle = 0.5 * (low + high);
                    if (voltage(v, i, middle) < 1) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                t = from + high;
                current = i * Math.exp(-high / 5);
            }
        }
    }

    private static double voltage(double v, double i, double s) {
        double ofCurrent = i * 5 / (10 - 5.0) * (Math.exp(-s / 10) - Math.exp(-s / 5));
        return 1.4 + (v - 1.4) * Math.exp(-s / 10) + ofCurrent;
    }
}
