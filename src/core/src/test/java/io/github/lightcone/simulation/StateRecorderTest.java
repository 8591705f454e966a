package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** V and I at chosen times, before, at and after events. */
class StateRecorderTest {

    @Test
    void followsTheClosedForm() {
        double[] times = DoubleStream.iterate(0, t -> t <= 50, t -> t + 0.37).toArray();
        StateRecorder recorder = new StateRecorder(new int[] {1}, times);
        Trial trial = new SmallNetwork()
                .source()
                .integrator(new LeakyIntegrator(20, 5, 0.3, -0.4))
                .synapse(0, 1, 1.7, 2)
                .trial(50, 3);
        trial.simulator().record(recorder).run(trial.input(), 50);
        for (int k = 0; k < times.length; k++) {
            double s = times[k] - 5;
            double current = s < 0 ? 0 : 1.7 * Math.exp(-s / 5);
            double ofCurrent = s < 0 ? 0 : 1.7 * 5 / (20 - 5.0) * (Math.exp(-s / 20) - Math.exp(-s / 5));
            assertThat(recorder.current(0, k)).isCloseTo(current, within(1e-15));
            assertThat(recorder.voltage(0, k))
                    .as("at %s", times[k])
                    .isCloseTo(0.3 - 0.7 * Math.exp(-times[k] / 20) + ofCurrent, within(1e-15));
        }
    }

    /** Recording at the very times of arrivals, on grids whose steps binary fractions do not hit. */
    @ParameterizedTest(name = "step {0} ms")
    @ValueSource(doubles = {0.1, 0.3, 0.7, 1.1, 1 / 3.0})
    void seesTheStateAfterAnArrivalAtTheSameTime(double step) {
        int arrivals = 60;
        SmallNetwork network = new SmallNetwork().source().integrator(LeakyIntegrator.of(10, 7));
        double[] times = new double[arrivals];
        for (int k = 0; k < arrivals; k++) {
            times[k] = (k + 1) * step;
            network.synapse(0, 1, 1, times[k]);
        }
        Trial trial = network.trial(100, 0);
        for (double width : new double[] {Double.NaN, 0.05, 0.1, 1}) {
            StateRecorder recorder = new StateRecorder(new int[] {1}, times);
            trial.simulator().sliceWidth(width).record(recorder).run(trial.input(), trial.end());
            double current = 0;
            for (int k = 0; k < arrivals; k++) {
                current = current * Math.exp(-step / 7) + 1;
                assertThat(recorder.current(0, k))
                        .as("after arrival %d, width %s", k, width)
                        .isCloseTo(current, within(1e-10));
            }
        }
    }

