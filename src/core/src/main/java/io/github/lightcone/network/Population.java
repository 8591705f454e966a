package io.github.lightcone.network;

import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;

/**
 * A named group of neurons of one model.
 *
 * @param name unique within the network
 * @param model the model and the parameters that hold where no neuron overrides them
 * @param firstNeuron number of its first neuron in the network
 * @param size number of neurons, at least 1
 */
public record Population(String name, NeuronModel model, int firstNeuron, int size) {

    /** Returns the kind of its neurons. */
    public NeuronKind kind() {
        return model.kind();
    }

    /** Returns one past the number of its last neuron. */
    public int endNeuron() {
        return firstNeuron + size;
    }

    /** Returns its neurons. */
    public NeuronRange neurons() {
        return new NeuronRange(firstNeuron, endNeuron());
    }

    /** Returns whether a neuron of the network belongs to it. */
    public boolean contains(int neuron) {
        return neuron >= firstNeuron && neuron < firstNeuron + size;
    }
}
