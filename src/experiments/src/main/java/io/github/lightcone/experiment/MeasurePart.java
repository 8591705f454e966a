package io.github.lightcone.experiment;

import io.github.lightcone.learning.training.TrainingSettings;
import io.github.lightcone.structure.analysis.AnalysisSettings;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.analysis.NetworkNodes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code measure} part of an experiment. */
final class MeasurePart {

    private static final int RESTARTS = 10;
    private static final int MOST_DRAWS = 1_000_000;

    private final NetworkPart network;
    private final TrainingSettings training;

    MeasurePart(NetworkPart network, TrainingSettings training) {
        this.network = network;
        this.training = training;
    }

    /** Returns what the experiment says about measuring structure, if anything. */
    Optional<StructurePlan> read(Section root) {
        return root.has("measure") ? Optional.of(plan(root.section("measure"))) : Optional.empty();
    }

    private StructurePlan plan(Section measure) {
        if (measure.has("every") == measure.has("epochs")) {
            throw measure.error("must have one of every and epochs");
        }
        int every = measure.integer("every", 1, Integer.MAX_VALUE, 0);
        Set<Integer> epochs = measure.has("epochs") ? epochs(measure) : Set.of();
        List<String> populations = measure.has("of") ? measure.words("of") : List.of();
        requireSynapses(populations, measure);
        AnalysisSettings settings = AnalysisSettings.usual()
                .withGroups(groups(measure))
                .withSeed(training.seed())
                .withNulls(measure.integer("nulls", 0, MOST_DRAWS, 0))
                .withRestarts(measure.integer("restarts", 1, MOST_DRAWS, RESTARTS))
                .withResolution(measure.nonNegative("resolution", 1))
                .withThreads(training.threads());
        measure.rejectOthers();
        return new StructurePlan(populations, every, epochs, settings);
    }

    private Set<Integer> epochs(Section measure) {
        Set<Integer> epochs = new HashSet<>();
        for (double epoch : measure.numbers("epochs", -1)) {
            if (epoch != Math.rint(epoch) || epoch < 0 || epoch > training.epochs()) {
                throw measure.error("epochs", "must be whole numbers from 0 to training.epochs = " + training.epochs());
            }
            epochs.add((int) epoch);
        }
        return epochs;
    }

    /** A graph without connections has nothing to measure, whatever training does. */
    private void requireSynapses(List<String> populations, Section measure) {
        network.populations(populations, measure, "of");
        if (NetworkNodes.of(network.network(), populations).graph().edgeCount() == 0) {
            throw populations.isEmpty()
                    ? measure.error("the network has no connections")
                    : measure.error("of", "there are no connections among these neurons");
        }
    }

    private static Set<MeasureGroup> groups(Section measure) {
        List<MeasureGroup> ofGraphs = Arrays.stream(MeasureGroup.values())
                .filter(group -> !group.needsResponses())
                .toList();
        if (!measure.has("groups")) {
            return EnumSet.copyOf(ofGraphs);
        }
        Set<MeasureGroup> groups = EnumSet.noneOf(MeasureGroup.class);
        List<String> known = ofGraphs.stream().map(MeasureGroup::key).toList();
        for (String key : measure.words("groups")) {
            if (!known.contains(key)) {
                throw measure.error("groups", "must be of " + known);
            }
            groups.add(MeasureGroup.of(key));
        }
        if (groups.isEmpty()) {
            throw measure.error("groups", "must be at least one");
        }
        return groups;
    }
}
