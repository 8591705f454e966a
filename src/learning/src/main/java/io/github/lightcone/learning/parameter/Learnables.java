package io.github.lightcone.learning.parameter;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import java.util.stream.IntStream;

/** The parameters of a network that can be learned as they are, each for itself or several as one. */
public final class Learnables {

    /** Which parameters of a population or projection are one number. */
    public enum Sharing {
        /** Each is a number of its own. */
        NONE,
        /** Those of all synapses of a source neuron, such as the delay of its axon. */
        BY_SOURCE,
        /** Those of all synapses of a target neuron, such as the delay of its dendrite. */
        BY_TARGET,
        /** All of them. */
        ALL
    }

    private Learnables() {}

    /** Returns a weight for each synapse of a projection. */
    public static Learnable weights(Network network, Projection projection) {
        return ofSynapses(network, projection, ParameterGroup.WEIGHTS, Sharing.NONE);
    }

    /**
     * Returns the delays of a projection: free, axonal ({@link Sharing#BY_SOURCE}), dendritic ({@link
     * Sharing#BY_TARGET}) or one for all. Beside conduction delays they are offsets.
     */
    public static Learnable delays(Network network, Projection projection, Sharing sharing) {
        return ofSynapses(network, projection, ParameterGroup.DELAYS, sharing);
    }

    private static Learnable ofSynapses(Network network, Projection projection, ParameterGroup group, Sharing sharing) {
        int[] synapses = IntStream.range(projection.firstSynapse(), projection.endSynapse())
                .toArray();
        Population shared = sharing == Sharing.BY_SOURCE ? projection.source() : projection.target();
        int[] values = IntStream.of(synapses)
                .map(s -> switch (sharing) {
                    case NONE -> s - projection.firstSynapse();
                    case BY_SOURCE -> network.source(s) - shared.firstNeuron();
                    case BY_TARGET -> network.target(s) - shared.firstNeuron();
                    case ALL -> 0;
                })
                .toArray();
        int count = switch (sharing) {
            case NONE -> synapses.length;
            case BY_SOURCE, BY_TARGET -> shared.size();
            case ALL -> 1;
        };
        return new TiedParameters(
                group.label() + " " + projection.name(), group, synapses, values, count, network.parameters());
    }

    /**
     * Returns the coordinates of a population along some axes.
     *
     * @param axes the axes that are not fixed, from 0, each once
     * @throws IllegalArgumentException naming an axis that there is not, or that is named twice
     */
    public static Learnable positions(Network network, Population population, int... axes) {
        boolean[] named = new boolean[network.dimensions()];
        for (int axis : axes) {
            LayerDistances.checkAxis(network, axis);
            if (named[axis]) {
                throw new IllegalArgumentException("axis " + axis + " is named twice");
            }
            named[axis] = true;
        }
        int[] coordinates = IntStream.range(population.firstNeuron(), population.endNeuron())
                .flatMap(n -> IntStream.of(axes).map(axis -> n * network.dimensions() + axis))
                .toArray();
        return separate(ParameterGroup.POSITIONS.label() + " " + population.name(), network, coordinates);
    }

    private static Learnable separate(String name, Network network, int[] coordinates) {
        int[] values = IntStream.range(0, coordinates.length).toArray();
        return new TiedParameters(
                name, ParameterGroup.POSITIONS, coordinates, values, values.length, network.parameters());
    }

    /**
     * Returns a parameter of the neurons of a population.
     *
     * @param group bias, threshold or a time constant
     * @param shared whether all neurons have the same
     * @throws IllegalArgumentException if the neurons do not have it
     */
    public static Learnable ofNeurons(Network network, Population population, ParameterGroup group, boolean shared) {
        double[] all = group.isOfNeurons() ? group.of(network.parameters()) : new double[0];
        if (!group.isOfNeurons() || !Double.isFinite(all[population.firstNeuron()])) {
            throw new IllegalArgumentException("population '" + population.name() + "' ("
                    + population.kind().label() + ") has no " + group.label() + " of its neurons");
        }
        int[] neurons = IntStream.range(population.firstNeuron(), population.endNeuron())
                .toArray();
        int[] values = IntStream.of(neurons)
                .map(n -> shared ? 0 : n - population.firstNeuron())
                .toArray();
        return new TiedParameters(
                group.label() + " " + population.name(),
                group,
                neurons,
                values,
                shared ? 1 : neurons.length,
                network.parameters());
    }

    /** Returns the conduction speed of the network. */
    public static Learnable speed(Network network) {
        return new TiedParameters(
                ParameterGroup.SPEED.label(),
                ParameterGroup.SPEED,
                new int[] {0},
                new int[] {0},
                1,
                network.parameters());
    }
}
