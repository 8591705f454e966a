package io.github.lightcone.formats.nir;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The types of nodes that are known, with their parameters. The equations are those of Pedersen et al., Neuromorphic
 * intermediate representation, Nature Communications 15, 8122 (2024); S is a sum of spikes, I a current.
 */
public enum NirType {
    /** Where spikes come in. */
    INPUT("Input", List.of("shape"), List.of()),
    /** Where something goes out. */
    OUTPUT("Output", List.of("shape"), List.of()),
    /** y = W x, one row per output. */
    LINEAR("Linear", List.of("weight"), List.of()),
    /** y = W x + b. */
    AFFINE("Affine", List.of("weight", "bias"), List.of()),
    /** y = s x, element by element. */
    SCALE("Scale", List.of("scale"), List.of()),
    /** y(t) = x(t - delay), element by element. */
    DELAY("Delay", List.of("delay"), List.of()),
    /** tau v' = v_leak - v + r I. */
    LI("LI", List.of("tau", "r", "v_leak"), List.of()),
    /** LI that spikes at v_threshold and is set to v_reset. */
    LIF("LIF", List.of("tau", "r", "v_leak", "v_threshold"), List.of("v_reset")),
    /** tau_syn I' = -I + w_in S; tau_mem v' = v_leak - v + r I. */
    CUBA_LI("CubaLI", List.of("tau_syn", "tau_mem", "r", "v_leak"), List.of("w_in")),
    /** CubaLI that spikes at v_threshold and is set to v_reset. */
    CUBA_LIF("CubaLIF", List.of("tau_syn", "tau_mem", "r", "v_leak", "v_threshold"), List.of("v_reset", "w_in"));

    /** What a graph within a graph is called. */
    static final String GRAPH = "NIRGraph";

    private final String label;
    private final List<String> required;
    private final List<String> optional;

    NirType(String label, List<String> required, List<String> optional) {
        this.label = label;
        this.required = required;
        this.optional = optional;
    }

    /** Returns the name used in files, such as {@code CubaLIF}. */
    public String label() {
        return label;
    }

    /** Returns the parameters that every node of this type has. */
    public List<String> required() {
        return required;
    }

    /** Returns the parameters that a node may leave out: {@code v_reset}, then 0, and {@code w_in}, then 1. */
    public List<String> optional() {
        return optional;
    }

    /** Returns whether it has a voltage. */
    public boolean isNeuron() {
        return spikes() || this == LI || this == CUBA_LI;
    }

    /** Returns whether it is a neuron with a threshold. */
    public boolean spikes() {
        return this == LIF || this == CUBA_LIF;
    }

    /** Returns whether it is a neuron with a synaptic current. */
    public boolean hasSynapse() {
        return this == CUBA_LI || this == CUBA_LIF;
    }

    /** Returns the type of a name, null if there is none. */
    static NirType named(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label.equals(label))
                .findFirst()
                .orElse(null);
    }

    /** Returns all names a node may have as its type. */
    static String allowed() {
        return Arrays.stream(values()).map(NirType::label).collect(Collectors.joining(", ")) + " or " + GRAPH;
    }
}
