package io.github.lightcone.experiment;

import io.github.lightcone.connectivity.ConnectionRule;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.learning.parameter.DistanceKernel;
import io.github.lightcone.learning.parameter.DistanceWeights;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.OwnSpeed;
import io.github.lightcone.learning.parameter.SpatialRule;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * The {@code network} of an experiment. Weights, positions, delays, connections and neurons are drawn from
 * streams of their own, so that experiments of one seed that differ in their delays alone have the same
 * weights.
 */
final class NetworkPart {

    private static final long WEIGHT_STREAM = 11;
    private static final long POSITION_STREAM = 12;
    private static final long DELAY_STREAM = 13;
    private static final long CONNECTION_STREAM = 14;
    private static final long NEURON_STREAM = 15;
    private static final long INHIBITION_STREAM = 16;

    private static final int MOST_NEURONS = 10_000_000;

    /** A projection and what its file says about it. */
    record Link(Projection projection, DelayRule delays, List<SpatialRule> rules) {}

    private final Section section;
    private final int channels;
    private final int classes;
    private final SeededRandom weightRandom;
    private final SeededRandom positionRandom;
    private final SeededRandom delayRandom;
    private final SeededRandom connectionRandom;
    private final SeededRandom neuronRandom;
    private final SeededRandom inhibitionRandom;

    private final Set<String> integrators = new HashSet<>();
    private Network network;
    private final List<Link> links = new ArrayList<>();

    NetworkPart(Section section, long seed, int channels, int classes) {
        this.section = section;
        this.channels = channels;
        this.classes = classes;
        weightRandom = new SeededRandom(seed, WEIGHT_STREAM);
        positionRandom = new SeededRandom(seed, POSITION_STREAM);
        delayRandom = new SeededRandom(seed, DELAY_STREAM);
        connectionRandom = new SeededRandom(seed, CONNECTION_STREAM);
        neuronRandom = new SeededRandom(seed, NEURON_STREAM);
        inhibitionRandom = new SeededRandom(seed, INHIBITION_STREAM);
        build();
    }

    Network network() {
        return network;
    }

    List<Link> links() {
        return links;
    }

    /** Returns the spatial rules of all projections. */
    List<SpatialRule> rules() {
        return links.stream().flatMap(link -> link.rules().stream()).toList();
    }

    private void build() {
        int dimensions = section.integer("dimensions", 1, Positions.MAX_DIMENSIONS);
        NetworkBuilder builder =
                Network.inDimensions(dimensions).conductionSpeed(section.positive("conductionSpeed", 1));
        Section populations = section.section("populations");
        List<String> names = populations.fields();
        if (names.size() < 2) {
            throw section.error("populations", "must be at least two: the inputs first, the outputs last");
        }
        for (int k = 0; k < names.size(); k++) {
            addPopulation(builder, populations.section(names.get(k)), dimensions, k == 0, k == names.size() - 1);
        }
        List<Section> projections = section.sections("projections");
        if (projections.isEmpty()) {
            throw section.error("projections", "must be at least one");
        }
        boolean defaultGiven = section.has("delays");
        DelayRule defaultRule = defaultGiven ? DelayRule.of(section, "delays") : DelayRule.ABSENT;
        List<DelayRule> rules = new ArrayList<>();
        for (Section projection : projections) {
            DelayRule rule = projection.has("delays") ? DelayRule.of(projection, "delays") : defaultRule;
            rules.add(rule);
            connect(builder, projection, rule);
        }
        section.rejectOthers();
        Network drawn = guard(section, builder::build);
        network = guard(section, () -> drawn.with(withSharedDelays(drawn, rules)));
        for (int k = 0; k < rules.size(); k++) {
            Projection projection = network.projections().get(k);
            links.add(new Link(projection, rules.get(k), rulesOf(projections.get(k), projection, rules.get(k))));
            projections.get(k).rejectOthers();
        }
    }

