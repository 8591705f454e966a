package io.github.lightcone.structure.cost;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.space.ConductionDelay;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Neurons that keep their distance, as if each took up space:
 *
 * <pre>
 *     cost = strength/2 sum over pairs with d &lt; radius of (1 - d/radius)^2
 *     dd   = -strength (1 - d/radius) / radius
 * </pre>
 *
 * <p>Every pair of neurons of the populations counts once. Two neurons in one place do not know which way to go: their
 * derivative is 0. O(neurons^2) time.
 */
public final class Repulsion implements ConnectionCost {

    private final double strength;
    private final double radius;
    private final List<String> populations;

    /**
     * Makes a cost.
     *
     * @param strength twice the cost of two neurons in one place, at least 0
     * @param radius distance, mm, at which neurons stop to repel each other, above 0
     * @param populations names of the populations whose neurons repel each other; all if empty
     */
    public Repulsion(double strength, double radius, List<String> populations) {
        ParameterCheck.nonNegative("strength", strength);
        ParameterCheck.positive("radius", radius);
        this.strength = strength;
        this.radius = radius;
        this.populations = List.copyOf(populations);
    }

    @Override
    public double value(Network network, Parameters parameters) {
        int[] neurons = neurons(network);
        double sum = 0;
        for (int k = 0; k < neurons.length; k++) {
            for (int l = 0; l < k; l++) {
                double overlap = overlap(network, parameters, neurons[k], neurons[l]);
                sum += overlap * overlap;
            }
        }
        return 0.5 * strength * sum;
    }

    @Override
    public void addGradient(Network network, Parameters parameters, Gradients gradients) {
        int[] neurons = neurons(network);
        for (int k = 0; k < neurons.length; k++) {
            for (int l = 0; l < k; l++) {
                double overlap = overlap(network, parameters, neurons[k], neurons[l]);
                if (overlap > 0) {
                    double ofDistance = -strength * overlap / radius;
                    Distances.addGradient(network, parameters, neurons[k], neurons[l], ofDistance, gradients);
                }
            }
        }
    }

    private double overlap(Network network, Parameters parameters, int n, int m) {
        double distance = ConductionDelay.distance(parameters.position(), network.dimensions(), n, m);
        return Math.max(0, 1 - distance / radius);
    }

    private int[] neurons(Network network) {
        List<Population> counted = populations.isEmpty()
                ? network.populations()
                : populations.stream().map(network::population).toList();
        return counted.stream()
                .flatMapToInt(population -> IntStream.range(population.firstNeuron(), population.endNeuron()))
                .toArray();
    }
}
