package io.github.lightcone.cli.gradient;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.NeuronIds;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import java.util.stream.IntStream;

/** The kinds of parameter whose gradients are checked. */
enum ParameterKind {
    WEIGHT("weight"),
    DELAY("delay"),
    POSITION("position"),
    CONDUCTION_SPEED("conductionSpeed"),
    BIAS(NeuronParameter.BIAS),
    V_THRESHOLD(NeuronParameter.V_THRESHOLD),
    V_RESET(NeuronParameter.V_RESET),
    V_INITIAL(NeuronParameter.V_INITIAL),
    TAU_MEM(NeuronParameter.TAU_MEM),
    TAU_SYN(NeuronParameter.TAU_SYN);

    private final String label;
    private final NeuronParameter ofNeuron;

    ParameterKind(String label) {
        this.label = label;
        ofNeuron = null;
    }

    ParameterKind(NeuronParameter ofNeuron) {
        label = ofNeuron.label();
        this.ofNeuron = ofNeuron;
    }

    /** Returns the name used in files and messages. */
    String label() {
        return label;
    }

    /** Returns the indices at which a network has a parameter of this kind. */
    int[] indices(Network network) {
        return switch (this) {
            case WEIGHT, DELAY -> IntStream.range(0, network.synapseCount()).toArray();
            case POSITION ->
                IntStream.range(0, network.neuronCount() * network.dimensions()).toArray();
            case CONDUCTION_SPEED -> new int[] {0};
            default ->
                network.populations().stream()
                        .filter(population -> ofNeuron.appliesTo(population.kind()))
                        .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                        .toArray();
        };
    }

    /** Returns one parameter. */
    double get(Parameters parameters, int index) {
        return this == CONDUCTION_SPEED ? parameters.conductionSpeed() : array(parameters)[index];
    }

    /** Changes one parameter. */
    void set(Parameters parameters, int index, double value) {
        if (this == CONDUCTION_SPEED) {
            parameters.conductionSpeed(value);
        } else {
            array(parameters)[index] = value;
        }
    }

    private double[] array(Parameters parameters) {
        return switch (this) {
            case WEIGHT -> parameters.weight();
            case DELAY -> parameters.delay();
            case POSITION -> parameters.position();
            default -> ofNeuron.of(parameters);
        };
    }

    /** Returns the derivative with respect to one parameter. */
    double get(Gradients gradients, int index) {
        return switch (this) {
            case WEIGHT -> gradients.weight()[index];
            case DELAY -> gradients.delay()[index];
            case POSITION -> gradients.position()[index];
            case CONDUCTION_SPEED -> gradients.conductionSpeed();
            case BIAS -> gradients.bias()[index];
            case V_THRESHOLD -> gradients.vThreshold()[index];
            case V_RESET -> gradients.vReset()[index];
            case V_INITIAL -> gradients.vInitial()[index];
            case TAU_MEM -> gradients.tauMem()[index];
            case TAU_SYN -> gradients.tauSyn()[index];
        };
    }

    /** Returns the least value a parameter may have; it may be checked there from one side only. */
    double least() {
        return this == DELAY ? 0 : Double.NEGATIVE_INFINITY;
    }

    /** Returns a name for messages, with the ids of the network's files. */
    String describe(NetworkFolder folder, int index) {
        Network network = folder.network();
        NeuronIds ids = folder.ids();
        return switch (this) {
            case WEIGHT, DELAY ->
                label + " of synapse " + ids.id(network.source(index)) + " -> " + ids.id(network.target(index))
                        + " (number " + index + ")";
            case POSITION ->
                label + " of neuron " + describe(network, ids, index / network.dimensions()) + ", axis "
                        + index % network.dimensions();
            case CONDUCTION_SPEED -> label;
            default -> label + " of neuron " + describe(network, ids, index);
        };
    }

    private static String describe(Network network, NeuronIds ids, int neuron) {
        Population population = network.populationOf(neuron);
        return ids.id(neuron) + " (" + population.name() + ")";
    }
}
