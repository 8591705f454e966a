package io.github.lightcone.structure.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Measures that belong together. They are reported in this order. */
public enum MeasureGroup {
    /** Nodes, edges, density, reciprocity, components. */
    SIZE("size and density"),
    /** Distributions of degrees and strengths. */
    DEGREES("degrees and strengths"),
    /** Clustering coefficients and transitivity. */
    CLUSTERING("clustering"),
    /** Shortest paths, efficiency, diameter. */
    PATHS("paths and efficiency"),
    /** Modularity and the communities that reach it. */
    COMMUNITIES("communities"),
    /** What part nodes play in and between communities. */
    ROLES("roles in communities"),
    /** Whether communities are compact in space; of graphs with positions. */
    SPATIAL("communities in space"),
    /** Small-worldness against random graphs and lattices. */
    SMALL_WORLD("small world"),
    /** Connections among nodes of high degree. */
    RICH_CLUB("rich club"),
    /** Correlations of the degrees and strengths of connected nodes. */
    ASSORTATIVITY("assortativity"),
    /** Entropies of rows of weights and of communicability. */
    ENTROPY("entropy"),
    /** Lengths, delays and what connections cost; of graphs with positions, lengths or delays. */
    WIRING("wiring"),
    /** How much the spike counts of single neurons tell of the class; of runs with data. */
    SELECTIVITY("class selectivity"),
    /** Whether what neurons do goes with where they are; of runs with data and positions. */
    TOPOGRAPHY("function in space"),
    /** Clusters of neurons that do alike, beside communities and clusters in space; of runs with data. */
    FUNCTIONAL_CLUSTERS("functional clusters");

    private final String title;

    MeasureGroup(String title) {
        this.title = title;
    }

    /** Returns whether the group needs responses of neurons to labelled examples, which a graph alone does not have. */
    public boolean needsResponses() {
        return this == SELECTIVITY || this == TOPOGRAPHY || this == FUNCTIONAL_CLUSTERS;
    }

    /** Returns the heading of the group. */
    public String title() {
        return title;
    }

    /** Returns the name by which the group is asked for: lower case, with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the group of a key.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static MeasureGroup of(String key) {
        for (MeasureGroup group : values()) {
            if (group.key().equals(key)) {
                return group;
            }
        }
        throw new IllegalArgumentException("group of measures '" + key + "', must be one of "
                + Arrays.stream(values()).map(MeasureGroup::key).collect(Collectors.joining(", ")));
    }
}
