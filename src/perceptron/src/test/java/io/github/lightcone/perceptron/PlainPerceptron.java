package io.github.lightcone.perceptron;

import java.util.Arrays;
import java.util.List;

/** The same function of the parameters as a perceptron's, in 64 bits, neuron by neuron: the oracle of the tests. */
final class PlainPerceptron {

    private PlainPerceptron() {}

    /** Returns the values of one kind of parameter, empty if there are none. */
    static double[] values(List<ParameterArray> parameters, String what) {
        return parameters.stream()
                .filter(array -> array.what().equals(what))
                .findFirst()
                .map(ParameterArray::values)
                .orElse(new double[0]);
    }

    /** Returns the weight between hidden neuron j and a partner: an input, or an output after them. */
    static double weight(List<ParameterArray> parameters, Embedding embedding, int[] sizes, int partner, int j) {
        int inputs = sizes[0];
        if (embedding == null) {
            return values(parameters, "weights")[partner * sizes[1] + j];
        }
        int hidden = inputs + j;
        int other = partner < inputs ? partner : partner + sizes[1];
        double sum = 0;
        for (int axis = 0; axis < embedding.dimensions(); axis++) {
            double difference = place(parameters, embedding, sizes, hidden, axis)
                    - place(parameters, embedding, sizes, other, axis);
            sum += difference * difference;
        }
        int source = partner < inputs ? partner : hidden;
        double m = Math.tanh(embedding.steepness() * values(parameters, "inhibition")[source]);
        double scale = partner < inputs ? embedding.hiddenScale() : embedding.outputScale();
        return scale * m * embedding.kernel().value(Math.sqrt(sum));
    }

    private static double place(
            List<ParameterArray> parameters, Embedding embedding, int[] sizes, int neuron, int axis) {
        int all = sizes[0] + sizes[1] + sizes[2];
        if (axis < embedding.dimensions() - 1 || embedding.planes() == Planes.RELAXED) {
            return values(parameters, "positions")[axis * all + neuron];
        }
        double[] distances = values(parameters, "layerDistances");
        double first = distances.length == 0 ? 1 : distances[0];
        double second = distances.length == 0 ? 1 : distances[1];
        return neuron < sizes[0] ? 0 : neuron < sizes[0] + sizes[1] ? first : first + second;
    }

    private static double[] logits(double[][] weights, double[] bias, int[] sizes, double[] example) {
        double[] logits = Arrays.copyOfRange(bias, sizes[1], sizes[1] + sizes[2]);
        for (int j = 0; j < sizes[1]; j++) {
            double sum = bias[j];
            for (int i = 0; i < sizes[0]; i++) {
                sum += weights[i][j] * example[i];
            }
            double activation = Math.max(0, sum);
            for (int k = 0; k < sizes[2]; k++) {
                logits[k] += weights[sizes[0] + k][j] * activation;
            }
        }
        return logits;
    }

    /** Returns the mean cross-entropy of examples. */
    static double loss(
            List<ParameterArray> parameters, Embedding embedding, int[] sizes, double[][] examples, int[] labels) {
        double[][] weights = new double[sizes[0] + sizes[2]][sizes[1]];
        for (int partner = 0; partner < weights.length; partner++) {
            for (int j = 0; j < sizes[1]; j++) {
                weights[partner][j] = weight(parameters, embedding, sizes, partner, j);
            }
        }
        double[] bias = values(parameters, "bias");
        double loss = 0;
        for (int e = 0; e < examples.length; e++) {
            double[] logits = logits(weights, bias, sizes, examples[e]);
            double sum = 0;
            for (double logit : logits) {
                sum += Math.exp(logit);
            }
            loss += Math.log(sum) - logits[labels[e]];
        }
        return loss / examples.length;
    }
}
