package io.github.lightcone.learning.rewire;

import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.network.Parameters;

/** Decides which synapses go. */
@FunctionalInterface
public interface SynapseChooser {

    /**
     * Chooses.
     *
     * @param parameters with weights as they would be without a mask; not to be changed
     * @param density share of synapses that stay, 0 to 1
     * @param mask Modified: all bits are set anew.
     */
    void choose(Parameters parameters, double density, SynapseMask mask);
}
