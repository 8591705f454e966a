package io.github.lightcone.learning.loss;

import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;

/** The check that losses of spikes share. */
final class SpikingOutputs {

    private SpikingOutputs() {}

    /**
     * Throws unless the neurons of a population have a threshold.
     *
     * @param loss what needs them, for the message
     */
    static void check(String loss, Population outputs) {
        if (outputs.kind() != NeuronKind.LIF) {
            throw new IllegalArgumentException(loss + " loss needs spiking outputs; population '" + outputs.name()
                    + "' is a " + outputs.kind().label());
        }
    }
}
