package io.github.lightcone.network;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import io.github.lightcone.connectivity.ConnectionRule;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Collects populations and projections and makes a {@link Network} of them.
 *
 * <pre>{@code
 * Network network = Network.inDimensions(2)
 *         .conductionSpeed(0.3)
 *         .population("input", new SpikeSource(), Positions.of(2, 0, 0))
 *         .population("cell", Lif.of(20, 5), Positions.of(2, 0.3, 0.4))
 *         .connect("input", "cell", ConnectionRules.allToAll(), Distribution.constant(2), Delays.spatial(), random)
 *         .build();
 * }</pre>
 */
public final class NetworkBuilder {

    private final int dimensions;
    private final List<PopulationDraft> drafts = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private final IntArrayList source = new IntArrayList();
    private final IntArrayList target = new IntArrayList();
    private final DoubleArrayList weight = new DoubleArrayList();
    private final DoubleArrayList delay = new DoubleArrayList();
    private int neuronCount;
    private double conductionSpeed = 1;

    /** A population with what is not part of its finished description. */
    private record PopulationDraft(
            Population population, Positions positions, Map<NeuronParameter, double[]> overrides) {}

    NetworkBuilder(int dimensions) {
        Positions.checkDimensions(dimensions);
        this.dimensions = dimensions;
    }

    /** Sets the conduction speed, mm/ms, above 0; 1 unless set. */
    public NetworkBuilder conductionSpeed(double speed) {
        ParameterCheck.positive("conductionSpeed", speed);
        conductionSpeed = speed;
        return this;
    }

    /** Adds a population with all neurons at the origin. */
    public NetworkBuilder population(String name, NeuronModel model, int size) {
        return population(name, model, Positions.origin(size, dimensions));
    }

