package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import org.junit.jupiter.api.Test;

/** Two inputs, two hidden neurons that also excite each other, two outputs. */
class OutputLiftTest {

    private static final int OUTPUT = 4;

    private static Network network(double inputWeight) {
        double[] weights = {inputWeight, inputWeight, 0, 0};
        return Network.inDimensions(1)
                .population("input", new SpikeSource(), 2)
                .population("hidden", Lif.of(20, 5), 2)
                .population("output", Lif.of(20, 5), 2)
                .synapses("input", "hidden", false, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, weights, null)
                .synapses("hidden", "hidden", false, new int[] {0, 1}, new int[] {1, 0}, new double[2], null)
                .synapses("hidden", "output", false, new int[] {0, 1}, new int[] {0, 1}, new double[2], null)
                .build();
    }

    private static double[] lift(Network network, SpikeTrains input, boolean expected) {
        Tape tape = new Simulator(CompiledNetwork.of(network)).run(input, 60);
        Gradients gradients = new Gradients(network);
        OutputLift lift = new OutputLift(network, new IncomingSynapses(network), 0.5);
        assertThat(lift.lift(OUTPUT, tape, gradients)).isEqualTo(expected);
        return gradients.weight();
    }

    @Test
    void onlyWeightsFromNeuronsThatSpikedAreLiftedPerSpike() {
        Network network = network(60);
        SpikeTrains input = SpikeTrains.of(new int[] {0}, new double[] {1});
        int spikes = new Simulator(CompiledNetwork.of(network)).run(input, 60).spikeCountOf(2);
        assertThat(spikes).isGreaterThan(1);
        assertThat(lift(network, input, true)).containsExactly(0, 0, 0, 0, 0, 0, -0.5 * spikes, 0);
    }

    @Test
    void whereNothingSpikedTheLayerBeforeIsLifted() {
        SpikeTrains input = SpikeTrains.of(new int[] {0, 0, 1}, new double[] {1, 2, 3});
        // hidden 0 is before output 0; hidden 1 is not, and is only reached through hidden 0 if that fails too
        assertThat(lift(network(0.1), input, true)).containsExactly(-1, 0, -0.5, 0, 0, 0, 0, 0);
    }

    @Test
    void withoutAnySpikeThereIsNothingToLiftBy() {
        assertThat(lift(network(60), SpikeTrains.none(), false)).containsOnly(0);
    }
}
