package io.github.lightcone.examples;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;

/**
 * Two neurons in a plane, 0.5 mm apart. The first is driven by a constant bias; its spike travels to the second, which
 * answers. How does the time of the answer change when a neuron moves?
 */
public final class TwoNeurons {

    private TwoNeurons() {}

    /** Runs the example; takes no arguments. */
    public static void main(String[] arguments) {
        Network network = Network.inDimensions(2)
                .conductionSpeed(0.1)
                .population("pair", Lif.of(20, 5), Positions.of(2, 0.0, 0.0, 0.3, 0.4))
                .override("pair", NeuronParameter.BIAS, 1.5, 0)
                .synapses("pair", "pair", true, new int[] {0}, new int[] {1}, new double[] {10}, null)
                .build();
        CompiledNetwork compiled = CompiledNetwork.of(network);
        System.out.printf("the spike travels for %.3f ms%n", compiled.totalDelay(0));

        Simulator simulator = new Simulator(compiled);
        Tape tape = simulator.run(SpikeTrains.none(), 40);
        for (int k = 0; k < tape.spikeCount(); k++) {
            System.out.printf("neuron %d spikes at %.6f ms%n", tape.neuron(k), tape.time(k));
        }

        LossSeeds seeds = new LossSeeds().reset(tape);
        seeds.addSpikeTime(tape.firstSpike(1), 1);
        Gradients gradients = new Gradients(network);
        new Adjoint(simulator).run(tape, seeds, gradients);
        gradients.toPositions(network, compiled.parameters());
        double[] position = gradients.position();
        System.out.printf("moving neuron 0: %+.3f and %+.3f ms per mm%n", position[0], position[1]);
        System.out.printf("moving neuron 1: %+.3f and %+.3f ms per mm%n", position[2], position[3]);
    }
}
