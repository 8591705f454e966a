package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.Blocks;
import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.CompactBuilder;
import io.github.lightcone.connectivity.CompactSynapses;
import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.connectivity.RowGenerator;
import io.github.lightcone.connectivity.SynapseParts;
import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.connectivity.Synapses;
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
 *
 * <p>There are two layouts of synapses. {@link #of} keeps weights and delays as doubles, can be updated and
 * is what training needs. {@link #compact(Network) compact} keeps 12 bytes per synapse, rounds weights and
 * total delays to floats and never changes. The simulation is exact for the numbers of either.
 */
public final class CompiledNetwork {

    /** Number of synapses from which all processors take part unless told otherwise. */
    private static final int LARGE = 1 << 20;

    private static final int SYNAPSES_PER_BLOCK = 1 << 14;

    private final Network network;
    private final Population[] populations;
    private final Projection[] projections;
    private final SynapseTable table;
    private final SynapseParts parts;
    private final int threads;
    private double[] totalDelay;
    private double[] newDelay;
    private final double[] membraneRate;
    private final double[] synapticRate;
    private final boolean[] spiking;
    private Parameters parameters;
    private long version;
    private double longestDelay;
    private double meanGap;
    private DelayFactors delayFactors;
    private long delayFactorsVersion = -1;
    private SynapseFactors synapseFactors;
    private long synapseFactorsVersion = -1;
    private long fingerprint;
    private long fingerprintVersion = -1;
    private double sharedMembraneRate;
    private double sharedSynapticRate;

    /**
     * Makes a network whose numbers are still to be taken over.
     *
     * @param table synapses as doubles; null in a compact network
     * @param parts all synapses
     */
    private CompiledNetwork(Network network, SynapseTable table, SynapseParts parts, int threads) {
        this.network = network;
        populations = network.populations().toArray(new Population[0]);
        projections = network.projections().toArray(new Projection[0]);
        this.table = table;
        this.parts = parts;
        this.threads = threads;
        int neurons = network.neuronCount();
        totalDelay = new double[network.synapseCount()];
        newDelay = new double[network.synapseCount()];
        membraneRate = new double[neurons];
        synapticRate = new double[neurons];
        spiking = new boolean[neurons];
        for (Population population : populations) {
            Arrays.fill(spiking, population.firstNeuron(), population.endNeuron(), population.kind() == NeuronKind.LIF);
        }
    }

    /** Compiles a network with the numbers of its description; a large one on all processors. */
    public static CompiledNetwork of(Network network) {
        boolean large = network.synapseCount() >= LARGE;
        return of(network, large ? Runtime.getRuntime().availableProcessors() : 1, Progress.none());
    }

    /**
     * Compiles a network with the numbers of its description.
     *
     * @param threads number of threads that compute delays and sort rows, now and in updates; the result is
     *     the same, bit for bit, for any number
     * @param progress is told how far it has come
     */
    public static CompiledNetwork of(Network network, int threads, Progress progress) {
        ParameterCheck.require(threads >= 1, "threads", threads, "at least 1");
        int size = network.synapseCount();
        int[] source = new int[size];
        int[] target = new int[size];
        for (int s = 0; s < size; s++) {
            source[s] = network.source(s);
            target[s] = network.target(s);
        }
        SynapseTable table = new SynapseTable(network.neuronCount(), source, target);
        SynapseParts whole = SynapseParts.of(table, network.neuronCount(), 1);
        CompiledNetwork compiled = new CompiledNetwork(network, table, whole, threads);
        compiled.takeFirst(network.parameters(), progress);
        return compiled;
    }

    /** Compiles a network into 12 bytes per synapse, in one part and on all processors. */
    public static CompiledNetwork compact(Network network) {
        return compact(network, BuildOptions.defaults());
    }

    /**
     * Compiles a network into 12 bytes per synapse. Only the description of its neurons is kept.
     *
     * @throws IllegalArgumentException if a weight or total delay is beyond the range of floats
     */
    public static CompiledNetwork compact(Network network, BuildOptions options) {
        return compact(network.withoutSynapses(), ExplicitRows.of(network), false, options);
    }

    /**
     * Compiles generated synapses into 12 bytes each, without a description of them.
     *
     * @param neurons describes the neurons; it has no synapses
     * @param rows makes the synapses
     * @param spatial whether the conduction time, distance / conduction speed, is added to all delays
     * @throws IllegalArgumentException if a synapse has a number outside its range; the message names the
     *     source and the value
     * @throws IllegalStateException if the generator gives different rows for one source
     */
    public static CompiledNetwork compact(Network neurons, RowGenerator rows, boolean spatial, BuildOptions options) {
        if (neurons.synapseCount() > 0) {
            throw new IllegalArgumentException("the network has " + neurons.synapseCount()
                    + " synapses, but all are to be generated; pass network.withoutSynapses()");
        }
        Parameters parameters = neurons.parameters();
        boolean[] receives = new boolean[neurons.neuronCount()];
        for (Population population : neurons.populations()) {
            Arrays.fill(
                    receives,
                    population.firstNeuron(),
                    population.endNeuron(),
                    population.kind().hasState());
        }
        CompactBuilder builder = new CompactBuilder(receives, rows);
        if (spatial) {
            builder.throughSpace(parameters.position(), neurons.dimensions(), parameters.conductionSpeed());
        }
        CompiledNetwork compiled = new CompiledNetwork(neurons, null, builder.build(options), options.threads());
        compiled.takeOver(parameters);
        return compiled;
    }

    /**
     * Takes new numbers. Costs little where the order of delays within the rows changes little. On one thread it
     * allocates nothing once it has sorted its longest row; several threads are started anew each time.
     *
     * @param newParameters parameters of this network; copied
     * @throws IllegalArgumentException if a number is outside its range; the former numbers then stay
     * @throws IllegalStateException if the network is compact
     */
    public void update(Parameters newParameters) {
        requireTable("be updated");
        computeDelays(newParameters);
        if (threads == 1) {
            table.update(newParameters.weight(), totalDelay);
        } else {
            table.update(newParameters.weight(), totalDelay, threads, Progress.none());
        }
        parameters.set(newParameters);
        takeOver(parameters);
    }

    private void takeFirst(Parameters firstParameters, Progress progress) {
        computeDelays(firstParameters);
        table.update(firstParameters.weight(), totalDelay, threads, progress);
        takeOver(firstParameters.copy());
    }

    private void takeOver(Parameters newParameters) {
        parameters = newParameters;
        version++;
        computeRates();
        sharedMembraneRate = shared(membraneRate);
        sharedSynapticRate = Double.isNaN(sharedMembraneRate) ? Double.NaN : shared(synapticRate);
        if (Double.isNaN(sharedSynapticRate)) {
            sharedMembraneRate = Double.NaN;
        }
        longestDelay = parts.longestDelay();
        meanGap = parts.meanGap();
    }

    private SynapseTable requireTable(String what) {
        if (table == null) {
            throw new IllegalStateException("a compact network cannot " + what
                    + ": it keeps no synapses as doubles; compile it with CompiledNetwork.of(network)");
        }
        return table;
    }

    private void computeRates() {
        Arrays.fill(membraneRate, Double.NaN);
        Arrays.fill(synapticRate, Double.NaN);
        for (Population population : populations) {
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

    /** Computes all total delays; where a number is outside its range, the former ones stay. */
    private void computeDelays(Parameters from) {
        from.check(network);
        for (Projection projection : projections) {
            if (threads == 1) {
                computeDelays(projection, from, 0, projection.size());
            } else {
                computeDelaysOnThreads(projection, from);
            }
        }
        double[] formerDelay = totalDelay;
        totalDelay = newDelay;
        newDelay = formerDelay;
    }

    private void computeDelaysOnThreads(Projection projection, Parameters from) {
        Blocks.run(
                projection.size(),
                SYNAPSES_PER_BLOCK,
                threads,
                Progress.none(),
                () -> (first, end) -> computeDelays(projection, from, first, end));
    }

    private void computeDelays(Projection projection, Parameters from, int first, int end) {
        int start = projection.firstSynapse();
        for (int s = start + first; s < start + end; s++) {
            newDelay[s] = delay(network, from, projection.spatial(), s);
        }
    }

    /** Returns the total delay of a synapse, ms. */
    static double delay(Network network, Parameters from, boolean spatial, int synapse) {
        double delay = from.delay()[synapse];
        if (spatial) {
            delay += ConductionDelay.distance(
                            from.position(), network.dimensions(), network.source(synapse), network.target(synapse))
                    / from.conductionSpeed();
            if (!Double.isFinite(delay)) {
                ParameterCheck.finite(network.describeSynapse(synapse) + ": distance / conductionSpeed", delay);
            }
        }
        return delay;
    }

    /**
     * Returns the description this was compiled from; {@link #parameters} may be newer than its numbers. That
     * of a compact network has neurons only.
     */
    public Network network() {
        return network;
    }

    /** Returns the numbers in force; not a copy, must not be modified. */
    public Parameters parameters() {
        return parameters;
    }

    /** Returns whether synapses take 12 bytes each and never change. */
    public boolean isCompact() {
        return table == null;
    }

    /** Returns the number of synapses. */
    public long synapseCount() {
        return parts.size();
    }

    /**
     * Returns the synapses in the order of execution, as doubles.
     *
     * @throws IllegalStateException if the network is compact; {@link #rows} then has them
     */
    public SynapseTable synapses() {
        return requireTable("return a table of doubles");
    }

    /**
     * Returns the synapses in the order of execution, in the layout they have.
     *
     * @throws IllegalStateException if the network was compiled in several parts
     */
    public Synapses rows() {
        return parts(1).part(0);
    }

    /** Returns the number of parts a compact network was compiled in; otherwise 1. */
    public int partCount() {
        return parts.count();
    }

    /**
     * Returns the synapses split by target. A compact network has the parts it was compiled in. Otherwise
     * one part is the table itself, and several are copied with each call and do not follow updates.
     *
     * @param count number of parts, at least 1
     * @throws IllegalStateException if a compact network was compiled in another number of parts
     */
    public SynapseParts parts(int count) {
        if (count == parts.count()) {
            return parts;
        }
        if (isCompact()) {
            throw new IllegalStateException("the network was compiled in " + parts.count() + " parts, not in " + count
                    + "; compile it with BuildOptions.withParts(" + count + ")");
        }
        return SynapseParts.of(table, network.neuronCount(), count);
    }

    /**
     * Returns the total delay of a synapse, ms: its own and the conduction time.
     *
     * @throws IllegalStateException if the network is compact
     */
    public double totalDelay(int synapse) {
        requireTable("tell the delay of a synapse by number");
        return totalDelay[synapse];
    }

    /** Returns the memory of the synapses and of what is derived from them, bytes. */
    long synapseBytes() {
        if (isCompact()) {
            return synapseCount() * CompactSynapses.WORDS * Integer.BYTES;
        }
        int doubles = 2 + 2; // in the table; total delays by number, twice
        int ofFactors = (delayFactors == null ? 0 : 2) + (synapseFactors == null ? 0 : 2);
        return synapseCount() * ((doubles + ofFactors) * Double.BYTES + 3 * Integer.BYTES);
    }

    /** Returns the longest total delay, ms; 0 without synapses. */
    public double longestDelay() {
        return longestDelay;
    }

    /** Returns the mean time between neighbouring arrivals of one spike, ms; 0 if no neuron has two synapses. */
    public double meanGap() {
        return meanGap;
    }

    /** Returns 1/tauMem of each neuron, NaN for spike sources; not a copy. */
    public double[] membraneRate() {
        return membraneRate;
    }

    /** Returns 1/tauSyn of each neuron, NaN for spike sources; not a copy. */
    public double[] synapticRate() {
        return synapticRate;
    }

    /** Returns the slot in the table of a synapse that has another slot in a part of it. */
    int slotInTable(Synapses rows, int source, int slot) {
        if (rows == table || !(rows instanceof SynapseTable part)) {
            return slot;
        }
        int synapse = part.synapse()[slot];
        int inTable = table.rowStart(source);
        while (table.synapse()[inTable] != synapse) {
            inTable++;
        }
        return inTable;
    }

    /** Returns a number that changes whenever the numbers in force do. */
    public long version() {
        return version;
    }

    /**
     * Returns the exponentials of the delays for the numbers in force, computed when first asked for.
     *
     * @throws IllegalStateException if the network is compact
     */
    public synchronized DelayFactors delayFactors() {
        requireTable("keep a factor per synapse");
        if (delayFactorsVersion != version) {
            if (delayFactors == null) {
                delayFactors = new DelayFactors(table);
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
                synapseFactors = new SynapseFactors(table.synapse().length, table.sourceCount());
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
