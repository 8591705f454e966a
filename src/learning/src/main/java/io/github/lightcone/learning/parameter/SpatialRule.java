package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Parameters;

/**
 * Parameters of synapses that follow from the positions of neurons, beside the conduction delays that the
 * network itself knows.
 */
public interface SpatialRule {

    /** Returns a name for messages, such as {@code weights from positions input->hidden}. */
    String name();

    /** Returns the numbers of the rule itself, which may be learned. */
    Learnable numbers();

    /** Returns whether it needs the gradients of delays. */
    boolean needsDelays();

    /**
     * Writes the parameters that follow from positions and numbers.
     *
     * @param parameters with positions up to date. Modified.
     * @throws ArithmeticException naming the synapse for which nothing finite follows
     */
    void derive(Parameters parameters);

    /**
     * Adds to the gradient of positions what follows from that of the derived parameters.
     *
     * @param parameters where the gradient was taken
     * @param gradients Modified.
     */
    void chain(Parameters parameters, Gradients gradients);
}