    @Test
    void seesTheResetAtTheTimeOfTheSpike() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withReset(-0.3))
                .synapse(0, 1, 8, 1)
                .trial(30, 0);
        // Neurons that are recorded take other steps, which round differently: ask a run that records, too.
        StateRecorder before = new StateRecorder(new int[] {1}, new double[0]);
        double spike = trial.simulator().record(before).run(trial.input(), 30).time(1);
        double[] times = {0, Math.nextDown(spike), spike, 30};
        StateRecorder recorder = new StateRecorder(new int[] {1}, times);
        trial.simulator().record(recorder).run(trial.input(), 30);
        assertThat(recorder.voltage(0, 1)).isCloseTo(1, within(1e-14));
        assertThat(recorder.voltage(0, 2)).isCloseTo(-0.3, within(1e-14));
        assertThat(recorder.current(0, 2)).isCloseTo(recorder.current(0, 1), within(1e-14));
    }

    @Test
    void arrivalAtTheEndIsNotSeen() {
        Trial trial = new SmallNetwork()
                .source()
                .integrator(LeakyIntegrator.of(10, 5))
                .synapse(0, 1, 1, 4)
                .synapse(0, 1, 1, 10)
                .trial(10, 0);
        StateRecorder recorder = new StateRecorder(new int[] {1}, new double[] {10});
        trial.simulator().record(recorder).run(trial.input(), 10);
        assertThat(recorder.current(0, 0)).isCloseTo(Math.exp(-6.0 / 5), within(1e-15));
    }

    @Test
    void recordsARunOfLengthZero() {
        Trial trial = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withInitial(0.25))
                .synapse(0, 1, 1, 0)
                .trial(0, 0);
        StateRecorder recorder = new StateRecorder(new int[] {1}, new double[] {0, 0});
        assertThat(trial.simulator().record(recorder).run(trial.input(), 0).spikeCount())
                .isEqualTo(1);
        assertThat(recorder.voltage(0, 0)).isEqualTo(0.25);
        assertThat(recorder.voltage(0, 1)).isEqualTo(0.25);
        assertThat(recorder.current(0, 0)).isZero();
    }

    /** A grid so fine that the simplest integrator is good enough, over a network with everything. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2_001, 2_002, 2_003})
    void agreesWithAGrid(long seed) {
        Trial trial = RandomNetworks.trial(seed, 2);
        Network network = trial.network();
        double step = 1.0 / 1024;
        int steps = (int) (trial.end() / step);
        int[] neurons = IntStream.range(0, network.neuronCount())
                .filter(n -> network.populationOf(n).kind().hasState())
                .toArray();
        double[] times =
                IntStream.rangeClosed(0, steps).mapToDouble(k -> k * step).toArray();
        StateRecorder recorder = new StateRecorder(neurons, times);
        Tape tape = trial.simulator().record(recorder).run(trial.input(), trial.end());
        Parameters parameters = network.parameters();
        // Arrivals are moved to the grid, by up to 1e-3 ms.
        Agreement agreement = Agreement.of("recorded voltage, grid", 1e-5, 1);
        for (int row = 0; row < neurons.length; row++) {
            int n = neurons[row];
            double[] v = grid(trial, tape, n, step, steps, parameters);
            for (int k = 0; k <= steps; k++) {
                double time = times[k];
                agreement.compare(() -> "neuron " + n + " at " + time, recorder.voltage(row, k), v[k]);
            }
        }
        agreement.check();
    }

    /** Returns V of a neuron whose spikes are known, by exact decay of I and midpoint steps of V. */
    private static double[] grid(Trial trial, Tape tape, int n, double step, int steps, Parameters parameters) {
        double[] arriving = new double[steps + 2];
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        for (int k = 0; k < tape.spikeCount(); k++) {
            for (int s = 0; s < trial.network().synapseCount(); s++) {
                double arrival = tape.time(k) + compiled.totalDelay(s);
                if (trial.network().source(s) == tape.neuron(k)
                        && trial.network().target(s) == n
                        && arrival < trial.end()) {
                    // Split between the grid points around it, so that the first moment is right.
                    int at = (int) (arrival / step);
                    double share = arrival / step - at;
                    arriving[at] += (1 - share) * parameters.weight()[s];
                    arriving[at + 1] += share * parameters.weight()[s];
                }
            }
        }
        double[] spikes = IntStream.range(0, tape.spikeCount())
                .filter(k -> tape.neuron(k) == n)
                .mapToDouble(tape::time)
                .toArray();
        double[] v = new double[steps + 1];
        double voltage = parameters.vInitial()[n];
        double current = 0;
        int spike = 0;
        for (int k = 0; ; k++) {
            v[k] = voltage;
            if (k == steps) {
                return v;
            }
            current += arriving[k];
            double middle = current * Math.exp(-0.5 * step / parameters.tauSyn()[n]);
            current *= Math.exp(-step / parameters.tauSyn()[n]);
            double drive = middle + parameters.bias()[n];
            double free = step;
            double next = (k + 1) * step;
            while (spike < spikes.length && spikes[spike] <= next) {
                voltage = parameters.vReset()[n];
                free = next - spikes[spike++];
            }
            if (spike > 0 && !Double.isNaN(parameters.refractory()[n])) {
                free = Math.min(
                        free, Math.max(0, next - spikes[spike - 1] - parameters.refractory()[n]));
            }
            voltage = drive + (voltage - drive) * Math.exp(-free / parameters.tauMem()[n]);
        }
    }

    @Test
    void rejectsWhatCannotBeRecorded() {
        Trial trial = new SmallNetwork().source().cell(Lif.of(10, 5)).trial(10).reading();
        assertThatThrownBy(() -> trial.simulator().record(new StateRecorder(new int[] {0}, new double[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot record from neuron 0: it has no voltage");
        assertThatThrownBy(() -> trial.simulator().record(new StateRecorder(new int[] {2}, new double[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot record from neuron 2: it has no voltage");
        assertThatThrownBy(() -> trial.simulator().record(new StateRecorder(new int[] {-1}, new double[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neuron -1");
        assertThatThrownBy(() -> new StateRecorder(new int[] {1, 1}, new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neuron 1 is to be recorded twice");
        for (double[] times : new double[][] {{1, 0.5}, {-1}, {Double.NaN}, {1, Double.NaN}}) {
            assertThatThrownBy(() -> new StateRecorder(new int[] {1}, times))
                    .as(Arrays.toString(times))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be ascending and at least 0");
        }
        for (double late : new double[] {11, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> trial.simulator()
                            .record(new StateRecorder(new int[] {1}, new double[] {late}))
                            .run(trial.input(), 10))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("recording time " + late + " ms is beyond the end of the run at 10.0 ms");
        }
    }
}
