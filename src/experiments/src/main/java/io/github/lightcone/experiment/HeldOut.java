package io.github.lightcone.experiment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.random.SeededRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which examples are held out.
 *
 * <pre>
 *     {takes: [40, 49]}      repetitions from 40 to 49
 *     {groups: [theo]}       what was recorded from these, such as speakers
 *     {last: 5000}           the last 5000 examples
 *     {share: 0.2}           a share of each class, drawn from the seed
 * </pre>
 */
@FunctionalInterface
interface HeldOut {

    /**
     * Returns for each example whether it is held out.
     *
     * @param stream of random numbers of the seed, if it is by chance
     */
    boolean[] choose(EventDataset data, long seed, long stream);

    static HeldOut of(Section section, String field) {
        Section.Variant variant = section.variant(field);
        Section within = variant.within();
        HeldOut rule = switch (variant.name()) {
            case "takes" -> takes(within.numbers("takes", 2));
            case "groups" -> groups(within.words("groups"), section, field);
            case "last" -> last(within.integer("last", 1, Integer.MAX_VALUE));
            case "share" -> share(within.number("share"), section, field);
            default -> throw variant.unknown(List.of("takes", "groups", "last", "share"));
        };
        return (data, seed, stream) -> checked(rule.choose(data, seed, stream), section, field);
    }

    private static boolean[] checked(boolean[] out, Section section, String field) {
        long count = IntStream.range(0, out.length).filter(k -> out[k]).count();
        if (count == 0 || count == out.length) {
            throw section.error(field, "holds out " + count + " of " + out.length + " examples");
        }
        return out;
    }

    private static HeldOut takes(double[] range) {
        return (data, seed, stream) -> {
            boolean[] out = new boolean[data.size()];
            for (int k = 0; k < out.length; k++) {
                out[k] = data.take(k) >= range[0] && data.take(k) <= range[1];
            }
            return out;
        };
    }

    private static HeldOut groups(List<String> names, Section section, String field) {
        return (data, seed, stream) -> {
            Set<String> known = new HashSet<>(data.groups());
            if (!known.containsAll(names)) {
                throw section.error(field, "names a group that is not there; there are " + data.groups());
            }
            boolean[] out = new boolean[data.size()];
            for (int k = 0; k < out.length; k++) {
                out[k] = names.contains(data.group(k));
            }
            return out;
        };
    }

    private static HeldOut last(int count) {
        return (data, seed, stream) -> {
            boolean[] out = new boolean[data.size()];
            for (int k = Math.max(0, out.length - count); k < out.length; k++) {
                out[k] = true;
            }
            return out;
        };
    }

    private static HeldOut share(double share, Section section, String field) {
        if (!(share > 0 && share < 1)) {
            throw section.error(field, "a share must be above 0 and below 1");
        }
        return (data, seed, stream) -> {
            int[] order = IntStream.range(0, data.size()).toArray();
            new SeededRandom(seed, 100 + stream).shuffle(order);
            int[] classCounts = data.classCounts();
            int[] taken = new int[data.classes()];
            boolean[] out = new boolean[data.size()];
            for (int k : order) {
                int label = data.label(k);
                if (taken[label] < Math.round(share * classCounts[label])) {
                    out[k] = true;
                    taken[label]++;
                }
            }
            return out;
        };
    }
}
