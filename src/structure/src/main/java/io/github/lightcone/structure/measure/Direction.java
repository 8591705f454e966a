package io.github.lightcone.structure.measure;

import java.util.Locale;

/** Which arcs of a node count. In an undirected graph all three are the same. */
public enum Direction {
    /** Arcs that leave the node. */
    OUT,
    /** Arcs that reach the node. */
    IN,
    /** Both; a self-loop of a directed graph counts twice. */
    TOTAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
