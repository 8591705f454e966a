package io.github.lightcone.structure.function;

import io.github.lightcone.space.Positions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What some neurons did in labelled examples: how often each spiked in each, and what reaches them from the inputs.
 * Immutable; tables are not copied and must not be changed.
 */
public final class Responses {

    private final String source;
    private final int[] nodes;
    private final int[][] counts;
    private final int[] classOfExample;
    private final List<String> classNames;
    private final double[][] inputWeights;
    private final Optional<Positions> inputPositions;
    private final boolean spatial;

    private Responses(
            String source,
            int[] nodes,
            int[][] counts,
            int[] classOfExample,
            List<String> classNames,
            double[][] inputWeights,
            Optional<Positions> inputPositions,
            boolean spatial) {
        this.source = source;
        this.nodes = nodes;
        this.counts = counts;
        this.classOfExample = classOfExample;
        this.classNames = classNames;
        this.inputWeights = inputWeights;
        this.inputPositions = inputPositions;
        this.spatial = spatial;
    }

    /**
     * Makes a table of responses, without inputs, of neurons whose positions matter.
     *
     * @param source which examples these are, in words
     * @param nodes numbers of the neurons in the graph they belong to, ascending
     * @param counts spike counts, one row per neuron, one column per example
     * @param classOfExample class of every example, 0 to one less than there are names; every class has an example
     * @param classNames names of the classes
     * @throws IllegalArgumentException if sizes differ, nodes do not rise, a count is negative or a class is out of
     *     range or without an example
     */
    public static Responses of(
            String source, int[] nodes, int[][] counts, int[] classOfExample, List<String> classNames) {
        if (counts.length != nodes.length) {
            throw new IllegalArgumentException(
                    counts.length + " rows of counts, must be " + nodes.length + " as there are neurons");
        }
        for (int n = 0; n < nodes.length; n++) {
            if (nodes[n] < 0 || (n > 0 && nodes[n] <= nodes[n - 1])) {
                throw new IllegalArgumentException("node " + n + " = " + nodes[n] + ", must rise from at least 0");
            }
            if (counts[n].length != classOfExample.length) {
                throw new IllegalArgumentException("row " + n + " has " + counts[n].length + " counts, must have "
                        + classOfExample.length + " as there are examples");
            }
            if (Arrays.stream(counts[n]).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("row " + n + " has a negative count");
            }
        }
        int[] examples = new int[classNames.size()];
        for (int t = 0; t < classOfExample.length; t++) {
            if (classOfExample[t] < 0 || classOfExample[t] >= examples.length) {
                throw new IllegalArgumentException("class of example " + t + " = " + classOfExample[t]
                        + ", must be between 0 and " + (examples.length - 1));
            }
            examples[classOfExample[t]]++;
        }
        for (int c = 0; c < examples.length; c++) {
            if (examples[c] == 0) {
                throw new IllegalArgumentException("class '" + classNames.get(c) + "' has no example");
            }
        }
        return new Responses(
                source,
                nodes.clone(),
                counts,
                classOfExample.clone(),
                List.copyOf(classNames),
                new double[nodes.length][0],
                Optional.empty(),
                true);
    }

    /**
     * Returns the same with inputs.
     *
     * @param weights one row per neuron, one column per input channel; 0 where there is no synapse
     * @param positions one per channel, mm
     * @throws IllegalArgumentException if there are not as many rows as neurons or positions as columns, or weights are
     *     not finite
     */
    public Responses withInputs(double[][] weights, Positions positions) {
        int channels = Features.columns(weights);
        if (weights.length != nodes.length || (nodes.length > 0 && positions.size() != channels)) {
            throw new IllegalArgumentException(weights.length + " rows of weights and " + positions.size()
                    + " positions of inputs, must be " + nodes.length + " and " + channels);
        }
        return new Responses(
                source, nodes, counts, classOfExample, classNames, weights, Optional.of(positions), spatial);
    }

    /** Returns the same of neurons whose positions play no part in what the network does. */
    public Responses withoutSpace() {
        return new Responses(source, nodes, counts, classOfExample, classNames, inputWeights, inputPositions, false);
    }

    /** Returns which examples these are, in words. */
    public String source() {
        return source;
    }

    /** Returns the number of neurons. */
    public int neurons() {
        return nodes.length;
    }

    /** Returns the number of examples. */
    public int examples() {
        return classOfExample.length;
    }

    /** Returns the node of a neuron. */
    public int node(int neuron) {
        return nodes[neuron];
    }

    /** Returns the nodes of all neurons, ascending; a copy. */
    public int[] nodes() {
        return nodes.clone();
    }

    /** Returns the spike counts, one row per neuron, one column per example; not a copy. */
    public int[][] counts() {
        return counts;
    }

    /** Returns the class of every example; a copy. */
    public int[] classOfExample() {
        return classOfExample.clone();
    }

    /** Returns the names of the classes. */
    public List<String> classNames() {
        return classNames;
    }

    /** Returns the weights from input channels, one row per neuron, without columns if none are known; not a copy. */
    public double[][] inputWeights() {
        return inputWeights;
    }

    /** Returns a position per input channel, mm. */
    public Optional<Positions> inputPositions() {
        return inputPositions;
    }

    /** Returns whether positions play a part in what the network does. */
    public boolean isSpatial() {
        return spatial;
    }

    /**
     * Returns the mean spike count of every neuron in the examples of every class.
     *
     * @param labels class of every example, each class having one; those of this table, or the same in another order
     * @return one row per neuron, one column per class
     */
    public double[][] meanCounts(int[] labels) {
        double[] share = new double[classNames.size()];
        for (int label : labels) {
            share[label]++;
        }
        double[][] mean = new double[counts.length][share.length];
        for (int n = 0; n < mean.length; n++) {
            for (int t = 0; t < labels.length; t++) {
                mean[n][labels[t]] += counts[n][t];
            }
            for (int c = 0; c < share.length; c++) {
                mean[n][c] /= share[c];
            }
        }
        return mean;
    }

    @Override
    public String toString() {
        return neurons() + " neurons in " + examples() + " examples of " + classNames.size() + " classes, " + source;
    }
}
