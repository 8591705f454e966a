package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;

/** Which arcs of a node count; on an undirected graph all three are the same. */
public enum Links {

    /** Those that leave it. */
    OUT,

    /** Those that reach it. */
    IN,

    /** Both, added. */
    BOTH;

    /** Returns the graph whose rows hold what counts. */
    Graph rows(Graph graph) {
        return switch (this) {
            case OUT -> graph;
            case IN -> graph.reversed();
            case BOTH -> graph.undirected();
        };
    }
}
