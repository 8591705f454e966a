package io.github.lightcone.adjoint;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A network with its neurons in another order within their populations; synapses keep their numbers. */
final class Permutation {

    private Permutation() {}

    /** Returns the new number of each neuron. */
    static int[] withinPopulations(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] image = new int[network.neuronCount()];
        for (Population population : network.populations()) {
            for (int k = 0; k < population.size(); k++) {
                int j = random.nextInt(k + 1);
                image[population.firstNeuron() + k] = image[population.firstNeuron() + j];
                image[population.firstNeuron() + j] = population.firstNeuron() + k;
            }
        }
        return image;
    }

    static Network of(Network network, int[] image) {
        int d = network.dimensions();
        Parameters parameters = network.parameters();
        var builder = Network.inDimensions(d).conductionSpeed(network.conductionSpeed());
        for (Population population : network.populations()) {
            int first = population.firstNeuron();
            double[] position = new double[d * population.size()];
            for (int n = first; n < population.endNeuron(); n++) {
                System.arraycopy(parameters.position(), d * n, position, d * (image[n] - first), d);
            }
            builder.population(population.name(), population.model(), Positions.of(d, position));
            for (NeuronParameter parameter : NeuronParameter.values()) {
                if (parameter.appliesTo(population.kind())) {
                    double[] values = new double[population.size()];
                    for (int n = first; n < population.endNeuron(); n++) {
                        values[image[n] - first] = parameter.of(parameters)[n];
                    }
                    builder.override(population.name(), parameter, values);
                }
            }
        }
        for (Projection projection : network.projections()) {
            int[] source = new int[projection.size()];
            int[] target = new int[projection.size()];
            for (int k = 0; k < projection.size(); k++) {
                int synapse = projection.firstSynapse() + k;
                source[k] = image[network.source(synapse)] - projection.source().firstNeuron();
                target[k] = image[network.target(synapse)] - projection.target().firstNeuron();
            }
            builder.synapses(
                    projection.source().name(),
                    projection.target().name(),
                    projection.spatial(),
                    source,
                    target,
                    Arrays.copyOfRange(parameters.weight(), projection.firstSynapse(), projection.endSynapse()),
                    Arrays.copyOfRange(parameters.delay(), projection.firstSynapse(), projection.endSynapse()));
        }
        return builder.build();
    }
}
