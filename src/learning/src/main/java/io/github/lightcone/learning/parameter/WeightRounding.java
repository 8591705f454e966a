package io.github.lightcone.learning.parameter;

/**
 * Makes weights those that a device can hold. The same weights become the same, rounded weights stay, and 0 stays 0, so
 * that rounding goes with a {@link SynapseMask}.
 */
@FunctionalInterface
public interface WeightRounding {

    /**
     * Rounds the weights of all synapses of a network.
     *
     * @param weight by synapse. Modified.
     */
    void round(double[] weight);
}
