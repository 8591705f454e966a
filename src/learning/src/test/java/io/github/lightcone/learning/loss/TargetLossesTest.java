package io.github.lightcone.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses against target trains. */
class TargetLossesTest {

    private static TargetTrains targets(double[]... ofOutput) {
        return TargetTrains.of(3, List.of(trains(ofOutput)));
    }

    private static SpikeTrains trains(double[]... ofOutput) {
        SpikeTrains.Builder trains = SpikeTrains.builder();
        for (int output = 0; output < ofOutput.length; output++) {
            for (double time : ofOutput[output]) {
                trains.add(output, time);
            }
        }
        return trains.build();
    }

    private static double[] at(double... times) {
        return times;
    }

    private static double value(Loss loss, Tape tape) {
        return loss.value(tape, 0, new double[loss.workspaceSize()]);
    }

    private static LossSeeds seeds(Loss loss, Tape tape) {
        double[] workspace = new double[loss.workspaceSize()];
        loss.value(tape, 0, workspace);
        LossSeeds seeds = new LossSeeds().reset(tape);
        loss.seed(tape, 0, workspace, seeds);
        return seeds;
    }

    @Test
    void missingAndSurplusSpikesCountAgainstTheEnd() {
        Tape tape = ThreeOutputs.run(at(2, 12), at(5), at());
        double[] zero = ThreeOutputs.times(tape, 0);
        double[] one = ThreeOutputs.times(tape, 1);
        assertThat(zero).hasSize(2);
        assertThat(one).hasSize(1);
        SpikeTimeSquaredError loss =
                new SpikeTimeSquaredError(ThreeOutputs.outputs(), targets(at(4), at(8, 30), at(11)));
        double expected = Math.pow(zero[0] - 4, 2)
                + Math.pow(zero[1] - ThreeOutputs.END, 2)
                + Math.pow(one[0] - 8, 2)
                + Math.pow(ThreeOutputs.END - 30, 2)
                + Math.pow(ThreeOutputs.END - 11, 2);
        assertThat(value(loss, tape)).isCloseTo(expected / 2, within(1e-11));
        LossSeeds seeds = seeds(loss, tape);
        int last = tape.lastSpike(3);
        assertThat(seeds.spikeTime(last)).isCloseTo(zero[1] - ThreeOutputs.END, within(1e-13));
        assertThat(seeds.spikeTime(tape.previousSpike(last))).isCloseTo(zero[0] - 4, within(1e-13));
        assertThat(seeds.spikeTime(tape.lastSpike(4))).isCloseTo(one[0] - 8, within(1e-13));
    }

    /** A surplus spike a hundredth of a millisecond before the end costs next to nothing. */
    @Test
    void spikesLeaveThroughTheEndWithoutAJump() {
        double end = ThreeOutputs.first(ThreeOutputs.run(at(10), at(), at()), 0) + 0.01;
        Tape with = ThreeOutputs.run(end, at(10), at(), at());
        Tape without = ThreeOutputs.run(end - 0.02, at(10), at(), at());
        assertThat(with.spikeCountOf(3)).isEqualTo(1);
        assertThat(without.spikeCountOf(3)).isZero();
        SpikeTimeSquaredError loss = new SpikeTimeSquaredError(ThreeOutputs.outputs(), targets(at(), at(), at()));
        assertThat(value(loss, with)).isCloseTo(0.01 * 0.01 / 2, within(1e-12));
        assertThat(value(loss, without)).isZero();
    }

    /** (1/tau) times the integral of (f - g)^2 by Simpson's rule between events, and on to infinity. */
    @ParameterizedTest(name = "tau {0} ms")
    @ValueSource(doubles = {0.5, 3, 12, 80})
    void vanRossumIsTheIntegralOfTheSquaredDifference(double tau) {
        Tape tape = ThreeOutputs.run(at(2, 12, 21), at(5), at());
        double[][] wanted = {at(4.5, 13, 14, 30), at(5.2), at(11)};
        VanRossumDistance loss = new VanRossumDistance(ThreeOutputs.outputs(), targets(wanted), tau);
        double expected = 0;
        for (int c = 0; c < 3; c++) {
            expected += integral(ThreeOutputs.times(tape, c), wanted[c], tau) / tau;
        }
        assertThat(value(loss, tape)).isCloseTo(expected, within(1e-9));
    }

