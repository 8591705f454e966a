package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Parameters;

/**
 * Numbers that are learned together, and how parameters of a network follow from them. They have values of
 * their own: what follows from them is written by {@link #scatter}, and the chain rule back is {@link
 * #gather}.
 */
public interface Learnable {

    /** Returns a name for messages and files, such as {@code weights input->hidden}. */
    String name();

    /** Returns the numbers themselves; whoever changes them calls {@link #scatter} next. */
    double[] values();

    /** Returns the range of each number. */
    Bounds bounds();

    /** Returns whether its gradient needs those of time constants, which adjoints compute only if asked. */
    default boolean needsTimeConstants() {
        return false;
    }

    /** Returns whether its gradient needs those of delays or the conduction speed. */
    default boolean needsDelays() {
        return true;
    }

    /** Returns whether its gradient needs those of positions, and of delays where these follow from positions. */
    default boolean needsPositions() {
        return true;
    }

    /**
     * Writes the parameters that follow from the values.
     *
     * @param parameters Modified.
     */
    void scatter(Parameters parameters);

    /**
     * Takes the values from parameters that were changed themselves, where each is one parameter or the same
     * for several; where parameters are derived from more than the values, does nothing.
     */
    void collect(Parameters parameters);

    /**
     * Sets the gradient of the values from that of the parameters.
     *
     * @param parameters where the gradient was taken
     * @param gradients gradient of the parameters
     * @param gradient one number for each value. Modified.
     */
    void gather(Parameters parameters, Gradients gradients, double[] gradient);
}
