package io.github.lightcone.experiment;

import io.github.lightcone.data.augment.Augmentation;
import io.github.lightcone.data.augment.ChannelShift;
import io.github.lightcone.data.augment.SpikeDropout;
import io.github.lightcone.data.augment.TimeJitter;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.training.Homeostasis;
import io.github.lightcone.learning.training.TrainingSettings;
import io.github.lightcone.network.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code training}, {@code silent} and {@code homeostasis} parts of an experiment. */
final class TrainingPart {

    private TrainingPart() {}

    static TrainingSettings read(
            Section root, NetworkPart network, int channels, List<LearnedGroup> groups, int threads) {
        Section training = root.section("training");
        Section silent = root.sectionOrEmpty("silent");
        int epochs = training.integer("epochs", 1, Integer.MAX_VALUE);
        int batch = training.integer("batch", 1, Integer.MAX_VALUE);
        OptionalInt stopping = training.has("stopAfter")
                ? OptionalInt.of(training.integer("stopAfter", 1, Integer.MAX_VALUE))
                : OptionalInt.empty();
        Optional<Augmentation> augmentation = augmentation(training, channels);
        double lift = silent.nonNegative("outputLift", 0);
        double revival = silent.nonNegative("revival", 0);
        training.rejectOthers();
        silent.rejectOthers();
        TrainingSettings settings = new TrainingSettings(
                root.wholeNumber("seed", 1), threads, epochs, batch, groups, lift, revival, augmentation, stopping);
        List<Homeostasis> rules = homeostasis(root, network);
        try {
            return settings.withHomeostasis(rules);
        } catch (IllegalArgumentException e) {
            throw root.error("homeostasis: " + e.getMessage());
        }
    }

    private static List<Homeostasis> homeostasis(Section root, NetworkPart network) {
        List<Homeostasis> rules = new ArrayList<>();
        for (Section entry : root.sections("homeostasis")) {
            double[] band = entry.numbers("spikes", 2);
            double strength = entry.positive("strength");
            for (Population population : network.populations(entry.words("of"), entry, "of")) {
                try {
                    rules.add(new Homeostasis(population, band[0], band[1], strength));
                } catch (IllegalArgumentException e) {
                    throw entry.error(e);
                }
            }
            entry.rejectOthers();
        }
        return rules;
    }

    private static Optional<Augmentation> augmentation(Section training, int channels) {
        if (!training.has("augment")) {
            return Optional.empty();
        }
        Section augment = training.section("augment");
        Augmentation sum = null;
        try {
            for (String name : augment.fields()) {
                Augmentation next = switch (name) {
                    case "dropout" -> new SpikeDropout(augment.number(name));
                    case "jitter" -> new TimeJitter(augment.number(name));
                    case "shift" -> ChannelShift.within(channels, augment.integer(name, 0, channels - 1));
                    default -> throw augment.error(name, "is an unknown field; there are [dropout, jitter, shift]");
                };
                sum = sum == null ? next : sum.then(next);
            }
        } catch (IllegalArgumentException e) {
            throw augment.error(e);
        }
        return Optional.ofNullable(sum);
    }
}
