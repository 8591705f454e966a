package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import org.junit.jupiter.api.Test;

/** What happens exactly at a pause, and what a paused run cannot be asked for. */
class PauseTest {

    private static final Network PAIR = new SmallNetwork()
            .source()
            .source()
            .cell(Lif.of(10, 5).withRefractory(2))
            .integrator(LeakyIntegrator.of(10, 5))
            .synapse(0, 2, 6, 0)
            .synapse(1, 2, -100, 0)
            .synapse(0, 3, 2, 1)
            .build();

    private static Simulation start() {
        return new Simulator(CompiledNetwork.of(PAIR)).start();
    }

    @Test
    void statesInClosedForm() {
        Simulation run = start();
        run.inject(0, 0);
        run.runTo(4.3);
        double x = 3.3;
        assertThat(run.voltage(3)).isCloseTo(2 * (Math.exp(-x / 10) - Math.exp(-x / 5)), within(1e-15));
        assertThat(run.current(3)).isCloseTo(2 * Math.exp(-x / 5), within(1e-15));
        assertThat(run.isHeld(3)).isFalse();
        assertThat(run.now()).isEqualTo(4.3);
    }

    @Test
    void arrivalAtThePauseActsAfterwards() {
        Simulation run = start();
        run.inject(0, 0);
        run.runTo(1);
        assertThat(run.current(3)).isZero();
        run.runTo(Math.nextUp(1.0));
        assertThat(run.current(3)).isCloseTo(2, within(1e-15));
    }

    @Test
    void crossingAtThePauseIsOnTheTapeAndCanStillBePrevented() {
        int exact = 0;
        for (double first = 0; first < 2; first += 0.1) {
            Simulation run = start();
            run.inject(0, first);
            run.runTo(first + 1.8);
            // The first time at which a run that ends there has the crossing; by rounding it may be earlier.
            for (double t = crossing(first) - 1e-14; run.tape().spikeCount() < 2; t = Math.nextUp(t)) {
                run.runTo(t);
            }
            double pause = run.now();
            assertThat(run.isHeld(2)).isTrue();
            assertThat(run.voltage(2)).isZero();
            if (run.tape().time(1) == pause) {
                exact++;
                run.inject(1, pause);
                run.runTo(pause + 5);
                assertThat(run.tape().spikeCount()).isEqualTo(2);
                assertThat(run.tape().neuron(1)).isEqualTo(1);
            }
        }
        assertThat(exact).isPositive();
    }

    private static double crossing(double first) {
        SpikeTrains input = SpikeTrains.of(new int[1], new double[] {first});
        return new Simulator(CompiledNetwork.of(PAIR)).run(input, 20).time(1);
    }

    @Test
    void refractoryUntilTheRelease() {
        double crossing = crossing(0);
        Simulation run = start();
        run.inject(0, 0);
        run.runTo(crossing + 1.5);
        assertThat(run.isHeld(2)).isTrue();
        assertThat(run.tape().releaseCurrent(1)).isNaN();
        run.runTo(crossing + 2);
        assertThat(run.isHeld(2)).isFalse();
        assertThat(run.tape().releaseCurrent(1)).isCloseTo(6 * Math.exp(-(crossing + 2) / 5), within(1e-14));
    }

    @Test
    void inputAtThePauseKeepsItsOrder() {
        Simulation run = start();
        run.inject(1, 3);
        run.runTo(3);
        assertThat(run.tape().neuron(0)).isEqualTo(1);
        run.inject(0, 3);
        run.runTo(3);
        assertThat(run.tape().spikeCount()).isEqualTo(2);
        assertThat(run.tape().neuron(0)).isZero();
        assertThat(run.tape().neuron(1)).isEqualTo(1);
    }

    @Test
    void holdsAndDelaysBeyondTheCalendars() {
        Network network = new SmallNetwork()
                .source()
                .cell(Lif.of(10, 5).withRefractory(30))
                .cell(Lif.of(10, 4).withRefractory(45))
                .synapse(0, 1, 8, 0)
                .synapse(1, 2, 9, 33)
                .synapse(2, 1, 9, 7)
                .build();
        SpikeTrains input = SpikeTrains.of(new int[3], new double[] {0, 25, 80});
        Simulator simulator = new Simulator(CompiledNetwork.of(network)).sliceWidth(0.01);
        Tape expected = simulator.run(input, 200).copy();
        assertThat(expected.spikeCount()).isGreaterThan(7);
        Simulation run = simulator.start(input);
        for (double t = 0; t < 200; t += 6.7) {
            run.runTo(t);
        }
        run.runTo(200);
        SameBits.ofTapes("far", 3, expected, run.tape());
    }

