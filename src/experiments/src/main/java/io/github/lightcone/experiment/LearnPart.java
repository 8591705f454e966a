package io.github.lightcone.experiment;

import io.github.lightcone.learning.optimise.Adam;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Method;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.optimise.Sgd;
import io.github.lightcone.learning.parameter.Bounds;
import io.github.lightcone.learning.parameter.DistanceWeights;
import io.github.lightcone.learning.parameter.IncomingFlipped;
import io.github.lightcone.learning.parameter.LayerDistances;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.learning.parameter.Learnables;
import io.github.lightcone.learning.parameter.OwnSpeed;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.parameter.SpatialRule;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The {@code learn} entries of an experiment: what is learned, how fast, within which bounds. An entry is about
 * whatever its network has of the thing it names, so that one list serves networks with and without delays;
 * entries that are about nothing are told apart.
 */
final class LearnPart {

    private static final List<String> THINGS = List.of(
            "weights",
            "delays",
            "positions",
            "layerDistances",
            "speed",
            "inhibition",
            "bias",
            "threshold",
            "tauMem",
            "tauSyn");

    private final NetworkPart part;
    private final Network network;
    private final Schedule schedule;
    private final Method method;
    private final List<LearnedGroup> groups = new ArrayList<>();
    private final List<Learnable> learnables = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private final Set<String> claimed = new HashSet<>();

    LearnPart(Section root, NetworkPart part) {
        this.part = part;
        network = part.network();
        Section optimiser = root.sectionOrEmpty("optimiser");
        method = method(optimiser);
        schedule = schedule(optimiser);
        double clip = optimiser.positive("clip", Double.POSITIVE_INFINITY);
        optimiser.rejectOthers();
        List<Section> entries = root.sections("learn");
        if (entries.isEmpty()) {
            throw root.error("learn: nothing is learned");
        }
        for (Section entry : entries) {
            add(entry, clip);
        }
        if (groups.isEmpty()) {
            throw root.error("learn: " + (absent.isEmpty() ? "all is frozen" : "this network has no " + absent));
        }
    }

    /** Returns what is learned. */
    List<LearnedGroup> groups() {
        return groups;
    }

    /** Returns all numbers that are named, those that are frozen as well. */
    List<Learnable> learnables() {
        return learnables;
    }

    /** Returns the things that are named but that the network does not have. */
    List<String> absent() {
        return absent;
    }

    private void add(Section entry, double defaultClip) {
        String what = entry.choice("what", THINGS);
        double rate = entry.positive("rate");
        double clip = entry.positive("clip", defaultClip);
        boolean frozen = entry.truth("freeze", false);
        double[] range = entry.has("range") ? entry.numbers("range", 2) : null;
        boolean keepSigns = entry.truth("keepSigns", false);
        List<Learnable> named = learnables(what, entry);
        entry.rejectOthers();
        if (named.isEmpty()) {
            absent.add(what);
        }
        for (Learnable learnable : named) {
            if (learnables.stream().anyMatch(other -> other.name().equals(learnable.name()))) {
                throw entry.error(learnable.name() + " has an entry further up already");
            }
            learnables.add(learnable);
            if (!frozen) {
                groups.add(group(entry, learnable, rate, range, keepSigns, clip));
            }
        }
    }

    private LearnedGroup group(
            Section entry, Learnable learnable, double rate, double[] range, boolean keepSigns, double clip) {
        try {
            int size = learnable.values().length;
            Bounds bounds = range == null ? Bounds.none(size) : Bounds.of(size, range[0], range[1]);
            if (keepSigns) {
                bounds = bounds.and(Bounds.ofSigns(learnable.values()));
            }
            return new LearnedGroup(learnable, method, rate, schedule, bounds, clip);
        } catch (IllegalArgumentException e) {
            throw entry.error(e);
        }
    }

    private List<Learnable> learnables(String what, Section entry) {
        return switch (what) {
            case "weights" ->
                links(entry).stream()
                        .filter(link -> link.rules().stream().noneMatch(DistanceWeights.class::isInstance))
                        .map(link -> Learnables.weights(network, link.projection()))
                        .toList();
            case "delays" ->
                links(entry).stream()
                        .filter(link -> link.delays().isLearnable())
                        .map(link -> Learnables.delays(
                                network, link.projection(), link.delays().sharing()))
                        .toList();
            case "positions" -> positions(entry);
            case "layerDistances" -> layerDistances(entry);
            case "speed" -> speeds(entry);
            case "inhibition" -> numbersOfRules(entry, DistanceWeights.class);
            default -> ofNeurons(ParameterGroup.named(what), entry);
        };
    }

    private List<NetworkPart.Link> links(Section entry) {
        if (!entry.has("of")) {
            return part.links();
        }
        List<String> names = entry.words("of");
        part.requireProjections(names, entry);
        return part.links().stream()
                .filter(link -> names.contains(link.projection().name()))
                .toList();
    }

    /** Returns the populations an entry names, or all. */
    private List<Population> populations(Section entry) {
        return entry.has("of") ? part.populations(entry.words("of"), entry, "of") : network.populations();
    }

