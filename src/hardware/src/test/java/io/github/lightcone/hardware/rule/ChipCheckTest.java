package io.github.lightcone.hardware.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.chip.ChipTime;
import io.github.lightcone.hardware.chip.DecayForm;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.hardware.chip.WeightSign;
import io.github.lightcone.hardware.quantise.QuantisedNetwork;
import io.github.lightcone.hardware.quantise.Quantiser;
import io.github.lightcone.hardware.quantise.QuantiserSettings;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChipCheckTest {

    static Iterable<String> chips() {
        return ChipProfiles.names();
    }

    private static Network network(int sources, double delay) {
        return Network.inDimensions(1)
                .population("in", new SpikeSource(), sources)
                .population("cell", Lif.of(20, 5), 1)
                .connect(
                        "in",
                        "cell",
                        ConnectionRules.allToAll(),
                        Distribution.constant(0.5),
                        Delays.constant(delay),
                        new SplittableRandom(1))
                .build();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void aQuantisedNetworkFits(String name) throws IOException {
        ChipProfile profile = ChipProfiles.find(name);
        Network network = RandomNetworks.trial(11, 2).network();
        QuantisedNetwork quantised = Quantiser.quantise(network, profile, QuantiserSettings.defaults());
        CheckReport report = ChipCheck.check(quantised.network(), profile, quantised.step());
        assertThat(report.violations()).isEmpty();
        assertThat(ChipCheck.check(quantised.network(), profile, Double.NaN).count(Rule.DELAY))
                .isZero();
    }

    @Test
    void aWeightOffTheGridIsNamedWithItsValue() throws IOException {
        Network network = network(3, 0);
        Parameters parameters = network.parameters();
        parameters.weight()[1] = 0.1234567;
        CheckReport report = ChipCheck.check(network.with(parameters), ChipProfiles.find("loihi-2"), Double.NaN);
        assertThat(report.fits()).isFalse();
        assertThat(report.violations()).hasSize(1);
        Violation violation = report.violations().get(0);
        assertThat(violation.rule()).isEqualTo(Rule.WEIGHT);
        assertThat(violation.place()).isEqualTo("synapse 1 (1 -> 3)");
        assertThat(violation.value()).isEqualTo(0.1234567);
        assertThat(violation.limit()).contains("up to 127");
    }

    @Test
    void tooManySynapsesAndTooManyInputs() throws IOException {
        CheckReport dynap = ChipCheck.check(network(65, 0), ChipProfiles.find("dynap-se2"), Double.NaN);
        assertThat(dynap.violations())
                .containsExactly(new Violation(Rule.FAN_IN, "neuron 65 (cell 0)", 65, "at most 64"));
        assertThat(ChipCheck.check(network(65, 0), ChipProfiles.find("dynap-se2"), Double.NaN, n -> 100L + n)
                        .violations()
                        .get(0)
                        .place())
                .isEqualTo("neuron 165 (cell 0)");
        assertThat(ChipCheck.check(network(64, 0), ChipProfiles.find("dynap-se2"), Double.NaN)
                        .fits())
                .isTrue();
        assertThat(ChipCheck.check(network(17, 0), ChipProfiles.find("xylo-audio-2"), 1)
                        .count(Rule.INPUTS))
                .isEqualTo(1);
    }

    @Test
    void aDelayOfNoneOrOutOfRange() throws IOException {
        ChipProfile spinnaker = ChipProfiles.find("spinnaker-1");
        assertThat(ChipCheck.check(network(1, 0), spinnaker, 1).count(Rule.DELAY))
                .isEqualTo(1);
        assertThat(ChipCheck.check(network(1, 16), spinnaker, 1).count(Rule.DELAY))
                .isZero();
        assertThat(ChipCheck.check(network(1, 17), spinnaker, 1).count(Rule.DELAY))
                .isEqualTo(1);
        assertThat(ChipCheck.check(network(1, 16), ChipProfiles.find("loihi-2"), 1e308)
                        .count(Rule.DELAY))
                .as("a delay that is no step at all")
                .isEqualTo(1);
        assertThat(ChipCheck.check(network(1, 1.5), spinnaker, 1).count(Rule.DELAY))
                .isEqualTo(1);
        // Without a step given, one is found with which a single delay is whole.
        assertThat(ChipCheck.check(network(1, 1.5), spinnaker, Double.NaN).count(Rule.DELAY))
                .isZero();
    }

    @Test
    void whatIsUnknownIsNotCheckedAndSaidSo() throws IOException {
        CheckReport report = ChipCheck.check(network(3, 1), ChipProfiles.find("spinnaker-2"), Double.NaN);
        assertThat(report.skipped().keySet()).containsAll(List.of(Rule.WEIGHT, Rule.DELAY, Rule.FAN_IN));
        assertThat(report.skipped().get(Rule.WEIGHT)).isEqualTo("weightBits of spinnaker-2 is unknown");
        assertThat(report.checked()).contains(Rule.NEURONS, Rule.SYNAPSES).doesNotContain(Rule.WEIGHT);
    }

    @Test
    void aTimeConstantThatNoShiftMakes() throws IOException {
        CheckReport report = ChipCheck.check(network(1, 0), ChipProfiles.find("xylo-audio-2"), 1);
        assertThat(report.count(Rule.TIME_CONSTANT)).isEqualTo(2);
        assertThat(report.violations().get(0).place()).isEqualTo("neuron 1 (cell 0): tauMem");
    }

    private static ChipProfile mine(Map<Quantity, Figure> figures) {
        return new ChipProfile(
                "mine",
                "Mine",
                "digital",
                ChipTime.STEPS,
                WeightSign.SIGNED,
                DecayForm.FREE,
                figures,
                Map.of(),
                List.of());
    }

    private static Figure range(double least, double most) {
        return new Figure(least, most, "plan", "");
    }

    private static CheckReport delaysOfTwoAndFour(Figure delaySteps, Figure step) {
        Network network = network(2, 4);
        Parameters parameters = network.parameters();
        parameters.delay()[0] = 2;
        return ChipCheck.check(
                network.with(parameters),
                mine(Map.of(Quantity.DELAY_STEPS, delaySteps, Quantity.STEP, step)),
                Double.NaN);
    }

    /** 2 and 4 ms are whole steps of 2 ms, and of every whole part of that. */
    @Test
    void theStepThatIsFoundSuitsTheChip() {
        assertThat(delaysOfTwoAndFour(range(0, 15), range(0.1, 10)).step()).isEqualTo(2);
        CheckReport prescribed = delaysOfTwoAndFour(range(0, 15), range(1, 1));
        assertThat(prescribed.violations()).isEmpty();
        assertThat(prescribed.step()).isEqualTo(1);
        CheckReport short3 = delaysOfTwoAndFour(range(0, 15), range(0.5, 0.7));
        assertThat(short3.violations()).isEmpty();
        assertThat(short3.step()).isEqualTo(2.0 / 3);
        CheckReport atLeastTwo = delaysOfTwoAndFour(range(2, 15), range(0.1, 10));
        assertThat(atLeastTwo.violations()).isEmpty();
        assertThat(atLeastTwo.step()).isEqualTo(1);
        // The shorter delay would need parts that the longer one has no room for.
        CheckReport none = delaysOfTwoAndFour(range(2, 3), range(0.1, 10));
        assertThat(none.violations()).extracting(Violation::rule).containsExactly(Rule.DELAY);
    }

    @Test
    @Timeout(20)
    void delaysOfAnyNumberOfStepsAreNoSearch() {
        CheckReport report = delaysOfTwoAndFour(range(0, 1e18), range(1e-12, 10));
        assertThat(report.fits()).isTrue();
        assertThat(report.step()).isEqualTo(2);
    }

    @Test
    void synapsesOfNoWeightNeedNoPlace() throws IOException {
        Network network = network(65, 4);
        Parameters parameters = network.parameters();
        parameters.weight()[3] = 0;
        parameters.delay()[3] = 0.777;
        CheckReport report = ChipCheck.check(network.with(parameters), ChipProfiles.find("dynap-se2"), Double.NaN);
        assertThat(report.violations()).isEmpty();
        assertThat(report.leftOut()).isEqualTo(1);
        assertThat(report.step()).isEqualTo(4);
    }

    /** 9 neurons that excite each other, which nobody else listens to. */
    @Test
    void outputsMayListenToThemselves() throws IOException {
        Network network = Network.inDimensions(1)
                .population("in", new SpikeSource(), 2)
                .population("out", Lif.of(20, 5), 9)
                .connect(
                        "in",
                        "out",
                        ConnectionRules.allToAll(),
                        Distribution.constant(1),
                        Delays.constant(0),
                        new SplittableRandom(1))
                .connect(
                        "out",
                        "out",
                        ConnectionRules.allToAll(),
                        Distribution.constant(1),
                        Delays.constant(0),
                        new SplittableRandom(1))
                .build();
        assertThat(ChipCheck.check(network, ChipProfiles.find("xylo-audio-2"), 1)
                        .violations())
                .contains(new Violation(Rule.OUTPUTS, "network", 9, "at most 8"));
    }

    /** Weights of 0.5, whose scale is 0.5 at most and 0.5 / 7 at least; thresholds of 1 and up. */
    @Test
    void voltagesAreWholeNumbersOfAScaleOfWeights() {
        ChipProfile chip = mine(Map.of(Quantity.WEIGHT_BITS, range(4, 4), Quantity.THRESHOLD_BITS, range(3, 3)));
        Network network = network(2, 0);
        assertThat(ChipCheck.check(network, chip, Double.NaN).violations()).isEmpty();
        Parameters parameters = network.parameters();
        int cell = 2;
        // Sixths of 0.5, of which there are 7 at most.
        parameters.vThreshold()[cell] = 0.5 * 7 / 6;
        parameters.bias()[cell] = -0.5 / 6;
        assertThat(ChipCheck.check(network.with(parameters), chip, Double.NaN).violations())
                .isEmpty();
        parameters.vThreshold()[cell] = 0.5 * 8 / 6;
        CheckReport report = ChipCheck.check(network.with(parameters), chip, Double.NaN);
        assertThat(report.violations()).extracting(Violation::rule).containsOnly(Rule.THRESHOLD);
        assertThat(report.violations().get(0).place()).isEqualTo("neuron 2 (cell 0): vThreshold");
        assertThat(report.violations().get(0).limit())
                .isEqualTo("a whole multiple, up to 7, of a scale of its weights; of 0.5 it is 1.33333");
        parameters.bias()[cell] = 0;
        parameters.vThreshold()[cell] = 4;
        assertThat(ChipCheck.check(network.with(parameters), chip, Double.NaN).count(Rule.THRESHOLD))
                .as("out of range")
                .isOne();
        assertThat(ChipCheck.check(network, mine(Map.of(Quantity.THRESHOLD_BITS, range(3, 3))), Double.NaN)
                        .skipped()
                        .get(Rule.THRESHOLD))
                .isEqualTo("weightBits of mine is unknown");
    }
}
