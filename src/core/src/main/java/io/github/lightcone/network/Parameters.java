package io.github.lightcone.network;

import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a network: everything that can be learned, and the rest of the neuron parameters.
 * Mutable: the accessors return the arrays themselves. Gradients have the same shape.
 *
 * <p>Arrays over neurons hold NaN for spike sources; {@code vThreshold} is infinite for leaky
 * integrators, and {@code vReset} and {@code refractory} are NaN for them.
 */
public final class Parameters {

    private final double[] weight;
    private final double[] delay;
    private final double[] position;
    private final double[] tauMem;
    private final double[] tauSyn;
    private final double[] bias;
    private final double[] vThreshold;
    private final double[] vReset;
    private final double[] refractory;
    private final double[] vInitial;
    private double conductionSpeed;

    Parameters(int neurons, int synapses, int dimensions) {
        weight = new double[synapses];
        delay = new double[synapses];
        position = new double[neurons * dimensions];
        tauMem = nan(neurons);
        tauSyn = nan(neurons);
        bias = nan(neurons);
        vThreshold = nan(neurons);
        vReset = nan(neurons);
        refractory = nan(neurons);
        vInitial = nan(neurons);
    }

    private Parameters(Parameters that, double[] weight, double[] delay) {
        this.weight = weight;
        this.delay = delay;
        position = that.position.clone();
        tauMem = that.tauMem.clone();
        tauSyn = that.tauSyn.clone();
        bias = that.bias.clone();
        vThreshold = that.vThreshold.clone();
        vReset = that.vReset.clone();
        refractory = that.refractory.clone();
        vInitial = that.vInitial.clone();
        conductionSpeed = that.conductionSpeed;
    }

    private static double[] nan(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Returns an independent copy. */
    public Parameters copy() {
        return new Parameters(this, weight.clone(), delay.clone());
    }

    /**
     * Takes over the numbers of others.
     *
     * @param that parameters of the same network
     */
    public void set(Parameters that) {
        copy(that.weight, weight);
        copy(that.delay, delay);
        copy(that.position, position);
        copy(that.tauMem, tauMem);
        copy(that.tauSyn, tauSyn);
        copy(that.bias, bias);
        copy(that.vThreshold, vThreshold);
        copy(that.vReset, vReset);
        copy(that.refractory, refractory);
        copy(that.vInitial, vInitial);
        conductionSpeed = that.conductionSpeed;
    }

    private static void copy(double[] from, double[] to) {
        if (from.length != to.length) {
            throw new IllegalArgumentException("parameters of another network");
        }
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /** Returns a copy of all numbers but those of synapses. */
    Parameters withoutSynapses() {
        return new Parameters(this, new double[0], new double[0]);
    }

    /** Returns the weight of each synapse. */
    public double[] weight() {
        return weight;
    }

    /** Returns the own delay of each synapse, ms: the offset to the conduction delay where it is spatial. */
    public double[] delay() {
        return delay;
    }

    /** Returns the coordinates of each neuron, neuron by neuron, mm. */
    public double[] position() {
        return position;
    }

    /** Returns the membrane time constant of each neuron, ms. */
    public double[] tauMem() {
        return tauMem;
    }

    /** Returns the synaptic time constant of each neuron, ms. */
    public double[] tauSyn() {
        return tauSyn;
    }

    /** Returns the constant drive of each neuron. */
    public double[] bias() {
        return bias;
    }

    /** Returns the threshold of each neuron. */
    public double[] vThreshold() {
        return vThreshold;
    }

    /** Returns the reset voltage of each neuron. */
    public double[] vReset() {
        return vReset;
    }

    /** Returns the refractory time of each neuron, ms. */
    public double[] refractory() {
        return refractory;
    }

    /** Returns the initial voltage of each neuron. */
    public double[] vInitial() {
        return vInitial;
    }

    /** Returns the conduction speed, mm/ms. */
    public double conductionSpeed() {
        return conductionSpeed;
    }

    /** Sets the conduction speed, mm/ms. */
    public void conductionSpeed(double newSpeed) {
        conductionSpeed = newSpeed;
    }

    /**
     * Checks that these are numbers of a network, and every one against its allowed range.
     *
     * @throws IllegalArgumentException naming the neuron or synapse, the parameter, its value and what is
     *     allowed
     */
    public void check(Network network) {
        checkShape(network);
        ParameterCheck.positive("conductionSpeed", conductionSpeed);
        for (int i = 0; i < position.length; i++) {
            if (!Double.isFinite(position[i])) {
                int dimensions = network.dimensions();
                ParameterCheck.finite(
                        network.describeNeuron(i / dimensions) + ": coordinate " + i % dimensions, position[i]);
            }
        }
        for (int s = 0; s < weight.length; s++) {
            if (!Double.isFinite(weight[s])) {
                ParameterCheck.finite(network.describeSynapse(s) + ": weight", weight[s]);
            }
            if (!(delay[s] >= 0 && delay[s] < Double.POSITIVE_INFINITY)) {
                ParameterCheck.nonNegative(network.describeSynapse(s) + ": delay", delay[s]);
            }
        }
        List<Population> populations = network.populations();
        for (int p = 0; p < populations.size(); p++) {
            Population population = populations.get(p);
            if (population.kind().hasState()) {
                for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                    checkNeuron(network, population.kind(), n);
                }
            }
        }
    }

    private void checkShape(Network network) {
        int coordinates = network.neuronCount() * network.dimensions();
        if (weight.length != network.synapseCount()
                || bias.length != network.neuronCount()
                || position.length != coordinates) {
            throw new IllegalArgumentException("parameters are for " + weight.length + " synapses, " + bias.length
                    + " neurons and " + position.length + " coordinates, the network has " + network.synapseCount()
                    + ", " + network.neuronCount() + " and " + coordinates);
        }
    }

    private void checkNeuron(Network network, NeuronKind kind, int n) {
        if (isValid(kind, n)) {
            return;
        }
        String place = network.describeNeuron(n) + ": ";
        ParameterCheck.positive(place + "tauMem", tauMem[n]);
        ParameterCheck.positive(place + "tauSyn", tauSyn[n]);
        ParameterCheck.finite(place + "bias", bias[n]);
        ParameterCheck.finite(place + "vInitial", vInitial[n]);
        if (kind == NeuronKind.LIF) {
            ParameterCheck.finite(place + "vThreshold", vThreshold[n]);
            ParameterCheck.finite(place + "vReset", vReset[n]);
            ParameterCheck.nonNegative(place + "refractory", refractory[n]);
            String allowed = "below vThreshold = " + vThreshold[n];
            ParameterCheck.require(vReset[n] < vThreshold[n], place + "vReset", vReset[n], allowed);
            ParameterCheck.require(vInitial[n] < vThreshold[n], place + "vInitial", vInitial[n], allowed);
        }
    }

    private boolean isValid(NeuronKind kind, int n) {
        boolean valid = tauMem[n] > 0
                && tauMem[n] < Double.POSITIVE_INFINITY
                && tauSyn[n] > 0
                && tauSyn[n] < Double.POSITIVE_INFINITY
                && Double.isFinite(bias[n])
                && Double.isFinite(vInitial[n]);
        if (kind != NeuronKind.LIF) {
            return valid;
        }
        return valid
                && Double.isFinite(vReset[n])
                && vThreshold[n] < Double.POSITIVE_INFINITY
                && vReset[n] < vThreshold[n]
                && vInitial[n] < vThreshold[n]
                && refractory[n] >= 0
                && refractory[n] < Double.POSITIVE_INFINITY;
    }
}
