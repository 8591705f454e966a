package io.github.lightcone.hardware.quantise;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.space.ConductionDelay;
import io.github.lightcone.space.Positions;
import java.util.Arrays;

/** Networks whose delays do not follow from positions any more. */
public final class FixedDelays {

    private FixedDelays() {}

    /**
     * Returns the total delay of each synapse, ms.
     *
     * @param conductionSpeed mm/ms, in place of the network's
     */
    public static double[] totals(Network network, double conductionSpeed) {
        Parameters parameters = network.parameters();
        double[] total = parameters.delay();
        for (Projection projection : network.projections()) {
            for (int s = projection.firstSynapse(); projection.spatial() && s < projection.endSynapse(); s++) {
                total[s] += ConductionDelay.distance(
                                parameters.position(), network.dimensions(), network.source(s), network.target(s))
                        / conductionSpeed;
            }
        }
        return total;
    }

    /** Returns the total delay of each synapse, ms. */
    public static double[] totals(Network network) {
        return totals(network, network.conductionSpeed());
    }

    /**
     * Returns the same network with total delays of their own; neurons and synapses keep their numbers, and positions
     * stay.
     */
    public static Network of(Network network) {
        Parameters parameters = network.parameters();
        double[] total = totals(network);
        NetworkBuilder builder = Network.inDimensions(network.dimensions()).conductionSpeed(network.conductionSpeed());
        for (Population population : network.populations()) {
            addPopulation(builder, network, parameters, population);
        }
        for (Projection projection : network.projections()) {
            int first = projection.firstSynapse();
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
                    Arrays.copyOfRange(parameters.weight(), first, projection.endSynapse()),
                    Arrays.copyOfRange(total, first, projection.endSynapse()));
        }
        return builder.build();
    }

    private static void addPopulation(
            NetworkBuilder builder, Network network, Parameters parameters, Population population) {
        int dimensions = network.dimensions();
        int first = population.firstNeuron();
        int end = population.endNeuron();
        builder.population(
                population.name(),
                population.model(),
                Positions.of(
                        dimensions, Arrays.copyOfRange(parameters.position(), first * dimensions, end * dimensions)));
        for (NeuronParameter parameter : NeuronParameter.values()) {
            if (parameter.appliesTo(population.kind())) {
                builder.override(
                        population.name(), parameter, Arrays.copyOfRange(parameter.of(parameters), first, end));
            }
        }
    }
}
