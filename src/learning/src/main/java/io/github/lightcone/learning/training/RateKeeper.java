package io.github.lightcone.learning.training;

import io.github.lightcone.network.Parameters;
import java.util.Arrays;
import java.util.List;

/** Applies {@link Homeostasis} after each step and counts the spikes of the epoch for whoever asks. */
final class RateKeeper {

    private final Homeostasis[] rules;
    private final IncomingSynapses incoming;
    private final long[] batch;
    private final long[] epoch;

    RateKeeper(List<Homeostasis> rules, IncomingSynapses incoming, int neurons) {
        this.rules = rules.toArray(Homeostasis[]::new);
        this.incoming = incoming;
        batch = new long[neurons];
        epoch = new long[neurons];
    }

    boolean isOn() {
        return rules.length > 0;
    }

    /**
     * Changes weights by the spikes that the workers counted since the last call.
     *
     * @param examples how many runs these spikes are from
     * @param rate rate of the weights in this step
     * @param parameters Modified.
     * @return whether any weight changed
     */
    boolean apply(Team team, int examples, double rate, Parameters parameters) {
        Arrays.fill(batch, 0);
        team.drainSpikes(batch);
        boolean changed = false;
        for (Homeostasis rule : rules) {
            for (int n = rule.neurons().firstNeuron(); n < rule.neurons().endNeuron(); n++) {
                double change = rate * rule.change((double) batch[n] / examples);
                if (change != 0) {
                    raise(n, change, parameters.weight());
                    changed = true;
                }
            }
        }
        for (int n = 0; n < batch.length; n++) {
            epoch[n] += batch[n];
        }
        return changed;
    }

    private void raise(int neuron, double change, double[] weight) {
        for (int i = incoming.start(neuron); i < incoming.start(neuron + 1); i++) {
            weight[incoming.synapse(i)] += change;
        }
    }

    /** Adds the spikes of the epoch to {@code sums}, and forgets them. */
    void drainSpikes(long[] sums) {
        for (int n = 0; n < epoch.length; n++) {
            sums[n] += epoch[n];
        }
        Arrays.fill(epoch, 0);
    }
}
