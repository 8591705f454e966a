package io.github.lightcone.learning.data;

import io.github.lightcone.event.SpikeTrains;
import java.util.Arrays;
import java.util.List;

/** Labelled spike trains. Immutable. */
public final class Dataset {

    private final int channels;
    private final int classes;
    private final List<SpikeTrains> inputs;
    private final int[] labels;

    /**
     * Makes a data set.
     *
     * @param channels number of input channels, at least 1
     * @param classes number of classes, at least 2
     * @param inputs one example each, with spikes of channels 0 to {@code channels - 1}; at least one
     * @param labels their classes, 0 to {@code classes - 1}; copied
     * @throws IllegalArgumentException naming the example that is out of range
     */
    public Dataset(int channels, int classes, List<SpikeTrains> inputs, int[] labels) {
        if (channels < 1 || classes < 2) {
            throw new IllegalArgumentException(
                    "data with " + channels + " channels and " + classes + " classes, must be at least 1 and 2");
        }
        if (inputs.isEmpty() || inputs.size() != labels.length) {
            throw new IllegalArgumentException(
                    inputs.size() + " examples with " + labels.length + " labels, must be as many and at least one");
        }
        this.channels = channels;
        this.classes = classes;
        this.inputs = List.copyOf(inputs);
        this.labels = labels.clone();
        for (int i = 0; i < labels.length; i++) {
            checkExample(i);
        }
    }

    private void checkExample(int example) {
        if (labels[example] < 0 || labels[example] >= classes) {
            throw new IllegalArgumentException(
                    "example " + example + ": label " + labels[example] + ", must be below " + classes);
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
        return classes;
    }

    /** Returns the number of examples. */
    public int size() {
        return labels.length;
    }

    /** Returns the spikes of an example. */
    public SpikeTrains input(int example) {
        return inputs.get(example);
    }

    /** Returns the class of an example. */
    public int label(int example) {
        return labels[example];
    }

    /** Returns the first {@code count} examples, or all if there are fewer. */
    public Dataset first(int count) {
        int kept = Math.min(count, size());
        return new Dataset(channels, classes, inputs.subList(0, kept), Arrays.copyOf(labels, kept));
    }

    @Override
    public String toString() {
        return size() + " examples of " + classes + " classes on " + channels + " channels";
    }
}
