package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;

/**
 * A cost of the parameters themselves, the same for every example: of weights, of delays, or of what connections
 * cost in space. Parameters may have moved from those of the network, which tells populations and projections.
 */
public interface ParameterPenalty {

    /** Returns the cost. */
    double value(Network network, Parameters parameters);

    /**
     * Adds the derivatives of the cost, before {@link Gradients#toPositions}: with respect to weights, own
     * parameters of neurons, and the total delay of each synapse, from which those of positions and speed follow
     * there.
     *
     * @param factor what they are multiplied by: the number of examples, where gradients are a sum over examples
     *     that the optimiser divides by their number
     * @param gradients Modified.
     */
    void addGradient(Network network, Parameters parameters, double factor, Gradients gradients);

    /**
     * Adds the derivatives of the cost, as they are.
     *
     * @param gradients Modified.
     */
    default void addGradient(Network network, Parameters parameters, Gradients gradients) {
        addGradient(network, parameters, 1, gradients);
    }

    /**
     * Adds the derivatives with respect to positions and speed at fixed delays, after
     * {@link Gradients#toPositions}, which sets those of positions and speed anew. Nothing, unless said
     * otherwise.
     *
     * @param factor what they are multiplied by
     * @param gradients Modified.
     */
    default void addPositionGradient(Network network, Parameters parameters, double factor, Gradients gradients) {}

    /** Returns the sum of this and another. */
    default ParameterPenalty plus(ParameterPenalty other) {
        return new PenaltySum(this, other);
    }
}
