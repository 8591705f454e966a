package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import org.junit.jupiter.api.Test;

/** A spike that reaches its own neuron at once moves with it: no near-tie, however close. */
class SelfConnectionTieTest {

    @Test
    void isNoNearTie() {
        Network network = Network.inDimensions(1)
                .population("cell", Lif.of(20, 5).withBias(1.5), 1)
                .synapses("cell", "cell", true, new int[] {0}, new int[] {0}, new double[] {0.1}, null)
                .build();
        Simulator simulator = new Simulator(CompiledNetwork.of(network));
        Tape tape = simulator.run(SpikeTrains.none(), 100);
        Adjoint adjoint = new Adjoint(simulator).collectTrust(true);
        adjoint.run(tape, new LossSeeds().reset(tape), new Gradients(network));

        assertThat(tape.spikeCount()).isGreaterThan(2);
        assertThat(adjoint.trustReport().nearTies()).isZero();
        assertThat(adjoint.trustReport().smallestTie()).isInfinite();
    }
}