    private static double integral(double[] spikes, double[] wanted, double tau) {
        double[] edges = DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(spikes), Arrays.stream(wanted)),
                        DoubleStream.iterate(0, t -> t <= 40 + 15 * tau, t -> t + tau / 128))
                .sorted()
                .toArray();
        double sum = 0;
        for (int k = 0; k + 1 < edges.length; k++) {
            double left = edges[k];
            double width = edges[k + 1] - left;
            // Between edges f - g only decays from its value at the left one.
            double before = difference(spikes, wanted, left, tau);
            double middle = before * Math.exp(-width / 2 / tau);
            double after = before * Math.exp(-width / tau);
            sum += width / 6 * (before * before + 4 * middle * middle + after * after);
        }
        return sum;
    }

    private static double difference(double[] spikes, double[] wanted, double t, double tau) {
        double sum = 0;
        for (double spike : spikes) {
            sum += spike <= t ? Math.exp(-(t - spike) / tau) : 0;
        }
        for (double target : wanted) {
            sum -= target <= t ? Math.exp(-(t - target) / tau) : 0;
        }
        return sum;
    }

    /** The derivative as a sum over all pairs, on a run of half a million time constants of the distance. */
    @Test
    void vanRossumOfLongTrains() {
        SplittableRandom random = new SplittableRandom(8);
        double end = 50_000;
        double tau = 0.1;
        double[] input = DoubleStream.iterate(3, t -> t < end - 50, t -> t + random.nextDouble(20, 60))
                .toArray();
        Tape tape = ThreeOutputs.run(end, input, at(), input);
        double[] spikes = ThreeOutputs.times(tape, 0);
        assertThat(spikes.length).isGreaterThan(1_000);
        double[] wanted = Arrays.stream(spikes)
                .map(t -> t + random.nextDouble(-0.3, 0.3))
                .sorted()
                .toArray();
        wanted[7] = spikes[7];
        VanRossumDistance loss = new VanRossumDistance(ThreeOutputs.outputs(), targets(wanted, at(1), at()), tau);
        LossSeeds seeds = seeds(loss, tape);
        int index = spikes.length;
        double expectedValue = 0.5 * tape.spikeCountOf(5) + 0.5;
        for (int k = tape.lastSpike(3); k != Tape.NO_SPIKE; k = tape.previousSpike(k)) {
            double t = spikes[--index];
            double expected = 0;
            for (int i = 0; i < spikes.length; i++) {
                expected -= Math.signum(t - spikes[i]) * Math.exp(-Math.abs(t - spikes[i]) / tau) / tau;
                expected += Math.signum(t - wanted[i]) * Math.exp(-Math.abs(t - wanted[i]) / tau) / tau;
                expectedValue += 0.5 * Math.exp(-Math.abs(t - spikes[i]) / tau);
                expectedValue += 0.5 * Math.exp(-Math.abs(wanted[index] - wanted[i]) / tau);
                expectedValue -= Math.exp(-Math.abs(t - wanted[i]) / tau);
            }
            assertThat(seeds.spikeTime(k)).as("spike %d", index).isCloseTo(expected, within(1e-11));
        }
        // Spikes of output 2 are more than 200 tau apart.
        assertThat(value(loss, tape)).isCloseTo(expectedValue, within(1e-8));
    }

    @Test
    void equalTrainsHaveNoDistanceAndNoSeed() {
        Tape tape = ThreeOutputs.run(at(2, 12), at(5), at());
        TargetTrains same =
                targets(ThreeOutputs.times(tape, 0), ThreeOutputs.times(tape, 1), ThreeOutputs.times(tape, 2));
        for (Loss loss : List.of(
                new VanRossumDistance(ThreeOutputs.outputs(), same, 5),
                new SpikeTimeSquaredError(ThreeOutputs.outputs(), same))) {
            assertThat(value(loss, tape)).isCloseTo(0, within(1e-15));
            LossSeeds seeds = seeds(loss, tape);
            for (int k = 0; k < tape.spikeCount(); k++) {
                assertThat(seeds.spikeTime(k)).isCloseTo(0, within(1e-15));
            }
        }
    }

    @Test
    void theNearestTargetIsThePrediction() {
        TargetTrains targets = TargetTrains.of(
                3, List.of(trains(at(5), at(30), at()), trains(at(30), at(5), at()), trains(at(), at(), at(10))));
        for (Loss loss : List.of(
                new VanRossumDistance(ThreeOutputs.outputs(), targets, 10),
                new SpikeTimeSquaredError(ThreeOutputs.outputs(), targets))) {
            assertThat(loss.prediction(ThreeOutputs.run(at(4), at(28), at()))).isZero();
            assertThat(loss.prediction(ThreeOutputs.run(at(26), at(7), at()))).isEqualTo(1);
            assertThat(loss.prediction(ThreeOutputs.run(at(), at(), at(9)))).isEqualTo(2);
            assertThat(loss.prediction(ThreeOutputs.run())).isEqualTo(Loss.NO_CLASS);
        }
    }

    @Test
    void targetsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetTrains.of(3, List.of()))
                .withMessage("targets for 0 labels, must be 1 to 3, one per output at most");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetTrains.of(1, List.of(SpikeTrains.none(), SpikeTrains.none())))
                .withMessage("targets for 2 labels, must be 1 to 1, one per output at most");
        SpikeTrains wrong = SpikeTrains.of(new int[] {0, 3}, new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetTrains.of(3, List.of(SpikeTrains.none(), wrong)))
                .withMessage("target spike 1 of label 1 is of output 3, must be 0 to 2");
        TargetTrains two = TargetTrains.of(2, List.of(SpikeTrains.none()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpikeTimeSquaredError(ThreeOutputs.outputs(), two))
                .withMessage("targets are for 2 outputs, population 'output' has 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VanRossumDistance(ThreeOutputs.outputs(), targets(), Double.NaN))
                .withMessage("tau = NaN, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VanRossumDistance(ThreeOutputs.integrators(), targets(), 1))
                .withMessageContaining("'voltage' is a leaky_integrator");
    }
}
