package io.github.lightcone.learning.rewire;

import io.github.lightcone.learning.optimise.Schedule;

/**
 * The mask of one training and what decides on it. When it is asked, the parameters of the network have the weights
 * that they would have without the mask. It may change weights of synapses that are not pruned afterwards.
 */
public interface Masking {

    /**
     * Decides after a step.
     *
     * @param time when the step was begun
     * @param rate learning rate of weights in this step, the largest if they differ
     */
    void stepEnded(Schedule.Time time, double rate);

    /**
     * Decides after an epoch, when silent neurons have been revived.
     *
     * @param epochs number of epochs done
     */
    void epochEnded(int epochs);

    /**
     * Returns whether the density is the one that the training ends with. A network with more synapses is not compared
     * with those that follow.
     *
     * @param epochs number of epochs done
     */
    boolean isFinal(int epochs);

    /** Returns what it remembers besides mask and random numbers, always as many numbers; a copy. */
    long[] memory();

    /**
     * Goes on from what {@link #memory} returned.
     *
     * @param saved as many numbers
     */
    void restore(long[] saved);
}
