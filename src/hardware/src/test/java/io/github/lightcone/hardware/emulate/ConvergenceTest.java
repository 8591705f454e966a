package io.github.lightcone.hardware.emulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConvergenceTest {

    /** Tries every way to pair some of the spikes in order; returns the least cost. */
    private static double leastCost(double[] some, int i, double[] others, int j, double window) {
        if (i == some.length || j == others.length) {
            return some.length - i + others.length - j;
        }
        double alone = 1 + leastCost(some, i + 1, others, j, window);
        double otherAlone = 1 + leastCost(some, i, others, j + 1, window);
        double together = 2 * Math.abs(some[i] - others[j]) / window + leastCost(some, i + 1, others, j + 1, window);
        return Math.min(together, Math.min(alone, otherAlone));
    }

    private static double[] train(SplittableRandom random) {
        return random.doubles(random.nextInt(7), 0, 20).sorted().toArray();
    }

    @Test
    void noPairingCostsLess() {
        SplittableRandom random = new SplittableRandom(11);
        int paired = 0;
        for (int draw = 0; draw < 300; draw++) {
            double[] some = train(random);
            double[] others = train(random);
            double[] shifts = SpikeAlignment.shifts(some, others, 3);
            double cost = some.length
                    + others.length
                    - 2 * shifts.length
                    + 2 * Arrays.stream(shifts).sum() / 3;
            assertThat(cost).isCloseTo(leastCost(some, 0, others, 0, 3), within(1e-9));
            assertThat(Arrays.stream(shifts).allMatch(shift -> shift <= 3 + 1e-9))
                    .isTrue();
            paired += shifts.length;
        }
        assertThat(paired).isGreaterThan(200);
    }

    @Test
    void aMissingSpikeDoesNotShiftTheRest() {
        assertThat(SpikeAlignment.shifts(new double[] {1, 5, 9, 13}, new double[] {1.5, 9.25, 13}, 3))
                .containsExactly(0.5, 0.25, 0);
    }

    /** One spike, whose exact time and whose time in steps of 1 ms are known from the emulator's own rule. */
    @Test
    void oneNeuronByHand() {
        Network network = Network.inDimensions(1)
                .population("in", new SpikeSource(), 1)
                .population("cell", Lif.of(20, 5).withThreshold(0.5).withRefractory(100), 1)
                .connect(
                        "in",
                        "cell",
                        ConnectionRules.allToAll(),
                        Distribution.constant(8),
                        Delays.constant(2),
                        new SplittableRandom(1))
                .build();
        SpikeTrains input = SpikeTrains.of(new int[] {0}, new double[] {0});
        Convergence measured = Convergence.of(network, List.of(input), 20, 10, 5, 1);
        // V(t) = 8 * 5 / (20 - 5) * (e^(-t/20) - e^(-t/5)) crosses 0.5 at t after the arrival at 2; by bisection.
        double low = 0;
        double high = 5;
        for (int k = 0; k < 60; k++) {
            double t = (low + high) / 2;
            boolean below = 8.0 * 5 / 15 * (Math.exp(-t / 20) - Math.exp(-t / 5)) < 0.5;
            low = below ? t : low;
            high = below ? high : t;
        }
        double voltage = 0;
        double current = 8;
        int now = 2;
        while (true) {
            voltage = voltage * Math.exp(-1.0 / 20) - Math.expm1(-1.0 / 20) * current;
            if (voltage >= 0.5) {
                break;
            }
            current *= Math.exp(-1.0 / 5);
            now++;
        }
        Convergence.Point point = measured.points().get(0);
        assertThat(point.exact()).isEqualTo(1);
        assertThat(point.missing() + point.extra()).isZero();
        assertThat(point.meanShift())
                .isCloseTo(Math.abs(now - 2 - low), within(1e-9))
                .isEqualTo(point.medianShift());
    }

    /**
     * Random networks: 16 times shorter steps, 16 times smaller shifts, give or take where spikes fall within steps.
     * Medians, because a spike that just fails to happen in steps shifts all that follow.
     */
    @Test
    void shiftsFallWithTheStep() {
        double coarse = 0;
        double fine = 0;
        long coarseAlone = 0;
        long fineAlone = 0;
        for (long seed = 1; seed <= 12; seed++) {
            Trial trial = RandomNetworks.trial(seed, 2);
            List<Convergence.Point> points = Convergence.of(
                            trial.network(), List.of(trial.input()), trial.end(), 10_000, 2, 0.16, 0.01)
                    .points();
            assertThat(points.get(1).exact()).isEqualTo(points.get(0).exact()).isGreaterThan(15);
            coarse += points.get(0).medianShift();
            fine += points.get(1).medianShift();
            coarseAlone += points.get(0).missing() + points.get(0).extra();
            fineAlone += points.get(1).missing() + points.get(1).extra();
        }
        assertThat(coarse / fine).isBetween(9.0, 28.0);
        assertThat(fineAlone).isLessThan(coarseAlone);
    }
}
