package io.github.lightcone.data.catalogue;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sizes and counts of one part of a data set. */
public final class PartSummary {

    private final List<String> classNames;
    private final boolean[] active;
    private final int[] classCounts;
    private final Set<String> groups = new LinkedHashSet<>();
    private int examples;
    private long events;
    private int fewest = Integer.MAX_VALUE;
    private int most;
    private double lastTime;

    PartSummary(int channels, List<String> classNames) {
        this.classNames = classNames;
        active = new boolean[channels];
        classCounts = new int[classNames.size()];
    }

    void add(EventDataset data) {
        if (data.channels() != active.length || data.classes() != classCounts.length) {
            throw new IllegalArgumentException(
                    data + " added to " + classes() + " classes on " + channels() + " channels");
        }
        for (int example = 0; example < data.size(); example++) {
            SpikeTrains input = data.input(example);
            for (int k = 0; k < input.size(); k++) {
                active[input.neuron(k)] = true;
            }
            if (input.size() > 0) {
                lastTime = Math.max(lastTime, input.time(input.size() - 1));
            }
            fewest = Math.min(fewest, input.size());
            most = Math.max(most, input.size());
            events += input.size();
            classCounts[data.label(example)]++;
            groups.add(data.group(example));
        }
        examples += data.size();
    }

    /** Returns the number of channels. */
    public int channels() {
        return active.length;
    }

    /** Returns the number of channels with an event. */
    public int activeChannels() {
        int count = 0;
        for (boolean one : active) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Returns the number of classes. */
    public int classes() {
        return classNames.size();
    }

    /** Returns the names of the classes. */
    public List<String> classNames() {
        return classNames;
    }

    /** Returns the number of examples. */
    public int examples() {
        return examples;
    }

    /** Returns the number of events. */
    public long events() {
        return events;
    }

    /** Returns the mean number of events of an example. */
    public double meanEvents() {
        return (double) events / examples;
    }

    /** Returns the smallest number of events of an example. */
    public int fewestEvents() {
        return fewest;
    }

    /** Returns the largest number of events of an example. */
    public int mostEvents() {
        return most;
    }

    /** Returns the time of the last event of all examples, ms; 0 if there is none. */
    public double lastTime() {
        return lastTime;
    }

    /** Returns the number of examples of each class. */
    public int[] classCounts() {
        return classCounts.clone();
    }

    /** Returns the number of groups, such as speakers; 1 if they are not known. */
    public int groups() {
        return groups.size();
    }
}
