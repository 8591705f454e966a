package io.github.lightcone.connectivity;

import java.util.random.RandomGenerator;

/** A distribution that weights or delays of generated synapses are drawn from; it may depend on the source. */
@FunctionalInterface
public interface RowDistribution {

    /**
     * Draws one value.
     *
     * @param source number of the neuron the synapse comes from
     * @param random randomness of this source's row
     */
    double sample(int source, RandomGenerator random);

    /** Always the same value; leaves the random generator alone. */
    static RowDistribution constant(double value) {
        return (source, random) -> value;
    }
}
