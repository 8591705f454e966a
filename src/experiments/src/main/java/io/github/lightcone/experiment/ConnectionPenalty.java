package io.github.lightcone.experiment;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.learning.regularise.ParameterPenalty;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.structure.cost.ConnectionCost;

/**
 * A cost of connections as a penalty of training.
 *
 * @param cost from the structure module, which does not know training
 */
record ConnectionPenalty(ConnectionCost cost) implements ParameterPenalty {

    @Override
    public double value(Network network, Parameters parameters) {
        return cost.value(network, parameters);
    }

    @Override
    public void addGradient(Network network, Parameters parameters, Gradients gradients) {
        cost.addGradient(network, parameters, gradients);
    }
}
