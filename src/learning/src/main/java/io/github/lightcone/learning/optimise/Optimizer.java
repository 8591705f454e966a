package io.github.lightcone.learning.optimise;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Parameters;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Moves the learned groups of a network's parameters against their gradients, by {@link Adam}, each at
 * its own {@link LearningRate}. A number that would leave its range is put at the bound, and counted.
 */
public final class Optimizer {

    private final Map<ParameterGroup, LearningRate> rates;
    private final Map<ParameterGroup, Adam> adams = new EnumMap<>(ParameterGroup.class);
    private final Map<ParameterGroup, Long> clamps = new EnumMap<>(ParameterGroup.class);

    /**
     * Makes an optimiser.
     *
     * @param rates the groups that are learned, and their rates
     * @param shape parameters of the network
     */
    public Optimizer(Map<ParameterGroup, LearningRate> rates, Parameters shape) {
        this.rates = new EnumMap<>(ParameterGroup.class);
        this.rates.putAll(rates);
        for (ParameterGroup group : this.rates.keySet()) {
            adams.put(group, new Adam(group.of(shape).length));
        }
        forgetClamps();
    }

    /** Returns the groups that are learned. */
    public Set<ParameterGroup> groups() {
        return Collections.unmodifiableSet(rates.keySet());
    }

    /** Returns the state of a group that is learned. */
    public Adam state(ParameterGroup group) {
        return adams.get(group);
    }

    /**
     * Takes one step.
     *
     * @param epoch epoch, from 0, for the rates
     * @param gradients complete: positions and speed derived if they are learned
     * @param scale what the gradients are multiplied by, 1/n for the mean of n examples
     * @param parameters Modified.
     * @throws ArithmeticException if a gradient is not finite; no parameter is modified
     */
    public void step(int epoch, Gradients gradients, double scale, Parameters parameters) {
        for (ParameterGroup group : rates.keySet()) {
            checkFinite(group, group.of(gradients), group.of(parameters));
        }
        for (Map.Entry<ParameterGroup, LearningRate> entry : rates.entrySet()) {
            step(entry.getKey(), entry.getValue().at(epoch), gradients, scale, parameters);
        }
    }

    private static void checkFinite(ParameterGroup group, double[] gradient, double[] value) {
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i]) && Double.isFinite(value[i])) {
                throw new ArithmeticException("gradient of " + group.label() + " " + i + " is " + gradient[i]);
            }
        }
    }

    private void step(ParameterGroup group, double rate, Gradients gradients, double scale, Parameters parameters) {
        double[] value = group.of(parameters);
        double[] gradient = group.of(gradients);
        Adam adam = adams.get(group);
        adam.nextStep();
        long clamped = 0;
        for (int i = 0; i < value.length; i++) {
            // Spike sources have no neuron parameters, integrators no threshold.
            if (Double.isFinite(value[i])) {
                double wanted = value[i] - adam.update(i, scale * gradient[i], rate);
                value[i] = Math.max(group.leastAllowed(parameters, i), wanted);
                if (value[i] > wanted) {
                    clamped++;
                }
            }
        }
        group.store(value, parameters);
        clamps.merge(group, clamped, Long::sum);
    }

    /** Returns how often a number of a group was put at its bound since {@link #forgetClamps}. */
    public long clamps(ParameterGroup group) {
        return clamps.getOrDefault(group, 0L);
    }

    /** Starts counting anew. */
    public void forgetClamps() {
        clamps.clear();
    }
}
