package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;

/**
 * Pulls a silent output up. It has no gradient of its own, so the gradient of each weight onto it is
 * lowered by a fixed amount for every spike that reached it; if no neuron spiked that is connected to it,
 * the same is done one layer before, and so on towards the inputs.
 *
 * <p>A workspace for one thread.
 */
final class OutputLift {

    private final Network network;
    private final IncomingSynapses incoming;
    private final double strength;
    private final boolean[] seen;
    private final int[] layer;
    private final int[] before;

    /** Makes a lift; {@code strength} is the amount per spike. */
    OutputLift(Network network, IncomingSynapses incoming, double strength) {
        this.network = network;
        this.incoming = incoming;
        this.strength = strength;
        seen = new boolean[network.neuronCount()];
        layer = new int[network.neuronCount()];
        before = new int[network.neuronCount()];
    }

    /**
     * Lifts an output.
     *
     * @param gradients Modified.
     * @return whether there was a spike to lift it by
     */
    boolean lift(int output, Tape tape, Gradients gradients) {
        if (strength == 0) {
            return false;
        }
        Arrays.fill(seen, false);
        seen[output] = true;
        layer[0] = output;
        int size = 1;
        while (size > 0) {
            if (liftLayer(size, tape, gradients.weight())) {
                return true;
            }
            size = stepBack(size);
        }
        return false;
    }

    private boolean liftLayer(int size, Tape tape, double[] weightGradient) {
        boolean lifted = false;
        for (int k = 0; k < size; k++) {
            for (int i = incoming.start(layer[k]); i < incoming.start(layer[k] + 1); i++) {
                int synapse = incoming.synapse(i);
                int spikes = tape.spikeCountOf(network.source(synapse));
                weightGradient[synapse] -= strength * spikes;
                lifted |= spikes > 0;
            }
        }
        return lifted;
    }

    /** Replaces the layer by the neurons before it that were not visited yet, and returns how many. */
    private int stepBack(int size) {
        int found = 0;
        for (int k = 0; k < size; k++) {
            for (int i = incoming.start(layer[k]); i < incoming.start(layer[k] + 1); i++) {
                int source = network.source(incoming.synapse(i));
                if (!seen[source]) {
                    seen[source] = true;
                    before[found++] = source;
                }
            }
        }
        System.arraycopy(before, 0, layer, 0, found);
        return found;
    }
}
