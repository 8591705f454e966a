package io.github.lightcone.learning.rewire;

import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.random.SeededRandom;

/** How it is decided during a training which synapses are pruned. Immutable. */
public interface MaskRule {

    /**
     * Starts a training with a mask.
     *
     * @param network what is trained
     * @param mask with nothing pruned yet; set here for the first step, with the parameters of the network as they are
     * @param random a stream of numbers of its own; saved and restored by the caller
     * @throws IllegalArgumentException if the network is none for this rule
     */
    Masking start(TrainableNetwork network, SynapseMask mask, SeededRandom random);
}
