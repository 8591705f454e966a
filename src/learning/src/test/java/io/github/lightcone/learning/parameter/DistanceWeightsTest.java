package io.github.lightcone.learning.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights and delays that both follow from positions. */
class DistanceWeightsTest {

    private static final double LENGTH = 1.5;

    /** One source at 0 and two targets in a plane, at distances 5 and 0.5. */
    private static Network pair(boolean spatial) {
        return Network.inDimensions(2)
                .population("input", new SpikeSource(), Positions.of(2, 0, 0))
                .population("cell", Lif.of(20, 5), Positions.of(2, 3, 4, 0.3, -0.4))
                .synapses("input", "cell", spatial, new int[] {0, 0}, new int[] {0, 1}, new double[2], new double[2])
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "INVERSE, 0.2, 2",
        "INVERSE_SQUARE, 0.04, 4",
        "EXPONENTIAL, 0.0356739933472524, 0.716531310573789",
        "GAUSSIAN, 0.0038659201394728, 0.945959468906770"
    })
    void weightsAreScaleTimesTanhTimesKernel(DistanceKernel.Shape shape, double far, double near) {
        Network network = pair(false);
        DistanceWeights rule = new DistanceWeights(
                network, network.projections().get(0), new DistanceKernel(shape, LENGTH), 2, 0.5, new double[] {-0.8});
        TrainableNetwork trainable = new TrainableNetwork(network, List.of(rule), List.of(rule.numbers()));
        // 2 tanh(0.5 * -0.8)
        double strength = 2 * -0.379948962255225;
        assertThat(trainable.parameters().weight())
                .containsExactly(new double[] {strength * far, strength * near}, within(1e-14));
        rule.numbers().values()[0] = 40;
        trainable.refresh();
        assertThat(trainable.parameters().weight())
                .as("tanh(20) is 1 - 8e-18")
                .containsExactly(new double[] {2 * far, 2 * near}, within(1e-14));
    }

    /** Everything through space: weights, delays. */
    private static TrainableNetwork free(Network network, DistanceKernel.Shape shape) {
        List<Learnable> all = new ArrayList<>();
        for (Population population : network.populations()) {
            all.add(Learnables.positions(network, population, axes(network.dimensions())));
        }
        List<SpatialRule> rules = new ArrayList<>();
        for (Projection projection : network.projections()) {
            double[] values = new double[projection.source().size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = 0.7 + 0.2 * k;
            }
            DistanceKernel kernel = new DistanceKernel(shape, LENGTH);
            double scale = 3 / kernel.value(0.9 * Math.sqrt(network.dimensions()));
            rules.add(new DistanceWeights(network, projection, kernel, scale, 1, values));
        }
        return new TrainableNetwork(network, rules, all);
    }

    private static int[] axes(int dimensions) {
        int[] axes = new int[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            axes[axis] = axis;
        }
        return axes;
    }

    private static double[] positionGradient(TrainableNetwork network) {
        Gradients gradients = new ValueDifferences(
                        network,
                        new FirstSpikeCrossEntropy(network.description().population("output"), 3, 12, 0.1),
                        LayeredNetwork.input(),
                        LayeredNetwork.END)
                .complete();
        return gradients.position();
    }

    /**
     * The loss of a network that lies in space as a whole does not change when it is moved or turned: the sum of
     * the gradients is 0 along each axis, and so is their torque in each plane; to rounding.
     */
    @ParameterizedTest
    @EnumSource
    void aFreeNetworkFeelsNoForceAndNoTorque(DistanceKernel.Shape shape) {
        for (int dimensions : new int[] {1, 2, 3, 8}) {
            TrainableNetwork network = free(new LayeredNetwork(dimensions, true, true, true).build(), shape);
            double[] force = positionGradient(network);
            double[] position = network.parameters().position();
            double size = 0;
            for (double component : force) {
                size += Math.abs(component);
            }
            assertThat(size).as("%d-D: there are forces", dimensions).isGreaterThan(0.01);
            for (int a = 0; a < dimensions; a++) {
                double sum = 0;
                for (int n = 0; n < position.length; n += dimensions) {
                    sum += force[n + a];
                }
                assertThat(sum).as("%d-D: sum along axis %d", dimensions, a).isCloseTo(0, within(1e-13 * size));
                for (int b = 0; b < a; b++) {
                    double torque = 0;
                    for (int n = 0; n < position.length; n += dimensions) {
                        torque += position[n + a] * force[n + b] - position[n + b] * force[n + a];
                    }
                    assertThat(torque)
                            .as("%d-D: torque %d, %d", dimensions, a, b)
                            .isCloseTo(0, within(1e-12 * size));
                }
            }
        }
    }

    /** Turned by an angle with rational sine and cosine, 3/5 and 4/5, and moved: same weights, same delays. */
    @ParameterizedTest
    @EnumSource
    void weightsStayWhenTheNetworkIsMovedAndTurned(DistanceKernel.Shape shape) {
        TrainableNetwork network = free(new LayeredNetwork(3, true, true, true).build(), shape);
        double[] before = network.parameters().weight().clone();
        for (Learnable learnable : network.learnables()) {
            double[] p = learnable.values();
            for (int n = 0; n < p.length; n += 3) {
                double x = p[n];
                p[n] = 0.8 * x - 0.6 * p[n + 2] + 7;
                p[n + 2] = 0.6 * x + 0.8 * p[n + 2] - 2;
            }
        }
        network.refresh();
        double[] after = network.parameters().weight();
        for (int s = 0; s < before.length; s++) {
            assertThat(after[s]).as("synapse %d", s).isCloseTo(before[s], within(1e-13 * Math.abs(before[s])));
        }
    }

    @Test
    void coincidentNeuronsHaveNoWeightByInverseDistance() {
        Network network = Network.inDimensions(2)
                .population("input", new SpikeSource(), Positions.of(2, 1, 2))
                .population("cell", Lif.of(20, 5), Positions.of(2, 0, 0, 1, 2))
                .synapses("input", "cell", true, new int[] {0, 0}, new int[] {0, 1}, new double[2], null)
                .build();
        for (DistanceKernel.Shape shape : DistanceKernel.Shape.values()) {
            DistanceWeights rule = new DistanceWeights(
                    network, network.projections().get(0), new DistanceKernel(shape, 1), 1, 1, new double[] {40});
            if (shape == DistanceKernel.Shape.INVERSE || shape == DistanceKernel.Shape.INVERSE_SQUARE) {
                assertThatExceptionOfType(ArithmeticException.class)
                        .isThrownBy(() -> new TrainableNetwork(network, List.of(rule), List.of()))
                        .withMessage("weights from positions input->cell: synapse 1 (0 -> 2) has a length of 0.0 mm,"
                                + " for which the weight is Infinity");
            } else {
                TrainableNetwork trainable = new TrainableNetwork(network, List.of(rule), List.of());
                assertThat(trainable.parameters().weight()[1]).isEqualTo(1);
            }
        }
    }

    @Test
    void aValueOfZeroAtCoincidentNeuronsIsAnErrorToo() {
        Network network = Network.inDimensions(1)
                .population("input", new SpikeSource(), 1)
                .population("cell", Lif.of(20, 5), 1)
                .synapses("input", "cell", true, new int[1], new int[1], new double[1], null)
                .build();
        DistanceWeights rule = new DistanceWeights(
                network, network.projections().get(0), DistanceKernel.inverse(), 1, 1, new double[1]);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new TrainableNetwork(network, List.of(rule), List.of()))
                .withMessageContaining("synapse 0 (0 -> 1)")
                .withMessageContaining("NaN");
    }

    @Test
    void settingsAreChecked() {
        Network network = pair(false);
        Projection projection = network.projections().get(0);
        DistanceKernel kernel = DistanceKernel.inverse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DistanceWeights(network, projection, kernel, 0, 1, new double[1]))
                .withMessage("scale = 0.0, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DistanceWeights(network, projection, kernel, 1, Double.NaN, new double[1]))
                .withMessage("steepness = NaN, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DistanceWeights(network, projection, kernel, 1, 1, new double[2]))
                .withMessage("2 numbers for the 1 sources of input->cell");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DistanceKernel(DistanceKernel.Shape.GAUSSIAN, 0))
                .withMessage("length = 0.0, must be finite and above 0");
    }

    @Test
    void theNumbersAreThoseOfTheRuleNotOfTheCaller() {
        Network network = pair(false);
        double[] given = {0.3};
        DistanceWeights rule =
                new DistanceWeights(network, network.projections().get(0), DistanceKernel.inverse(), 1, 1, given);
        given[0] = 5;
        assertThat(rule.numbers().values()).containsExactly(0.3);
    }

    /** Delays at a speed of their own are those of the network at the same speed. */
    @Test
    void ownSpeedsGiveTheDelaysOfTheNetwork() {
        Network own = pair(false);
        OwnSpeed rule = new OwnSpeed(own, own.projections().get(0), 0.25, true);
        TrainableNetwork trainable = new TrainableNetwork(own, List.of(rule), List.of(rule.numbers()));
        assertThat(trainable.parameters().delay()).containsExactly(new double[] {20, 2}, within(1e-14));
        Network spatial = pair(true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OwnSpeed(spatial, spatial.projections().get(0), 0.25, true))
                .withMessage("input->cell has conduction delays at the speed of the network already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OwnSpeed(own, own.projections().get(0), 0, true))
                .withMessage("speed = 0.0, must be at least 0.001");
    }
}
