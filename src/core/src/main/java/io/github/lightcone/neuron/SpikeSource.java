package io.github.lightcone.neuron;

/** Emits the spike times it is given for each run. It has a position but no parameters. */
public record SpikeSource() implements NeuronModel {

    @Override
    public NeuronKind kind() {
        return NeuronKind.SPIKE_SOURCE;
    }
}
