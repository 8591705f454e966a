package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.formats.sonata.SonataCircuit;
import io.github.lightcone.formats.sonata.SonataNetwork;
import io.github.lightcone.formats.sonata.SonataOptions;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neurons whose synapses are alpha functions: refused, or replaced by exponential ones when that is asked for. */
class SonataAlphaTest {

    private static final SonataOptions REPLACING = SonataOptions.strict().replacingAlpha();

    @TempDir
    private Path folder;

    private Path configuration;
    private Network plain;

    /** The first of two types, that of neurons 0 and 2, becomes one of alpha functions. */
    @BeforeEach
    void alphaFunctionsInOneType() throws IOException {
        configuration = PythonFiles.circuit(folder);
        plain = SonataNetwork.read(configuration).network();
        Path types = folder.resolve("node_types.csv");
        String text = Files.readString(types);
        assertThat(text).contains("nest:iaf_psc_exp first");
        Files.writeString(types, text.replace("nest:iaf_psc_exp first", "nest:iaf_psc_alpha first"));
    }

    private static boolean alpha(int neuron) {
        return neuron == 0 || neuron == 2;
    }

    @Test
    void theyAreRefusedUnlessAskedFor() {
        assertThatThrownBy(() -> SonataNetwork.read(configuration))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("model_template[0] = 'nest:iaf_psc_alpha' has no counterpart")
                .hasMessageEndingWith("or exponential synapses take the place of alpha functions");
    }

    @Test
    void timeConstantsDoubleAndWeightsGrowWhereTheyAreReplaced() throws IOException {
        Network network = SonataNetwork.read(configuration, REPLACING).network();

        Parameters before = plain.parameters();
        Parameters after = network.parameters();
        for (int n = 0; n < 4; n++) {
            assertThat(after.tauSyn()[n]).isEqualTo((alpha(n) ? 2 : 1) * before.tauSyn()[n]);
        }
        for (int s = 0; s < plain.synapseCount(); s++) {
            double factor = alpha(plain.target(s)) ? Math.E / 2 : 1;
            assertThat(after.weight()[s]).isCloseTo(factor * before.weight()[s], Percentage.withPercentage(1e-12));
        }
        assertThat(after.tauMem()).isEqualTo(before.tauMem());
        assertThat(after.bias()).isEqualTo(before.bias());
        assertThat(after.vThreshold()).isEqualTo(before.vThreshold());
        assertThat(after.delay()).isEqualTo(before.delay());
    }

    /** The oracle is the integral of NEST's alpha function, by the trapezium rule. */
    @Test
    void chargeAndMeanTimeOfTheCurrentAreKept() throws IOException {
        Network network = SonataNetwork.read(configuration, REPLACING).network();
        int synapse = IntStream.range(0, network.synapseCount())
                .filter(s -> network.target(s) == 0)
                .findFirst()
                .orElseThrow();
        double tau = plain.parameters().tauSyn()[0];
        double peak = plain.parameters().weight()[synapse];
        DoubleUnaryOperator current = t -> peak * Math.E * t / tau * Math.exp(-t / tau);
        double charge = integral(current, 60 * tau);
        double meanTime = integral(t -> t * current.applyAsDouble(t), 60 * tau) / charge;

        double tauSyn = network.parameters().tauSyn()[0];
        Offset<Double> rule = Offset.offset(1e-6);
        assertThat(network.parameters().weight()[synapse] * tauSyn).isCloseTo(charge, rule);
        assertThat(tauSyn).isCloseTo(meanTime, rule);
    }

    private static double integral(DoubleUnaryOperator of, double end) {
        int steps = 100_000;
        return end
                / steps
                * IntStream.range(1, steps)
                        .mapToDouble(k -> of.applyAsDouble(k * end / steps))
                        .sum();
    }

    @Test
    void whatWasReplacedIsCounted() throws IOException {
        SonataCircuit circuit = SonataNetwork.read(configuration, REPLACING);

        long synapses = IntStream.range(0, plain.synapseCount())
                .filter(s -> alpha(plain.target(s)))
                .count();
        assertThat(synapses).isPositive().isLessThan(plain.synapseCount());
        assertThat(circuit.notes())
                .last()
                .asString()
                .startsWith(
                        "replaced: nest:iaf_psc_alpha by nest:iaf_psc_exp in 2 neurons with " + synapses + " synapses");
    }

    @Test
    void nothingToReplaceIsToldAsWell() throws IOException {
        SonataCircuit circuit = SonataNetwork.read(PythonFiles.file("circuit/config.json"), REPLACING);

        assertThat(circuit.notes()).last().asString().startsWith("replaced: nothing");
        assertThat(circuit.network().parameters().weight())
                .isEqualTo(plain.parameters().weight());
    }
}
