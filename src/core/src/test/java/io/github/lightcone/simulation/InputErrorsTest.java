package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run cannot be asked for. */
class InputErrorsTest {

    private static final Network NETWORK = new SmallNetwork()
            .source()
            .cell(Lif.of(10, 5))
            .integrator(LeakyIntegrator.of(10, 5))
            .build();

    @Test
    void inputThatIsNone() {
        assertComplaint("input spike 0 belongs to neuron 1 (1 0), which is no spike source", spike(1, 3), 10);
        assertComplaint("input spike 0 belongs to neuron 3; there are 3", spike(3, 3), 10);
        assertComplaint("input spike 0 belongs to neuron -1; there are 3", spike(-1, 3), 10);
        assertComplaint(
                "input spike 0 of neuron 0 (0 0) at 10.5 ms is beyond the end of the run at 10.0 ms",
                spike(0, 10.5),
                10);
    }

    @ParameterizedTest(name = "end {0}")
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void endThatIsNone(double end) {
        assertComplaint("end = " + end + ", must be finite and at least 0", SpikeTrains.none(), end);
    }

    private static SpikeTrains spike(int neuron, double time) {
        return SpikeTrains.builder().add(neuron, time).build();
    }

    private static void assertComplaint(String message, SpikeTrains input, double end) {
        Simulator simulator = new Simulator(CompiledNetwork.of(NETWORK));
        assertThatThrownBy(() -> simulator.run(input, end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        // It can still be used.
        assertThat(simulator.run(SpikeTrains.none(), 5).spikeCount()).isZero();
    }

    @Test
    void readoutsThatAreNone() {
        assertReadoutComplaint("readout 0: neuron 0 has no voltage", Readout.integral(0));
        assertReadoutComplaint("readout 0: neuron 3 has no voltage", Readout.maximum(3));
        assertReadoutComplaint("readout 0: neuron -1 has no voltage", Readout.maximum(-1));
        assertReadoutComplaint(
                "readout 1: neuron 2 (2 0) has one of this kind already", Readout.integral(2), Readout.weighted(2, 5));
        assertThatThrownBy(() -> Readout.weighted(2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tau = 0.0, must be finite and above 0");
    }

    private static void assertReadoutComplaint(String message, Readout... readouts) {
        assertThatThrownBy(() -> new Simulator(CompiledNetwork.of(NETWORK), List.of(readouts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void seedsOfAnotherTape() {
        Simulator simulator = new Simulator(CompiledNetwork.of(NETWORK));
        LossSeeds seeds = new LossSeeds().reset(simulator.run(spike(0, 1), 5));
        Tape tape = simulator.run(SpikeTrains.none(), 5);
        Adjoint adjoint = new Adjoint(simulator);
        assertThatThrownBy(() -> adjoint.run(tape, seeds, new Gradients(NETWORK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seeds are for 1 spikes, the tape has 0");
        assertThatThrownBy(() -> seeds.addSpikeTime(1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
