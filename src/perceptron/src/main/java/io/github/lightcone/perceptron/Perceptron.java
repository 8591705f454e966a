package io.github.lightcone.perceptron;

import io.github.lightcone.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A perceptron with one hidden layer,
 *
 * <pre>
 *     h_j = max(0, b_j + sum_i w_ij x_i)        y_k = b_k + sum_j w_jk h_j        p = softmax(y)
 * </pre>
 *
 * <p>whose weights are learned one by one or follow from positions. Products are of 32 bits, parameters and what leads
 * to weights from them of 64. The hidden layer is cut into blocks of a fixed width, and all sums are made in a fixed
 * order, so that results are the same bits for any number of threads.
 */
public final class Perceptron implements AutoCloseable {

    /** Width of a block: the weights of its inputs, 784 of them, take 0.8 MB, so that they stay in a second-level cache. */
    private static final int WIDTH = 256;

    private static final int EVALUATED_AT_A_TIME = 500;

    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final Weights weights;
    private final ParameterArray bias;
    private final Block[] blocks;
    private final List<Weights.Scratch> scratches = new ArrayList<>();
    private final Workers workers;
    private float[][] error = new float[0][];
    private Pruning pruning = Pruning.none();

    private Perceptron(Weights weights, int inputs, int hidden, int outputs, int threads) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.outputs = outputs;
        this.weights = weights;
        bias = new ParameterArray("bias", new double[hidden + outputs]);
        blocks = new Block[(hidden + WIDTH - 1) / WIDTH];
        for (int b = 0; b < blocks.length; b++) {
            int count = Math.min(WIDTH, hidden - b * WIDTH);
            blocks[b] = new Block(b * WIDTH, count, inputs, outputs);
            scratches.add(new Weights.Scratch(count, inputs + outputs, weights.dimensions()));
        }
        workers = new Workers(Math.min(threads, blocks.length));
    }

    /**
     * Makes a perceptron whose weights are learned one by one.
     *
     * @param threads number of threads it is run with, at least 1
     */
    public static Perceptron ordinary(int inputs, int hidden, int outputs, long seed, int threads) {
        SeededRandom random = new SeededRandom(seed, 10);
        return new Perceptron(new FreeWeights(inputs, hidden, outputs, random), inputs, hidden, outputs, threads);
    }

    /**
     * Makes a perceptron whose weights follow from positions.
     *
     * @param threads number of threads it is run with, at least 1
     */
    public static Perceptron spatial(Embedding embedding, int inputs, int hidden, int outputs, long seed, int threads) {
        SeededRandom random = new SeededRandom(seed, 10);
        return new Perceptron(
                new SpatialWeights(embedding, inputs, hidden, outputs, random), inputs, hidden, outputs, threads);
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** Returns the number of hidden neurons. */
    public int hidden() {
        return hidden;
    }

    /** Returns the number of outputs. */
    public int outputs() {
        return outputs;
    }

    /** Returns the number of dimensions neurons have places in, 0 if weights do not follow from them. */
    public int dimensions() {
        return weights.dimensions();
    }

    /** Returns all that can be learned; not a copy. */
    public List<ParameterArray> parameters() {
        List<ParameterArray> all = new ArrayList<>(weights.parameters());
        all.add(bias);
        return all;
    }

    /** Returns how many numbers can be learned. */
    public int parameterCount() {
        return parameters().stream().mapToInt(array -> array.values().length).sum();
    }

    /**
     * Returns where each neuron is: inputs, then hidden neurons, then outputs.
     *
     * @return coordinates of each, mm; none if weights do not follow from positions
     */
    public double[][] positions() {
        if (!(weights instanceof SpatialWeights spatial)) {
            return new double[0][];
        }
        spatial.prepare();
        double[][] all = new double[inputs + hidden + outputs][spatial.dimensions()];
        for (int n = 0; n < all.length; n++) {
            for (int axis = 0; axis < all[n].length; axis++) {
                all[n][axis] = spatial.coordinate(n, axis);
            }
        }
        return all;
    }

    /** Prunes from now on, whenever weights are found from parameters. */
    public void prune(Pruning rule) {
        pruning = rule;
    }

    /** Returns what it prunes. */
    Pruning pruning() {
        return pruning;
    }

    /**
     * Finds the gradient of the mean cross-entropy of a batch with respect to all parameters.
     *
     * @param tally counts the examples
     */
    void differentiate(Batch batch, Tally tally) {
        batch.transpose();
        weights.prepare();
        boolean derived = !pruning.isNone();
        if (derived) {
            derive();
        }
        run(batch, tally, derived);
        workers.run(blocks.length, b -> {
            Block block = blocks[b];
            block.backward(batch, error, bias.gradient());
            Weights.Scratch scratch = scratches.get(b);
            for (int k = 0; k < outputs; k++) {
                chain(block, inputs + k, block.outputGradient(k), scratch);
            }
            for (int i = 0; i < inputs; i++) {
                if (batch.isActive(i)) {
                    chain(block, i, block.inputGradient(batch, i), scratch);
                } else if (weights instanceof FreeWeights) {
                    chain(block, i, block.noGradient(), scratch);
                }
            }
        });
        weights.collect(scratches);
        for (int k = 0; k < outputs; k++) {
            double sum = 0;
            for (int e = 0; e < batch.size; e++) {
                sum += error[e][k];
            }
            bias.gradient()[hidden + k] = sum;
        }
    }

    /** What is pruned passes nothing on. */
    private void chain(Block block, int partner, float[] gradient, Weights.Scratch scratch) {
        if (!pruning.isNone()) {
            float[] row = block.weight[partner];
            for (int j = 0; j < row.length; j++) {
                gradient[j] = row[j] == 0 ? 0 : gradient[j];
            }
        }
        weights.chain(block, partner, gradient, scratch);
    }

    private void derive() {
        workers.run(blocks.length, b -> {
            for (int partner = 0; partner < inputs + outputs; partner++) {
                weights.derive(blocks[b], partner, scratches.get(b));
            }
        });
        pruning.apply(blocks, weights, scratches, workers);
    }

    private void run(Batch batch, Tally tally, boolean derived) {
        if (error.length < batch.size) {
            error = new float[batch.size][outputs];
        }
        workers.run(blocks.length, b -> {
            Block block = blocks[b];
            block.reserve(batch.size);
            if (!derived) {
                for (int partner = 0; partner < inputs + outputs; partner++) {
                    if (partner >= inputs || batch.isActive(partner)) {
                        weights.derive(block, partner, scratches.get(b));
                    }
                }
            }
            block.forward(batch, bias.values());
        });
        tally.add(batch, blocks, bias.values(), hidden, error);
    }

    /** Keeps parameters within their bounds. */
    void bound() {
        weights.bound();
    }

    /**
     * Classifies examples.
     *
     * @throws IllegalArgumentException unless they have as many inputs as it
     */
    public Score evaluate(SparseImages images) {
        requireFits(images);
        weights.prepare();
        derive();
        Tally tally = new Tally(outputs);
        int[] order = IntStream.range(0, images.size()).toArray();
        Batch batch = new Batch(images, EVALUATED_AT_A_TIME);
        for (int from = 0; from < order.length; from += EVALUATED_AT_A_TIME) {
            batch.take(order, from, Math.min(order.length, from + EVALUATED_AT_A_TIME));
            run(batch, tally, true);
        }
        return tally.score();
    }

    /**
     * Returns the activations of hidden neurons, then the logits of outputs, in each example.
     *
     * @throws IllegalArgumentException unless the examples have as many inputs as it
     */
    public double[][] activations(SparseImages images) {
        requireFits(images);
        weights.prepare();
        derive();
        double[][] all = new double[images.size()][hidden + outputs];
        Batch batch = new Batch(images, 1);
        for (int e = 0; e < images.size(); e++) {
            batch.take(new int[] {e}, 0, 1);
            for (Block block : blocks) {
                block.reserve(1);
                block.forward(batch, bias.values());
                for (int j = 0; j < block.count; j++) {
                    all[e][block.from + j] = block.activation[0][j];
                }
            }
            for (int k = 0; k < outputs; k++) {
                all[e][hidden + k] = bias.values()[hidden + k];
                for (Block block : blocks) {
                    all[e][hidden + k] += block.logit[0][k];
                }
            }
        }
        return all;
    }

    /** Throws unless examples have as many inputs and classes as it. */
    void requireFits(SparseImages images) {
        if (images.inputs() != inputs || images.classes() != outputs) {
            throw new IllegalArgumentException("examples with " + images.inputs() + " inputs and " + images.classes()
                    + " classes, must have " + inputs + " and " + outputs);
        }
    }

    /** Returns all weights, after pruning: a row for each input, then for each output, with one for each hidden neuron. */
    public float[][] weights() {
        weights.prepare();
        derive();
        float[][] rows = new float[inputs + outputs][hidden];
        for (Block block : blocks) {
            for (int p = 0; p < rows.length; p++) {
                System.arraycopy(block.weight[p], 0, rows[p], block.from, block.count);
            }
        }
        return rows;
    }

    /** Ends its threads. */
    @Override
    public void close() {
        workers.close();
    }

    @Override
    public String toString() {
        return inputs + "-" + hidden + "-" + outputs + " neurons, " + parameterCount() + " parameters";
    }
}
