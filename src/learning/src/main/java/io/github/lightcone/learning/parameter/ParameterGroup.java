package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Parameters;
import java.util.Arrays;
import java.util.List;

/** A kind of number that can be learned. */
public enum ParameterGroup {
    /** The weight of each synapse. */
    WEIGHTS("weights"),
    /** The own delay of each synapse, ms, at least 0; beside a conduction delay it is an offset. */
    DELAYS("delays"),
    /** The coordinates of each neuron, mm. */
    POSITIONS("positions"),
    /** The conduction speed, mm/ms, at least {@value #LEAST_POSITIVE}. */
    SPEED("speed"),
    /** The constant drive of each neuron. */
    BIAS("bias"),
    /** The threshold of each spiking neuron, at least {@value #LEAST_GAP} above reset and initial voltage. */
    THRESHOLD("threshold"),
    /** The membrane time constant of each neuron, ms, at least {@value #LEAST_POSITIVE}. */
    TAU_MEM("tauMem"),
    /** The synaptic time constant of each neuron, ms, at least {@value #LEAST_POSITIVE}. */
    TAU_SYN("tauSyn");

    private static final double LEAST_POSITIVE = 1e-3;
    private static final double LEAST_GAP = 1e-3;

    private final String label;

    ParameterGroup(String label) {
        this.label = label;
    }

    /** Returns the name used in settings and messages, such as {@code positions}. */
    public String label() {
        return label;
    }

    /**
     * Returns the group of the given name.
     *
     * @throws IllegalArgumentException naming what there is
     */
    public static ParameterGroup named(String label) {
        for (ParameterGroup group : values()) {
            if (group.label.equals(label)) {
                return group;
            }
        }
        List<String> labels = Arrays.stream(values()).map(ParameterGroup::label).toList();
        throw new IllegalArgumentException("nothing to learn is called '" + label + "'; there are " + labels);
    }

    /** Returns the numbers of this group, not a copy unless it is a single number. */
    public double[] of(Parameters parameters) {
        return switch (this) {
            case WEIGHTS -> parameters.weight();
            case DELAYS -> parameters.delay();
            case POSITIONS -> parameters.position();
            case SPEED -> new double[] {parameters.conductionSpeed()};
            case BIAS -> parameters.bias();
            case THRESHOLD -> parameters.vThreshold();
            case TAU_MEM -> parameters.tauMem();
            case TAU_SYN -> parameters.tauSyn();
        };
    }

    /** Returns the gradient of this group, not a copy unless it is a single number. */
    public double[] of(Gradients gradients) {
        return switch (this) {
            case WEIGHTS -> gradients.weight();
            case DELAYS -> gradients.delay();
            case POSITIONS -> gradients.position();
            case SPEED -> new double[] {gradients.conductionSpeed()};
            case BIAS -> gradients.bias();
            case THRESHOLD -> gradients.vThreshold();
            case TAU_MEM -> gradients.tauMem();
            case TAU_SYN -> gradients.tauSyn();
        };
    }

    /** Returns whether there is one number for each neuron that has a state. */
    boolean isOfNeurons() {
        return this == BIAS || this == THRESHOLD || this == TAU_MEM || this == TAU_SYN;
    }

    /** Returns the least allowed value of element {@code i}. */
    double leastAllowed(Parameters parameters, int i) {
        return switch (this) {
            case WEIGHTS, POSITIONS, BIAS -> Double.NEGATIVE_INFINITY;
            case DELAYS -> 0;
            case SPEED, TAU_MEM, TAU_SYN -> LEAST_POSITIVE;
            case THRESHOLD -> Math.max(parameters.vReset()[i], parameters.vInitial()[i]) + LEAST_GAP;
        };
    }
}
