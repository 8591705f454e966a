package io.github.lightcone.learning.regularise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.GradientCheck;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityRegulariserTest {

    private static final double END = 40;
    private static final SpikeTrains INPUT =
            SpikeTrains.of(new int[] {0, 1, 2, 0, 1, 2, 0}, new double[] {1, 2.5, 4, 13, 15.2, 18, 22});

    /** Hidden neurons 0 and 3, and output 1 where outputs spike, are silent. */
    private static Network network(NeuronModel output) {
        SplittableRandom random = new SplittableRandom(31);
        Network network = Network.inDimensions(2)
                .conductionSpeed(0.8)
                .population("input", new SpikeSource(), Positions.uniform(3, 2, 0, 2, random))
                .population("hidden", Lif.of(15, 5).withRefractory(0.5), Positions.uniform(5, 2, 0, 2, random))
                .population("output", output, Positions.uniform(3, 2, 0, 2, random))
                .connect(
                        "input",
                        "hidden",
                        ConnectionRules.allToAll(),
                        Distribution.uniform(1.5, 4),
                        Delays.spatial(0.2),
                        random)
                .connect(
                        "hidden",
                        "output",
                        ConnectionRules.allToAll(),
                        Distribution.uniform(1, 2),
                        Delays.spatial(0.2),
                        random)
                .build();
        Parameters parameters = network.parameters();
        for (int s = 0; s < network.synapseCount(); s++) {
            int target = network.target(s);
            parameters.weight()[s] *= target == 3 || target == 6 || target == 9 ? 0.1 : 1;
        }
        return network.with(parameters);
    }

    private static final Network SPIKING = network(Lif.of(15, 5));
    private static final Network INTEGRATING = network(LeakyIntegrator.of(15, 5));

    /** The loss and a regulariser as one, the readouts of one after those of the other. */
    private static io.github.lightcone.fixtures.Loss together(Loss loss, ActivityRegulariser added, int label) {
        double[] workspace = new double[loss.workspaceSize()];
        int offset = loss.readouts().size();
        return new io.github.lightcone.fixtures.Loss() {
            @Override
            public double value(Tape tape) {
                return loss.value(tape, label, workspace) + added.value(tape, label, offset);
            }

            @Override
            public void seed(Tape tape, LossSeeds seeds) {
                loss.value(tape, label, workspace);
                loss.seed(tape, label, workspace, seeds);
                added.seed(tape, label, offset, seeds);
            }
        };
    }

    private static Trial trial(Network network, Loss loss, ActivityRegulariser added) {
        List<Readout> readouts = Stream.concat(loss.readouts().stream(), added.readouts().stream())
                .toList();
        return new Trial(network, readouts, INPUT, END);
    }

    private static Tape run(ActivityRegulariser regulariser) {
        return new Trial(SPIKING, regulariser.readouts(), INPUT, END).run();
    }

    private static Population hidden() {
        return SPIKING.population("hidden");
    }

    private static Population outputs() {
        return SPIKING.population("output");
    }

    /** Every derivative of the mean voltage and of pulls against differences, beside the readouts of a loss. */
    @Test
    void derivativesBesideALossOfVoltages() {
        Loss loss = VoltageCrossEntropy.weighted(INTEGRATING.population("output"), 20, 0.3);
        ActivityRegulariser added = ActivityRegulariser.sum(List.of(
                new MeanVoltage(INTEGRATING.population("hidden"), 0.3, 7),
                new RateBand(INTEGRATING.population("hidden"), 0, 1, 0),
                VoltagePull.ofSilentNeurons(INTEGRATING.population("hidden"), 1, 0.6)));
        Trial trial = trial(INTEGRATING, loss, added);
        assertThat(trial.readouts()).hasSize(3 + 5 + 5);
        GradientCheck.check(trial, together(loss, added, 2), 5e-8);
    }

    @ParameterizedTest(name = "label {0}")
    @ValueSource(ints = {0, 1})
    void derivativesBesideALossOfFirstSpikes(int label) {
        Loss loss = new FirstSpikeCrossEntropy(outputs(), 2, 10, 0.1);
        ActivityRegulariser added = ActivityRegulariser.sum(
                List.of(VoltagePull.ofCorrectOutput(outputs(), 1, 0.8), new MeanVoltage(hidden(), 0.1, 3)));
        GradientCheck.check(trial(SPIKING, loss, added), together(loss, added, label), 5e-8);
    }

    @Test
    void pullsAreCounted() {
        VoltagePull ofCorrect = VoltagePull.ofCorrectOutput(outputs(), 1, 0.8);
        Tape tape = run(ofCorrect);
        assertThat(tape.spikeCountOf(9)).isZero();
        assertThat(tape.spikeCountOf(8)).isPositive();
        assertThat(ofCorrect.value(tape, 1, 0)).isCloseTo(0.8 * (1 - tape.readout(1)), within(1e-15));
        assertThat(ofCorrect.value(tape, 0, 0)).isZero();
        LossSeeds seeds = new LossSeeds().reset(tape);
        assertThat(ofCorrect.seed(tape, 0, 0, seeds)).isZero();
        assertThat(ofCorrect.seed(tape, 1, 0, seeds)).isEqualTo(1);
        assertThat(seeds.readout(0)).isZero();
        assertThat(seeds.readout(1)).isEqualTo(-0.8);

        VoltagePull ofSilent = VoltagePull.ofSilentNeurons(hidden(), 1, 2);
        Tape again = run(ofSilent);
        assertThat(again.spikeCountOf(3)).isZero();
        assertThat(again.spikeCountOf(6)).isZero();
        double expected = 2 * (1 - again.readout(0) + 1 - again.readout(3));
        assertThat(ofSilent.value(again, 0, 0)).isCloseTo(expected, within(1e-14));
        assertThat(ofSilent.seed(again, 0, 0, new LossSeeds().reset(again))).isEqualTo(2);
    }

    /** A step along the gradient makes a silent output spike. */
    @Test
    void aPullWakesASilentOutput() {
        VoltagePull pull = VoltagePull.ofCorrectOutput(outputs(), 1, 1);
        Trial trial = trial(SPIKING, new FirstSpikeCrossEntropy(outputs(), 2, 10, 0), pull);
        Parameters parameters = SPIKING.parameters();
        int steps = 0;
        while (trial.with(parameters).run().spikeCountOf(9) == 0) {
            Trial.Pass pass = trial.with(parameters)
                    .differentiate(together(new FirstSpikeCrossEntropy(outputs(), 2, 10, 0), pull, 1));
            for (int s = 0; s < parameters.weight().length; s++) {
                parameters.weight()[s] -=
                        SPIKING.target(s) == 9 ? pass.gradients().weight()[s] : 0;
            }
            assertThat(++steps).isLessThan(50);
        }
        assertThat(steps).isPositive();
    }

    @Test
    void rateBandHasTwoSides() {
        Tape tape = run(new RateBand(hidden(), 0, 1, 1));
        int[] count = new int[5];
        double expected = 0;
        int outside = 0;
        for (int k = 0; k < 5; k++) {
            count[k] = tape.spikeCountOf(3 + k);
            double excess = Math.max(0, count[k] - 2.5) + Math.min(0, count[k] - 2.25);
            expected += 0.5 * 3 * excess * excess;
            outside += count[k] > 0 ? 1 : 0;
        }
        assertThat(count).contains(0);
        assertThat(Arrays.stream(count).max().orElse(0)).isGreaterThan(2);
        RateBand band = new RateBand(hidden(), 2.25, 2.5, 3);
        assertThat(band.value(tape, 0, 0)).isCloseTo(expected, within(1e-13));
        LossSeeds seeds = new LossSeeds().reset(tape);
        assertThat(band.seed(tape, 0, 0, seeds)).isEqualTo(outside);
        for (int k = 0; k < tape.spikeCount(); k++) {
            int n = tape.neuron(k);
            double wanted = 0;
            if (hidden().contains(n)) {
                int spikes = tape.spikeCountOf(n);
                wanted = 3 * (spikes > 2 ? spikes - 2.5 : spikes - 2.25);
            }
            assertThat(seeds.spikeVoltage(k)).isEqualTo(wanted);
            assertThat(seeds.spikeTime(k)).isZero();
        }
        RateBand wide = new RateBand(hidden(), 0, Double.POSITIVE_INFINITY, 3);
        assertThat(wide.value(tape, 0, 0)).isZero();
        assertThat(wide.seed(tape, 0, 0, seeds)).isZero();
    }

    /** Descent along the surrogate brings the counts of neurons that spike into the band, from above and from below. */
    @ParameterizedTest(name = "from {0} to {1} spikes")
    @CsvSource({"0, 1", "8, 9"})
    void rateBandBringsCountsIntoTheBand(double low, double high) {
        Trial start = Trial.of(SPIKING, INPUT, END);
        RateBand band = new RateBand(hidden(), low, high, 1);
        int[] moved = IntStream.range(hidden().firstNeuron(), hidden().endNeuron())
                .filter(n -> start.run().spikeCountOf(n) > 0)
                .toArray();
        assertThat(moved).hasSizeGreaterThan(1);
        assertThat(Arrays.stream(moved).noneMatch(n -> isWithin(band, start.run(), n)))
                .isTrue();
        Parameters parameters = SPIKING.parameters();
        int steps = 0;
        while (!Arrays.stream(moved)
                .allMatch(n -> isWithin(band, start.with(parameters).run(), n))) {
            Simulator simulator = start.with(parameters).simulator();
            Tape tape = simulator.run(INPUT, END);
            LossSeeds seeds = new LossSeeds().reset(tape);
            band.seed(tape, 0, 0, seeds);
            Gradients gradients = new Gradients(SPIKING);
            new Adjoint(simulator).run(tape, seeds, gradients);
            for (int s = 0; s < parameters.weight().length; s++) {
                parameters.weight()[s] -= 0.05 * gradients.weight()[s];
            }
            assertThat(++steps).isLessThan(1_000);
        }
    }

    private static boolean isWithin(RateBand band, Tape tape, int n) {
        return tape.spikeCountOf(n) >= band.low() && tape.spikeCountOf(n) <= band.high();
    }

    /** One arrival, one spike: the weight's surrogate gradient is strength (n - bound) dV/dw at the spike. */
    @ParameterizedTest(name = "bound {0}")
    @ValueSource(doubles = {0, 3})
    void rateBandOfOneNeuron(double bound) {
        Network network = Network.inDimensions(1)
                .population("input", new SpikeSource(), 1)
                .population("cell", Lif.of(10, 5).withRefractory(50), 1)
                .connect(
                        "input",
                        "cell",
                        ConnectionRules.allToAll(),
                        Distribution.constant(9),
                        Delays.constant(2),
                        new SplittableRandom(1))
                .build();
        Trial trial = Trial.of(network, SpikeTrains.of(new int[] {0}, new double[] {1}), 30);
        Simulator simulator = trial.simulator();
        Tape tape = simulator.run(trial.input(), trial.end());
        LossSeeds seeds = new LossSeeds().reset(tape);
        new RateBand(network.population("cell"), bound, bound, 0.7).seed(tape, 0, 0, seeds);
        Gradients gradients = new Gradients(network);
        new Adjoint(simulator).run(tape, seeds, gradients);
        double perWeight = 0.1 * Exponential.convolution(0.1, 0.2, tape.time(1) - 3);
        assertThat(gradients.weight()[0]).isCloseTo(0.7 * (1 - bound) * perWeight, within(1e-15));
    }

    @Test
    void parametersAreChecked() {
        Population input = SPIKING.population("input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateBand(input, 0, 1, 1))
                .withMessageContaining("population 'input' is a spike_source");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateBand(hidden(), 2, 1, 1))
                .withMessage("high = 1.0, must be at least low = 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateBand(hidden(), 0, 1, -1))
                .withMessage("strength = -1.0, must be finite and at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanVoltage(input, 0, 1))
                .withMessage("population 'input' has no voltage");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanVoltage(hidden(), Double.NaN, 1))
                .withMessage("target = NaN, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VoltagePull.ofCorrectOutput(INTEGRATING.population("output"), 1, 1))
                .withMessageContaining("'output' is a leaky_integrator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VoltagePull.ofSilentNeurons(hidden(), Double.POSITIVE_INFINITY, 1))
                .withMessage("level = Infinity, must be finite");
    }
}
