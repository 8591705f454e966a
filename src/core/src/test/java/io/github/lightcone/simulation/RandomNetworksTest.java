package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.EventOracle;
import io.github.lightcone.fixtures.FieldNumbers;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.Trial;
import java.util.stream.LongStream;
import org.apache.commons.math3.util.Decimal64;
import org.apache.commons.math3.util.Decimal64Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of every kind against the plain simulation that moves every neuron on at every event. */
class RandomNetworksTest {

    private static final double[] WIDTHS = {Double.NaN, 0.02, 0.3, 100};

    private static final double[][] TIME_CONSTANTS = {{10, 5}, {10, 10}, {20, 5}, {6, 15}, {12, 12.01}, {9, 1}};

    static LongStream seeds() {
        return LongStream.range(1_000, 1_012);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyNeuronWithItsOwnTimeConstants(long seed) {
        assertSame(RandomNetworks.trial(seed, 1 + (int) (seed % 4)), WIDTHS[(int) (seed % WIDTHS.length)]);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharedTimeConstants(long seed) {
        double[] tau = TIME_CONSTANTS[(int) (seed % TIME_CONSTANTS.length)];
        Trial trial = RandomNetworks.withShared(seed, 1 + (int) (seed % 4), tau[0], tau[1]);
        assertSame(trial, WIDTHS[(int) (seed / 2 % WIDTHS.length)]);
    }

    private static void assertSame(Trial trial, double sliceWidth) {
        Tape tape = trial.simulator().sliceWidth(sliceWidth).run(trial.input(), trial.end());
        EventOracle.Result<Decimal64> oracle =
                EventOracle.run(new FieldNumbers<>(trial, Decimal64Field.getInstance(), new Plain()));

        assertThat(oracle.neurons()).hasSize(tape.spikeCount());
        // Both round, and shallow crossings amplify what earlier ones rounded.
        Agreement times = Agreement.of("spike times, event oracle", 1e-12, 10);
        for (int k = 0; k < tape.spikeCount(); k++) {
            int spike = k;
            assertThat(tape.neuron(k))
                    .as("spike %d", k)
                    .isEqualTo(oracle.neurons().get(k));
            times.compare(
                    () -> "spike " + spike, tape.time(k), oracle.times().get(k).getReal());
        }
        times.check();
        Agreement readouts = Agreement.of("readouts, event oracle", 1e-12, 1);
        for (int r = 0; r < trial.readouts().size(); r++) {
            String what = trial.readouts().get(r).toString();
            readouts.compare(
                    () -> what, tape.readout(r), oracle.readouts().get(r).getReal());
        }
        readouts.check();
    }

    private static final class Plain implements FieldNumbers.Lift<Decimal64> {

        @Override
        public Decimal64 parameter(ParameterKind kind, int index, double value) {
            return new Decimal64(value);
        }

        @Override
        public Decimal64 inputTime(int spike, double time) {
            return new Decimal64(time);
        }
    }
}
