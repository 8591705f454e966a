package io.github.lightcone.cli.structure;

import io.github.lightcone.structure.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What becomes of a graph before it is measured: signs, direction, weak connections, weights, in this order. */
final class GraphOptions {

    /** Whether arcs have a direction. */
    static final class DirectionOptions {
        @Option(names = "--directed", description = "A list of edges is directed (default: undirected).")
        private boolean directed;

        @Option(
                names = "--undirected",
                description = "Measure without directions: the weights of both directions are added.")
        private boolean undirected;
    }

    /** What becomes of signs. */
    static final class SignOptions {
        @Option(
                names = "--absolute",
                description = "Weights without their signs: the default for networks. Files are taken as they are.")
        private boolean absolute;

        @Option(names = "--signed", description = "Weights with their signs; most measures refuse negative ones.")
        private boolean signed;
    }

    /** Which connections are kept. */
    static final class StrengthOptions {
        @Option(names = "--threshold", paramLabel = "W", description = "Keep connections with |weight| of at least W.")
        private Double threshold;

        @Option(
                names = "--density",
                paramLabel = "D",
                description = "Keep the strongest connections, as many as make a density D from 0 to 1; equal ones at"
                        + " the end of these are all kept.")
        private Double density;
    }

    @ArgGroup
    private DirectionOptions direction = new DirectionOptions();

    @ArgGroup
    private SignOptions signs = new SignOptions();

    @ArgGroup
    private StrengthOptions strength = new StrengthOptions();

    @Option(names = "--binary", description = "Measure without weights: every connection counts 1.")
    private boolean binary;

    private final List<String> notes = new ArrayList<>();

    /** Throws unless the numbers are allowed. */
    void check() {
        if (strength.threshold != null && !(strength.threshold >= 0 && strength.threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "--threshold = " + strength.threshold + ", must be finite and at least 0");
        }
        if (strength.density != null && !(strength.density > 0 && strength.density <= 1)) {
            throw new IllegalArgumentException("--density = " + strength.density + ", must be above 0 and at most 1");
        }
    }

    /** Returns whether a list of edges is to be read as directed. */
    boolean directed() {
        return direction.directed;
    }

    /** Returns what was done to the last graph, in words. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Returns the graph that is measured.
     *
     * @param network whether the graph is that of a network, whose signs are dropped unless asked for
     */
    Graph apply(Graph graph, boolean network) {
        notes.clear();
        if (direction.directed && !graph.isDirected()) {
            throw new IllegalArgumentException("--directed: the " + graph + " has no directions");
        }
        Graph result = graph;
        if (signs.absolute || (network && !signs.signed)) {
            notes.add(graph.hasNegativeWeights() ? "weights without their signs, |w|" : "no weight is negative");
            result = result.absolute();
        } else if (graph.hasNegativeWeights()) {
            notes.add("weights with their signs");
        }
        if (direction.undirected && graph.isDirected()) {
            notes.add("directions dropped, weights of both added");
            result = result.undirected();
        }
        result = strongest(result);
        if (binary) {
            notes.add("weights dropped, every connection counts 1");
            result = result.binary();
        }
        return result;
    }

    private Graph strongest(Graph graph) {
        double least;
        if (strength.threshold != null) {
            least = strength.threshold;
        } else if (strength.density != null) {
            least = weakestKept(graph);
        } else {
            return graph;
        }
        Graph kept = graph.withWeightsThat(w -> Math.abs(w) >= least);
        notes.add(String.format(
                Locale.ROOT, "|w| of at least %.6g kept: %d of %d edges", least, kept.edgeCount(), graph.edgeCount()));
        return kept;
    }

    private double weakestKept(Graph graph) {
        double pairs = (double) graph.nodeCount() * (graph.nodeCount() - 1);
        double[] sorted = graph.withoutSelfLoops().absolute().weights();
        Arrays.sort(sorted);
        long wanted = Math.round(strength.density * pairs);
        if (wanted >= sorted.length) {
            return 0;
        }
        return wanted < 1 ? Double.POSITIVE_INFINITY : sorted[(int) (sorted.length - wanted)];
    }
}
