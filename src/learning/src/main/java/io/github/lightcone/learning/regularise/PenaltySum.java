package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;

/** Two penalties as one. */
record PenaltySum(ParameterPenalty first, ParameterPenalty second) implements ParameterPenalty {

    @Override
    public double value(Network network, Parameters parameters) {
        return first.value(network, parameters) + second.value(network, parameters);
    }

    @Override
    public void addGradient(Network network, Parameters parameters, Gradients gradients) {
        first.addGradient(network, parameters, gradients);
        second.addGradient(network, parameters, gradients);
    }
}
