package io.github.lightcone.learning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerTest {

    private final Network network = Network.inDimensions(2)
            .population("input", new SpikeSource(), 1)
            .population("hidden", Lif.of(20, 5).withReset(0.5), 2)
            .population("output", LeakyIntegrator.of(20, 5), 1)
            .connect(
                    "input",
                    "hidden",
                    ConnectionRules.allToAll(),
                    Distribution.constant(1),
                    Delays.constant(0.05),
                    new SplittableRandom(1))
            .build();
    private final Parameters parameters = network.parameters();
    private final Gradients gradients = new Gradients(network);

    private Optimizer optimizer(ParameterGroup group, LearningRate rate) {
        return new Optimizer(Map.of(group, rate), parameters);
    }

    @Test
    void movesOnlyWhatIsLearned() {
        gradients.weight()[0] = 3;
        gradients.position()[1] = -2;
        optimizer(ParameterGroup.WEIGHTS, LearningRate.constant(0.1)).step(0, gradients, 1, parameters);
        // Adam's first step is the rate; epsilon takes a part of 1e-8 or less off it.
        assertThat(parameters.weight()).containsExactly(new double[] {0.9, 1}, within(1e-8));
        assertThat(parameters.position()).containsOnly(0);
    }

    @Test
    void everyGroupHasItsOwnRateAndDecay() {
        gradients.weight()[0] = 1;
        gradients.position()[0] = 1;
        Optimizer optimizer = new Optimizer(
                Map.of(
                        ParameterGroup.WEIGHTS,
                        new LearningRate(0.1, 0.5),
                        ParameterGroup.POSITIONS,
                        LearningRate.constant(0.2)),
                parameters);
        optimizer.step(2, gradients, 1, parameters);
        assertThat(parameters.weight()[0]).isCloseTo(1 - 0.025, within(1e-8));
        assertThat(parameters.position()[0]).isCloseTo(-0.2, within(1e-8));
    }

    @Test
    void delaysStopAtZeroAndTheStopsAreCounted() {
        gradients.delay()[0] = 1;
        Optimizer optimizer = optimizer(ParameterGroup.DELAYS, LearningRate.constant(0.04));
        optimizer.step(0, gradients, 1, parameters);
        assertThat(optimizer.clamps(ParameterGroup.DELAYS)).isZero();
        optimizer.step(0, gradients, 1, parameters);
        assertThat(parameters.delay()).containsExactly(0, 0.05);
        assertThat(optimizer.clamps(ParameterGroup.DELAYS)).isEqualTo(1);
        optimizer.forgetClamps();
        assertThat(optimizer.clamps(ParameterGroup.DELAYS)).isZero();
    }

    @Test
    void thresholdsStayAboveTheReset() {
        gradients.vThreshold()[1] = 1;
        gradients.vThreshold()[3] = 1;
        Optimizer optimizer = optimizer(ParameterGroup.THRESHOLD, LearningRate.constant(2));
        optimizer.step(0, gradients, 1, parameters);
        assertThat(parameters.vThreshold()[1]).isCloseTo(0.501, within(1e-12));
        assertThat(parameters.vThreshold()[3]).as("of an integrator").isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(optimizer.clamps(ParameterGroup.THRESHOLD)).isEqualTo(1);
        parameters.check(network);
    }

    /** Whatever the gradient, the parameters stay those of a valid network. */
    @ParameterizedTest
    @EnumSource(ParameterGroup.class)
    void everyGroupStaysInItsRange(ParameterGroup group) {
        for (double sign : new double[] {1, -1}) {
            Parameters moved = network.parameters();
            fill(gradients, sign);
            new Optimizer(Map.of(group, LearningRate.constant(1000)), moved).step(0, gradients, 1, moved);
            moved.check(network);
            if (group != ParameterGroup.SPEED) {
                assertThat(group.of(moved)).isNotEqualTo(group.of(network.parameters()));
            }
        }
    }

    private static void fill(Gradients gradients, double value) {
        for (ParameterGroup group : ParameterGroup.values()) {
            Arrays.fill(group.of(gradients), value);
        }
    }

    @Test
    void aGradientThatIsNotFiniteIsAnErrorAndNothingMoves() {
        gradients.weight()[1] = Double.NaN;
        Optimizer optimizer = optimizer(ParameterGroup.WEIGHTS, LearningRate.constant(0.1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> optimizer.step(0, gradients, 1, parameters))
                .withMessage("gradient of weights 1 is NaN");
        assertThat(parameters.weight()).containsExactly(1, 1);
    }

    @Test
    void groupsAreFoundByName() {
        for (ParameterGroup group : ParameterGroup.values()) {
            assertThat(ParameterGroup.named(group.label())).isEqualTo(group);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGroup.named("wieghts"))
                .withMessageContaining("'wieghts'")
                .withMessageContaining("positions");
    }

    @Test
    void ratesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> LearningRate.constant(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearningRate(0.1, 1.01));
    }
}
