package io.github.lightcone.learning.experiment;

import io.github.lightcone.learning.parameter.ParameterGroup;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where the delays of a network come from. */
public enum DelayMode {
    /** There are none. */
    NONE("none"),
    /** From the positions of neurons: distance / conduction speed. */
    SPATIAL("spatial"),
    /** Each synapse has one of its own, drawn at random. */
    FREE("free");

    private final String label;

    DelayMode(String label) {
        this.label = label;
    }

    /** Returns the name used in settings, such as {@code spatial}. */
    public String label() {
        return label;
    }

    /**
     * Returns the mode of the given name.
     *
     * @throws IllegalArgumentException naming what there is
     */
    public static DelayMode named(String label) {
        for (DelayMode mode : values()) {
            if (mode.label.equals(label)) {
                return mode;
            }
        }
        List<String> labels = Arrays.stream(values()).map(DelayMode::label).toList();
        throw new IllegalArgumentException("no delays are called '" + label + "'; there are " + labels);
    }

    /** Returns what is learned unless something else is asked for. */
    Set<ParameterGroup> learnedByDefault() {
        return switch (this) {
            case NONE -> EnumSet.of(ParameterGroup.WEIGHTS);
            case SPATIAL -> EnumSet.of(ParameterGroup.WEIGHTS, ParameterGroup.POSITIONS);
            case FREE -> EnumSet.of(ParameterGroup.WEIGHTS, ParameterGroup.DELAYS);
        };
    }

    /** Throws if learning a group would change nothing, or turn the mode into another. */
    void checkLearnable(ParameterGroup group) {
        boolean allowed = switch (group) {
            case POSITIONS, SPEED -> this == SPATIAL;
            case DELAYS -> this != NONE;
            case WEIGHTS, BIAS, THRESHOLD, TAU_MEM, TAU_SYN -> true;
        };
        if (!allowed) {
            throw new IllegalArgumentException(
                    group.label() + " cannot be learned in a network with delays '" + label + "'");
        }
    }
}
