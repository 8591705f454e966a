package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What happens at one and the same time: first sources spike, then spikes arrive, then thresholds are
 * tested, neuron by neuron; a spike without delay arrives before the next threshold is tested.
 */
class EventOrderTest {

    private static final Lif CELL = Lif.of(10, 5);

    @ParameterizedTest(name = "slice width {0} ms")
    @ValueSource(doubles = {0.01, 0.3, 3})
    void arrivalsActBeforeTheThresholdIsTested(double width) {
        SmallNetwork network = new SmallNetwork().source().cell(CELL).synapse(0, 1, 6, 0);
        double crossing = run(network.trial(30, 0), width).time(1);

        Trial inhibited = network.synapse(0, 1, -50, crossing).trial(30, 0);
        assertThat(run(inhibited, width).spikeCount()).isEqualTo(1);
    }

    @ParameterizedTest(name = "slice width {0} ms")
    @ValueSource(doubles = {0.01, 0.3, 3})
    void excitationAtTheCrossingIsPartOfItsSlope(double width) {
        SmallNetwork network = new SmallNetwork().source().cell(CELL).synapse(0, 1, 6, 0);
        Tape alone = run(network.trial(3, 0), width);

        Tape tape = run(network.synapse(0, 1, 2, alone.time(1)).trial(3, 0), width);
        assertThat(tape.time(1)).isCloseTo(alone.time(1), within(1e-14));
        assertThat(tape.drive(1)).isCloseTo(alone.drive(1) + 2, within(1e-12));
    }

    @Test
    void neuronsThatCrossTogetherSpikeInTheirOrder() {
        SmallNetwork network = new SmallNetwork().source();
        for (int n = 1; n <= 9; n++) {
            network.cell(CELL).synapse(0, n, 6, 1);
        }
        Tape tape = network.trial(30, 0).run();
        assertThat(tape.spikeCount()).isGreaterThanOrEqualTo(10);
        for (int k = 1; k <= 9; k++) {
            assertThat(tape.neuron(k)).isEqualTo(k);
            assertThat(tape.time(k)).isEqualTo(tape.time(1));
        }
    }

    /** The lower number spikes first, and what it sends without delay reaches the other in time. */
    @ParameterizedTest(name = "slice width {0} ms")
    @ValueSource(doubles = {Double.NaN, 0.01, 0.3, 3})
    void inhibitionWithoutDelaySilencesTheNextNeuronOnly(double width) {
        SmallNetwork downwards = twins().synapse(1, 2, -50, 0);
        Tape silenced = run(downwards.trial(4, 0), width);
        assertThat(neurons(silenced)).containsExactly(0, 1);

        SmallNetwork upwards = twins().synapse(2, 1, -50, 0);
        Tape both = run(upwards.trial(4, 0), width);
        assertThat(neurons(both)).containsExactly(0, 1, 2);
        assertThat(both.time(1)).isEqualTo(both.time(2));
    }

    private static SmallNetwork twins() {
        return new SmallNetwork()
                .source()
                .cell(CELL)
                .cell(CELL)
                .synapse(0, 1, 6, 1)
                .synapse(0, 2, 6, 1);
    }

    /** A hundred neurons cross at once; each spike has silenced or not those behind it. */
    @Test
    void chainOfInhibitionWithoutDelayActsAtOneTime() {
        int size = 100;
        SmallNetwork network = new SmallNetwork().source();
        for (int n = 1; n <= size; n++) {
            network.cell(CELL).synapse(0, n, 6, 1);
            if (n > 1) {
                network.synapse(n - 1, n, -50, 0);
            }
        }
        // Neuron 1 silences 2, which therefore does not silence 3, which silences 4 ...
        List<Integer> first = neurons(network.trial(4, 0).run());
        assertThat(first).hasSize(1 + size / 2);
        for (int k = 1; k < first.size(); k++) {
            assertThat(first.get(k)).isEqualTo(2 * k - 1);
        }
    }

    @Test
    void sourcesComeFirstAndInTheirOrder() {
        Network network = new SmallNetwork()
                .cell(CELL)
                .source()
                .source()
                .synapse(1, 0, 6, 0)
                .build();
        double crossing = new Simulator(CompiledNetwork.of(network))
                .run(SpikeTrains.builder().add(1, 0).build(), 3)
                .time(1);
        SpikeTrains input = SpikeTrains.builder()
                .add(2, crossing)
                .add(1, crossing)
                .add(1, 0)
                .add(2, 0)
                .build();
        Tape tape = new Simulator(CompiledNetwork.of(network)).run(input, 3);
        assertThat(neurons(tape).subList(0, 5)).containsExactly(1, 2, 1, 2, 0);
        assertThat(tape.time(4)).isCloseTo(crossing, within(1e-15));
    }

    @ParameterizedTest(name = "slice width {0} ms")
    @ValueSource(doubles = {Double.NaN, 0.01, 0.25, 1})
    void tapeIsInOrderOfTime(double width) {
        SmallNetwork network = new SmallNetwork().source();
        for (int n = 1; n <= 20; n++) {
            network.cell(Lif.of(5 + n, 5).withBias(1.2 + 0.01 * n).withRefractory(0.1 * n));
            network.synapse(0, n, 2, 0);
            network.synapse(n, 1 + n % 20, 0.8, 0.25 * (n % 3));
        }
        Tape tape = run(network.trial(60, 0, 1, 2, 2, 3, 10, 20, 60), width);
        assertThat(tape.spikeCount()).isGreaterThan(100);
        for (int k = 1; k < tape.spikeCount(); k++) {
            assertThat(tape.time(k)).isGreaterThanOrEqualTo(tape.time(k - 1));
        }
        for (int k = 0; k < tape.spikeCount(); k++) {
            int previous = tape.previousSpike(k);
            if (previous != Tape.NO_SPIKE) {
                assertThat(tape.neuron(previous)).isEqualTo(tape.neuron(k));
                assertThat(previous).isLessThan(k);
            }
        }
    }

    static List<Integer> neurons(Tape tape) {
        List<Integer> neurons = new ArrayList<>();
        for (int k = 0; k < tape.spikeCount(); k++) {
            neurons.add(tape.neuron(k));
        }
        return neurons;
    }

    static Tape run(Trial trial, double width) {
        return trial.simulator().sliceWidth(width).run(trial.input(), trial.end());
    }
}