    /** Notes that a coordinate of a population is learned; each can be by one entry alone. */
    private void claim(Section entry, Population population, int axis) {
        if (!claimed.add(population.name() + " " + axis)) {
            throw entry.error("axis " + axis + " of " + population.name()
                    + " has an entry further up already; 'axes' of" + " positions says which are learned");
        }
    }

    private List<Learnable> positions(Section entry) {
        int[] axes = entry.has("axes")
                ? toInts(entry.numbers("axes", -1))
                : IntStream.range(0, network.dimensions()).toArray();
        boolean flipped = entry.truth("flipIncoming", false);
        List<Learnable> learnables = new ArrayList<>();
        for (Population population : populations(entry)) {
            if (isInSpace(population)) {
                IntStream.of(axes).forEach(axis -> claim(entry, population, axis));
                try {
                    learnables.add(
                            flipped
                                    ? new IncomingFlipped(network, population, axes)
                                    : Learnables.positions(network, population, axes));
                } catch (IllegalArgumentException e) {
                    throw entry.error(e);
                }
            }
        }
        return learnables;
    }

    /** Returns whether something depends on where a population is. */
    private boolean isInSpace(Population population) {
        return part.links().stream()
                .filter(link -> link.projection().source().equals(population)
                        || link.projection().target().equals(population))
                .anyMatch(link -> link.projection().spatial() || !link.rules().isEmpty());
    }

    private static int[] toInts(double[] numbers) {
        int[] ints = new int[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            ints[k] = numbers[k] == (int) numbers[k] ? (int) numbers[k] : -1;
        }
        return ints;
    }

    private List<Learnable> layerDistances(Section entry) {
        int axis = entry.integer("axis", 0, network.dimensions() - 1);
        populations(entry).forEach(population -> claim(entry, population, axis));
        try {
            return List.of(new LayerDistances(network, populations(entry), axis));
        } catch (IllegalArgumentException e) {
            throw entry.error(e);
        }
    }

    private List<Learnable> speeds(Section entry) {
        List<Learnable> learnables = new ArrayList<>(numbersOfRules(entry, OwnSpeed.class));
        boolean global = !entry.has("of")
                && part.links().stream().anyMatch(link -> link.projection().spatial());
        if (global) {
            learnables.add(Learnables.speed(network));
        }
        return learnables;
    }

    private List<Learnable> numbersOfRules(Section entry, Class<? extends SpatialRule> kind) {
        return links(entry).stream()
                .flatMap(link -> link.rules().stream())
                .filter(kind::isInstance)
                .map(rule -> rule.numbers())
                .toList();
    }

    private List<Learnable> ofNeurons(ParameterGroup group, Section entry) {
        boolean shared = entry.truth("shared", false);
        List<Learnable> learnables = new ArrayList<>();
        for (Population population : populations(entry)) {
            boolean has = group == ParameterGroup.THRESHOLD
                    ? population.kind() == NeuronKind.LIF
                    : population.kind().hasState();
            if (has) {
                learnables.add(Learnables.ofNeurons(network, population, group, shared));
            }
        }
        return learnables;
    }

    static Method method(Section optimiser) {
        String name = optimiser.has("method") ? optimiser.choice("method", List.of("adam", "adamw", "sgd")) : "adam";
        try {
            return switch (name) {
                case "sgd" -> new Sgd(optimiser.number("momentum", 0), optimiser.truth("nesterov", false));
                case "adamw" -> adam(optimiser, optimiser.number("decay", 0.01));
                default -> adam(optimiser, 0);
            };
        } catch (IllegalArgumentException e) {
            throw optimiser.error(e);
        }
    }

    private static Adam adam(Section optimiser, double decay) {
        return new Adam(
                optimiser.number("beta1", 0.9),
                optimiser.number("beta2", 0.999),
                optimiser.number("epsilon", 1e-8),
                decay);
    }

    static Schedule schedule(Section optimiser) {
        try {
            Schedule schedule = shape(optimiser);
            if (optimiser.has("warmUp")) {
                schedule = schedule.warmUp(optimiser.nonNegative("warmUp", 0));
            }
            if (optimiser.has("easeIn")) {
                double[] easing = optimiser.numbers("easeIn", 2);
                schedule = schedule.easeIn(easing[0], easing[1]);
            }
            return schedule;
        } catch (IllegalArgumentException e) {
            throw optimiser.error(e);
        }
    }

    private static Schedule shape(Section optimiser) {
        if (!optimiser.has("schedule")) {
            return Schedule.constant();
        }
        Section.Variant variant = optimiser.variant("schedule");
        return switch (variant.name()) {
            case "constant" -> Schedule.constant();
            case "exponential" -> Schedule.exponential(variant.within().number("exponential"));
            case "cosine" -> Schedule.cosine(variant.within().number("cosine"));
            case "steps" -> {
                double[] steps = variant.within().numbers("steps", 2);
                if (steps[0] != (int) steps[0]) {
                    throw variant.within().error("steps", "must be a whole number of epochs, then a factor");
                }
                yield Schedule.steps((int) steps[0], steps[1]);
            }
            default -> throw variant.unknown(List.of("constant", "exponential", "steps", "cosine"));
        };
    }
}
