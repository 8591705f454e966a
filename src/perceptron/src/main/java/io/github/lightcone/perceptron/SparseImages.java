package io.github.lightcone.perceptron;

import io.github.lightcone.data.image.MnistImages;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples whose inputs are mostly 0, of which only the others are held: 8 bytes each, 72 MB for the training images of
 * MNIST, of whose pixels 19 % are not black. Immutable.
 */
public final class SparseImages {

    private static final float WHITE = 255;

    private final int inputs;
    private final List<String> classNames;
    final int[] start;
    final int[] input;
    final float[] value;
    final int[] label;

    private SparseImages(int inputs, List<String> classNames, int[] start, int[] input, float[] value, int[] label) {
        this.inputs = inputs;
        this.classNames = List.copyOf(classNames);
        this.start = start;
        this.input = input;
        this.value = value;
        this.label = label;
    }

    /**
     * Takes examples {@code from} to {@code to - 1} of a set of images; a pixel of brightness p becomes p / 255.
     *
     * @throws IllegalArgumentException unless there are such examples
     */
    public static SparseImages of(MnistImages images, int from, int to) {
        if (from < 0 || to <= from || to > images.size()) {
            throw new IllegalArgumentException(
                    "examples " + from + " to " + (to - 1) + ", must be at least one of 0 to " + (images.size() - 1));
        }
        int[] start = new int[to - from + 1];
        int[] label = new int[to - from];
        int columns = images.columns();
        for (int example = from; example < to; example++) {
            int count = 0;
            for (int k = 0; k < images.channels(); k++) {
                count += images.pixel(example, k / columns, k % columns) > 0 ? 1 : 0;
            }
            start[example - from + 1] = start[example - from] + count;
            label[example - from] = images.label(example);
        }
        int[] input = new int[start[to - from]];
        float[] value = new float[start[to - from]];
        int next = 0;
        for (int example = from; example < to; example++) {
            for (int k = 0; k < images.channels(); k++) {
                int brightness = images.pixel(example, k / columns, k % columns);
                if (brightness > 0) {
                    input[next] = k;
                    value[next++] = brightness / WHITE;
                }
            }
        }
        return new SparseImages(
                images.channels(),
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                start,
                input,
                value,
                label);
    }

    /**
     * Takes examples as they are, all inputs of each.
     *
     * @param values inputs of each example, finite numbers
     * @param labels class of each example
     * @param classNames names of the classes
     * @throws IllegalArgumentException unless all examples have as many inputs and a class there is
     */
    public static SparseImages of(double[][] values, int[] labels, List<String> classNames) {
        if (values.length == 0 || values.length != labels.length) {
            throw new IllegalArgumentException(values.length + " examples with " + labels.length + " labels");
        }
        int inputs = values[0].length;
        int[] start = new int[values.length + 1];
        for (int k = 0; k < values.length; k++) {
            if (values[k].length != inputs || labels[k] < 0 || labels[k] >= classNames.size()) {
                throw new IllegalArgumentException("example " + k + " has " + values[k].length + " inputs and label "
                        + labels[k] + ", must have " + inputs + " and one of " + classNames.size() + " classes");
            }
            int count = 0;
            for (double each : values[k]) {
                if (!Double.isFinite(each)) {
                    throw new IllegalArgumentException("example " + k + " has an input " + each + ", must be finite");
                }
                count += each == 0 ? 0 : 1;
            }
            start[k + 1] = start[k] + count;
        }
        int[] input = new int[start[values.length]];
        float[] value = new float[input.length];
        int next = 0;
        for (double[] example : values) {
            for (int i = 0; i < inputs; i++) {
                if (example[i] != 0) {
                    input[next] = i;
                    value[next++] = (float) example[i];
                }
            }
        }
        return new SparseImages(inputs, classNames, start, input, value, labels.clone());
    }

    /** Returns one example for each class: the mean of all its examples. A class without any has none. */
    public SparseImages meanOfEachClass() {
        double[][] mean = new double[classes()][inputs];
        int[] count = new int[classes()];
        for (int k = 0; k < size(); k++) {
            count[label[k]]++;
            for (int at = start[k]; at < start[k + 1]; at++) {
                mean[label[k]][input[at]] += value[at];
            }
        }
        int[] present = IntStream.range(0, classes()).filter(c -> count[c] > 0).toArray();
        double[][] images = new double[present.length][];
        for (int k = 0; k < present.length; k++) {
            images[k] = mean[present[k]];
            for (int i = 0; i < inputs; i++) {
                images[k][i] /= count[present[k]];
            }
        }
        return of(images, present, classNames);
    }

    /** Returns the number of examples. */
    public int size() {
        return label.length;
    }

    /** Returns the number of inputs of an example. */
    public int inputs() {
        return inputs;
    }

    /** Returns the number of classes. */
    public int classes() {
        return classNames.size();
    }

    /** Returns the names of the classes. */
    public List<String> classNames() {
        return classNames;
    }

    /** Returns the inputs of an example, those that are 0 as well. */
    public double[] values(int example) {
        double[] all = new double[inputs];
        for (int at = start[example]; at < start[example + 1]; at++) {
            all[input[at]] = value[at];
        }
        return all;
    }

    /** Returns the class of an example. */
    public int label(int example) {
        return label[example];
    }

    /** Returns the share of inputs that are not 0. */
    public double density() {
        return (double) input.length / ((double) size() * inputs);
    }
}
