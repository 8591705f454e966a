package io.github.lightcone.data;

import io.github.lightcone.event.SpikeTrains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Labelled spike trains. Each example has a class; a group, such as the speaker, which is empty where it is
 * not known; and a take, the number of the repetition, 0 where it is not known. Immutable.
 */
public final class EventDataset {

    private final int channels;
    private final List<String> classNames;
    private final List<SpikeTrains> inputs;
    private final int[] labels;
    private final List<String> groups;
    private final int[] takes;

    private EventDataset(
            int channels,
            List<String> classNames,
            List<SpikeTrains> inputs,
            int[] labels,
            List<String> groups,
            int[] takes) {
        this.channels = channels;
        this.classNames = classNames;
        this.inputs = inputs;
        this.labels = labels;
        this.groups = groups;
        this.takes = takes;
    }

    /**
     * Makes a data set whose classes are named by their numbers.
     *
     * @param channels number of input channels, at least 1
     * @param classes number of classes, at least 2
     * @param inputs one example each, with spikes of channels 0 to {@code channels - 1}; at least one
     * @param labels their classes, 0 to {@code classes - 1}; copied
     * @throws IllegalArgumentException naming the example that is out of range
     */
    public EventDataset(int channels, int classes, List<SpikeTrains> inputs, int[] labels) {
        this(
                channels,
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                List.copyOf(inputs),
                labels.clone(),
                inputs.stream().map(input -> "").toList(),
                new int[labels.length]);
        check();
    }

    /**
     * Starts a data set.
     *
     * @param channels number of input channels, at least 1
     * @param classNames names of the classes in the order of their numbers, at least two
     */
    public static Builder builder(int channels, List<String> classNames) {
        return new Builder(channels, List.copyOf(classNames));
    }

    private void check() {
        if (channels < 1 || classes() < 2) {
            throw new IllegalArgumentException(
                    "data with " + channels + " channels and " + classes() + " classes, must be at least 1 and 2");
        }
        if (inputs.isEmpty() || inputs.size() != labels.length) {
            throw new IllegalArgumentException(
                    inputs.size() + " examples with " + labels.length + " labels, must be as many and at least one");
        }
        for (int i = 0; i < labels.length; i++) {
            checkExample(i);
        }
    }

    private void checkExample(int example) {
        if (labels[example] < 0 || labels[example] >= classes()) {
            throw new IllegalArgumentException(
                    "example " + example + ": label " + labels[example] + ", must be below " + classes());
        }
        SpikeTrains input = inputs.get(example);
        for (int k = 0; k < input.size(); k++) {
            if (input.neuron(k) < 0 || input.neuron(k) >= channels) {
                throw new IllegalArgumentException(
                        "example " + example + ": spike on channel " + input.neuron(k) + ", must be below " + channels);
            }
        }
    }

    /** Returns the number of input channels. */
    public int channels() {
        return channels;
    }

    /** Returns the number of classes. */
    public int classes() {
        return classNames.size();
    }

    /** Returns the names of the classes, in the order of their numbers. */
    public List<String> classNames() {
        return classNames;
    }

    /** Returns the number of examples. */
    public int size() {
        return labels.length;
    }

    /** Returns the number of spikes of all examples. */
    public long spikeCount() {
        return inputs.stream().mapToLong(SpikeTrains::size).sum();
    }

    /** Returns the spikes of an example. */
    public SpikeTrains input(int example) {
        return inputs.get(example);
    }

    /** Returns the class of an example. */
    public int label(int example) {
        return labels[example];
    }

    /** Returns who or what an example was recorded from, such as a speaker; empty where it is not known. */
    public String group(int example) {
        return groups.get(example);
    }

    /** Returns the number of the repetition, from 0; 0 where it is not known. */
    public int take(int example) {
        return takes[example];
    }

    /** Returns the groups there are, in the order they first appear. */
    public List<String> groups() {
        return groups.stream().distinct().toList();
    }

