package io.github.lightcone.network;

import java.util.List;

/**
 * An immutable description of a network: populations, projections, synapses and their parameters.
 *
 * @see NetworkBuilder
 */
public final class Network {

    private final int dimensions;
    private final List<Population> populations;
    private final List<Projection> projections;
    private final int[] source;
    private final int[] target;
    private final Parameters parameters;

    Network(
            int dimensions,
            List<Population> populations,
            List<Projection> projections,
            int[] source,
            int[] target,
            Parameters parameters) {
        this.dimensions = dimensions;
        this.populations = List.copyOf(populations);
        this.projections = List.copyOf(projections);
        this.source = source;
        this.target = target;
        this.parameters = parameters;
        parameters.check(this);
    }

    /**
     * Starts a description.
     *
     * @param dimensions number of dimensions of space, 1 to 64
     */
    public static NetworkBuilder inDimensions(int dimensions) {
        return new NetworkBuilder(dimensions);
    }

    /**
     * Returns the same network with other numbers.
     *
     * @param newParameters copied; must come from a network of the same shape
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Network with(Parameters newParameters) {
        newParameters.check(this);
        return new Network(dimensions, populations, projections, source, target, newParameters.copy());
    }

    /** Returns the same neurons without projections and synapses. */
    public Network withoutSynapses() {
        return new Network(dimensions, populations, List.of(), new int[0], new int[0], parameters.withoutSynapses());
    }

    /** Returns a copy of the numbers of this network. */
    public Parameters parameters() {
        return parameters.copy();
    }

    /** Returns the number of dimensions of space. */
    public int dimensions() {
        return dimensions;
    }

    /** Returns the conduction speed, mm/ms. */
    public double conductionSpeed() {
        return parameters.conductionSpeed();
    }

    /** Returns the populations in the order of their neurons. */
    public List<Population> populations() {
        return populations;
    }

    /**
     * Returns the population of the given name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Population population(String name) {
        for (Population population : populations) {
            if (population.name().equals(name)) {
                return population;
            }
        }
        throw new IllegalArgumentException("no population named '" + name + "'; there are "
                + populations.stream().map(Population::name).toList());
    }

    /** Returns the population a neuron belongs to. */
    public Population populationOf(int neuron) {
        for (Population population : populations) {
            if (population.contains(neuron)) {
                return population;
            }
        }
        throw new IllegalArgumentException("no neuron " + neuron + "; there are " + neuronCount());
    }

    /** Returns the projections in the order of their synapses. */
    public List<Projection> projections() {
        return projections;
    }

    /**
     * Returns the first projection between two populations.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Projection projection(String sourceName, String targetName) {
        for (Projection projection : projections) {
            if (projection.source().name().equals(sourceName)
                    && projection.target().name().equals(targetName)) {
                return projection;
            }
        }
        throw new IllegalArgumentException("no projection " + sourceName + "->" + targetName + "; there are "
                + projections.stream().map(Projection::name).toList());
    }

    /** Returns the number of neurons, spike sources included. */
    public int neuronCount() {
        return parameters.bias().length;
    }

    /** Returns the number of synapses. */
    public int synapseCount() {
        return source.length;
    }

    /** Returns the neuron whose spikes a synapse carries. */
    public int source(int synapse) {
        return source[synapse];
    }

    /** Returns the neuron a synapse acts on. */
    public int target(int synapse) {
        return target[synapse];
    }

    /** Returns a name for messages, such as {@code neuron 7 (hidden 2)}. */
    public String describeNeuron(int neuron) {
        Population population = populationOf(neuron);
        return "neuron " + neuron + " (" + population.name() + " " + (neuron - population.firstNeuron()) + ")";
    }

    /** Returns a name for messages, such as {@code synapse 12 (3 -> 7)}. */
    public String describeSynapse(int synapse) {
        return "synapse " + synapse + " (" + source[synapse] + " -> " + target[synapse] + ")";
    }

    @Override
    public String toString() {
        return neuronCount() + " neurons in " + populations.size() + " populations, " + synapseCount() + " synapses in "
                + projections.size() + " projections, " + dimensions + "-D";
    }
}
