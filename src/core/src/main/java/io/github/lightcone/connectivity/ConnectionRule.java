package io.github.lightcone.connectivity;

import io.github.lightcone.space.Positions;
import java.util.random.RandomGenerator;

/** A rule that decides which neurons of a source population connect to which of a target population. */
@FunctionalInterface
public interface ConnectionRule {

    /**
     * Passes every connected pair to {@code pairs}; a pair passed twice makes two synapses.
     *
     * @param source positions of the source population
     * @param target positions of the target population
     * @param samePopulation whether both are the same population
     * @param random source of randomness; a rule without chance leaves it alone
     * @param pairs receives the index of the source and of the target within their populations
     */
    void connect(
            Positions source, Positions target, boolean samePopulation, RandomGenerator random, PairConsumer pairs);

    /** Receives one pair at a time. */
    @FunctionalInterface
    interface PairConsumer {
        /** Accepts the pair (index within the source population, index within the target population). */
        void accept(int source, int target);
    }
}