    /** Returns the number of examples of each class. */
    public int[] classCounts() {
        int[] counts = new int[classes()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /**
     * Returns some of the examples, in their order.
     *
     * @param chosen whether an example, by its number, is one of them
     * @throws IllegalArgumentException if none is
     */
    public EventDataset select(IntPredicate chosen) {
        return select(IntStream.range(0, size()).filter(chosen).toArray());
    }

    /**
     * Returns the examples of the given numbers, in the given order.
     *
     * @throws IllegalArgumentException if there are none
     */
    public EventDataset select(int... examples) {
        if (examples.length == 0) {
            throw new IllegalArgumentException("none of " + size() + " examples is chosen");
        }
        return new EventDataset(
                channels,
                classNames,
                Arrays.stream(examples).mapToObj(inputs::get).toList(),
                Arrays.stream(examples).map(i -> labels[i]).toArray(),
                Arrays.stream(examples).mapToObj(groups::get).toList(),
                Arrays.stream(examples).map(i -> takes[i]).toArray());
    }

    /** Returns the first {@code count} examples, or all if there are fewer. */
    public EventDataset first(int count) {
        return count >= size() ? this : select(IntStream.range(0, count).toArray());
    }

    /** Returns the same examples with all times multiplied by a factor, above 0. */
    public EventDataset scaledTime(double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time factor " + factor + ", must be finite and above 0");
        }
        return map(channels, input -> {
            SpikeTrains.Builder scaled = SpikeTrains.builder();
            for (int k = 0; k < input.size(); k++) {
                scaled.add(input.neuron(k), input.time(k) * factor);
            }
            return scaled.build();
        });
    }

    /** Returns the same examples without the spikes at or after a time, ms. */
    public EventDataset before(double end) {
        return map(channels, input -> {
            SpikeTrains.Builder kept = SpikeTrains.builder();
            for (int k = 0; k < input.size() && input.time(k) < end; k++) {
                kept.add(input.neuron(k), input.time(k));
            }
            return kept.build();
        });
    }

    /** Returns the channels with a spike in any example, in ascending order. */
    public int[] activeChannels() {
        boolean[] active = new boolean[channels];
        for (SpikeTrains input : inputs) {
            for (int k = 0; k < input.size(); k++) {
                active[input.neuron(k)] = true;
            }
        }
        return IntStream.range(0, channels).filter(c -> active[c]).toArray();
    }

    /**
     * Returns the same examples on some of the channels; spikes of others are left out.
     *
     * @param chosen the channels in the order of their new numbers, each at most once
     */
    public EventDataset onChannels(int... chosen) {
        int[] newNumber = new int[channels];
        Arrays.fill(newNumber, -1);
        for (int k = 0; k < chosen.length; k++) {
            if (newNumber[chosen[k]] >= 0) {
                throw new IllegalArgumentException("channel " + chosen[k] + " is chosen twice");
            }
            newNumber[chosen[k]] = k;
        }
        return map(chosen.length, input -> {
            SpikeTrains.Builder kept = SpikeTrains.builder();
            for (int k = 0; k < input.size(); k++) {
                if (newNumber[input.neuron(k)] >= 0) {
                    kept.add(newNumber[input.neuron(k)], input.time(k));
                }
            }
            return kept.build();
        });
    }

    /**
     * Returns the same examples with other spikes.
     *
     * @param newChannels number of channels of the new spikes
     * @param change from the old spikes to the new ones
     * @throws IllegalArgumentException naming the example with a spike on a channel that does not exist
     */
    public EventDataset map(int newChannels, UnaryOperator<SpikeTrains> change) {
        EventDataset changed = new EventDataset(
                newChannels, classNames, inputs.stream().map(change).toList(), labels, groups, takes);
        changed.check();
        return changed;
    }

    @Override
    public String toString() {
        return size() + " examples of " + classes() + " classes on " + channels + " channels";
    }

    /** Collects examples. */
    public static final class Builder {

        private final int channels;
        private final List<String> classNames;
        private final List<SpikeTrains> inputs = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();
        private final List<Integer> takes = new ArrayList<>();

        private Builder(int channels, List<String> classNames) {
            this.channels = channels;
            this.classNames = classNames;
        }

        /** Adds an example of which only the class is known. */
        public Builder add(SpikeTrains input, int label) {
            return add(input, label, "", 0);
        }

        /**
         * Adds an example.
         *
         * @param label its class
         * @param group who or what it was recorded from, or empty
         * @param take number of the repetition, from 0
         */
        public Builder add(SpikeTrains input, int label, String group, int take) {
            inputs.add(input);
            labels.add(label);
            groups.add(group);
            takes.add(take);
            return this;
        }

        /**
         * Returns the data set.
         *
         * @throws IllegalArgumentException naming the example that is out of range, or if there are none
         */
        public EventDataset build() {
            EventDataset data = new EventDataset(
                    channels,
                    classNames,
                    List.copyOf(inputs),
                    labels.stream().mapToInt(Integer::intValue).toArray(),
                    List.copyOf(groups),
                    takes.stream().mapToInt(Integer::intValue).toArray());
            data.check();
            return data;
        }
    }
}
