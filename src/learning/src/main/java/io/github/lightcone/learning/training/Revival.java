package io.github.lightcone.learning.training;

import io.github.lightcone.network.Parameters;

/**
 * Revives neurons that were silent for a whole epoch, which no gradient can: all weights onto them are
 * raised by a fixed amount.
 */
final class Revival {

    private final IncomingSynapses incoming;
    private final double step;

    /** Makes a revival; {@code step} is what weights are raised by. */
    Revival(IncomingSynapses incoming, double step) {
        this.incoming = incoming;
        this.step = step;
    }

    /**
     * Revives the silent ones of some neurons.
     *
     * @param neurons candidates
     * @param spikes spikes of every neuron of the network in the epoch
     * @param parameters Modified.
     * @return number of silent neurons
     */
    int revive(int[] neurons, long[] spikes, Parameters parameters) {
        if (step == 0) {
            return 0;
        }
        int revived = 0;
        for (int n : neurons) {
            if (spikes[n] == 0) {
                for (int i = incoming.start(n); i < incoming.start(n + 1); i++) {
                    parameters.weight()[incoming.synapse(i)] += step;
                }
                revived++;
            }
        }
        return revived;
    }

    /** Returns how many of some neurons have a larger weight onto them than before. */
    int raised(int[] neurons, double[] before, Parameters parameters) {
        int raised = 0;
        for (int n : neurons) {
            for (int i = incoming.start(n); i < incoming.start(n + 1); i++) {
                int synapse = incoming.synapse(i);
                if (parameters.weight()[synapse] > before[synapse]) {
                    raised++;
                    break;
                }
            }
        }
        return raised;
    }
}
