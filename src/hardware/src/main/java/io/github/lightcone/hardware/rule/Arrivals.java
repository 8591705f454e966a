package io.github.lightcone.hardware.rule;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;

/** The synapses of a projection that arrive at one neuron: the least that can have a scale of its own. */
interface Arrivals {

    /**
     * Takes them.
     *
     * @param neuron at which they arrive
     * @param synapses their numbers, at least one
     */
    void take(int neuron, int... synapses);

    /** Goes through all projections, and through their targets in order. O(synapses + projections * targets). */
    static void forEach(Network network, Arrivals taker) {
        for (Projection projection : network.projections()) {
            Population targets = projection.target();
            int[] count = new int[targets.size()];
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                count[network.target(s) - targets.firstNeuron()]++;
            }
            int[][] synapses = new int[targets.size()][];
            for (int s = projection.endSynapse() - 1; s >= projection.firstSynapse(); s--) {
                int k = network.target(s) - targets.firstNeuron();
                synapses[k] = synapses[k] == null ? new int[count[k]] : synapses[k];
                synapses[k][--count[k]] = s;
            }
            for (int k = 0; k < synapses.length; k++) {
                if (synapses[k] != null) {
                    taker.take(targets.firstNeuron() + k, synapses[k]);
                }
            }
        }
    }

    /** Returns some of the numbers of all synapses. */
    static double[] of(double[] numbers, int... synapses) {
        double[] some = new double[synapses.length];
        for (int k = 0; k < some.length; k++) {
            some[k] = numbers[synapses[k]];
        }
        return some;
    }
}
