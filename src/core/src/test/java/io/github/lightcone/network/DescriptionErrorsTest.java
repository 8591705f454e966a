package io.github.lightcone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.connectivity.ConnectionRule;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every complaint names the place, the value, and what would have been allowed. */
class DescriptionErrorsTest {

    private static NetworkBuilder builder() {
        return Network.inDimensions(2)
                .population("in", new SpikeSource(), 2)
                .population("cells", Lif.of(10, 5), 3)
                .population("out", LeakyIntegrator.of(10, 5), 2);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "TAU_MEM, 0, tauMem = 0.0; must be finite and above 0",
        "TAU_MEM, -1, tauMem = -1.0; must be finite and above 0",
        "TAU_MEM, NaN, tauMem = NaN; must be finite and above 0",
        "TAU_SYN, Infinity, tauSyn = Infinity; must be finite and above 0",
        "BIAS, NaN, bias = NaN; must be finite",
        "V_THRESHOLD, Infinity, vThreshold = Infinity; must be finite",
        "V_THRESHOLD, -0.5, vReset = 0.0; must be below vThreshold = -0.5",
        "V_RESET, 1, vReset = 1.0; must be below vThreshold = 1.0",
        "V_RESET, -Infinity, vReset = -Infinity; must be finite",
        "V_INITIAL, 1, vInitial = 1.0; must be below vThreshold = 1.0",
        "V_INITIAL, NaN, vInitial = NaN; must be finite",
        "REFRACTORY, -1e-9, refractory = -1.0E-9; must be finite and at least 0",
        "REFRACTORY, Infinity, refractory = Infinity; must be finite and at least 0",
    })
    void parameterOfACell(NeuronParameter parameter, double value, String message) {
        double[] values = new double[3];
        Arrays.fill(values, parameter.of(Lif.of(10, 5)));
        values[1] = value;
        assertComplaint(
                "neuron 3 (cells 1): " + message.replace(';', ','),
                () -> builder().override("cells", parameter, values).build());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "TAU_MEM, -1, tauMem = -1.0; must be finite and above 0",
        "BIAS, NaN, bias = NaN; must be finite",
        "V_INITIAL, Infinity, vInitial = Infinity; must be finite",
    })
    void parameterOfAReadout(NeuronParameter parameter, double value, String message) {
        assertComplaint(
                "neuron 6 (out 1): " + message.replace(';', ','),
                () -> builder().override("out", parameter, 1, value).build());
    }

    static Stream<Arguments> populations() {
        return Stream.of(
                complaint("dimensions = 0, must be between 1 and 64", () -> Network.inDimensions(0)),
                complaint("dimensions = 65, must be between 1 and 64", () -> Network.inDimensions(65)),
                complaint(
                        "conductionSpeed = 0.0, must be finite and above 0",
                        () -> builder().conductionSpeed(0)),
                complaint(
                        "conductionSpeed = NaN, must be finite and above 0",
                        () -> builder().conductionSpeed(Double.NaN)),
                complaint("a population needs a name", () -> builder().population(" ", new SpikeSource(), 1)),
                complaint("population 'in' exists already", () -> builder().population("in", new SpikeSource(), 1)),
                complaint("population 'x' has no neurons", () -> builder().population("x", new SpikeSource(), 0)),
                complaint(
                        "population 'x' has positions in 3 dimensions, the network has 2",
                        () -> builder().population("x", new SpikeSource(), Positions.origin(1, 3))),
                complaint(
                        "no population named 'hidden'; there are [in, cells, out]",
                        () -> builder().override("hidden", NeuronParameter.BIAS, 1)),
                complaint(
                        "population 'out': leaky_integrator has no parameter vThreshold",
                        () -> builder().override("out", NeuronParameter.V_THRESHOLD, 1, 1)),
                complaint(
                        "population 'in': spike_source has no parameter tauMem",
                        () -> builder().override("in", NeuronParameter.TAU_MEM, 1, 1)),
                complaint(
                        "population 'cells': 2 values of bias for 3 neurons",
                        () -> builder().override("cells", NeuronParameter.BIAS, 1, 1)),
                complaint("tauMem = 0.0, must be finite and above 0", () -> Lif.of(0, 5)),
                complaint("tauSyn = NaN, must be finite and above 0", () -> LeakyIntegrator.of(5, Double.NaN)),
                complaint(
                        "vReset = 2.0, must be below vThreshold = 1.0",
                        () -> Lif.of(10, 5).withReset(2)),
                complaint(
                        "vInitial = 1.0, must be below vThreshold = 1.0",
                        () -> Lif.of(10, 5).withInitial(1)),
                complaint(
                        "refractory = -1.0, must be finite and at least 0",
                        () -> Lif.of(10, 5).withRefractory(-1)),
                complaint("bias = Infinity, must be finite", () -> Lif.of(10, 5).withBias(1 / 0.0)));
    }

    static Stream<Arguments> synapses() {
        ConnectionRule all = ConnectionRules.allToAll();
        double[] one = {1};
        return Stream.of(
                complaint(
                        "population 'in' cannot receive synapses, it is a spike_source",
                        () -> connect("cells", "in", all, 0)),
                complaint("no population named 'x'; there are [in, cells, out]", () -> connect("x", "in", all, 0)),
                complaint(
                        "one_to_one needs populations of one size, got 2 sources and 3 targets",
                        () -> connect("in", "cells", ConnectionRules.oneToOne(), 0)),
                complaint(
                        "synapse 0 (0 -> 2): delay = Infinity, must be finite and at least 0",
                        () -> connect("in", "cells", all, 1 / 0.0).build()),
                complaint(
                        "synapses in->cells: arrays of different lengths",
                        () -> list(new int[1], new int[2], one, null)),
                complaint(
                        "synapses in->cells: arrays of different lengths",
                        () -> list(new int[1], new int[1], one, new double[2])),
                complaint(
                        "synapse 1 of the projection names neuron 2 of population 'in', which has 2",
                        () -> list(new int[] {0, 2}, new int[2], new double[2], null)),
                complaint(
                        "synapse 0 of the projection names neuron -1 of population 'cells', which has 3",
                        () -> list(new int[1], new int[] {-1}, one, null)),
                complaint(
                        "synapse 1 (0 -> 3): weight = NaN, must be finite",
                        () -> list(new int[2], new int[] {0, 1}, new double[] {1, Double.NaN}, null)
                                .build()),
                complaint(
                        "synapse 0 (0 -> 2): delay = -0.5, must be finite and at least 0",
                        () -> list(new int[1], new int[1], one, new double[] {-0.5})
                                .build()));
    }

    private static NetworkBuilder connect(String source, String target, ConnectionRule rule, double delay) {
        return builder()
                .connect(
                        source,
                        target,
                        rule,
                        Distribution.constant(1),
                        Delays.constant(delay),
                        new SplittableRandom(1));
    }

    private static NetworkBuilder list(int[] sources, int[] targets, double[] weights, double[] delays) {
        return builder().synapses("in", "cells", true, sources, targets, weights, delays);
    }

    private static Arguments complaint(String message, ThrowingCallable action) {
        return Arguments.of(message, action);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"populations", "synapses"})
    void complains(String message, ThrowingCallable action) {
        assertComplaint(message, action);
    }

    private static void assertComplaint(String message, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** A rule may be the user's own: what it invents must not reach into other populations. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"2, 0", "0, 3", "-1, 0", "0, -1"})
    void ruleThatNamesANeuronThatIsNotThere(int from, int to) {
        ConnectionRule rule = (source, target, same, random, pairs) -> pairs.accept(from, to);
        assertThatThrownBy(() -> connect("in", "cells", rule, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names neuron " + (from == 0 ? to : from) + " of population '"
                        + (from == 0 ? "cells" : "in") + "'");
    }

    /** A builder that has complained is as it was before. */
    @Test
    void failedConnectionLeavesNothingBehind() {
        NetworkBuilder builder = builder();
        SplittableRandom random = new SplittableRandom(1);
        ConnectionRule broken = (source, target, same, generator, pairs) -> {
            pairs.accept(0, 0);
            pairs.accept(1, 1);
            throw new IllegalStateException("no more");
        };
        assertThatThrownBy(
                        () -> builder.connect("in", "cells", broken, Distribution.constant(1), Delays.none(), random))
                .isInstanceOf(IllegalStateException.class);
        Network network = builder.connect(
                        "in", "cells", ConnectionRules.allToAll(), Distribution.constant(3), Delays.constant(2), random)
                .build();
        assertThat(network.synapseCount()).isEqualTo(6);
        assertThat(network.parameters().weight()).containsOnly(3);
        assertThat(network.projections()).hasSize(1);
        assertThat(network.projections().get(0).firstSynapse()).isZero();
    }
}
