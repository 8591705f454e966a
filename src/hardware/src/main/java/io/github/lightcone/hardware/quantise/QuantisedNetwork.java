package io.github.lightcone.hardware.quantise;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;

/** A network with whole numbers, and what became of those it was made from. */
public final class QuantisedNetwork {

    private final Network network;
    private final StepChoice choice;
    private final double[] scale;
    private final double[] unit;
    private final QuantisationErrors errors;

    QuantisedNetwork(Network network, StepChoice choice, double[] scale, double[] unit, QuantisationErrors errors) {
        this.network = network;
        this.choice = choice;
        this.scale = scale;
        this.unit = unit;
        this.errors = errors;
    }

    /** Returns the network: each weight is a whole number times its scale, each delay a whole number of steps. */
    public Network network() {
        return network;
    }

    /**
     * Returns the same with other weights, and with the errors of those it was made from.
     *
     * @param grid that of this network
     * @param weight by synapse, each on the grid
     * @throws IllegalArgumentException naming a weight that quantising would change
     */
    public QuantisedNetwork withWeights(WeightGrid grid, double... weight) {
        double[] again = weight.clone();
        grid.round(again);
        for (int s = 0; s < again.length; s++) {
            if (again[s] != weight[s]) {
                throw new IllegalArgumentException("weight " + weight[s] + " of synapse " + s
                        + ", must be a whole multiple, in range, of " + scale[s]);
            }
        }
        Parameters parameters = network.parameters();
        System.arraycopy(weight, 0, parameters.weight(), 0, parameters.weight().length);
        return new QuantisedNetwork(network.with(parameters), choice, scale, unit, errors);
    }

    /**
     * Returns the length of a step, ms; NaN if the chip's delays are unknown, so that delays were left alone, and none
     * was asked for.
     */
    public double step() {
        return choice.step();
    }

    /** Returns the conduction speed that delays were computed with, mm/ms. */
    public double conductionSpeed() {
        return choice.speed();
    }

    /** Returns the scale of each synapse's weight, NaN if the chip's weights are unknown; not a copy. */
    public double[] scale() {
        return scale;
    }

    /**
     * Returns the unit of each neuron's voltage, the smallest scale of what arrives there, NaN where there is none; not
     * a copy.
     */
    public double[] unit() {
        return unit;
    }

    /** Returns what became of the numbers it was made from. */
    public QuantisationErrors errors() {
        return errors;
    }
}
