package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.ConductionDelay;
import java.util.Arrays;

/**
 * A network in the form that is executed: delays computed, rows sorted, rates in place of time
 * constants. Simulators and adjoints on any number of threads may share it, as long as nobody updates
 * it meanwhile.
 */
public final class CompiledNetwork {

    private final Network network;
    private final SynapseTable synapses;
    private double[] totalDelay;
    private double[] newDelay;
    private final double[] membraneRate;
    private final double[] synapticRate;
    private final boolean[] spiking;
    private Parameters parameters;
    private long version;
    private DelayFactors delayFactors;
    private long delayFactorsVersion = -1;
    private SynapseFactors synapseFactors;
    private long synapseFactorsVersion = -1;
    private long fingerprint;
    private long fingerprintVersion = -1;
    private double sharedMembraneRate;
    private double sharedSynapticRate;

    private CompiledNetwork(Network network) {
        this.network = network;
        int neurons = network.neuronCount();
        int size = network.synapseCount();
        int[] source = new int[size];
        int[] target = new int[size];
        for (int s = 0; s < size; s++) {
            source[s] = network.source(s);
            target[s] = network.target(s);
        }
        synapses = new SynapseTable(neurons, source, target);
        totalDelay = new double[size];
        newDelay = new double[size];
        membraneRate = new double[neurons];
        synapticRate = new double[neurons];
        spiking = new boolean[neurons];
        for (Population population : network.populations()) {
            for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                spiking[n] = population.kind() == NeuronKind.LIF;
            }
        }
        update(network.parameters());
    }

    /** Compiles a network with the numbers of its description. */
    public static CompiledNetwork of(Network network) {
        return new CompiledNetwork(network);
    }

    /**
     * Takes new numbers. Costs little where the order of delays within the rows changes little.
     *
     * @param newParameters parameters of this network; copied
     * @throws IllegalArgumentException if a number is outside its range; the former numbers then stay
     */
    public void update(Parameters newParameters) {
        newParameters.check(network);
        for (Projection projection : network.projections()) {
            computeDelays(projection, newParameters);
        }
        double[] formerDelay = totalDelay;
        totalDelay = newDelay;
        newDelay = formerDelay;
        parameters = newParameters.copy();
        version++;
        computeRates();
        sharedMembraneRate = shared(membraneRate);
        sharedSynapticRate = Double.isNaN(sharedMembraneRate) ? Double.NaN : shared(synapticRate);
        if (Double.isNaN(sharedSynapticRate)) {
            sharedMembraneRate = Double.NaN;
        }
        synapses.update(parameters.weight(), totalDelay);
    }

    private void computeRates() {
        Arrays.fill(membraneRate, Double.NaN);
        Arrays.fill(synapticRate, Double.NaN);
        for (Population population : network.populations()) {
            if (population.kind().hasState()) {
                for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
                    membraneRate[n] = 1 / parameters.tauMem()[n];
                    synapticRate[n] = 1 / parameters.tauSyn()[n];
                }
            }
        }
    }

    /** Returns the value that all neurons with state share, or NaN. */
    private static double shared(double[] values) {
        double common = Double.NaN;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                if (!Double.isNaN(common) && value != common) {
                    return Double.NaN;
                }
                common = value;
            }
        }
        return common;
    }

    private void computeDelays(Projection projection, Parameters from) {
        double[] position = from.position();
        double[] own = from.delay();
        double speed = from.conductionSpeed();
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            newDelay[s] = own[s];
            if (projection.spatial()) {
                newDelay[s] +=
                        ConductionDelay.distance(position, network.dimensions(), network.source(s), network.target(s))
                                / speed;
                if (!Double.isFinite(newDelay[s])) {
                    ParameterCheck.finite(network.describeSynapse(s) + ": distance / conductionSpeed", newDelay[s]);
                }
            }
        }
    }

    /** Returns the description this was compiled from; {@link #parameters} may be newer than its numbers. */
    public Network network() {
        return network;
    }

    /** Returns the numbers in force; not a copy, must not be modified. */
    public Parameters parameters() {
        return parameters;
    }

    /** Returns the synapses in the order of execution. */
    public SynapseTable synapses() {
        return synapses;
    }

    /** Returns the total delay of a synapse, ms: its own and the conduction time. */
    public double totalDelay(int synapse) {
        return totalDelay[synapse];
    }

    /** Returns 1/tauMem of each neuron, NaN for spike sources; not a copy. */
    public double[] membraneRate() {
        return membraneRate;
    }

    /** Returns 1/tauSyn of each neuron, NaN for spike sources; not a copy. */
    public double[] synapticRate() {
        return synapticRate;
    }

    /** Returns a number that changes whenever the numbers in force do. */
    long version() {
        return version;
    }

    /** Returns the exponentials of the delays for the numbers in force, computed when first asked for. */
    public synchronized DelayFactors delayFactors() {
        if (delayFactorsVersion != version) {
            if (delayFactors == null) {
                delayFactors = new DelayFactors(synapses.size());
            }
            delayFactors.compute(this);
            delayFactorsVersion = version;
        }
        return delayFactors;
    }

    /** Returns the factors of the synapses for the numbers in force, computed when first asked for. */
    synchronized SynapseFactors synapseFactors() {
        if (synapseFactorsVersion != version) {
            if (synapseFactors == null) {
                synapseFactors = new SynapseFactors(synapses.size(), synapses.sourceCount());
            }
            synapseFactors.compute(this);
            synapseFactorsVersion = version;
        }
        return synapseFactors;
    }

    /** Returns the {@link NetworkFingerprint} of the numbers in force, computed when first asked for. */
    synchronized long fingerprint() {
        if (fingerprintVersion != version) {
            fingerprint = NetworkFingerprint.of(this);
            fingerprintVersion = version;
        }
        return fingerprint;
    }

    /** Returns the first neuron that is no spike source. */
    int firstNeuronWithState() {
        int n = 0;
        while (n < membraneRate.length - 1 && isSource(n)) {
            n++;
        }
        return n;
    }

    /** Returns 1/tauMem if all neurons share both time constants, otherwise NaN. */
    public double sharedMembraneRate() {
        return sharedMembraneRate;
    }

    /** Returns 1/tauSyn if all neurons share both time constants, otherwise NaN. */
    public double sharedSynapticRate() {
        return sharedSynapticRate;
    }

    /** Returns whether a neuron has a threshold. */
    public boolean isSpiking(int neuron) {
        return spiking[neuron];
    }

    /** Returns whether a neuron emits the spikes it is given. */
    public boolean isSource(int neuron) {
        return Double.isNaN(membraneRate[neuron]);
    }
}
