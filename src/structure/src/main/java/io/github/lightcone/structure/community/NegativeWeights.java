package io.github.lightcone.structure.community;

/**
 * What negative weights mean to modularity. Q+ and Q- are the modularities of the graph of positive weights and
 * of the graph of negative ones without their signs; M+ and M- are the total weights of these.
 */
public enum NegativeWeights {

    /** A graph that has any is refused. */
    REFUSED,

    /**
     * {@code Q = (M+ Q+ - M- Q-) / (M+ + M-)}: both signs count by their weight (Gomez, Jensen and Arenas,
     * Physical Review E 80, 2009, 016114).
     */
    GOMEZ,

    /**
     * {@code Q = Q+ - M- / (M+ + M-) Q-}: negative weights count for less where they are few (Rubinov and Sporns,
     * NeuroImage 56, 2011, 2068, their Q*).
     */
    RUBINOV_SPORNS
}
