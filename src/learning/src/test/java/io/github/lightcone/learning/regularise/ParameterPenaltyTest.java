package io.github.lightcone.learning.regularise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterPenaltyTest {

    private static final int INPUT_SYNAPSES = 6;

    private final Network network = Network.inDimensions(1)
            .population("input", new SpikeSource(), 3)
            .population("hidden", Lif.of(10, 5), 2)
            .connect(
                    "input",
                    "hidden",
                    ConnectionRules.allToAll(),
                    Distribution.uniform(0.2, 2),
                    Delays.none(),
                    new SplittableRandom(1))
            .connect(
                    "hidden",
                    "hidden",
                    ConnectionRules.allToAll(),
                    Distribution.uniform(-2, -0.2),
                    Delays.constant(1),
                    new SplittableRandom(2))
            .build();

    static Stream<ParameterPenalty> penalties() {
        return Stream.of(
                new WeightL1(0.3),
                new WeightL1(0.3, "hidden->hidden"),
                new WeightL2(0.7),
                new WeightL2(0.7, "input->hidden"),
                new WeightL1(0.2).plus(new WeightL2(0.5, "hidden->hidden", "input->hidden")));
    }

    /** A piecewise quadratic function: central differences have no error but rounding. */
    @ParameterizedTest
    @MethodSource("penalties")
    void derivativesAgreeWithDifferences(ParameterPenalty penalty) {
        Parameters parameters = network.parameters();
        Gradients gradients = new Gradients(network);
        penalty.addGradient(network, parameters, gradients);
        double step = 1e-3;
        for (int s = 0; s < network.synapseCount(); s++) {
            double at = parameters.weight()[s];
            parameters.weight()[s] = at + step;
            double above = penalty.value(network, parameters);
            parameters.weight()[s] = at - step;
            double below = penalty.value(network, parameters);
            parameters.weight()[s] = at;
            assertThat(gradients.weight()[s]).isCloseTo((above - below) / (2 * step), within(1e-11));
        }
        assertThat(gradients.delay()).containsOnly(0);
    }

    @Test
    void valuesOfAFewWeights() {
        Parameters parameters = network.parameters();
        for (int s = 0; s < network.synapseCount(); s++) {
            parameters.weight()[s] = s < INPUT_SYNAPSES ? -3 : 2;
        }
        assertThat(new WeightL1(0.5).value(network, parameters)).isEqualTo(0.5 * (6 * 3 + 4 * 2));
        assertThat(new WeightL1(0.5, "hidden->hidden").value(network, parameters))
                .isEqualTo(0.5 * 4 * 2);
        assertThat(new WeightL2(0.5, "input->hidden").value(network, parameters))
                .isEqualTo(0.25 * 6 * 9);
    }

    @Test
    void subgradientOfL1AtZeroIsZero() {
        Parameters parameters = network.parameters();
        parameters.weight()[0] = 0;
        parameters.weight()[1] = -0.0;
        Gradients gradients = new Gradients(network);
        new WeightL1(0.3).addGradient(network, parameters, gradients);
        assertThat(gradients.weight()[0]).isZero();
        assertThat(Math.abs(gradients.weight()[1])).isZero();
        assertThat(gradients.weight()[2]).isEqualTo(0.3);
    }

    /** The proximal step is the minimum over z of 1/2 (z - w)^2 + step cost(z). */
    @Test
    void proximalStepsMinimise() {
        double[] weights = {2, -2, 0.05, -0.05, 0, 0.1, 1e-3, -0.7, 0.11, -0.1};
        assertMinimal(new WeightL1(0.4), weights, z -> 0.4 * Math.abs(z));
        assertMinimal(new WeightL2(0.4), weights, z -> 0.2 * z * z);
    }

    private void assertMinimal(Proximal proximal, double[] weights, DoubleUnaryOperator cost) {
        double step = 0.25;
        Parameters parameters = network.parameters();
        System.arraycopy(weights, 0, parameters.weight(), 0, weights.length);
        proximal.apply(network, parameters, step);
        for (int s = 0; s < weights.length; s++) {
            double w = weights[s];
            double z = parameters.weight()[s];
            double best = 0.5 * (z - w) * (z - w) + step * cost.applyAsDouble(z);
            for (double other = -2.5; other <= 2.5; other += 1.0 / 1024) {
                double value = 0.5 * (other - w) * (other - w) + step * cost.applyAsDouble(other);
                assertThat(value).isGreaterThanOrEqualTo(best - 1e-15);
            }
        }
    }

    @Test
    void weightsVanishForGoodAndAreCounted() {
        Parameters parameters = network.parameters();
        double[] weight = parameters.weight();
        for (int s = 0; s < weight.length; s++) {
            weight[s] = s % 2 == 0 ? 0.05 : -1;
        }
        WeightL1 penalty = new WeightL1(1, "input->hidden");
        assertThat(penalty.apply(network, parameters, 0.06)).isEqualTo(3);
        assertThat(weight[0]).isEqualTo(0.0);
        assertThat(weight[1]).isEqualTo(-0.94);
        assertThat(weight[INPUT_SYNAPSES]).as("not selected").isEqualTo(0.05);
        assertThat(penalty.apply(network, parameters, 0.06)).isZero();
        assertThat(weight[0]).isEqualTo(0.0);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightL1(1, "hidden->output").value(network, network.parameters()))
                .withMessage("no projection 'hidden->output'; there are [input->hidden, hidden->hidden]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightL2(-1))
                .withMessage("strength = -1.0, must be finite and at least 0");
    }
}
