package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.GradientCheck;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient of the maximum of a voltage, for every place where it can sit. */
class MaximumVoltageTest {

    private static final double TOLERANCE = 3e-9;

    @ParameterizedTest(name = "tauMem {0}, tauSyn {1}")
    @CsvSource({"10, 5", "10, 10", "5, 10", "10, 9.999999"})
    void atAnExtremum(double tauMem, double tauSyn) {
        Trial trial = cellAndReadout(tauMem, tauSyn).trial(60, 1, 4).reading(Readout.maximum(2));
        Tape tape = trial.run();
        assertThat(tape.readouts().kinkSpike(0)).isEqualTo(Tape.NO_SPIKE);
        assertThat(tape.readouts().maximumTime(0)).isStrictlyBetween(5.0, 50.0);
        GradientCheck.check(trial, Loss.readout(0), TOLERANCE);
    }

    @Test
    void atTheEnd() {
        Trial trial = cellAndReadout(10, 5).trial(8, 1, 4).reading(Readout.maximum(2));
        assertThat(trial.run().readouts().maximumTime(0)).isEqualTo(8);
        GradientCheck.check(trial, Loss.readout(0), TOLERANCE);
    }

    @Test
    void atTheStart() {
        Network network = new SmallNetwork()
                .source()
                .integrator(new LeakyIntegrator(10, 5, -0.3, 0.8))
                .synapse(0, 1, 0.2, 1)
                .build();
        Trial trial = Trial.of(network, SpikeTrains.of(new int[] {0}, new double[] {2}), 30)
                .reading(Readout.maximum(1));
        Trial.Pass pass = trial.differentiate(Loss.readout(0));
        assertThat(pass.tape().readouts().maximumTime(0)).isZero();
        assertThat(pass.gradients().vInitial()[1]).isEqualTo(1);
        GradientCheck.check(trial, Loss.readout(0), TOLERANCE);
    }

    /** An inhibitory spike cuts the rise off; the maximum moves with its arrival. */
    @ParameterizedTest(name = "tauMem {0}, tauSyn {1}, through space {2}")
    @CsvSource({"10, 5, false", "10, 10, true", "5, 10, false", "10, 9.999999, true"})
    void onAnInhibitoryArrival(double tauMem, double tauSyn, boolean spatial) {
        SmallNetwork network = cellAndReadout(tauMem, tauSyn);
        if (spatial) {
            network.through(1, 2, -40, 1.2);
        } else {
            network.synapse(1, 2, -40, 2.5);
        }
        Trial trial = network.trial(40, 1, 4).reading(Readout.maximum(2));
        Trial.Pass pass = trial.differentiate(Loss.readout(0));
        assertThat(pass.tape().readouts().kinkSpike(0)).isNotEqualTo(Tape.NO_SPIKE);
        assertThat(pass.tape().readouts().kinkSlope(0)).isPositive();
        GradientCheck.check(trial, Loss.readout(0), TOLERANCE);
    }

    /** The kink and a loss on spike times and on the integral of the same neuron at once. */
    @Test
    void onAnInhibitoryArrivalWithOtherLosses() {
        Trial trial = cellAndReadout(10, 6)
                .through(1, 2, -40, 1.2)
                .trial(40, 1, 4)
                .reading(Readout.maximum(2), Readout.weighted(2, 15), Readout.integral(1));
        GradientCheck.check(trial, Loss.readouts(3).plus(Loss.spikeTimes(4)), TOLERANCE);
    }

    /** Two synapses of one spike arrive together: the maximum moves with both. */
    @ParameterizedTest(name = "weights {0} and {1}")
    @CsvSource({"-30, -30", "-1.2, -1.2", "-60, 0.5", "0.5, -60", "-0.1, -60"})
    void onArrivalsThatComeTogether(double first, double second) {
        Network network = new SmallNetwork(2)
                .speed(0.5)
                .source(0, 0)
                .source(0.6, 0.1)
                .integrator(LeakyIntegrator.of(10, 5), 0.3, 0.7)
                .through(0, 2, 3, 0.2)
                .through(1, 2, first, 0.4)
                .through(1, 2, second, 0.4)
                .build();
        Trial trial = Trial.of(network, SpikeTrains.of(new int[] {0, 1}, new double[] {0.5, 3}), 30)
                .reading(Readout.maximum(2));
        Trial.Pass pass = trial.differentiate(Loss.readout(0));
        Tape tape = pass.tape();
        assertThat(tape.readouts().kinkSpike(0)).isEqualTo(1);
        double slope = tape.readouts().kinkSlope(0);
        assertThat(slope).isPositive();
        // V there depends on the arrival only through its time, and on its time only through the slope.
        assertThat(pass.gradients().delay()[1] + pass.gradients().delay()[2]).isCloseTo(slope, within(1e-15));
        assertThat(pass.adjoint().spikeGradient(1)).isCloseTo(slope, within(1e-15));
        assertThat(pass.gradients().weight()[1]).isZero();
        assertThat(pass.gradients().weight()[2]).isZero();
        // The delays of the two differ from here on, so that their sum is all there is: leave delays out.
        double step = 1e-5;
        double[] values = new double[2];
        for (int side = 0; side < 2; side++) {
            var moved = network.parameters();
            moved.position()[2] += side == 0 ? -step : step;
            values[side] = trial.with(moved).run().readout(0);
        }
        assertThat(pass.gradients().position()[2]).isCloseTo((values[1] - values[0]) / (2 * step), within(1e-8));
    }