    /**
     * Adds a population.
     *
     * @param name unique, not blank
     * @param model model and parameters of its neurons
     * @param positions one point per neuron, at least one
     */
    public NetworkBuilder population(String name, NeuronModel model, Positions positions) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a population needs a name");
        }
        if (drafts.stream().anyMatch(draft -> draft.population.name().equals(name))) {
            throw new IllegalArgumentException("population '" + name + "' exists already");
        }
        if (positions.dimensions() != dimensions) {
            throw new IllegalArgumentException("population '" + name + "' has positions in " + positions.dimensions()
                    + " dimensions, the network has " + dimensions);
        }
        if (positions.size() == 0) {
            throw new IllegalArgumentException("population '" + name + "' has no neurons");
        }
        Population population = new Population(name, model, neuronCount, positions.size());
        neuronCount = Math.addExact(neuronCount, positions.size());
        drafts.add(new PopulationDraft(population, positions, new EnumMap<>(NeuronParameter.class)));
        return this;
    }

    /**
     * Gives each neuron of a population its own value of a parameter.
     *
     * @param populationName a population added before
     * @param parameter a parameter its model has
     * @param values one value per neuron; copied
     */
    public NetworkBuilder override(String populationName, NeuronParameter parameter, double... values) {
        PopulationDraft draft = draft(populationName);
        if (!parameter.appliesTo(draft.population.kind())) {
            throw new IllegalArgumentException("population '" + populationName + "': "
                    + draft.population.kind().label() + " has no parameter " + parameter.label());
        }
        if (values.length != draft.population.size()) {
            throw new IllegalArgumentException("population '" + populationName + "': " + values.length + " values of "
                    + parameter.label() + " for " + draft.population.size() + " neurons");
        }
        draft.overrides.put(parameter, values.clone());
        return this;
    }

    /**
     * Connects two populations by a rule.
     *
     * @param sourceName population the spikes come from
     * @param targetName population they act on; it must have state
     * @param rule which pairs connect
     * @param weights weight of each synapse
     * @param delays delay of each synapse
     * @param random randomness for rule, weights and delays; drawn from in this order: all pairs, then
     *     per synapse its weight and its delay
     */
    public NetworkBuilder connect(
            String sourceName,
            String targetName,
            ConnectionRule rule,
            Distribution weights,
            Delays delays,
            RandomGenerator random) {
        PopulationDraft from = draft(sourceName);
        PopulationDraft to = draft(targetName);
        int first = openProjection(to.population);
        try {
            rule.connect(from.positions, to.positions, from.equals(to), random, (i, j) -> {
                checkIndex(from.population, i, source.size() - first);
                checkIndex(to.population, j, source.size() - first);
                source.add(from.population.firstNeuron() + i);
                target.add(to.population.firstNeuron() + j);
            });
            for (int s = first; s < source.size(); s++) {
                weight.add(weights.sample(random));
                delay.add(delays.own().sample(random));
            }
        } catch (RuntimeException e) {
            dropSynapses(first);
            throw e;
        }
        return closeProjection(from.population, to.population, delays.throughSpace(), first);
    }

    /**
     * Connects two populations by a list of synapses.
     *
     * @param sourceName population the spikes come from
     * @param targetName population they act on
     * @param spatial whether the conduction time is part of the delays
     * @param sources index of each synapse's source within its population
     * @param targets index of each synapse's target within its population
     * @param weights weight of each synapse
     * @param delays own delay of each synapse, ms; null for 0
     */
    public NetworkBuilder synapses(
            String sourceName,
            String targetName,
            boolean spatial,
            int[] sources,
            int[] targets,
            double[] weights,
            double[] delays) {
        Population from = draft(sourceName).population;
        Population to = draft(targetName).population;
        if (targets.length != sources.length
                || weights.length != sources.length
                || (delays != null && delays.length != sources.length)) {
            throw new IllegalArgumentException(
                    "synapses " + sourceName + "->" + targetName + ": arrays of different lengths");
        }
        int first = openProjection(to);
        for (int k = 0; k < sources.length; k++) {
            checkIndex(from, sources[k], k);
            checkIndex(to, targets[k], k);
        }
        for (int k = 0; k < sources.length; k++) {
            source.add(from.firstNeuron() + sources[k]);
            target.add(to.firstNeuron() + targets[k]);
            weight.add(weights[k]);
            delay.add(delays == null ? 0 : delays[k]);
        }
        return closeProjection(from, to, spatial, first);
    }

    private static void checkIndex(Population population, int index, int synapse) {
        if (index < 0 || index >= population.size()) {
            throw new IllegalArgumentException("synapse " + synapse + " of the projection names neuron " + index
                    + " of population '" + population.name() + "', which has " + population.size());
        }
    }

    private int openProjection(Population to) {
        if (!to.kind().hasState()) {
            throw new IllegalArgumentException("population '" + to.name() + "' cannot receive synapses, it is a "
                    + to.kind().label());
        }
        return source.size();
    }

    private NetworkBuilder closeProjection(Population from, Population to, boolean spatial, int first) {
        projections.add(new Projection(from, to, spatial, first, source.size() - first));
        return this;
    }

    private void dropSynapses(int first) {
        source.resize(first);
        target.resize(first);
        weight.resize(first);
        delay.resize(first);
    }

    private PopulationDraft draft(String name) {
        for (PopulationDraft draft : drafts) {
            if (draft.population.name().equals(name)) {
                return draft;
            }
        }
        throw new IllegalArgumentException("no population named '" + name + "'; there are "
                + drafts.stream().map(draft -> draft.population.name()).toList());
    }

    /**
     * Makes the network.
     *
     * @throws IllegalArgumentException if a number is outside its range; the message names the neuron or
     *     synapse, the parameter, the value and what is allowed
     */
    public Network build() {
        Parameters parameters = new Parameters(neuronCount, source.size(), dimensions);
        parameters.conductionSpeed(conductionSpeed);
        for (PopulationDraft draft : drafts) {
            fill(draft, parameters);
        }
        System.arraycopy(weight.buffer, 0, parameters.weight(), 0, weight.size());
        System.arraycopy(delay.buffer, 0, parameters.delay(), 0, delay.size());
        List<Population> populations =
                drafts.stream().map(PopulationDraft::population).toList();
        return new Network(dimensions, populations, projections, source.toArray(), target.toArray(), parameters);
    }

    private void fill(PopulationDraft draft, Parameters parameters) {
        Population population = draft.population;
        int first = population.firstNeuron();
        double[] coordinates = draft.positions.toArray();
        System.arraycopy(coordinates, 0, parameters.position(), first * dimensions, coordinates.length);
        for (NeuronParameter parameter : NeuronParameter.values()) {
            double[] values = parameter.of(parameters);
            Arrays.fill(values, first, population.endNeuron(), parameter.of(population.model()));
            double[] override = draft.overrides.get(parameter);
            if (override != null) {
                System.arraycopy(override, 0, values, first, override.length);
            }
        }
    }
}
