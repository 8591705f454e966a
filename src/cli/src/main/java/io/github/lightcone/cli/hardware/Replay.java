package io.github.lightcone.cli.hardware;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/**
 * What a loss makes of spikes that were made elsewhere: the same network with spike sources in place of all neurons
 * that spike, which emit these spikes. Leaky integrators stay and read them in continuous time.
 */
final class Replay {

    private final Loss loss;
    private final double end;
    private final Simulator simulator;
    private final double[] workspace;

    /**
     * Prepares replays.
     *
     * @param network without delays that follow from positions
     */
    Replay(Network network, Loss loss, double end) {
        this.loss = loss;
        this.end = end;
        simulator = new Simulator(CompiledNetwork.of(withSources(network)), loss.readouts());
        workspace = new double[loss.workspaceSize()];
    }

    private static Network withSources(Network network) {
        Parameters parameters = network.parameters();
        NetworkBuilder builder = Network.inDimensions(network.dimensions());
        for (Population population : network.populations()) {
            boolean reads = population.kind() == NeuronKind.LEAKY_INTEGRATOR;
            NeuronModel model = reads ? population.model() : new SpikeSource();
            builder.population(population.name(), model, population.size());
            for (NeuronParameter parameter : NeuronParameter.values()) {
                if (reads && parameter.appliesTo(population.kind())) {
                    builder.override(
                            population.name(),
                            parameter,
                            Arrays.copyOfRange(
                                    parameter.of(parameters), population.firstNeuron(), population.endNeuron()));
                }
            }
        }
        for (Projection projection : network.projections()) {
            if (projection.target().kind() == NeuronKind.LEAKY_INTEGRATOR) {
                add(builder, network, parameters, projection);
            }
        }
        return builder.build();
    }

    private static void add(NetworkBuilder builder, Network network, Parameters parameters, Projection projection) {
        int first = projection.firstSynapse();
        int end = projection.endSynapse();
        int[] sources = new int[projection.size()];
        int[] targets = new int[projection.size()];
        for (int k = 0; k < sources.length; k++) {
            sources[k] = network.source(first + k) - projection.source().firstNeuron();
            targets[k] = network.target(first + k) - projection.target().firstNeuron();
        }
        builder.synapses(
                projection.source().name(),
                projection.target().name(),
                false,
                sources,
                targets,
                Arrays.copyOfRange(parameters.weight(), first, end),
                Arrays.copyOfRange(parameters.delay(), first, end));
    }

    /** Returns the class that spikes of all neurons speak for. */
    int prediction(SpikeTrains spikes, int label) {
        Tape tape = simulator.run(spikes, end);
        loss.value(tape, label, workspace);
        return loss.prediction(tape);
    }
}
