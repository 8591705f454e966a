package io.github.lightcone.structure.measure;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;

/** What measures ask of a graph; says which derived graph to pass instead. */
final class Requirement {

    private Requirement() {}

    static void undirected(Graph graph, String measure) {
        if (graph.isDirected()) {
            throw new IllegalArgumentException(
                    measure + ": the " + graph + " must be undirected; pass graph.undirected()");
        }
    }

    static void noSelfLoops(Graph graph, String measure) {
        int loops = graph.selfLoopCount();
        if (loops > 0) {
            throw new IllegalArgumentException(measure + ": the " + graph + " has " + loops
                    + " self-loops, must have none; pass graph.withoutSelfLoops()");
        }
    }

    static void noNegativeWeights(Graph graph, String measure) {
        if (graph.hasNegativeWeights()) {
            throw new IllegalArgumentException(
                    measure + ": the " + graph + " has negative weights, must have none; pass graph.absolute()");
        }
    }

    static void positions(Graph graph, Positions positions) {
        if (positions.size() != graph.nodeCount()) {
            throw new IllegalArgumentException(positions + " for a " + graph + ", must be one per node");
        }
    }

    static void perNode(Graph graph, double[] values, String what) {
        if (values.length != graph.nodeCount()) {
            throw new IllegalArgumentException(
                    values.length + " values of " + what + " for a " + graph + ", must be one per node");
        }
        for (int n = 0; n < values.length; n++) {
            if (!Double.isFinite(values[n])) {
                throw new IllegalArgumentException(what + " of node " + n + " = " + values[n] + ", must be finite");
            }
        }
    }
}
