package io.github.lightcone.hardware.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
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
}
