package io.github.lightcone.data.table;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a table of events leaves open.
 *
 * @param channels number of channels; if empty one more than the highest that has an event
 * @param classNames names of the classes in the order of their numbers; if empty those that occur
 */
public record TableSettings(OptionalInt channels, List<String> classNames) {

    /** More channels than this are taken for a mistake. */
    static final int MOST_CHANNELS = 1 << 24;

    /** More classes than this are taken for a mistake. */
    static final int MOST_CLASSES = 1 << 16;

    /** Checks channels and names. */
    public TableSettings {
        if (channels.isPresent() && (channels.getAsInt() < 1 || channels.getAsInt() > MOST_CHANNELS)) {
            throw new IllegalArgumentException(channels.getAsInt() + " channels, must be from 1 to " + MOST_CHANNELS);
        }
        classNames = List.copyOf(classNames);
        if (classNames.size() == 1 || classNames.stream().distinct().count() != classNames.size()) {
            throw new IllegalArgumentException(
                    "class names " + classNames + ", must be at least two different ones, or none");
        }
    }

    /** Returns settings that take channels and classes from the file. */
    public static TableSettings inferred() {
        return new TableSettings(OptionalInt.empty(), List.of());
    }

    /** Returns these settings with a number of channels. */
    public TableSettings withChannels(int count) {
        return new TableSettings(OptionalInt.of(count), classNames);
    }

    /** Returns these settings with names of classes, in the order of their numbers. */
    public TableSettings withClassNames(List<String> names) {
        return new TableSettings(channels, names);
    }

    /** Returns the number of channels where the highest with an event is known, -1 if there is no event. */
    int channelCount(int highest) {
        return channels.orElse(Math.max(highest, 0) + 1);
    }

    /** Returns the number that channels must stay below. */
    int channelLimit() {
        return channels.orElse(MOST_CHANNELS);
    }
}
