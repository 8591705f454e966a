package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.EventOracle;
import io.github.lightcone.fixtures.FieldNumbers;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.Readout;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The textbook formulas divide by tauMem - tauSyn. Spike times, readouts and every kind of gradient, at
 * and around equality, against the textbook formulas in 44 digits.
 */
class SingularitySweepTest {

    private static final DfpField FIELD = new DfpField(44);

    /** Step of the differences: their error is its square, far below what is compared. */
    private static final double STEP = 3e-10;

    private static final int CELL = 1;
    private static final int READOUT = 2;

    @ParameterizedTest(name = "tauMem - tauSyn = {0} ms")
    @ValueSource(doubles = {0, 1e-10, -1e-10, 1e-8, -1e-5, 0.1})
    void everythingIsExact(double difference) {
        Trial trial = trial(difference);
        Trial.Pass pass = trial.differentiate(Loss.spikeTimes(7).plus(Loss.readouts(8)));
        EventOracle.Result<Dfp> oracle = EventOracle.runPrecisely(numbers(trial, ParameterKind.WEIGHT, -1, 0));
        assertThat(oracle.times()).hasSize(pass.tape().spikeCount());
        Agreement values = Agreement.of("singularity sweep, spike times and readouts", 1e-14, 1);
        for (int k = 0; k < oracle.times().size(); k++) {
            int spike = k;
            values.compare(
                    () -> "spike " + spike,
                    pass.tape().time(k),
                    oracle.times().get(k).toDouble());
        }
        for (int r = 0; r < oracle.readouts().size(); r++) {
            int readout = r;
            values.compare(
                    () -> "readout " + readout,
                    pass.tape().readout(r),
                    oracle.readouts().get(r).toDouble());
        }
        values.check();

        // The asked for 1e-9 leaves room: what is left is rounding.
        Agreement gradients = Agreement.of("singularity sweep, gradients", 1e-12, 1e-2);
        compare(gradients, trial, pass, ParameterKind.TAU_MEM, CELL);
        compare(gradients, trial, pass, ParameterKind.TAU_SYN, CELL);
        compare(gradients, trial, pass, ParameterKind.TAU_MEM, READOUT);
        compare(gradients, trial, pass, ParameterKind.TAU_SYN, READOUT);
        compare(gradients, trial, pass, ParameterKind.V_THRESHOLD, CELL);
        compare(gradients, trial, pass, ParameterKind.BIAS, CELL);
        compare(gradients, trial, pass, ParameterKind.BIAS, READOUT);
        for (int synapse = 0; synapse < trial.network().synapseCount(); synapse++) {
            compare(gradients, trial, pass, ParameterKind.WEIGHT, synapse);
            compare(gradients, trial, pass, ParameterKind.DELAY, synapse);
        }
        gradients.check();
    }

    private static void compare(Agreement agreement, Trial trial, Trial.Pass pass, ParameterKind kind, int index) {
        EventOracle.Result<Dfp> above = EventOracle.runPrecisely(numbers(trial, kind, index, STEP));
        EventOracle.Result<Dfp> below = EventOracle.runPrecisely(numbers(trial, kind, index, -STEP));
        Dfp sum = FIELD.getZero();
        for (int k = 0; k < above.times().size(); k++) {
            Dfp change = above.times().get(k).subtract(below.times().get(k));
            sum = sum.add(change.multiply(FIELD.newDfp(pass.seeds().spikeTime(k))));
        }
        for (int r = 0; r < above.readouts().size(); r++) {
            Dfp change = above.readouts().get(r).subtract(below.readouts().get(r));
            sum = sum.add(change.multiply(FIELD.newDfp(pass.seeds().readout(r))));
        }
        double expected = sum.divide(FIELD.newDfp(2 * STEP)).toDouble();
        agreement.compare(() -> kind + " " + index, kind.get(pass.gradients(), index), expected);
    }

    /** Lifts the numbers of a trial and moves one of them. */
    private static FieldNumbers<Dfp> numbers(Trial trial, ParameterKind moved, int movedIndex, double step) {
        return new FieldNumbers<>(trial, FIELD, new FieldNumbers.Lift<>() {
            @Override
            public Dfp parameter(ParameterKind kind, int index, double value) {
                Dfp lifted = FIELD.newDfp(value);
                return kind == moved && index == movedIndex ? lifted.add(FIELD.newDfp(step)) : lifted;
            }

            @Override
            public Dfp inputTime(int spike, double time) {
                return FIELD.newDfp(time);
            }
        });
    }

    private static Trial trial(double difference) {
        Network network = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 10 - difference)
                        .withBias(0.2)
                        .withRefractory(0.7)
                        .withReset(-0.1))
                .integrator(new LeakyIntegrator(10, 10 - difference, 0.1, 0.2))
                .synapse(0, 1, 5, 0.8)
                .synapse(1, 2, 1.3, 0.5)
                .synapse(1, 1, -0.6, 0.3)
                .build();
        return Trial.of(network, SpikeTrains.of(new int[2], new double[] {0.5, 4}), 12)
                .reading(Readout.weighted(READOUT, 9), Readout.maximum(READOUT));
    }
}
