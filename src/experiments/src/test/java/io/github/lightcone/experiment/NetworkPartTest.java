package io.github.lightcone.experiment;

import static io.github.lightcone.experiment.SmallExperiment.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkPartTest {

    private static final String HIDDEN = "network.populations.hidden";
    private static final String FIRST = "network.projections.0";

    private static double[] of(double[] all, Population population) {
        return Arrays.copyOfRange(all, population.firstNeuron(), population.endNeuron());
    }

    private static double[] weights(Network network, int projection) {
        Projection link = network.projections().get(projection);
        return Arrays.copyOfRange(network.parameters().weight(), link.firstSynapse(), link.endSynapse());
    }

    private static double[] delays(Network network, int projection) {
        Projection link = network.projections().get(projection);
        return Arrays.copyOfRange(network.parameters().delay(), link.firstSynapse(), link.endSynapse());
    }

    private static double distance(Network network, int synapse) {
        double[] place = network.parameters().position();
        int dimensions = network.dimensions();
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            double difference =
                    place[network.target(synapse) * dimensions + d] - place[network.source(synapse) * dimensions + d];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Test
    void sizesComeFromTheDataUnlessGiven() {
        Network network = network(HIDDEN + ".size", "7");
        assertThat(network.populations()).extracting(Population::name).containsExactly("input", "hidden", "output");
        assertThat(network.populations()).extracting(Population::size).containsExactly(6, 7, 2);
        assertThat(network.populations())
                .extracting(Population::kind)
                .containsExactly(NeuronKind.SPIKE_SOURCE, NeuronKind.LIF, NeuronKind.LIF);
    }

    @Test
    void spaceHasDimensionsAndASpeed() {
        Network network = network("network.dimensions", "5", "network.conductionSpeed", "0.25");
        assertThat(network.dimensions()).isEqualTo(5);
        assertThat(network.conductionSpeed()).isEqualTo(0.25);
        assertThat(network().conductionSpeed()).isEqualTo(1);
    }

    @Test
    void positionsAreDrawnAndPlanesFixOneAxis() {
        Network network = network(HIDDEN + ".size", "500", HIDDEN + ".planes", "[1, 2.5]");
        Population hidden = network.population("hidden");
        double[] place = network.parameters().position();
        double[] x = IntStream.range(hidden.firstNeuron(), hidden.endNeuron())
                .mapToDouble(n -> place[2 * n])
                .toArray();
        assertThat(IntStream.range(hidden.firstNeuron(), hidden.endNeuron()).mapToDouble(n -> place[2 * n + 1]))
                .containsOnly(2.5);
        // Five standard errors of 500 draws of deviation 5: 5 * 5 / sqrt(500) = 1.1, and 5 * 5 / sqrt(1000) = 0.8.
        assertThat(mean(x)).isCloseTo(0, within(1.1));
        assertThat(Math.sqrt(mean(Arrays.stream(x).map(v -> v * v).toArray()))).isCloseTo(5, within(0.8));
        assertThat(Arrays.stream(place, 0, 12)).allMatch(v -> v >= 0 && v < 5);
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void withoutPositionsAllAreAtTheOrigin() {
        Network network = network(HIDDEN + ".positions", "null", "network.delays", "none");
        Population hidden = network.population("hidden");
        assertThat(Arrays.stream(network.parameters().position(), 2 * hidden.firstNeuron(), 2 * hidden.endNeuron()))
                .containsOnly(0.0);
    }

    @ParameterizedTest
    @EnumSource(NeuronParameter.class)
    void everyParameterOfNeuronsIsReadOrDrawn(NeuronParameter parameter) {
        String place = HIDDEN + ".neuron." + parameter.label();
        double[] fixed =
                of(parameter.of(network(place, "0.75").parameters()), network().population("hidden"));
        assertThat(fixed).containsOnly(0.75);
        Network drawn = network(place, "{uniform: [0.25, 0.75]}");
        double[] values = of(parameter.of(drawn.parameters()), drawn.population("hidden"));
        assertThat(values).doesNotHaveDuplicates();
        assertThat(Arrays.stream(values)).allMatch(value -> value >= 0.25 && value < 0.75);
        // Other numbers are drawn from streams of their own.
        assertThat(drawn.parameters().weight()).isEqualTo(network().parameters().weight());
    }

    @Test
    void outputsMayIntegrate() {
        Network network = network(
                "network.populations.output.neuron",
                "{model: integrator, tauMem: 7, tauSyn: 3, bias: 0.5, vInitial: 0.1}",
                "loss",
                "{kind: maximum-voltage}");
        Population output = network.population("output");
        assertThat(output.kind()).isEqualTo(NeuronKind.LEAKY_INTEGRATOR);
        assertThat(of(network.parameters().tauMem(), output)).containsOnly(7);
        assertThat(of(network.parameters().tauSyn(), output)).containsOnly(3);
        assertThat(of(network.parameters().bias(), output)).containsOnly(0.5);
        assertThat(of(network.parameters().vInitial(), output)).containsOnly(0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all-to-all | 24",
                "one-to-one | 6",
                "{indegree: 2} | 12",
                "{outdegree: 3} | 18",
                "{probability: 1} | 36",
                "all-to-others | 36"
            })
    void connectionRules(String rule, int synapses) {
        // One-to-one needs as many neurons on both sides; all-to-others is about a population and itself.
        int size = rule.equals("all-to-all") ? 4 : 6;
        Network network = network(HIDDEN + ".size", "" + size, FIRST + ".rule", rule);
        assertThat(weights(network, 0)).hasSize(synapses);
    }

    @Test
    void aPopulationMayFeedItselfAndProjectionsMaySkip() {
        Network network = network("network", """
                dimensions: 1
                populations:
                  input: {}
                  first: {size: 5, neuron: {model: lif, tauMem: 20, tauSyn: 5}}
                  second: {size: 3, neuron: {model: lif, tauMem: 20, tauSyn: 5}}
                  output: {neuron: {model: lif, tauMem: 20, tauSyn: 5}}
                projections:
                  - {from: input, to: first, weights: 1}
                  - {from: first, to: first, weights: -0.5, rule: all-to-others, delays: {fixed: 2}}
                  - {from: first, to: second, weights: {uniform: [0, 1]}}
                  - {from: input, to: output, weights: 0.25}
                  - {from: second, to: output, weights: 1}
                """);
        assertThat(network.projections())
                .extracting(Projection::name)
                .containsExactly("input->first", "first->first", "first->second", "input->output", "second->output");
        assertThat(weights(network, 1)).hasSize(20).containsOnly(-0.5);
        assertThat(delays(network, 1)).containsOnly(2);
        assertThat(Arrays.stream(weights(network, 2))).allMatch(w -> w >= 0 && w < 1);
        assertThat(weights(network, 3)).hasSize(12).containsOnly(0.25);
        assertThat(delays(network, 3)).containsOnly(0);
    }

    @Test
    void delayRulesOfTheNetworkHoldWhereAProjectionHasNone() {
        Network network = network("network.delays", "{fixed: 3}", FIRST + ".delays", "none");
        assertThat(delays(network, 0)).containsOnly(0);
        assertThat(delays(network, 1)).containsOnly(3);
        assertThat(network.projections()).noneMatch(Projection::spatial);
        assertThat(network().projections()).allMatch(Projection::spatial);
        assertThat(delays(network("network.delays", "null"), 0)).containsOnly(0);
    }

    @Test
    void freeDelaysAreOneEachAndSharedOnesAreShared() {
        double[] free = delays(network("network.delays", "{free: {uniform: [1, 9]}}"), 0);
        assertThat(free).doesNotHaveDuplicates();
        assertThat(Arrays.stream(free)).allMatch(d -> d >= 1 && d < 9);
        assertThat(delays(network("network.delays", "{fixed: {uniform: [1, 9]}}"), 0))
                .doesNotHaveDuplicates();
        assertGroups("axonal", 6, Network::source);
        assertGroups("dendritic", 4, Network::target);
        assertGroups("shared", 1, (network, s) -> 0);
    }

    private static void assertGroups(String kind, int count, ToGroup group) {
        Network network = network("network.delays", "{" + kind + ": {uniform: [1, 9]}}");
        double[] delays = delays(network, 0);
        assertThat(Arrays.stream(delays).distinct()).as(kind).hasSize(count);
        double[] first = new double[network.neuronCount()];
        for (int s = 0; s < delays.length; s++) {
            int g = group.of(network, s);
            first[g] = first[g] == 0 ? delays[s] : first[g];
            assertThat(delays[s]).as("%s, synapse %d", kind, s).isEqualTo(first[g]);
        }
    }

    private interface ToGroup {
        int of(Network network, int synapse);
    }

    @Test
    void spatialDelaysMayHaveASpeedOfTheirOwn() {
        Network network = network(FIRST + ".delays", "{spatial: {speed: 0.5, per: source}}");
        double[] delays = delays(network, 0);
        for (int s = 0; s < delays.length; s++) {
            // One rounding of the quotient, and those of the distance.
            assertThat(delays[s]).isCloseTo(distance(network, s) / 0.5, within(1e-12));
        }
        assertThat(network.projections().get(0).spatial()).isFalse();
        assertThat(SmallExperiment.learned(
                        "learn", "[{what: speed, rate: 0.1}]", FIRST + ".delays", "{spatial: {speed: 2, per: source}}"))
                .containsExactly("speed input->hidden", "speed");
        assertThat(SmallExperiment.groups(
                                "learn",
                                "[{what: speed, rate: 0.1, of: 'input->hidden'}]",
                                FIRST + ".delays",
                                "{spatial: {speed: 2, per: source}}")
                        .get(0)
                        .learnable()
                        .values())
                .hasSize(6)
                .containsOnly(2);
        assertThat(SmallExperiment.groups(
                                "learn",
                                "[{what: speed, rate: 0.1, of: 'input->hidden'}]",
                                FIRST + ".delays",
                                "{spatial: {speed: 2, per: projection}}")
                        .get(0)
                        .learnable()
                        .values())
                .containsExactly(2);
    }

    @Test
    void weightsFollowFromPositionsByEachKernel() {
        assertKernel("inverse", d -> 1 / d);
        assertKernel("inverse-square", d -> 1 / (d * d));
        assertKernel("exponential", d -> Math.exp(-d / 3));
        assertKernel("gaussian", d -> Math.exp(-d * d / 18));
    }

    /** The inhibition of all sources is 0.4, so the factor of all is 2 tanh(0.5 * 0.4). */
    private static void assertKernel(String kernel, DoubleUnaryOperator strength) {
        Network network = network(
                FIRST + ".weights",
                "{fromPositions: {kernel: " + kernel + ", length: 3, inhibition: 0.4, scale: 2, steepness: 0.5}}");
        double[] weights = weights(network, 0);
        for (int s = 0; s < weights.length; s++) {
            assertThat(weights[s])
                    .as("%s, synapse %d", kernel, s)
                    .isCloseTo(
                            2 * Math.tanh(0.2) * strength.applyAsDouble(distance(network, s)),
                            within(1e-12 * Math.max(1, Math.abs(weights[s]))));
        }
        assertThat(SmallExperiment.learned(
                        "learn",
                        "[{what: weights, rate: 0.1}, {what: inhibition, rate: 0.1}]",
                        FIRST + ".weights",
                        "{fromPositions: {inhibition: {normal: [0, 1]}}}"))
                .containsExactly("weights hidden->output", "inhibition input->hidden");
    }

    @Test
    void oneSeedGivesTheSameBitsAndAnotherOthers() {
        assertThat(network().parameters().weight())
                .isEqualTo(network().parameters().weight());
        assertThat(network("seed", "6").parameters().weight())
                .isNotEqualTo(network().parameters().weight());
        assertThat(network("seed", "6").parameters().position())
                .isNotEqualTo(network().parameters().position());
    }

    @Test
    void whatDelaysComeFromChangesNothingElse() {
        Network spatial = network();
        for (String delays : new String[] {"none", "{free: {uniform: [0, 9]}}", "{axonal: {normal: [5, 0.1]}}"}) {
            Network other = network("network.delays", delays);
            assertThat(other.parameters().weight())
                    .isEqualTo(spatial.parameters().weight());
            assertThat(other.parameters().position())
                    .isEqualTo(spatial.parameters().position());
        }
    }

    @Test
    void integratorsSendNoSpikes() {
        ExperimentFile file = SmallExperiment.with(
                "network.populations.output.neuron.model", "integrator",
                "loss", "{kind: weighted-voltage}",
                "network.projections.0", "{from: output, to: hidden, weights: 1}");
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> SmallExperiment.prepare(file))
                .withMessage("small.yaml: network.projections.0.from = \"output\", must be inputs or spiking neurons:"
                        + " integrators send no spikes");
    }

    @Test
    void spikesAfterTheEndAreCounted() {
        long all = SmallExperiment.prepare(SmallExperiment.file()).lateSpikes();
        long cut = SmallExperiment.prepare(SmallExperiment.with("end", "30")).lateSpikes();
        assertThat(all).isZero();
        // Of the two pulses of each of 64 examples the second comes after 60 ms.
        assertThat(cut).isEqualTo(64 * 3);
    }
}
