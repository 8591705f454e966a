package io.github.lightcone.perceptron;

import io.github.lightcone.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights that follow from positions, see {@link Embedding}. A row at a time, coordinate by coordinate, which the
 * compiler makes vector instructions of.
 *
 * <p>The numbers of a perceptron count inputs first, then hidden neurons, then outputs. Coordinates stand axis by axis.
 */
final class SpatialWeights extends Weights {

    private static final double LEAST_LAYER_DISTANCE = 1e-3;

    private final Embedding embedding;
    private final int inputs;
    private final int hidden;
    private final int neurons;
    private final double[][] coordinate;
    private final double[][] slope;
    private final double[] mask;
    private final double[] maskSlope;
    private final ParameterArray positions;
    private final ParameterArray inhibition;
    private final ParameterArray layerDistances;

    SpatialWeights(Embedding embedding, int inputs, int hidden, int outputs, SeededRandom random) {
        this.embedding = embedding;
        this.inputs = inputs;
        this.hidden = hidden;
        neurons = inputs + hidden + outputs;
        coordinate = new double[embedding.dimensions()][neurons];
        slope = new double[embedding.dimensions()][neurons];
        mask = new double[inputs + hidden];
        maskSlope = new double[inputs + hidden];
        boolean relaxed = embedding.planes() == Planes.RELAXED;
        int free = embedding.dimensions() - (relaxed ? 0 : 1);
        double[] places = new double[free * neurons];
        double[] spread = {embedding.inputSpread(), embedding.hiddenSpread(), embedding.outputSpread()};
        for (int k = 0; k < places.length; k++) {
            int layer = layer(k % neurons);
            boolean last = k / neurons == embedding.dimensions() - 1;
            places[k] = last ? layer + random.nextDouble() : spread[layer] * (2 * random.nextDouble() - 1);
        }
        double[] numbers = new double[inputs + hidden];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = 2 * random.nextDouble() - 1;
        }
        positions = new ParameterArray("positions", places);
        inhibition = new ParameterArray("inhibition", numbers);
        boolean learned = embedding.planes() == Planes.LEARNED;
        layerDistances = new ParameterArray("layerDistances", learned ? new double[] {1, 1} : new double[0]);
    }

    private int layer(int neuron) {
        return neuron < inputs ? 0 : neuron < inputs + hidden ? 1 : 2;
    }

    @Override
    int dimensions() {
        return embedding.dimensions();
    }

    @Override
    List<ParameterArray> parameters() {
        List<ParameterArray> all = new ArrayList<>(List.of(positions, inhibition, layerDistances));
        all.removeIf(array -> array.values().length == 0);
        return all;
    }

    /** Returns one coordinate of a neuron. */
    double coordinate(int neuron, int axis) {
        return coordinate[axis][neuron];
    }

    @Override
    void prepare() {
        int free = positions.values().length / neurons;
        for (int axis = 0; axis < free; axis++) {
            System.arraycopy(positions.values(), axis * neurons, coordinate[axis], 0, neurons);
        }
        if (embedding.planes() != Planes.RELAXED) {
            boolean learned = embedding.planes() == Planes.LEARNED;
            double first = learned ? layerDistances.values()[0] : 1;
            double second = learned ? layerDistances.values()[1] : 1;
            double[] last = coordinate[free];
            Arrays.fill(last, 0, inputs, 0);
            Arrays.fill(last, inputs, inputs + hidden, first);
            Arrays.fill(last, inputs + hidden, neurons, first + second);
        }
        for (int k = 0; k < mask.length; k++) {
            mask[k] = StrictMath.tanh(embedding.steepness() * inhibition.values()[k]);
        }
        for (double[] axis : slope) {
            Arrays.fill(axis, 0);
        }
        Arrays.fill(maskSlope, 0);
    }

    private int neuron(int partner) {
        return partner < inputs ? partner : partner + hidden;
    }

    @Override
    void lengths(Block block, int partner, Scratch scratch) {
        double[] distance = scratch.distance;
        int count = block.count;
        int first = inputs + block.from;
        Arrays.fill(distance, 0);
        for (double[] axis : coordinate) {
            addSquares(axis, first, axis[neuron(partner)], count, distance);
        }
        roots(distance, count);
        for (int j = 0; j < count; j++) {
            if (!(distance[j] > 0)) {
                throw new ArithmeticException("hidden neuron " + (block.from + j) + " and "
                        + (partner < inputs ? "input " + partner : "output " + (partner - inputs)) + " are "
                        + distance[j] + " mm apart, must be above 0 and finite");
            }
        }
    }

    private static void addSquares(double[] axis, int first, double at, int count, double[] sum) {
        for (int j = 0; j < count; j++) {
            double difference = axis[first + j] - at;
            sum[j] += difference * difference;
        }
    }

    private static void roots(double[] squares, int count) {
        for (int j = 0; j < count; j++) {
            squares[j] = Math.sqrt(squares[j]);
        }
    }

    @Override
    void derive(Block block, int partner, Scratch scratch) {
        int count = block.count;
        lengths(block, partner, scratch);
        double[] strength = scratch.strength;
        embedding.kernel().values(scratch.distance, count, strength);
        float[] row = block.weight[partner];
        if (partner < inputs) {
            double factor = embedding.hiddenScale() * mask[partner];
            for (int j = 0; j < count; j++) {
                row[j] = (float) (factor * strength[j]);
            }
        } else {
            int first = inputs + block.from;
            for (int j = 0; j < count; j++) {
                row[j] = (float) (embedding.outputScale() * mask[first + j] * strength[j]);
            }
        }
    }

    @Override
    void chain(Block block, int partner, float[] gradient, Scratch scratch) {
        int count = block.count;
        int first = inputs + block.from;
        lengths(block, partner, scratch);
        double[] distance = scratch.distance;
        double[] strength = scratch.strength;
        double[] difference = scratch.difference;
        embedding.kernel().values(distance, count, strength);
        embedding.kernel().derivatives(distance, count, difference);
        for (int j = 0; j < count; j++) {
            difference[j] /= distance[j];
        }
        if (partner < inputs) {
            double sum = 0;
            double factor = embedding.hiddenScale() * mask[partner];
            for (int j = 0; j < count; j++) {
                sum += gradient[j] * strength[j];
                strength[j] = factor * gradient[j] * difference[j];
            }
            scratch.partnerMask[partner] = embedding.hiddenScale() * sum;
        } else {
            double scale = embedding.outputScale();
            for (int j = 0; j < count; j++) {
                maskSlope[first + j] += scale * gradient[j] * strength[j];
                strength[j] = scale * mask[first + j] * gradient[j] * difference[j];
            }
        }
        for (int axis = 0; axis < coordinate.length; axis++) {
            pull(coordinate[axis], first, coordinate[axis][neuron(partner)], count, strength, difference, slope[axis]);
            scratch.partnerSlope[axis][partner] = -SparseRows.sum(difference, count);
        }
    }

    /** Finds force times way along an axis, and adds it to what hidden neurons are to follow. */
    private static void pull(
            double[] axis, int first, double at, int count, double[] force, double[] pulled, double[] sum) {
        for (int j = 0; j < count; j++) {
            pulled[j] = force[j] * (axis[first + j] - at);
        }
        for (int j = 0; j < count; j++) {
            sum[first + j] += pulled[j];
        }
    }

    @Override
    void collect(List<Scratch> scratches) {
        for (Scratch scratch : scratches) {
            for (int axis = 0; axis < slope.length; axis++) {
                double[] pulled = scratch.partnerSlope[axis];
                for (int partner = 0; partner < pulled.length; partner++) {
                    slope[axis][neuron(partner)] += pulled[partner];
                }
                Arrays.fill(pulled, 0);
            }
            for (int input = 0; input < inputs; input++) {
                maskSlope[input] += scratch.partnerMask[input];
            }
            Arrays.fill(scratch.partnerMask, 0);
        }
        int free = positions.values().length / neurons;
        for (int axis = 0; axis < free; axis++) {
            System.arraycopy(slope[axis], 0, positions.gradient(), axis * neurons, neurons);
        }
        for (int k = 0; k < mask.length; k++) {
            inhibition.gradient()[k] = maskSlope[k] * embedding.steepness() * (1 - mask[k] * mask[k]);
        }
        if (embedding.planes() == Planes.LEARNED) {
            double sum = 0;
            for (int k = neurons - 1; k >= inputs; k--) {
                sum += slope[free][k];
                if (k == inputs + hidden) {
                    layerDistances.gradient()[1] = sum;
                }
            }
            layerDistances.gradient()[0] = sum;
        }
    }

    @Override
    void bound() {
        double[] distances = layerDistances.values();
        for (int k = 0; k < distances.length; k++) {
            distances[k] = Math.max(LEAST_LAYER_DISTANCE, distances[k]);
        }
    }
}