    /** Runs what checks its arguments, and says where in the file they came from. */
    private static <T> T guard(Section place, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw place.error(e);
        }
    }

    private void addPopulation(
            NetworkBuilder builder, Section population, int dimensions, boolean isInput, boolean isLast) {
        int size;
        if (isInput) {
            size = population.integer("size", channels, channels, channels);
        } else {
            size = isLast && !population.has("size") ? classes : population.integer("size", 1, MOST_NEURONS);
        }
        Positions positions = positions(population, size, dimensions);
        if (isInput) {
            builder.population(population.name(), new SpikeSource(), positions);
        } else {
            addNeurons(builder, population, positions);
        }
        population.rejectOthers();
    }

    private void addNeurons(NetworkBuilder builder, Section population, Positions positions) {
        Section neuron = population.section("neuron");
        boolean spiking = neuron.choice("model", List.of("lif", "integrator")).equals("lif");
        NeuronModel model = guard(
                neuron,
                () -> spiking
                        ? Lif.of(tau(neuron, "tauMem"), tau(neuron, "tauSyn"))
                        : LeakyIntegrator.of(tau(neuron, "tauMem"), tau(neuron, "tauSyn")));
        NeuronKind kind = model.kind();
        if (!spiking) {
            integrators.add(population.name());
        }
        builder.population(population.name(), model, positions);
        for (NeuronParameter parameter : NeuronParameter.values()) {
            if (parameter.appliesTo(kind) && neuron.has(parameter.label())) {
                Distribution draw = Draw.of(neuron, parameter.label());
                double[] values = DoubleStream.generate(() -> draw.sample(neuronRandom))
                        .limit(positions.size())
                        .toArray();
                builder.override(population.name(), parameter, values);
            }
        }
        neuron.rejectOthers();
    }

    /** Returns a time constant; one that is drawn for each neuron is set later. */
    private static double tau(Section neuron, String field) {
        return neuron.isSection(field) ? 1 : neuron.positive(field);
    }

    private Positions positions(Section population, int size, int dimensions) {
        double[] coordinates = new double[size * dimensions];
        if (population.has("positions")) {
            Distribution draw = Draw.of(population, "positions");
            for (int k = 0; k < coordinates.length; k++) {
                coordinates[k] = draw.sample(positionRandom);
            }
        }
        if (population.has("planes")) {
            double[] planes = population.numbers("planes", 2);
            int axis = (int) planes[0];
            if (axis != planes[0] || axis < 0 || axis >= dimensions) {
                throw population.error(
                        "planes", "must be an axis, from 0 to " + (dimensions - 1) + ", and a place on it");
            }
            for (int n = 0; n < size; n++) {
                coordinates[n * dimensions + axis] = planes[1];
            }
        }
        return Positions.of(dimensions, coordinates);
    }

    private void connect(NetworkBuilder builder, Section projection, DelayRule delays) {
        String from = projection.text("from");
        if (integrators.contains(from)) {
            throw projection.error("from", "must be inputs or spiking neurons: integrators send no spikes");
        }
        String to = projection.text("to");
        ConnectionRule rule = rule(projection);
        boolean derived = isDerived(projection);
        Distribution weights = derived ? Distribution.constant(0) : Draw.of(projection, "weights");
        Distribution own = delays.sharing() == Learnables.Sharing.NONE && !delays.throughSpace()
                ? delays.initial()
                : Distribution.constant(0);
        guard(
                projection,
                () -> builder.connect(
                        from,
                        to,
                        rule,
                        random -> weights.sample(weightRandom),
                        new Delays(delays.throughSpace(), random -> own.sample(delayRandom)),
                        connectionRandom));
    }

    private static boolean isDerived(Section projection) {
        return projection.isSection("weights") && projection.section("weights").has("fromPositions");
    }

    private static ConnectionRule rule(Section projection) {
        if (!projection.has("rule")) {
            return ConnectionRules.allToAll();
        }
        Section.Variant variant = projection.variant("rule");
        List<String> names =
                List.of("all-to-all", "all-to-others", "one-to-one", "indegree", "outdegree", "probability");
        return guard(projection, () -> switch (variant.name()) {
            case "all-to-all" -> ConnectionRules.allToAll();
            case "all-to-others" -> ConnectionRules.allToAll(false);
            case "one-to-one" -> ConnectionRules.oneToOne();
            case "indegree" -> ConnectionRules.fixedIndegree(variant.within().integer("indegree", 1, MOST_NEURONS));
            case "outdegree" -> ConnectionRules.fixedOutdegree(variant.within().integer("outdegree", 1, MOST_NEURONS));
            case "probability" ->
                ConnectionRules.pairwiseBernoulli(variant.within().number("probability"));
            default -> throw variant.unknown(names);
        });
    }

    /** Returns parameters in which synapses that share their delay have the same. */
    private Parameters withSharedDelays(Network drawn, List<DelayRule> rules) {
        Parameters parameters = drawn.parameters();
        for (int k = 0; k < rules.size(); k++) {
            DelayRule rule = rules.get(k);
            if (rule.sharing() != Learnables.Sharing.NONE) {
                Learnable delays = Learnables.delays(drawn, drawn.projections().get(k), rule.sharing());
                for (int i = 0; i < delays.values().length; i++) {
                    delays.values()[i] = rule.initial().sample(delayRandom);
                }
                delays.scatter(parameters);
            }
        }
        return parameters;
    }

    private List<SpatialRule> rulesOf(Section file, Projection projection, DelayRule delays) {
        List<SpatialRule> rules = new ArrayList<>();
        if (isDerived(file)) {
            Section weights = file.section("weights");
            rules.add(distanceWeights(weights.section("fromPositions"), projection));
            weights.rejectOthers();
        }
        if (delays.hasOwnSpeed()) {
            rules.add(guard(file, () -> new OwnSpeed(network, projection, delays.ownSpeed(), delays.speedPerSource())));
        }
        return rules;
    }

    private DistanceWeights distanceWeights(Section file, Projection projection) {
        List<String> names = List.of("inverse", "inverse-square", "exponential", "gaussian");
        String shape = file.has("kernel") ? file.choice("kernel", names) : "inverse";
        DistanceKernel kernel = new DistanceKernel(
                DistanceKernel.Shape.valueOf(shape.toUpperCase(Locale.ROOT).replace('-', '_')),
                file.positive("length", 1));
        Distribution draw = Draw.of(file, "inhibition");
        double[] values = DoubleStream.generate(() -> draw.sample(inhibitionRandom))
                .limit(projection.source().size())
                .toArray();
        double scale = file.positive("scale", 1);
        double steepness = file.positive("steepness", 1);
        file.rejectOthers();
        return new DistanceWeights(network, projection, kernel, scale, steepness, values);
    }

    /** Throws unless there are projections of these names, which {@code of} of a section lists. */
    void requireProjections(List<String> names, Section place) {
        List<String> known =
                network.projections().stream().map(Projection::name).toList();
        if (!known.containsAll(names)) {
            throw place.error("of", "names a projection that does not exist; there are " + known);
        }
    }

    /** Returns populations by their names. */
    List<Population> populations(List<String> names, Section place, String field) {
        List<Population> found = new ArrayList<>();
        for (String name : names) {
            found.add(network.populations().stream()
                    .filter(population -> population.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> place.error(
                            field,
                            "names a population that does not exist; there are "
                                    + network.populations().stream()
                                            .map(Population::name)
                                            .toList())));
        }
        return found;
    }
}
