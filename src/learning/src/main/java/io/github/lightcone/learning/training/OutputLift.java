package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.Tape;
import java.util.Arrays;
import java.util.Optional;

/**
 * Pulls a silent output up. It has no gradient of its own, so the gradient of each weight onto it is
 * lowered by a fixed amount for every spike that reached it; if no neuron spiked that is connected to it,
 * the same is done one layer before, and so on towards the inputs. Pruned synapses connect nothing.
 *
 * <p>A workspace for one thread.
 */
final class OutputLift {

    private final Network network;
    private final IncomingSynapses incoming;
    private final SynapseMask mask;
    private final double strength;
    private final boolean[] seen;
    private final int[] layer;
    private final int[] before;

    /** Makes a lift of a network without a mask; {@code strength} is the amount per spike. */
    OutputLift(Network network, IncomingSynapses incoming, double strength) {
        this(network, incoming, Optional.empty(), strength);
    }

    /** Makes a lift; the mask may change later, though not while a lift is at work. */
    OutputLift(Network network, IncomingSynapses incoming, Optional<SynapseMask> mask, double strength) {
        this.network = network;
        this.incoming = incoming;
        this.mask = mask.orElse(null);
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
                if (isPruned(synapse)) {
                    continue;
                }
                int spikes = tape.spikeCountOf(network.source(synapse));
                weightGradient[synapse] -= strength * spikes;
                lifted |= spikes > 0;
            }
        }
        return lifted;
    }

    private boolean isPruned(int synapse) {
        return mask != null && mask.isPruned(synapse);
    }

    /** Replaces the layer by the neurons before it that were not visited yet, and returns how many. */
    private int stepBack(int size) {
        int found = 0;
        for (int k = 0; k < size; k++) {
            for (int i = incoming.start(layer[k]); i < incoming.start(layer[k] + 1); i++) {
                int source = network.source(incoming.synapse(i));
                if (!seen[source] && !isPruned(incoming.synapse(i))) {
                    seen[source] = true;
                    before[found++] = source;
                }
            }
        }
        System.arraycopy(before, 0, layer, 0, found);
        return found;
    }
}
