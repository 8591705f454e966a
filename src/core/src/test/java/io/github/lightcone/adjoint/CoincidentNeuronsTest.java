package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.FiniteDifferences;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.ParameterKind;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.ConductionDelay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A distance has no derivative at zero: synapses between coincident neurons move neither of them. */
class CoincidentNeuronsTest {

    @ParameterizedTest(name = "{0}-D")
    @ValueSource(ints = {1, 2, 3, 8})
    void onlyDistantPartnersPull(int dimensions) {
        double[] here = new double[dimensions];
        double[] there = new double[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            here[axis] = 0.1 * axis;
            there[axis] = 0.1 * axis - 0.3 + 0.2 * axis;
        }
        Trial trial = new SmallNetwork(dimensions)
                .speed(0.4)
                .source(here)
                .cell(Lif.of(10, 5), here)
                .cell(Lif.of(10, 5), there)
                .through(0, 1, 9, 0.5)
                .through(1, 2, 9, 0)
                .through(2, 1, -1, 0.2)
                .through(1, 1, 0.5, 0.7)
                .trial(15, 1);
        Loss loss = Loss.spikeTimes(3);
        Trial.Pass pass = trial.differentiate(loss);
        for (int axis = 0; axis < dimensions; axis++) {
            // The source and its only target coincide.
            assertThat(pass.gradients().position()[axis]).isZero();
            FiniteDifferences.Estimate estimate =
                    new FiniteDifferences(trial, loss).derivative(ParameterKind.POSITION, 2 * dimensions + axis);
            assertThat(pass.gradients().position()[2 * dimensions + axis])
                    .isCloseTo(estimate.derivative(), within(1e-7));
        }
        assertThat(pass.gradients().delay()[0]).isNotZero();
        assertThat(pass.gradients().delay()[3]).isNotZero();
    }

    @Test
    void allInOnePlace() {
        Trial trial = new SmallNetwork(3)
                .source(1, 2, 3)
                .cell(Lif.of(10, 5), 1, 2, 3)
                .through(0, 1, 9, 0.5)
                .through(1, 1, 1, 0.5)
                .trial(15, 1);
        Trial.Pass pass = trial.differentiate(Loss.spikeTimes(3));
        assertThat(pass.gradients().position()).containsOnly(0);
        assertThat(pass.gradients().conductionSpeed()).isZero();
    }

    /** Very near is not the same: there the derivative is a unit vector, however short the distance. */
    @ParameterizedTest(name = "distance {0} mm")
    @ValueSource(doubles = {1e-150, 1e-100, 1e-9, 1, 1e100})
    void unitVectorAtAnyDistance(double distance) {
        double[] position = {0, 0, 0.6 * distance, -0.8 * distance};
        double[] gradient = new double[4];
        double ofSpeed = ConductionDelay.addGradient(position, 2, 0, 1, 2, 5, gradient);
        assertThat(gradient[0]).isCloseTo(-1.5, within(1e-12));
        assertThat(gradient[1]).isCloseTo(2, within(1e-12));
        assertThat(gradient[2]).isCloseTo(1.5, within(1e-12));
        assertThat(gradient[3]).isCloseTo(-2, within(1e-12));
        assertThat(ofSpeed).isCloseTo(-5 * distance / 4, within(1e-12 * distance));
    }
}
