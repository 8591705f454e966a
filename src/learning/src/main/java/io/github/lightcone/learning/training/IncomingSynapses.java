package io.github.lightcone.learning.training;

import io.github.lightcone.network.Network;

/** The synapses onto each neuron. */
final class IncomingSynapses {

    private final int[] start;
    private final int[] synapse;

    IncomingSynapses(Network network) {
        start = new int[network.neuronCount() + 1];
        synapse = new int[network.synapseCount()];
        for (int s = 0; s < synapse.length; s++) {
            start[network.target(s) + 1]++;
        }
        for (int n = 0; n < network.neuronCount(); n++) {
            start[n + 1] += start[n];
        }
        int[] next = start.clone();
        for (int s = 0; s < synapse.length; s++) {
            synapse[next[network.target(s)]++] = s;
        }
    }

    /** Returns the first index of a neuron; its synapses are at the indices up to that of the next. */
    int start(int neuron) {
        return start[neuron];
    }

    /** Returns the number of the synapse at an index. */
    int synapse(int index) {
        return synapse[index];
    }
}
