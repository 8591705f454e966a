package io.github.lightcone.learning.training;

import io.github.lightcone.data.augment.Augmentation;
import io.github.lightcone.data.augment.Variation;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.rewire.MaskRule;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to train.
 *
 * @param seed decides the order of examples and their augmentation
 * @param threads number of threads, at least 1; the result does not depend on it
 * @param epochs passes over the training data, at least 1
 * @param batchSize examples per step, at least 1
 * @param groups what is learned, and how; at least one
 * @param outputLift by how much the gradient of a weight onto a silent correct output is lowered per
 *     spike; 0 for not at all
 * @param revival by how much the weights onto a neuron are raised after an epoch without a spike; 0 for
 *     not at all
 * @param variation how training examples differ from epoch to epoch
 * @param stopping after how many epochs without a better result on validation data to stop, if at all
 * @param masking which synapses are pruned while it is trained, if any
 * @param homeostasis whose rates are held in a band by their weights, at most once each
 * @param sliceWidth of the simulator, ms, NaN to leave it to that; a matter of speed, and of rounding
 */
public record TrainingSettings(
        long seed,
        int threads,
        int epochs,
        int batchSize,
        List<LearnedGroup> groups,
        double outputLift,
        double revival,
        Variation variation,
        OptionalInt stopping,
        Optional<MaskRule> masking,
        List<Homeostasis> homeostasis,
        double sliceWidth) {

    /** Settings without a mask and homeostasis. */
    public TrainingSettings(
            long seed,
            int threads,
            int epochs,
            int batchSize,
            List<LearnedGroup> groups,
            double outputLift,
            double revival,
            Optional<Augmentation> augmentation,
            OptionalInt stopping) {
        this(
                seed,
                threads,
                epochs,
                batchSize,
                groups,
                outputLift,
                revival,
                new Variation(augmentation, 0),
                stopping,
                Optional.empty(),
                List.of(),
                Double.NaN);
    }

    /** Returns these settings with a mask. */
    public TrainingSettings withMasking(MaskRule rule) {
        return with(variation, Optional.of(rule), homeostasis, sliceWidth);
    }

    /** Returns these settings with rates that are held in bands. */
    public TrainingSettings withHomeostasis(List<Homeostasis> rules) {
        return with(variation, masking, rules, sliceWidth);
    }

    /** Returns these settings with other examples in every epoch. */
    public TrainingSettings withVariation(Variation other) {
        return with(other, masking, homeostasis, sliceWidth);
    }

    /** Returns these settings with slices of a width, ms. */
    public TrainingSettings withSliceWidth(double width) {
        return with(variation, masking, homeostasis, width);
    }

    private TrainingSettings with(Variation other, Optional<MaskRule> rule, List<Homeostasis> rules, double width) {
        return new TrainingSettings(
                seed, threads, epochs, batchSize, groups, outputLift, revival, other, stopping, rule, rules, width);
    }

    /** Checks every setting. */
    public TrainingSettings {
        atLeastOne("threads", threads);
        atLeastOne("epochs", epochs);
        atLeastOne("batchSize", batchSize);
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("nothing is learned");
        }
        ParameterCheck.nonNegative("outputLift", outputLift);
        ParameterCheck.nonNegative("revival", revival);
        if (!Double.isNaN(sliceWidth)) {
            ParameterCheck.positive("sliceWidth", sliceWidth);
        }
        stopping.ifPresent(patience -> atLeastOne("stopping", patience));
        homeostasis = List.copyOf(homeostasis);
        if (homeostasis.stream().map(Homeostasis::neurons).distinct().count() < homeostasis.size()) {
            throw new IllegalArgumentException("a population has more than one homeostasis");
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " = " + value + ", must be at least 1");
        }
    }
}
