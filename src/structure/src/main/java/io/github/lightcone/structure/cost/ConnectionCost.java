package io.github.lightcone.structure.cost;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;

/** A cost of the weights and the positions of a network. */
public interface ConnectionCost {

    /**
     * Returns the cost.
     *
     * @param network tells populations and projections
     * @param parameters its weights and positions, which may have moved from those of the network
     */
    double value(Network network, Parameters parameters);

    /**
     * Adds the derivatives of the cost with respect to weights, and with respect to positions at fixed delays.
     *
     * @param gradients Modified.
     */
    void addGradient(Network network, Parameters parameters, Gradients gradients);
}
