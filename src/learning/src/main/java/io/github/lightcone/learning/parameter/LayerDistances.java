package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import java.util.Arrays;
import java.util.List;

/**
 * Populations on parallel planes whose distances are learned: all neurons of a population have the same
 * coordinate along one axis, that of the population before plus a distance.
 *
 * <pre>
 *     z_0 = 0        z_k = z_{k-1} + distance_k        dL/d distance_k = sum_{l >= k} sum_{n in layer l} dL/dz_n
 * </pre>
 *
 * <p>E. Erb et al., Training neural networks by optimizing neuron positions, arXiv 2506.13410, calls these
 * learned layer distances.
 */
public final class LayerDistances implements Learnable {

    private static final double LEAST = 1e-3;

    private final List<Population> layers;
    private final int dimensions;
    private final int axis;
    private final double[] values;

    /**
     * Makes distances of 1 mm.
     *
     * @param layers populations in the order of their planes, at least two
     * @param axis the axis the planes are at right angles to, from 0
     * @throws IllegalArgumentException if there are fewer layers, or no such axis
     */
    public LayerDistances(Network network, List<Population> layers, int axis) {
        if (layers.size() < 2) {
            throw new IllegalArgumentException(layers.size() + " layers, must be at least 2");
        }
        checkAxis(network, axis);
        this.layers = List.copyOf(layers);
        this.dimensions = network.dimensions();
        this.axis = axis;
        values = new double[layers.size() - 1];
        Arrays.fill(values, 1);
    }

    static void checkAxis(Network network, int axis) {
        if (axis < 0 || axis >= network.dimensions()) {
            throw new IllegalArgumentException(
                    "axis " + axis + ", must be from 0 to " + (network.dimensions() - 1) + ": axes count from 0");
        }
    }

    @Override
    public String name() {
        return "layer distances";
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public Bounds bounds() {
        return Bounds.of(values.length, LEAST, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean needsDelays() {
        return false;
    }

    @Override
    public void scatter(Parameters parameters) {
        double z = 0;
        for (int k = 0; k < layers.size(); k++) {
            z += k == 0 ? 0 : values[k - 1];
            Population layer = layers.get(k);
            for (int n = layer.firstNeuron(); n < layer.endNeuron(); n++) {
                parameters.position()[n * dimensions + axis] = z;
            }
        }
    }

    /** Does nothing. */
    @Override
    public void collect(Parameters parameters) {}

    @Override
    public void gather(Parameters parameters, Gradients gradients, double[] gradient) {
        double sum = 0;
        for (int k = layers.size() - 1; k > 0; k--) {
            Population layer = layers.get(k);
            for (int n = layer.firstNeuron(); n < layer.endNeuron(); n++) {
                sum += gradients.position()[n * dimensions + axis];
            }
            gradient[k - 1] = sum;
        }
    }
}
