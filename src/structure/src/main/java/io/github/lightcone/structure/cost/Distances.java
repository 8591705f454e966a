package io.github.lightcone.structure.cost;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.space.ConductionDelay;

/** Distances between the ends of synapses, and what their derivatives pass on to positions. */
final class Distances {

    private Distances() {}

    /** Returns the distance, mm, between the ends of a synapse. */
    static double of(Network network, Parameters parameters, int synapse) {
        return ConductionDelay.distance(
                parameters.position(), network.dimensions(), network.source(synapse), network.target(synapse));
    }

    /** Adds to the gradient of positions what follows from the derivative with respect to one distance. */
    static void addGradient(
            Network network, Parameters parameters, int n, int m, double ofDistance, Gradients gradients) {
        ConductionDelay.addGradient(
                parameters.position(), network.dimensions(), n, m, 1, ofDistance, gradients.position());
    }
}
