package io.github.lightcone.structure.prune;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Networks some of whose synapses are gone. */
public final class PrunedNetworks {

    private PrunedNetworks() {}

    /** Returns a network of which a pruner has chosen, by its own parameters, what goes: these weights are exactly 0. */
    public static Network prune(Network network, Pruner pruner, double density) {
        return withZeroWeights(network, pruner.choose(network.parameters(), density));
    }

    /**
     * Returns the same network with weights of exactly 0 for some synapses.
     *
     * @param synapses their numbers
     * @throws IllegalArgumentException if the network has no synapse of the highest number
     */
    public static Network withZeroWeights(Network network, BitSet synapses) {
        if (synapses.length() > network.synapseCount()) {
            throw new IllegalArgumentException(
                    "synapse " + (synapses.length() - 1) + ", there are " + network.synapseCount());
        }
        Parameters parameters = network.parameters();
        synapses.stream().forEach(s -> parameters.weight()[s] = 0);
        return network.with(parameters);
    }

    /**
     * Returns the network without its synapses of weight 0. All neurons stay, and so do projections, even those that
     * have nothing left; the synapses that stay keep their order.
     */
    public static Network withoutZeroWeights(Network network) {
        Parameters parameters = network.parameters();
        NetworkBuilder builder = Network.inDimensions(network.dimensions()).conductionSpeed(network.conductionSpeed());
        for (Population population : network.populations()) {
            builder.population(population.name(), population.model(), positions(network, parameters, population));
            addParameters(builder, parameters, population);
        }
        for (Projection projection : network.projections()) {
            addSynapses(builder, network, parameters, projection);
        }
        return builder.build();
    }

    private static Positions positions(Network network, Parameters parameters, Population population) {
        int dimensions = network.dimensions();
        return Positions.of(
                dimensions,
                Arrays.copyOfRange(
                        parameters.position(),
                        population.firstNeuron() * dimensions,
                        population.endNeuron() * dimensions));
    }

    private static void addParameters(NetworkBuilder builder, Parameters parameters, Population population) {
        for (NeuronParameter parameter : NeuronParameter.values()) {
            if (parameter.appliesTo(population.kind())) {
                builder.override(
                        population.name(),
                        parameter,
                        Arrays.copyOfRange(parameter.of(parameters), population.firstNeuron(), population.endNeuron()));
            }
        }
    }

    private static void addSynapses(
            NetworkBuilder builder, Network network, Parameters parameters, Projection projection) {
        int[] kept = IntStream.range(projection.firstSynapse(), projection.endSynapse())
                .filter(s -> parameters.weight()[s] != 0)
                .toArray();
        builder.synapses(
                projection.source().name(),
                projection.target().name(),
                projection.spatial(),
                IntStream.of(kept)
                        .map(s -> network.source(s) - projection.source().firstNeuron())
                        .toArray(),
                IntStream.of(kept)
                        .map(s -> network.target(s) - projection.target().firstNeuron())
                        .toArray(),
                IntStream.of(kept).mapToDouble(s -> parameters.weight()[s]).toArray(),
                IntStream.of(kept).mapToDouble(s -> parameters.delay()[s]).toArray());
    }
}
