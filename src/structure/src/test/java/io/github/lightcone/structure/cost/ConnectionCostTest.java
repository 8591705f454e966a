package io.github.lightcone.structure.cost;

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
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionCostTest {

    private static final List<String> ALL = List.of();

    private static final List<String> RECURRENT = List.of("hidden->hidden");

    /** Of length 0: they cost nothing. */
    private static final int SELF_LOOPS = 6;

    private static Network network(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Network.inDimensions(3)
                .population("input", new SpikeSource(), Positions.uniform(4, 3, -2, 2, random))
                .population("hidden", Lif.of(10, 5), Positions.uniform(6, 3, -2, 2, random))
                .connect(
                        "input",
                        "hidden",
                        ConnectionRules.pairwiseBernoulli(0.8),
                        Distribution.uniform(-2, 2),
                        Delays.spatial(),
                        random)
                .connect(
                        "hidden",
                        "hidden",
                        ConnectionRules.allToAll(),
                        Distribution.normal(0, 1),
                        Delays.spatial(),
                        random)
                .build();
    }

    static Stream<ConnectionCost> costs() {
        List<ConnectionCost> costs = new ArrayList<>();
        for (boolean normalised : new boolean[] {false, true}) {
            for (double gamma : new double[] {1, 1.5, 2}) {
                costs.add(new WiringLength(0.3, gamma, normalised, ActsOn.BOTH, ALL));
            }
        }
        costs.add(new WiringLength(0.7, 2, true, ActsOn.BOTH, RECURRENT));
        costs.add(new CommunicabilityCost(0.4, false, ActsOn.BOTH, ALL));
        costs.add(new CommunicabilityCost(0.4, false, ActsOn.BOTH, RECURRENT));
        costs.add(new Repulsion(0.8, 3, ALL));
        costs.add(new Repulsion(0.8, 2, List.of("hidden")));
        return costs.stream();
    }

    @ParameterizedTest
    @MethodSource("costs")
    void derivativesAgreeWithDifferences(ConnectionCost cost) {
        for (long seed = 1; seed <= 3; seed++) {
            Network network = network(seed);
            Parameters parameters = network.parameters();
            Gradients gradients = new Gradients(network);
            cost.addGradient(network, parameters, gradients);
            compare(cost, network, parameters, parameters.weight(), gradients.weight());
            compare(cost, network, parameters, parameters.position(), gradients.position());
            assertThat(gradients.delay()).containsOnly(0);
        }
    }

    private static void compare(
            ConnectionCost cost, Network network, Parameters parameters, double[] values, double[] gradient) {
        double step = 1e-5;
        for (int k = 0; k < values.length; k++) {
            double at = values[k];
            values[k] = at + step;
            double above = cost.value(network, parameters);
            values[k] = at - step;
            double below = cost.value(network, parameters);
            values[k] = at;
            assertThat(gradient[k]).isCloseTo((above - below) / (2 * step), within(1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource(ActsOn.class)
    void actsOnWhatItIsTold(ActsOn actsOn) {
        Network network = network(5);
        List<ConnectionCost> restricted =
                List.of(new WiringLength(0.3, 1, true, actsOn, ALL), new CommunicabilityCost(0.4, false, actsOn, ALL));
        List<ConnectionCost> full = List.of(
                new WiringLength(0.3, 1, true, ActsOn.BOTH, ALL),
                new CommunicabilityCost(0.4, false, ActsOn.BOTH, ALL));
        for (int k = 0; k < full.size(); k++) {
            Gradients some = new Gradients(network);
            restricted.get(k).addGradient(network, network.parameters(), some);
            Gradients all = new Gradients(network);
            full.get(k).addGradient(network, network.parameters(), all);
            double[] none = new double[all.weight().length];
            assertThat(some.weight()).isEqualTo(actsOn.weights() ? all.weight() : none);
            none = new double[all.position().length];
            assertThat(some.position()).isEqualTo(actsOn.positions() ? all.position() : none);
            assertThat(restricted.get(k).value(network, network.parameters()))
                    .isEqualTo(full.get(k).value(network, network.parameters()));
        }
    }

    private static Network pair(double there, double back, double distance) {
        return Network.inDimensions(1)
                .population("hidden", Lif.of(10, 5), Positions.of(1, 0, distance))
                .synapses(
                        "hidden",
                        "hidden",
                        true,
                        new int[] {0, 1},
                        new int[] {1, 0},
                        new double[] {there, back},
                        new double[2])
                .build();
    }

    @Test
    void wiringOfAPair() {
        Network network = pair(-3, 0.5, 4);
        Parameters parameters = network.parameters();
        assertThat(new WiringLength(2, 1, false, ActsOn.BOTH, ALL).value(network, parameters))
                .isEqualTo(2 * 3.5 * 4);
        assertThat(new WiringLength(2, 2, false, ActsOn.BOTH, ALL).value(network, parameters))
                .isEqualTo(2 * 3.5 * 16);
        assertThat(new WiringLength(2, 2, true, ActsOn.BOTH, ALL).value(network, parameters))
                .isEqualTo(2 * 3.5);
    }

    /** B exchanges the two neurons: B^2 = 1, and expm(B) = cosh(1) + sinh(1) B. */
    @Test
    void communicabilityOfAPair() {
        Network network = pair(-3, 0.5, 4);
        double expected = 2 * 4 * Math.sinh(1) * (3 * Math.sqrt(3 / 0.5) + 0.5 * Math.sqrt(0.5 / 3));
        assertThat(new CommunicabilityCost(2, true, ActsOn.BOTH, ALL).value(network, network.parameters()))
                .isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void constantCommunicabilityWeighsDistances() {
        Network network = network(4);
        Parameters parameters = network.parameters();
        Gradients gradients = new Gradients(network);
        new CommunicabilityCost(0.4, true, ActsOn.WEIGHTS, RECURRENT).addGradient(network, parameters, gradients);
        double sum = 0;
        for (int s = 0; s < network.synapseCount(); s++) {
            sum += gradients.weight()[s] * parameters.weight()[s];
        }
        double value = new CommunicabilityCost(0.4, true, ActsOn.WEIGHTS, RECURRENT).value(network, parameters);
        assertThat(sum).isCloseTo(value, within(1e-12 * value));
    }

    @Test
    void shrinkingReachesExactZero() {
        Network network = network(6);
        Parameters parameters = network.parameters();
        WiringLength cost = new WiringLength(0.5, 1, true, ActsOn.WEIGHTS, RECURRENT);
        double[] before = parameters.weight().clone();
        int vanished = cost.shrink(network, parameters, 1);
        int zeros = 0;
        double mean = 0;
        int first = network.projection("hidden", "hidden").firstSynapse();
        int end = network.projection("hidden", "hidden").endSynapse();
        for (int s = first; s < end; s++) {
            mean += Distances.of(network, parameters, s) / (end - first);
        }
        for (int s = 0; s < before.length; s++) {
            double left = s < first
                    ? Math.abs(before[s])
                    : Math.max(0, Math.abs(before[s]) - 0.5 * Distances.of(network, parameters, s) / mean);
            assertThat(Math.abs(parameters.weight()[s])).isCloseTo(left, within(1e-14));
            assertThat(parameters.weight()[s] * before[s] >= 0).isTrue();
            zeros += s >= first && parameters.weight()[s] == 0 ? 1 : 0;
        }
        assertThat(vanished).isEqualTo(zeros).isBetween(3, 33);
        assertThat(cost.shrink(network, parameters, 0)).isZero();
        assertThat(cost.shrink(network, parameters, 1e6)).isEqualTo(end - first - zeros - SELF_LOOPS);
    }

    @Test
    void repulsionOfAPairActsWithinItsRadius() {
        Network near = pair(1, 1, 1);
        Gradients gradients = new Gradients(near);
        Repulsion cost = new Repulsion(2, 4, ALL);
        assertThat(cost.value(near, near.parameters())).isEqualTo(0.75 * 0.75);
        cost.addGradient(near, near.parameters(), gradients);
        assertThat(gradients.position()).containsExactly(2 * 0.75 / 4, -2 * 0.75 / 4);
        Network far = pair(1, 1, 4);
        assertThat(cost.value(far, far.parameters())).isZero();
        Network same = pair(1, 1, 0);
        Gradients none = new Gradients(same);
        cost.addGradient(same, same.parameters(), none);
        assertThat(none.position()).containsOnly(0);
    }

    @Test
    void connectionsWithoutLengthCostNothing() {
        Network network = pair(1, 2, 0);
        Parameters parameters = network.parameters();
        Gradients gradients = new Gradients(network);
        for (boolean normalised : new boolean[] {false, true}) {
            WiringLength cost = new WiringLength(1, 1, normalised, ActsOn.BOTH, ALL);
            assertThat(cost.value(network, parameters)).isZero();
            cost.addGradient(network, parameters, gradients);
        }
        assertThat(gradients.weight()).containsOnly(0);
        assertThat(gradients.position()).containsOnly(0);
    }

    @Test
    void whatIsNotAllowedIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WiringLength(-1, 1, false, ActsOn.BOTH, ALL))
                .withMessageContaining("strength");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WiringLength(1, 0.5, false, ActsOn.BOTH, ALL))
                .withMessageContaining("gamma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Repulsion(1, 0, ALL))
                .withMessageContaining("radius");
        Network network = network(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WiringLength(1, 1, false, ActsOn.BOTH, List.of("hidden->output"))
                        .value(network, network.parameters()))
                .withMessage("no projection 'hidden->output'; there are [input->hidden, hidden->hidden]");
    }
}
