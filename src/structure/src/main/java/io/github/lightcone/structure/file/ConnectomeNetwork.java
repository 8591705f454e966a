package io.github.lightcone.structure.file;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * Makes a spiking network of a connectome: a LIF neuron per region at its centre, in a population named {@value
 * #POPULATION}, and a synapse per arc.
 *
 * <pre>
 *     weight of synapse = weightScale weight of arc        delay = tract length / speed
 * </pre>
 *
 * <p>An undirected edge becomes two synapses. Self-connections are left out: a neuron that drives itself
 * without delay is no part of such a model. Where the file has lengths, the delays are parameters of the
 * synapses and positions have no part in them; where it has none, delays are conduction times between
 * positions.
 */
public final class ConnectomeNetwork {

    /** The name of the population. */
    public static final String POPULATION = "region";

    private ConnectomeNetwork() {}

    /**
     * Makes the network.
     *
     * @param connectome graph with lengths, or with positions, or with both
     * @param neuron model of every neuron
     * @param weightScale what an arc of weight 1 weighs as a synapse, finite
     * @param speed conduction speed, mm/ms (m/s), finite and above 0
     * @throws IllegalArgumentException if the file has neither lengths nor positions, or no nodes, or a number
     *     is outside its range
     */
    public static Network of(GraphFile connectome, Lif neuron, double weightScale, double speed) {
        ParameterCheck.finite("weightScale", weightScale);
        ParameterCheck.positive("speed", speed);
        if (connectome.lengths().isEmpty() && connectome.positions().isEmpty()) {
            throw new IllegalArgumentException("the graph has neither lengths nor positions, must have one for delays");
        }
        Graph graph = connectome.graph().withoutSelfLoops();
        Positions positions = connectome.positions().orElseGet(() -> Positions.origin(graph.nodeCount(), 3));
        double[] weight = graph.weights();
        for (int slot = 0; slot < weight.length; slot++) {
            weight[slot] *= weightScale;
        }
        double[] delay = connectome
                .lengths()
                .map(lengths -> delays(graph, lengths, speed))
                .orElse(null);
        NetworkBuilder builder = Network.inDimensions(positions.dimensions());
        return builder.conductionSpeed(speed)
                .population(POPULATION, neuron, positions)
                .synapses(POPULATION, POPULATION, delay == null, graph.sources(), graph.targets(), weight, delay)
                .build();
    }

    private static double[] delays(Graph graph, Graph lengths, double speed) {
        double[] delay = new double[graph.slotCount()];
        int[] source = graph.sources();
        Arrays.setAll(delay, slot -> lengths.weightBetween(source[slot], graph.target(slot)) / speed);
        return delay;
    }
}
