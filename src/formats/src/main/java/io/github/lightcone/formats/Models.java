package io.github.lightcone.formats;

import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Neuron models as lists of named parameters. */
final class Models {

    private static final Map<String, NeuronKind> KINDS = kinds();

    private static final NeuronModel LIF_DEFAULTS = Lif.of(1, 1);
    private static final NeuronModel INTEGRATOR_DEFAULTS = LeakyIntegrator.of(1, 1);

    private Models() {}

    private static Map<String, NeuronKind> kinds() {
        Map<String, NeuronKind> kinds = new LinkedHashMap<>();
        for (NeuronKind kind : NeuronKind.values()) {
            kinds.put(kind.label(), kind);
        }
        return kinds;
    }

    /** Returns the names that a file may give to a kind. */
    static Set<String> labels() {
        return KINDS.keySet();
    }

    /** Returns the kind of the given name, null if there is none. */
    static NeuronKind kind(String label) {
        return KINDS.get(label);
    }

    /** Returns the parameters that a kind has. */
    static List<NeuronParameter> parameters(NeuronKind kind) {
        return Arrays.stream(NeuronParameter.values())
                .filter(parameter -> parameter.appliesTo(kind))
                .toList();
    }

    /** Returns whether a file must give the parameter: the time constants, which nobody can guess. */
    static boolean isRequired(NeuronParameter parameter) {
        return parameter == NeuronParameter.TAU_MEM || parameter == NeuronParameter.TAU_SYN;
    }

    /** Returns the value a parameter has if a file does not give it. */
    static double defaultOf(NeuronParameter parameter, NeuronKind kind) {
        return parameter.of(kind == NeuronKind.LIF ? LIF_DEFAULTS : INTEGRATOR_DEFAULTS);
    }

    /** Returns the value of every parameter of a model. */
    static EnumMap<NeuronParameter, Double> values(NeuronModel model) {
        EnumMap<NeuronParameter, Double> values = new EnumMap<>(NeuronParameter.class);
        for (NeuronParameter parameter : parameters(model.kind())) {
            values.put(parameter, parameter.of(model));
        }
        return values;
    }

    /**
     * Returns a model.
     *
     * @param values the value of every parameter that the kind has
     * @throws IllegalArgumentException that names the parameter which is out of its range
     */
    static NeuronModel model(NeuronKind kind, Map<NeuronParameter, Double> values) {
        return switch (kind) {
            case SPIKE_SOURCE -> new SpikeSource();
            case LEAKY_INTEGRATOR ->
                new LeakyIntegrator(
                        values.get(NeuronParameter.TAU_MEM),
                        values.get(NeuronParameter.TAU_SYN),
                        values.get(NeuronParameter.BIAS),
                        values.get(NeuronParameter.V_INITIAL));
            case LIF ->
                new Lif(
                        values.get(NeuronParameter.TAU_MEM),
                        values.get(NeuronParameter.TAU_SYN),
                        values.get(NeuronParameter.V_THRESHOLD),
                        values.get(NeuronParameter.V_RESET),
                        values.get(NeuronParameter.BIAS),
                        values.get(NeuronParameter.REFRACTORY),
                        values.get(NeuronParameter.V_INITIAL));
        };
    }
}
