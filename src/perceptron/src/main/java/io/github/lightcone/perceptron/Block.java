package io.github.lightcone.perceptron;

import java.util.Arrays;

/**
 * Some neighbouring hidden neurons with all their weights and, of a batch, their activations. What is done to one block
 * touches no other, so that threads may share blocks out and the result is the same bits for any number of threads.
 *
 * <p>Weights are rows by partner, the neuron at the other end: inputs first, then outputs.
 */
final class Block {

    final int from;
    final int count;
    final int inputs;
    final float[][] weight;
    final float[][] gradient;
    float[][] activation = new float[0][];
    float[][] delta = new float[0][];
    float[][] logit = new float[0][];

    /** Makes a block of hidden neurons {@code from} to {@code from + count - 1}. */
    Block(int from, int count, int inputs, int outputs) {
        this.from = from;
        this.count = count;
        this.inputs = inputs;
        weight = new float[inputs + outputs][count];
        gradient = new float[1 + outputs][count];
    }

    /** Sees to it that there is room for the activations of so many examples. */
    void reserve(int examples) {
        if (activation.length < examples) {
            activation = new float[examples][count];
            delta = new float[examples][count];
            logit = new float[examples][weight.length - inputs];
        }
    }

    /** Finds activations, and what the block adds to the logits of the outputs. */
    void forward(Batch batch, double[] bias) {
        SparseImages images = batch.images;
        int outputs = weight.length - inputs;
        for (int e = 0; e < batch.size; e++) {
            float[] row = activation[e];
            for (int j = 0; j < count; j++) {
                row[j] = (float) bias[from + j];
            }
            int example = batch.example[e];
            SparseRows.add(
                    row, count, images.input, images.value, images.start[example], images.start[example + 1], weight);
            rectify(row);
            for (int k = 0; k < outputs; k++) {
                logit[e][k] = SparseRows.dot(row, weight[inputs + k], count);
            }
        }
    }

    private void rectify(float[] row) {
        for (int j = 0; j < count; j++) {
            row[j] = Math.max(0, row[j]);
        }
    }

    /**
     * Finds the gradients of the biases and of the weights to the outputs, and what goes back to each neuron.
     *
     * @param error derivative of the loss by each logit, example by example
     * @param biasGradient Modified: only what belongs to the block.
     */
    void backward(Batch batch, float[][] error, double[] biasGradient) {
        int outputs = weight.length - inputs;
        for (int k = 0; k < outputs; k++) {
            Arrays.fill(gradient[1 + k], 0);
        }
        float[] biasSum = gradient[0];
        Arrays.fill(biasSum, 0);
        for (int e = 0; e < batch.size; e++) {
            float[] row = delta[e];
            float[] active = activation[e];
            Arrays.fill(row, 0);
            for (int k = 0; k < outputs; k++) {
                SparseRows.add(row, count, error[e][k], weight[inputs + k]);
                SparseRows.add(gradient[1 + k], count, error[e][k], active);
            }
            for (int j = 0; j < count; j++) {
                row[j] = active[j] > 0 ? row[j] : 0;
            }
            SparseRows.add(biasSum, count, 1, row);
        }
        for (int j = 0; j < count; j++) {
            biasGradient[from + j] = biasSum[j];
        }
    }

    /** Returns the gradient of the weights from an input, after {@link #backward}; overwritten by the next call. */
    float[] inputGradient(Batch batch, int input) {
        float[] sum = gradient[0];
        Arrays.fill(sum, 0);
        SparseRows.add(
                sum, count, batch.slot, batch.value, batch.inputStart[input], batch.inputStart[input + 1], delta);
        return sum;
    }

    /** Returns the gradient of the weights from an input that is 0 in all examples. */
    float[] noGradient() {
        Arrays.fill(gradient[0], 0);
        return gradient[0];
    }

    /** Returns the gradient of the weights to an output, after {@link #backward}. */
    float[] outputGradient(int output) {
        return gradient[1 + output];
    }
}