    /** At time 0 an arrival can only come later, and V then rises until it does. */
    @Test
    void onAnInhibitoryArrivalAtTimeZero() {
        Network network = new SmallNetwork()
                .source()
                .integrator(new LeakyIntegrator(10, 5, 0.5, 0.4))
                .synapse(0, 1, -8, 0)
                .build();
        Trial trial = Trial.of(network, SpikeTrains.of(new int[] {0}, new double[] {0}), 6)
                .reading(Readout.maximum(1));
        Trial.Pass pass = trial.differentiate(Loss.readout(0));
        assertThat(pass.gradients().delay()[0]).isCloseTo(0.01, within(1e-15));
        double step = 1e-6;
        var later = network.parameters();
        later.delay()[0] = step;
        double difference = trial.with(later).run().readout(0) - trial.run().readout(0);
        assertThat(difference / step).isCloseTo(0.01, within(1e-8));
    }

    /** Below its threshold a spiking neuron is a leaky integrator; above, nothing but the threshold matters. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {701, 702, 703, 704, 705, 706})
    void ofNeuronsWithAThreshold(long seed) {
        Trial drawn = RandomNetworks.trial(seed, 2);
        Parameters parameters = drawn.network().parameters();
        int first = drawn.network().population("cells").firstNeuron();
        for (int n : new int[] {first, first + 2, first + 3}) {
            parameters.vThreshold()[n] = 40;
        }
        Trial trial = drawn.with(parameters)
                .reading(IntStream.range(first, first + 5)
                        .mapToObj(Readout::maximum)
                        .toArray(Readout[]::new));
        Tape tape = trial.run();
        for (int k = 0; k < 5; k++) {
            if (tape.spikeCountOf(first + k) > 0) {
                assertThat(tape.readout(k)).isEqualTo(parameters.vThreshold()[first + k]);
                Gradients gradients = trial.differentiate(Loss.readout(k)).gradients();
                assertThat(gradients.vThreshold()[first + k]).isEqualTo(1);
                assertThat(gradients.weight()).containsOnly(0);
            }
        }
        assertThat(tape.spikeCountOf(first)).isZero();
        GradientCheck.check(trial, Loss.readouts(seed), 3e-8);
        GradientCheck.check(trial, Loss.readouts(seed).plus(Loss.spikeTimes(seed)), 3e-8);
        ReadingsAgreeTest.assertSame(trial, Loss.readouts(seed), 1e-11);
    }

    /** Rows are streamed where neurons share their time constants. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {711, 712, 713})
    void ofNeuronsWithAThresholdStreamed(long seed) {
        Trial drawn = RandomNetworks.withShared(seed, 2, 10, 4);
        Parameters parameters = drawn.network().parameters();
        int first = drawn.network().population("cells").firstNeuron();
        parameters.vThreshold()[first + 1] = 40;
        Trial trial = drawn.with(parameters).reading(Readout.maximum(first), Readout.maximum(first + 1));
        assertThat(trial.run().spikeCountOf(first + 1)).isZero();
        ReadingsAgreeTest.assertSame(trial, ReadingsAgreeTest.both(seed), 1e-11);
    }

    /** The maximum of a silent neuron sits on an inhibitory arrival, as that of a leaky integrator does. */
    @ParameterizedTest(name = "through space {0}")
    @ValueSource(booleans = {false, true})
    void ofASilentNeuronOnAnInhibitoryArrival(boolean spatial) {
        Lif quiet = Lif.of(10, 5).withThreshold(20).withBias(0.05);
        SmallNetwork network = new SmallNetwork(1)
                .speed(0.5)
                .source(0)
                .cell(Lif.of(12, 4).withBias(0.3), 0.4)
                .cell(quiet, 1)
                .through(0, 1, 4, 0.1)
                .through(0, 2, 1.1, 0)
                .through(1, 2, 3, 0.2);
        if (spatial) {
            network.through(1, 2, -40, 1.2);
        } else {
            network.synapse(1, 2, -40, 2.5);
        }
        Trial trial = network.trial(40, 1, 4).reading(Readout.maximum(2));
        Tape tape = trial.run();
        assertThat(tape.spikeCountOf(2)).isZero();
        assertThat(tape.spikeCountOf(1)).isPositive();
        assertThat(tape.readouts().kinkSpike(0)).isNotEqualTo(Tape.NO_SPIKE);
        GradientCheck.check(trial, Loss.readout(0), TOLERANCE);
    }

    private static SmallNetwork cellAndReadout(double tauMem, double tauSyn) {
        return new SmallNetwork(1)
                .speed(0.5)
                .source(0)
                .cell(Lif.of(12, 4).withBias(0.3), 0.4)
                .integrator(new LeakyIntegrator(tauMem, tauSyn, 0.05, -0.1), 1)
                .through(0, 1, 4, 0.1)
                .through(0, 2, 1.1, 0)
                .through(1, 2, 3, 0.2);
    }
}
