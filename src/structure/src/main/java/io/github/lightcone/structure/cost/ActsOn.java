package io.github.lightcone.structure.cost;

/** What the gradient of a cost of connections may move. */
public enum ActsOn {
    /** Weights only: positions feel nothing of the cost. */
    WEIGHTS,
    /** Positions only. */
    POSITIONS,
    /** Weights and positions: the full gradient. */
    BOTH;

    boolean weights() {
        return this != POSITIONS;
    }

    boolean positions() {
        return this != WEIGHTS;
    }
}
