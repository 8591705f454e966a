package io.github.lightcone.experiment;

import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.rewire.DeepRewiring;
import io.github.lightcone.learning.rewire.DensitySchedule;
import io.github.lightcone.learning.rewire.DensitySchedule.Shape;
import io.github.lightcone.learning.rewire.MaskRule;
import io.github.lightcone.learning.rewire.ScheduledPruning;
import io.github.lightcone.learning.rewire.SynapseChooser;
import io.github.lightcone.learning.training.TrainingSettings;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.prune.Pruner;
import io.github.lightcone.structure.prune.PruningCriterion;
import java.util.List;

/** The {@code prune} or {@code rewire} part of an experiment. */
final class MaskPart {

    private static final long PRUNING_STREAM = 17;

    private final NetworkPart part;
    private final Network network;
    private final TrainingSettings settings;

    /** Makes a reader for an experiment whose settings have no mask yet. */
    MaskPart(NetworkPart part, TrainingSettings settings) {
        this.part = part;
        this.settings = settings;
        network = part.network();
    }

    /** Returns the settings with what the experiment says about pruning or rewiring, if anything. */
    TrainingSettings read(Section root) {
        boolean rewires = root.has("rewire");
        if (!root.has("prune")) {
            return rewires ? settings.withMasking(rewiring(root.section("rewire"))) : settings;
        }
        if (rewires) {
            throw root.error("has both prune and rewire, there can be one of them");
        }
        return settings.withMasking(pruning(root.section("prune")));
    }

    private MaskRule pruning(Section prune) {
        PruningCriterion criterion = PruningCriterion.named(prune.choice("by", PruningCriterion.labels()));
        if (criterion == PruningCriterion.LONGEST && hasOnePlace()) {
            throw prune.error("by", "needs positions: all neurons are at the same place");
        }
        boolean everyStep = !prune.has("each")
                || prune.choice("each", List.of("step", "epoch")).equals("step");
        boolean together = prune.has("per")
                && prune.choice("per", List.of("network", "projection")).equals("network");
        DensitySchedule schedule = schedule(prune);
        SynapseChooser chooser =
                chooser(criterion, together ? Pruner.Scope.TOGETHER : Pruner.Scope.EACH_PROJECTION, projections(prune));
        prune.rejectOthers();
        return new ScheduledPruning(chooser, schedule, everyStep);
    }

    private DensitySchedule schedule(Section prune) {
        double last = density(prune, "to");
        int epochs = settings.epochs();
        int from = prune.integer("from", 0, epochs, 0);
        boolean falls = prune.has("until");
        Shape shape = prune.has("schedule")
                ? Shape.named(prune.choice("schedule", Shape.labels()))
                : falls ? Shape.CUBIC : Shape.CONSTANT;
        if (shape == Shape.CONSTANT) {
            if (falls) {
                throw prune.error("until", "is for a linear or cubic schedule: a constant one begins at its density");
            }
            return DensitySchedule.constant(from, last);
        }
        if (from == epochs) {
            throw prune.error("from", "must be below training.epochs = " + epochs);
        }
        return new DensitySchedule(shape, from, prune.integer("until", from + 1, epochs), last);
    }

    private static double density(Section section, String field) {
        double density = section.positive(field);
        if (density > 1) {
            throw section.error(field, "must be above 0 and at most 1");
        }
        return density;
    }

    private MaskRule rewiring(Section rewire) {
        rewire.choice("method", List.of("deep-r"));
        double density = density(rewire, "density");
        double temperature = rewire.nonNegative("temperature", 0);
        List<String> names = projections(rewire);
        List<Projection> rewired = network.projections().stream()
                .filter(projection -> names.isEmpty() || names.contains(projection.name()))
                .toList();
        rewire.rejectOthers();
        List<String> fixed = rewired.stream()
                .map(Projection::name)
                .filter(name -> !learnsWeights(name))
                .toList();
        if (!fixed.isEmpty()) {
            throw rewire.error(
                    "deep-r needs weights that are learned, those of " + fixed + " are not; name others in" + " 'of'");
        }
        return new DeepRewiring(
                rewired, chooser(PruningCriterion.RANDOM, Pruner.Scope.EACH_PROJECTION, names), density, temperature);
    }

    private boolean learnsWeights(String projection) {
        return settings.groups().stream()
                .map(LearnedGroup::learnable)
                .anyMatch(learnable -> learnable.name().equals("weights " + projection));
    }

    private SynapseChooser chooser(PruningCriterion criterion, Pruner.Scope scope, List<String> names) {
        Pruner pruner = new Pruner(network, criterion, scope, names, new SeededRandom(settings.seed(), PRUNING_STREAM));
        return (parameters, density, mask) -> mask.set(pruner.choose(parameters, density));
    }

    private List<String> projections(Section section) {
        if (!section.has("of")) {
            return List.of();
        }
        List<String> names = section.words("of");
        part.requireProjections(names, section);
        return names;
    }

    private boolean hasOnePlace() {
        double[] position = network.parameters().position();
        for (int i = network.dimensions(); i < position.length; i++) {
            if (position[i] != position[i - network.dimensions()]) {
                return false;
            }
        }
        return true;
    }
}
