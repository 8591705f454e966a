package io.github.lightcone.structure.prune;

import java.util.Arrays;
import java.util.List;

/** By what it is decided which synapses go first. */
public enum PruningCriterion {
    /** The longest, by the Euclidean distance of their two neurons. */
    LONGEST("longest"),
    /** Those with the largest total delay, through space or not. */
    SLOWEST("slowest"),
    /** Those whose weight is smallest without its sign. */
    SMALLEST("smallest"),
    /** In an order that is drawn once: the control. What goes at one density has gone at every lower one too. */
    RANDOM("random");

    private final String label;

    PruningCriterion(String label) {
        this.label = label;
    }

    /** Returns the name used in settings and messages, such as {@code longest}. */
    public String label() {
        return label;
    }

    /** Returns the names of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(PruningCriterion::label).toList();
    }

    /**
     * Returns the criterion of the given name.
     *
     * @throws IllegalArgumentException naming what there is
     */
    public static PruningCriterion named(String label) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "synapses cannot be pruned by '" + label + "'; there are " + labels()));
    }
}
