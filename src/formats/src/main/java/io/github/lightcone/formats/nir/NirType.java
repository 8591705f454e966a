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
    INPUT("Input", "shape", ""),
    /** Where something goes out. */
    OUTPUT("Output", "shape", ""),
    /** y = W x, one row per output. */
    LINEAR("Linear", "weight", ""),
    /** y = W x + b. */
    AFFINE("Affine", "weight bias", ""),
    /** y = s x, element by element. */
    SCALE("Scale", "scale", ""),
    /** y(t) = x(t - delay), element by element. */
    DELAY("Delay", "delay", ""),
    /** tau v' = v_leak - v + r I. */
    LI("LI", "tau r v_leak", ""),
    /** LI that spikes at v_threshold and is set to v_reset. */
    LIF("LIF", "tau r v_leak v_threshold", "v_reset"),
    /** tau_syn I' = -I + w_in S; tau_mem v' = v_leak - v + r I. */
    CUBA_LI("CubaLI", "tau_syn tau_mem r v_leak", "w_in"),
    /** CubaLI that spikes at v_threshold and is set to v_reset. */
    CUBA_LIF("CubaLIF", "tau_syn tau_mem r v_leak v_threshold", "v_reset w_in");

    /** What a graph within a graph is called. */
    static final String GRAPH = "NIRGraph";

    private final String label;
    private final String required;
    private final String optional;

    NirType(String label, String required, String optional) {
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
        return names(required);
    }

    /** Returns the parameters that a node may leave out: {@code v_reset}, then 0, and {@code w_in}, then 1. */
    public List<String> optional() {
        return names(optional);
    }

    private static List<String> names(String separated) {
        return separated.isEmpty() ? List.of() : List.of(separated.split(" ", -1));
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
