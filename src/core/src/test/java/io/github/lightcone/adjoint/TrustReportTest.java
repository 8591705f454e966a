package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.StateRecorder;
import io.github.lightcone.simulation.Tape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the report against a computation of its own. */
class TrustReportTest {

    private static final Lif CELL = Lif.of(10, 5);

    @Test
    void smallestSlope() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(CELL)
                .cell(CELL)
                .synapse(0, 1, 9, 0)
                .synapse(0, 2, 4.1, 0)
                .trial(9, 0);
        Tape tape = trial.run();
        assertThat(tape.spikeCountOf(2)).isEqualTo(1);
        double spike = tape.time(tape.lastSpike(2));
        StateRecorder recorder = new StateRecorder(new int[] {2}, new double[] {spike - 2e-5, spike - 1e-5});
        trial.simulator().record(recorder).run(trial.input(), 9);
        double slope = (recorder.voltage(0, 1) - recorder.voltage(0, 0)) / 1e-5;
        assertThat(report(trial, Loss.spikeTimes(1)).smallestSlope()).isCloseTo(slope, within(1e-5 * slope + 1e-6));
    }

    @Test
    void flooredSlopesAreCountedAndRaised() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(CELL)
                .cell(CELL)
                .synapse(0, 1, 9, 0)
                .synapse(0, 2, 4.1, 0)
                .trial(9, 0);
        Tape tape = trial.run();
        double floor = 0.1;
        int shallow = (int) IntStream.range(1, tape.spikeCount())
                .filter(k -> tape.drive(k) / 10 < floor)
                .count();
        assertThat(shallow).isBetween(1, tape.spikeCount() - 2);

        int spike = tape.lastSpike(2);
        assertThat(tape.drive(spike) / 10).isLessThan(floor);
        Simulator simulator = trial.simulator();
        Adjoint adjoint = new Adjoint(simulator).collectTrust(true).slopeFloor(floor);
        Gradients gradients = run(trial, simulator, adjoint, Loss.spikeTime(spike));
        assertThat(adjoint.trustReport().flooredSlopes()).isEqualTo(shallow);
        // dt/dvThreshold is one over the slope.
        assertThat(gradients.vThreshold()[2]).isCloseTo(1 / floor, within(1e-12));
        assertThat(report(trial, Loss.spikeTime(spike)).flooredSlopes()).isZero();
        assertThatThrownBy(() -> adjoint.slopeFloor(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void silentNeuronsAndSpikes() {
        SmallNetwork network = new SmallNetwork().source().source();
        for (int n = 2; n <= 6; n++) {
            network.cell(CELL).synapse(0, n, n == 4 || n == 5 ? 1 : 9, 0);
        }
        Trial trial = network.trial(9, 0);
        TrustReport report = report(trial, Loss.spikeTimes(1));
        assertThat(report.silentNeurons()).isEqualTo(2);
        Tape tape = trial.run();
        assertThat(report.spikes()).isEqualTo(tape.spikeCount() - 1);
        assertThat(report.nearestMissedCrossing()).isNaN();

        TrustReport silence = report(new SmallNetwork().source().cell(CELL).trial(9), Loss.spikeTimes(1));
        assertThat(silence.spikes()).isZero();
        assertThat(silence.smallestSlope()).isInfinite();
        assertThat(silence.smallestTie()).isInfinite();
        assertThat(silence.worstShare()).isZero();
        assertThat(silence.describe()).contains("silent neurons            1");
    }

    @Test
    void nearTies() {
        SmallNetwork network = new SmallNetwork().source().cell(CELL).synapse(0, 1, 9, 0);
        double spike = network.trial(30, 0).run().time(1);
        network.synapse(0, 1, 1e-9, spike - 4e-7)
                .synapse(0, 1, 1e-9, spike + 6e-7)
                .synapse(0, 1, 1e-9, spike + 2e-6)
                .synapse(0, 1, 1e-9, spike - 5e-6);
        TrustReport report = report(network.trial(30, 0), Loss.spikeTimes(1));
        assertThat(report.nearTies()).isEqualTo(2);
        assertThat(report.smallestTie()).isCloseTo(4e-7, within(1e-9));
        assertThat(report.tieTolerance()).isEqualTo(1e-6);
    }

    @Test
    void worstShareIsThatOfTheLargestAdjoint() {
        SmallNetwork network = new SmallNetwork().source();
        int cells = 150;
        double sum = 0;
        double largest = 0;
        double second = 0;
        for (int n = 1; n <= cells; n++) {
            network.cell(CELL).synapse(0, n, 4.2 + 0.01 * n, 0);
        }
        Trial trial = network.trial(6, 0);
        Tape tape = trial.run();
        assertThat(tape.spikeCount()).isEqualTo(1 + cells);
        Loss loss = Loss.spikeTimes(9);
        LossSeeds seeds = new LossSeeds().reset(tape);
        loss.seed(tape, seeds);
        for (int k = 1; k <= cells; k++) {
            double lamV = Math.abs(seeds.spikeTime(k) / tape.drive(k));
            sum += lamV;
            second = lamV > largest ? largest : Math.max(second, lamV);
            largest = Math.max(largest, lamV);
        }
        // One percent of 150, rounded down.
        assertThat(report(trial, loss).worstShare()).isCloseTo(largest / sum, within(1e-12));
        assertThat(largest / sum).isGreaterThan(1.0 / cells).isLessThan((largest + second) / sum);
    }

    /** How close voltages came to their thresholds, in dense samples of networks with everything. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {301, 302, 303, 304})
    void marginsAgreeWithDenseSamples(long seed) {
        Trial trial = RandomNetworks.trial(seed, 2).reading();
        double step = 1.0 / 256;
        double[] times = IntStream.rangeClosed(0, (int) (trial.end() / step))
                .mapToDouble(k -> k * step)
                .toArray();
        int[] cells = IntStream.range(0, trial.network().neuronCount())
                .filter(CompiledNetwork.of(trial.network())::isSpiking)
                .toArray();
        StateRecorder recorder = new StateRecorder(cells, times);
        Tape tape = trial.simulator().record(recorder).trackMargins(true).run(trial.input(), trial.end());
        double nearest = Double.POSITIVE_INFINITY;
        for (int row = 0; row < cells.length; row++) {
            int n = cells[row];
            double threshold = trial.network().parameters().vThreshold()[n];
            int last = times.length - 1;
            double margin = threshold - recorder.voltage(row, last);
            for (int k = 1; k < last; k++) {
                double v = recorder.voltage(row, k);
                // A fall by a jump is a reset, not a maximum.
                boolean reset = v - recorder.voltage(row, k + 1) > 0.1;
                if (v > recorder.voltage(row, k - 1) && v >= recorder.voltage(row, k + 1) && !reset) {
                    margin = Math.min(margin, threshold - v);
                }
            }
            // V rises by at most 0.6 per ms here, so a maximum lies little above its samples.
            assertThat(tape.margin(n)).as("neuron %d", n).isBetween(margin - 3e-3, margin + 1e-12);
            nearest = Math.min(nearest, tape.margin(n));
        }
        Simulator simulator = trial.simulator().trackMargins(true);
        Adjoint adjoint = new Adjoint(simulator).collectTrust(true);
        run(trial, simulator, adjoint, Loss.spikeTimes(seed));
        assertThat(adjoint.trustReport().nearestMissedCrossing()).isCloseTo(nearest, within(1e-13));
    }

    /** While V is held it has no maximum, whatever arrives. */
    @Test
    void arrivalsWithinAHoldAreNoMissedCrossings() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(CELL.withRefractory(5))
                .synapse(0, 1, 9, 0)
                .synapse(0, 1, 5, 3)
                .synapse(0, 1, -20, 4)
                .synapse(0, 1, 40, 4.5)
                .trial(7.5, 0);
        Simulator simulator = trial.simulator().trackMargins(true);
        Tape tape = simulator.run(trial.input(), trial.end());
        assertThat(tape.spikeCountOf(1)).isEqualTo(2);
        // The second spike's hold lasts beyond the end, where V stands at its reset.
        assertThat(tape.margin(1)).isEqualTo(1);
    }

    @Test
    void reportMustHaveBeenAskedFor() {
        Trial trial = new SmallNetwork().source().cell(CELL).trial(5);
        assertThatThrownBy(() -> new Adjoint(trial.simulator()).trustReport())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no pass has collected a trust report");
    }

    private static TrustReport report(Trial trial, Loss loss) {
        Simulator simulator = trial.simulator();
        Adjoint adjoint = new Adjoint(simulator).collectTrust(true);
        run(trial, simulator, adjoint, loss);
        return adjoint.trustReport();
    }

    private static Gradients run(Trial trial, Simulator simulator, Adjoint adjoint, Loss loss) {
        Tape tape = simulator.run(trial.input(), trial.end());
        LossSeeds seeds = new LossSeeds().reset(tape);
        loss.seed(tape, seeds);
        Gradients gradients = new Gradients(trial.network());
        adjoint.run(tape, seeds, gradients);
        return gradients;
    }
}
