package io.github.lightcone.experiment;

import io.github.lightcone.data.augment.Augmentation;
import io.github.lightcone.data.augment.ChannelShift;
import io.github.lightcone.data.augment.SpikeDropout;
import io.github.lightcone.data.augment.TimeJitter;
import io.github.lightcone.data.augment.Variation;
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

    private static final int MOST_BLENDS = 10_000_000;

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
        Variation variation = variation(training, channels);
        double sliceWidth = training.has("sliceWidth") ? training.positive("sliceWidth") : Double.NaN;
        double lift = silent.nonNegative("outputLift", 0);
        double revival = silent.nonNegative("revival", 0);
        training.rejectOthers();
        silent.rejectOthers();
        TrainingSettings settings = new TrainingSettings(
                root.wholeNumber("seed", 1), threads, epochs, batch, groups, lift, revival, Optional.empty(), stopping);
        List<Homeostasis> rules = homeostasis(root, network);
        try {
            return settings.withVariation(variation).withHomeostasis(rules).withSliceWidth(sliceWidth);
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

    private static Variation variation(Section training, int channels) {
        if (!training.has("augment")) {
            return Variation.none();
        }
        Section augment = training.section("augment");
        Augmentation sum = null;
        int blends = 0;
        try {
            for (String name : augment.fields()) {
                if (name.equals("blends")) {
                    blends = augment.integer(name, 0, MOST_BLENDS);
                    continue;
                }
                Augmentation next = switch (name) {
                    case "dropout" -> new SpikeDropout(augment.number(name));
                    case "jitter" -> new TimeJitter(augment.number(name));
                    case "shift" -> shift(augment, channels);
                    default ->
                        throw augment.error(name, "is an unknown field; there are [blends, dropout, jitter, shift]");
                };
                sum = sum == null ? next : sum.then(next);
            }
            return new Variation(Optional.ofNullable(sum), blends);
        } catch (IllegalArgumentException e) {
            throw augment.error(e);
        }
    }

    /** A number of channels either way, or how far down and up. */
    private static ChannelShift shift(Section augment, int channels) {
        if (augment.isNumber("shift")) {
            return ChannelShift.within(channels, augment.integer("shift", 0, channels - 1));
        }
        double[] ends = augment.numbers("shift", 2);
        int down = (int) -ends[0];
        int up = (int) ends[1];
        if (down != -ends[0] || up != ends[1] || down < 0 || up < 0) {
            throw augment.error(
                    "shift", "must be whole numbers of channels, the first at most 0, the second at least 0");
        }
        return new ChannelShift(channels, down, up, ChannelShift.Edge.DROP);
    }
}