    @Test
    void inputThatIsNone() {
        Simulation run = start();
        run.runTo(5);
        assertThatThrownBy(() -> run.inject(2, 6))
                .hasMessage("input spike belongs to neuron 2 (2 0), which is no spike source");
        assertThatThrownBy(() -> run.inject(4, 6)).hasMessage("input spike belongs to neuron 4; there are 4");
        assertThatThrownBy(() -> run.inject(1, 4.5))
                .hasMessage("input spike of neuron 1 (1 0) at 4.5 ms is in the past: the run is at 5.0 ms");
        assertThatThrownBy(() -> run.inject(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.inject(SpikeTrains.of(new int[] {0, 1}, new double[] {9, 3})))
                .hasMessage("input spike 0 of neuron 1 (1 0) at 3.0 ms is in the past: the run is at 5.0 ms");
        run.runTo(20);
        assertThat(run.tape().spikeCount()).isZero();
    }

    @Test
    void whatAPausedRunCannotDo() {
        Simulator simulator = new Simulator(CompiledNetwork.of(PAIR));
        Simulation run = simulator.start();
        run.runTo(5);
        assertThatThrownBy(() -> run.runTo(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot run back to 4.0 ms: the run is at 5.0 ms");
        assertThatThrownBy(() -> run.runTo(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.voltage(0)).hasMessage("neuron 0 has no voltage");
        run.runTo(6);
        simulator.compiled().update(PAIR.parameters());
        assertThatThrownBy(() -> run.runTo(7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the network's numbers were updated: this run cannot go on");
        simulator.run(SpikeTrains.none(), 1);
        assertThatThrownBy(run::tape)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the simulator has begun another run: this one cannot be used any more");
    }

    @Test
    void tapeOfARunThatWasStopped() {
        Trial trial = RandomNetworks.trial(405, 2);
        Tape whole = trial.run();
        for (int limit = 0; limit < whole.spikeCount(); limit++) {
            Simulator simulator = trial.simulator().spikeLimit(limit);
            int allowed = limit;
            double next = whole.time(limit);
            assertThatThrownBy(() -> simulator.run(trial.input(), trial.end()))
                    .isInstanceOfSatisfying(SpikeLimitException.class, stopped -> {
                        assertThat(stopped.limit()).isEqualTo(allowed);
                        assertThat(stopped.time()).isEqualTo(next);
                    })
                    .hasMessageStartingWith("more than " + limit + " spikes by " + next + " ms: ");
            assertHolds(whole, limit, simulator.tape(), trial);
            Simulation run = simulator.spikeLimit(Math.max(1, limit)).start(trial.input());
            assertThatThrownBy(() -> inPieces(run, trial.end())).isInstanceOf(SpikeLimitException.class);
            assertHolds(whole, Math.max(1, limit), run.tape(), trial);
            assertThat(run.now()).isEqualTo(run.tape().end());
            assertThatThrownBy(() -> run.runTo(trial.end()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the run was stopped at " + run.now() + " ms and cannot go on");
        }
    }

    private static void inPieces(Simulation run, double end) {
        for (double t = 0; t < end; t += 1.3) {
            run.runTo(t);
        }
        run.runTo(end);
    }

    /** The tape holds the first spikes of the whole run and, of those, all that happened up to its end. */
    private static void assertHolds(Tape whole, int spikes, Tape tape, Trial trial) {
        assertThat(tape.spikeCount()).isEqualTo(spikes);
        assertThat(tape.end()).isEqualTo(whole.time(spikes));
        for (int k = 0; k < spikes; k++) {
            assertThat(tape.time(k)).isEqualTo(whole.time(k));
            assertThat(tape.neuron(k)).isEqualTo(whole.neuron(k));
            assertThat(tape.previousSpike(k)).isEqualTo(whole.previousSpike(k));
            assertThat(tape.drive(k)).isEqualTo((Double) whole.drive(k));
            double release = tape.time(k) + trial.network().parameters().refractory()[tape.neuron(k)];
            assertThat(tape.releaseCurrent(k))
                    .isEqualTo((Double) (release <= tape.end() ? whole.releaseCurrent(k) : Double.NaN));
        }
        for (int r = 0; r < trial.readouts().size(); r++) {
            assertThat(tape.readout(r)).isNaN();
        }
    }
}
