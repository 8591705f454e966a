package io.github.lightcone.neuron;

/**
 * A neuron model with the parameters shared by a population. Individual neurons may override single
 * parameters in the network's description.
 */
public sealed interface NeuronModel permits Lif, LeakyIntegrator, SpikeSource {

    /** Returns what kind of neuron this is. */
    NeuronKind kind();
}
