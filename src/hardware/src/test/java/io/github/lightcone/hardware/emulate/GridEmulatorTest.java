package io.github.lightcone.hardware.emulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import io.github.lightcone.simulation.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridEmulatorTest {

    private static final int SEEDS = 12;

    /** Mean difference of the times of the first spikes of all neurons; NaN if one is silent here and not there. */
    private static double error(Network network, Tape exact, SpikeTrains emulated) {
        double sum = 0;
        int count = 0;
        for (int n = network.populations().get(0).endNeuron(); n < network.neuronCount(); n++) {
            int first = exact.firstSpike(n);
            double time = Double.NaN;
            for (int k = emulated.size() - 1; k >= 0; k--) {
                time = emulated.neuron(k) == n ? emulated.time(k) : time;
            }
            if (first != Tape.NO_SPIKE) {
                sum += Math.abs(time - exact.time(first));
                count++;
            }
        }
        return sum / count;
    }

    /** Mean error over some networks at a step, ms. */
    private static double meanError(double step) {
        double sum = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Trial trial = RandomNetworks.trial(seed, 2);
            sum += error(trial.network(), trial.run(), run(trial, step));
        }
        return sum / SEEDS;
    }

    @Test
    void convergesToTheExactEngineToFirstOrder() {
        double coarse = meanError(0.01);
        double fine = meanError(0.01 / 4);
        double finest = meanError(0.01 / 16);
        // First order: 4 times smaller each, give or take where spikes fall within steps.
        assertThat(finest).isLessThan(1e-3);
        assertThat(fine / finest).isBetween(2.8, 5.6);
        assertThat(coarse / finest).isBetween(11.0, 23.0);
    }

    private static SpikeTrains run(Trial trial, double step) {
        return GridEmulator.floating(trial.network(), step)
                .run(trial.input(), trial.end())
                .spikes();
    }

    private static Network one(double threshold, double delay) {
        return Network.inDimensions(1)
                .population("in", new SpikeSource(), 1)
                .population("cell", Lif.of(20, 5).withThreshold(threshold).withRefractory(2), 1)
                .connect(
                        "in",
                        "cell",
                        ConnectionRules.allToAll(),
                        Distribution.constant(8),
                        Delays.constant(delay),
                        new SplittableRandom(1))
                .build();
    }

    @Test
    void aStepDecaysAddsComparesAndResets() {
        // By hand: the spike at 0.4 enters at 1, takes 2 steps and arrives at 3.
        double share = -Math.expm1(-1.0 / 20);
        double kept = Math.exp(-1.0 / 20);
        double left = Math.exp(-1.0 / 5);
        double voltage = 0;
        double current = 8;
        List<Double> expected = new ArrayList<>(List.of(1.0));
        int heldUntil = 0;
        for (int now = 3; now <= 20; now++) {
            current *= now == 3 ? 1 : left;
            voltage = now <= heldUntil ? 0 : voltage * kept + share * current;
            if (voltage >= 0.3) {
                voltage = 0;
                heldUntil = now + 2;
                expected.add((double) now);
            }
        }
        GridRun run = GridEmulator.floating(one(0.3, 2), 1).run(SpikeTrains.of(new int[] {0}, new double[] {0.4}), 20);
        double[] times = new double[run.spikes().size()];
        Arrays.setAll(times, k -> run.spikes().time(k));
        assertThat(times).containsExactly(expected.stream().mapToDouble(t -> t).toArray());
        assertThat(expected.size()).isGreaterThan(2);
        assertThat(run.synapticOperations()).isEqualTo(1);
        assertThat(run.steps()).isEqualTo(20);
    }

    @Test
    void manyBitsAreAsGoodAsFloatingPoint() {
        Trial trial = RandomNetworks.trial(3, 2);
        double[] unit = new double[trial.network().neuronCount()];
        Arrays.fill(unit, 1e-4);
        SpikeTrains floating = run(trial, 0.5);
        GridRun fixed = GridEmulator.fixedPoint(trial.network(), 0.5, new FixedPoint(48, 12, 14), unit)
                .run(trial.input(), trial.end());
        assertThat(fixed.saturations()).isZero();
        assertThat(fixed.spikes().size()).isEqualTo(floating.size());
        for (int k = 0; k < floating.size(); k++) {
            assertThat(fixed.spikes().time(k)).isCloseTo(floating.time(k), within(0.5));
        }
    }

    @Test
    void fewBitsSaturateAndAreCountedTheSameEveryTime() {
        double[] unit = {1, 0.01};
        GridEmulator emulator = GridEmulator.fixedPoint(one(0.7, 1), 1, new FixedPoint(8, 0, 8), unit);
        SpikeTrains input = SpikeTrains.of(new int[] {0}, new double[] {0});
        GridRun run = emulator.run(input, 20);
        // 800 units do not fit into 8 bits.
        assertThat(run.saturations()).isPositive();
        assertThat(emulator.run(input, 20).saturations()).isEqualTo(run.saturations());
    }

    @Test
    void theLastStepEndsWithinTheRun() {
        double step = 0.54421768707483;
        assertThat(147 * step).isGreaterThan(80);
        GridRun run =
                GridEmulator.floating(one(0.3, 0), step).run(SpikeTrains.of(new int[] {0}, new double[] {80}), 80);
        assertThat(run.steps()).isEqualTo(147);
        assertThat(run.spikes().time(0)).isEqualTo(80);
    }

    /** More steps than there is room for do not matter where the run ends before. */
    @Test
    void aDelayBeyondTheEndOfTheRunTakesNoRoom() {
        SpikeTrains input = SpikeTrains.of(new int[] {0}, new double[] {0});
        GridEmulator emulator = GridEmulator.floating(one(0.3, 1e12), 0.5);
        GridRun run = emulator.run(input, 20);
        assertThat(run.spikes().size()).isEqualTo(1);
        assertThat(run.synapticOperations()).isZero();
        assertThat(GridEmulator.shortestStep(one(0.3, 1e12), 1 << 20)).isEqualTo(1);
        assertThat(GridEmulator.shortestStep(one(0.3, 1 << 10), 1 << 20)).isEqualTo(1.0 / 1024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.run(input, 1 << 20))
                .withMessageContaining("step = 0.5 ms makes 2097152 steps of the longest delay within a run");
        // The end of a run is an arrival's last chance, after shorter and longer runs.
        GridEmulator ten = GridEmulator.floating(one(0.3, 10), 0.5);
        assertThat(ten.run(input, 9.5).synapticOperations()).isZero();
        assertThat(ten.run(input, 10).synapticOperations()).isOne();
        assertThat(ten.run(input, 9.5).synapticOperations()).isZero();
    }

    /** A time constant of 100 000 steps: 12 bits hold a factor of 1 alone. */
    @Test
    void slowNeuronsGetTheBitsTheyNeedOrAreCounted() {
        double step = 20.0 / 100_000;
        double[] unit = {1, 3e-4};
        SpikeTrains input = SpikeTrains.of(new int[] {0}, new double[] {0});
        SpikeTrains floating =
                GridEmulator.floating(one(0.3, 0), step).run(input, 20).spikes();
        assertThat(floating.size()).isGreaterThan(2);

        GridEmulator few = GridEmulator.fixedPoint(one(0.3, 0), step, new FixedPoint(32, 16, 12), unit);
        assertThat(few.standing()).isOne();
        assertThat(few.run(input, 20).spikes().size()).isOne();

        FixedPoint form = FixedPoint.of(32, 16, 4, 100_000);
        assertThat(form.decayBits()).isEqualTo(21);
        GridEmulator enough = GridEmulator.fixedPoint(one(0.3, 0), step, form, unit);
        assertThat(enough.standing()).isZero();
        assertThat(enough.run(input, 20).spikes().size()).isEqualTo(floating.size());

        // A state of 16 bits loses nothing as small as 2^-16 of it.
        assertThat(GridEmulator.fixedPoint(one(0.3, 0), step, FixedPoint.of(16, 6, 4, 100_000), unit)
                        .standing())
                .isOne();
        assertThat(FixedPoint.of(16, 6, 4, 100).decayBits()).isEqualTo(12);
        assertThat(FixedPoint.of(32, 6, 32, 100).decayBits()).isEqualTo(30);
    }
}
