package io.github.lightcone.hardware.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.chip.Quantity;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantiserTest {

    private static final Network NETWORK = RandomNetworks.trial(7, 2).network();

    private static ChipProfile chip(String name) throws IOException {
        return ChipProfiles.find(name);
    }

    private static QuantiserSettings with(Rounding rounding, ScaleOf scale, double coverage) {
        return new QuantiserSettings(rounding, scale, 3, coverage, Double.NaN, false);
    }

    @ParameterizedTest
    @EnumSource(ScaleOf.class)
    void nearestRoundingMovesAWeightByHalfItsScaleAtMost(ScaleOf scale) throws IOException {
        QuantisedNetwork quantised = Quantiser.quantise(NETWORK, chip("loihi-2"), with(Rounding.NEAREST, scale, 1));
        double[] before = NETWORK.parameters().weight();
        double[] after = quantised.network().parameters().weight();
        double squares = 0;
        for (int s = 0; s < before.length; s++) {
            double whole = after[s] / quantised.scale()[s];
            assertThat(whole).isCloseTo(Math.rint(whole), within(1e-9)).isCloseTo(0, within(127 + 1e-9));
            assertThat(after[s]).isCloseTo(before[s], within(0.5 * quantised.scale()[s] * (1 + 1e-12)));
            squares += (after[s] - before[s]) * (after[s] - before[s]);
        }
        assertThat(quantised.errors().weights().rms()).isCloseTo(Math.sqrt(squares / before.length), within(1e-15));
        assertThat(quantised.errors().weights().clipped()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Rounding.class)
    void theGridRoundsAsTheQuantiserDidAndLeavesWhatItRounded(Rounding rounding) throws IOException {
        QuantiserSettings settings = with(rounding, ScaleOf.NEURON, 0.9);
        QuantisedNetwork quantised = Quantiser.quantise(NETWORK, chip("dynap-se2"), settings);
        WeightGrid grid = new WeightGrid(chip("dynap-se2"), settings, quantised.scale());
        double[] weight = NETWORK.parameters().weight();
        grid.round(weight);
        assertThat(weight).containsExactly(quantised.network().parameters().weight());
        grid.round(weight);
        assertThat(weight).containsExactly(quantised.network().parameters().weight());
        assertThat(grid.most(0)).isEqualTo(15 * quantised.scale()[0]);
        assertThat(grid.least(0)).isEqualTo(-grid.most(0));
    }

    @Test
    void otherWeightsMustBeOnTheGrid() throws IOException {
        QuantiserSettings settings = with(Rounding.NEAREST, ScaleOf.NEURON, 1);
        QuantisedNetwork quantised = Quantiser.quantise(NETWORK, chip("loihi-2"), settings);
        WeightGrid grid = new WeightGrid(chip("loihi-2"), settings, quantised.scale());
        double[] weight = quantised.network().parameters().weight();
        weight[2] = -5 * quantised.scale()[2];
        assertThat(quantised.withWeights(grid, weight).network().parameters().weight())
                .containsExactly(weight);
        weight[2] = 128 * quantised.scale()[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quantised.withWeights(grid, weight))
                .withMessageContaining("of synapse 2, must be a whole multiple, in range, of");
    }

    @Test
    void theLongestDelayTakesAllSteps() throws IOException {
        QuantisedNetwork quantised = Quantiser.quantise(NETWORK, chip("loihi-2"), QuantiserSettings.defaults());
        double longest = Arrays.stream(FixedDelays.totals(NETWORK)).max().orElseThrow();
        assertThat(quantised.step()).isCloseTo(longest / 62, within(1e-15));
        double[] delay = quantised.network().parameters().delay();
        assertThat(Arrays.stream(delay).max().orElseThrow() / quantised.step()).isCloseTo(62, within(1e-9));
        assertThat(quantised.errors().delays().clipped()).isZero();
        assertThat(quantised.errors().delays().largest()).isLessThanOrEqualTo(0.5 * quantised.step() * (1 + 1e-9));
        assertThat(quantised.network().projections()).noneMatch(projection -> projection.spatial());
    }

    @Test
    void withAGivenStepDelaysAreClippedOrConductionIsSpedUp() throws IOException {
        Network line = Network.inDimensions(1)
                .conductionSpeed(0.5)
                .population("in", new SpikeSource(), Positions.of(1, 0, 4))
                .population("cell", Lif.of(20, 5), Positions.of(1, 10))
                .connect(
                        "in",
                        "cell",
                        ConnectionRules.allToAll(),
                        Distribution.constant(1),
                        Delays.spatial(),
                        new SplittableRandom(1))
                .build();
        // Delays 20 and 12 ms; 16 steps of 1 ms reach 16 ms.
        QuantiserSettings clip = new QuantiserSettings(Rounding.NEAREST, ScaleOf.NETWORK, 1, 1, 1, false);
        QuantisedNetwork clipped = Quantiser.quantise(line, chip("spinnaker-1"), clip);
        assertThat(clipped.network().parameters().delay()).containsExactly(16, 12);
        assertThat(clipped.errors().delays().clipped()).isEqualTo(1);
        assertThat(clipped.errors().delays().largest()).isEqualTo(4);

        QuantiserSettings fit = new QuantiserSettings(Rounding.NEAREST, ScaleOf.NETWORK, 1, 1, 1, true);
        QuantisedNetwork fitted = Quantiser.quantise(line, chip("spinnaker-1"), fit);
        assertThat(fitted.conductionSpeed()).isCloseTo(10.0 / 16, within(1e-9));
        assertThat(fitted.network().parameters().delay()).containsExactly(16, 10);
        assertThat(fitted.errors().delays().clipped()).isZero();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiser.quantise(line, chip("xylo-audio-2"), fit))
                .withMessageContaining("xylo-audio-2 has no delays");
        QuantiserSettings half = new QuantiserSettings(Rounding.NEAREST, ScaleOf.NETWORK, 1, 1, 0.5, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiser.quantise(fitted.network(), chip("spinnaker-1"), half))
                .withMessageContaining("a delay of 16.0 ms does not follow from positions")
                .withMessageContaining("room for 8.0 ms");
    }

    @ParameterizedTest
    @EnumSource(Rounding.class)
    void quantisingTwiceIsQuantisingOnce(Rounding rounding) throws IOException {
        for (String name : ChipProfiles.names()) {
            QuantiserSettings first = with(rounding, ScaleOf.NEURON, 1);
            QuantisedNetwork once = Quantiser.quantise(NETWORK, chip(name), first);
            QuantiserSettings again = new QuantiserSettings(rounding, ScaleOf.NEURON, 3, 1, once.step(), false);
            QuantisedNetwork twice = Quantiser.quantise(once.network(), chip(name), again);
            if (rounding == Rounding.NEAREST) {
                assertThat(twice.errors().weights().largest()).as(name).isLessThan(1e-12);
            }
            assertThat(twice.errors().delays().largest()).as(name).isLessThan(1e-9);
        }
    }

    @Test
    void clippedWeightsAreCounted() throws IOException {
        QuantisedNetwork quantised =
                Quantiser.quantise(NETWORK, chip("loihi-2"), with(Rounding.NEAREST, ScaleOf.NETWORK, 0.9));
        double[] before = NETWORK.parameters().weight();
        double scale = quantised.scale()[0];
        long outside = Arrays.stream(before)
                .filter(weight -> Math.abs(Math.rint(weight / scale)) > 127)
                .count();
        assertThat(outside).isPositive().isLessThanOrEqualTo((long) Math.floor(0.1 * before.length));
        assertThat(quantised.errors().weights().clipped()).isEqualTo((int) outside);
    }

    @Test
    void stochasticRoundingIsSeededAndRightInTheMean() {
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        int draws = 40_000;
        for (int k = 0; k < draws; k++) {
            double rounded = Rounding.STOCHASTIC.round(-2.3, random);
            assertThat(rounded).isIn(-3.0, -2.0);
            sum += rounded;
        }
        // Standard error of the mean: sqrt(0.3 * 0.7 / draws) = 0.0023.
        assertThat(sum / draws).isCloseTo(-2.3, within(0.01));
    }

    @Test
    void thresholdsAreWholeWhereTheChipWantsIt() throws IOException {
        QuantisedNetwork quantised = Quantiser.quantise(NETWORK, chip("xylo-audio-2"), QuantiserSettings.defaults());
        for (int n = NETWORK.population("cells").firstNeuron();
                n < NETWORK.population("cells").endNeuron();
                n++) {
            double whole =
                    quantised.network().parameters().vThreshold()[n] / quantised.unit()[n];
            assertThat(whole).isCloseTo(Math.rint(whole), within(1e-9));
        }
        assertThat(quantised.errors().thresholds().count()).isEqualTo(5);
        assertThat(quantised.errors().timeConstants().changed()).isPositive();
        // Xylo has no delays: all of them are clipped to 0.
        assertThat(quantised.network().parameters().delay()).containsOnly(0);
        assertThat(quantised.errors().delays().clipped()
                        + quantised.errors().delays().zeroed())
                .isGreaterThanOrEqualTo(quantised.errors().delays().changed());
    }

    /** One neuron and one leaky integrator, each with a weight of 100, and a neuron where nothing arrives. */
    private static Network withVoltages() {
        return Network.inDimensions(1)
                .population("in", new SpikeSource(), 1)
                .population("cell", Lif.of(20, 5).withReset(-0.4).withBias(0.3).withInitial(0.2), 1)
                .population("read", new LeakyIntegrator(20, 5, 2e6, 0), 1)
                .population("alone", Lif.of(20, 5), 1)
                .connect(
                        "in",
                        "cell",
                        ConnectionRules.allToAll(),
                        Distribution.constant(100),
                        Delays.constant(0),
                        random())
                .connect(
                        "in",
                        "read",
                        ConnectionRules.allToAll(),
                        Distribution.constant(100),
                        Delays.constant(0),
                        random())
                .build();
    }

    private static SplittableRandom random() {
        return new SplittableRandom(1);
    }

    /** In units of 100 / 127; 17 bits hold 131071 of them. */
    @Test
    void everyVoltageThatIsRoundedIsCounted() throws IOException {
        QuantisedNetwork quantised = Quantiser.quantise(withVoltages(), chip("loihi-2"), QuantiserSettings.defaults());
        double unit = 100.0 / 127;
        Parameters after = quantised.network().parameters();
        assertThat(after.bias()[1]).isZero();
        assertThat(after.vInitial()[1]).isZero();
        assertThat(after.vReset()[1]).isCloseTo(-unit, within(1e-12));
        assertThat(after.bias()[2]).isCloseTo(131071 * unit, within(1e-6));
        RoundingErrors voltages = quantised.errors().voltages();
        assertThat(voltages.count()).isEqualTo(5);
        assertThat(voltages.changed()).isEqualTo(4);
        assertThat(voltages.zeroed()).isEqualTo(2);
        assertThat(voltages.clipped()).isEqualTo(1);
        assertThat(quantised.errors().thresholds().count()).isEqualTo(1);
        assertThat(quantised.errors().withoutUnit()).isEqualTo(1);
        assertThat(after.vThreshold()[3]).isEqualTo(withVoltages().parameters().vThreshold()[3]);
    }

    /** Of 20 ms, a step of 0.1 us would need a fraction below 1 / 2^12. */
    @Test
    void aTimeConstantAtTheEndOfTheRangeIsClipped() throws IOException {
        QuantiserSettings shortSteps = new QuantiserSettings(Rounding.NEAREST, ScaleOf.NEURON, 1, 1, 1e-4, false);
        RoundingErrors few = Quantiser.quantise(withVoltages(), chip("loihi-2"), shortSteps)
                .errors()
                .timeConstants();
        assertThat(few.clipped()).isEqualTo(few.count()).isEqualTo(6);
        RoundingErrors none = Quantiser.quantise(withVoltages(), chip("loihi-2"), QuantiserSettings.defaults())
                .errors()
                .timeConstants();
        assertThat(none.changed()).isEqualTo(6);
        assertThat(none.clipped()).isZero();
    }

    @Test
    void whatTheProfileDoesNotKnowStays() throws IOException {
        QuantisedNetwork quantised = Quantiser.quantise(NETWORK, chip("spinnaker-2"), QuantiserSettings.defaults());
        assertThat(chip("spinnaker-2").knows(Quantity.WEIGHT_BITS)).isFalse();
        assertThat(quantised.network().parameters().weight())
                .containsExactly(NETWORK.parameters().weight());
        assertThat(quantised.step()).isNaN();
    }
}
