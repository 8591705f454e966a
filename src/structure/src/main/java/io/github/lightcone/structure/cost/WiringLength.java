package io.github.lightcone.structure.cost;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.network.ProjectionSelection;
import io.github.lightcone.neuron.ParameterCheck;
import java.util.List;

/**
 * The length of wire, each connection as thick as its weight:
 *
 * <pre>
 *     cost = strength sum |w| l^gamma        l = d, or d / mean(d) over the connections counted
 *     dw   = strength sign(w) l^gamma, 0 at w = 0
 *     dd   = strength gamma |w| d^{gamma - 1} / mean^gamma  -  gamma cost / (connections mean)     the last with the mean only
 *     step : w := sign(w) max(0, |w| - step strength l^gamma)
 * </pre>
 *
 * <p>In units of the mean the cost cannot be made small by drawing all neurons together. Along the gradient weights only
 * jump to and fro about 0; {@link #shrink}, the proximal step of the weights, makes them exactly 0. Use one of the
 * two for weights, not both.
 */
public final class WiringLength implements ConnectionCost {

    private final double strength;
    private final double gamma;
    private final boolean normalised;
    private final ActsOn actsOn;
    private final ProjectionSelection selection;

    /**
     * Makes a cost.
     *
     * @param strength cost per unit of |w| l^gamma, at least 0
     * @param gamma power of the length, at least 1: below, the derivative at distance 0 is infinite
     * @param normalised whether lengths are in units of their mean
     * @param actsOn what the gradient moves
     * @param projections names such as {@code hidden->hidden}; all if empty
     */
    public WiringLength(double strength, double gamma, boolean normalised, ActsOn actsOn, List<String> projections) {
        ParameterCheck.nonNegative("strength", strength);
        ParameterCheck.require(gamma >= 1 && Double.isFinite(gamma), "gamma", gamma, "at least 1");
        this.strength = strength;
        this.gamma = gamma;
        this.normalised = normalised;
        this.actsOn = actsOn;
        selection = new ProjectionSelection(projections);
    }

    @Override
    public double value(Network network, Parameters parameters) {
        double unit = unit(network, parameters);
        double sum = 0;
        for (Projection projection : selection.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                double length = Distances.of(network, parameters, s) / unit;
                sum += Math.abs(parameters.weight()[s]) * Math.pow(length, gamma);
            }
        }
        return strength * sum;
    }

    @Override
    public void addGradient(Network network, Parameters parameters, Gradients gradients) {
        double unit = unit(network, parameters);
        double ofMean =
                normalised && actsOn.positions() ? gamma * value(network, parameters) / (unit * count(network)) : 0;
        for (Projection projection : selection.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                double weight = parameters.weight()[s];
                double length = Distances.of(network, parameters, s) / unit;
                if (actsOn.weights()) {
                    gradients.weight()[s] += strength * Math.signum(weight) * Math.pow(length, gamma);
                }
                if (actsOn.positions()) {
                    double ofLength = strength * gamma * Math.abs(weight) * Math.pow(length, gamma - 1) / unit;
                    Distances.addGradient(
                            network, parameters, network.source(s), network.target(s), ofLength - ofMean, gradients);
                }
            }
        }
    }

    /**
     * Takes the proximal step: each weight comes nearer to 0 by {@code step strength l^gamma}, and stops there.
     *
     * @param step size of the step, at least 0: usually the learning rate
     * @param parameters Modified.
     * @return the number of weights that this step set to 0
     */
    public int shrink(Network network, Parameters parameters, double step) {
        double[] weight = parameters.weight();
        double unit = unit(network, parameters);
        int vanished = 0;
        for (Projection projection : selection.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                double length = Distances.of(network, parameters, s) / unit;
                double left = Math.abs(weight[s]) - step * strength * Math.pow(length, gamma);
                vanished += left <= 0 && weight[s] != 0 ? 1 : 0;
                weight[s] = left <= 0 ? 0 : Math.copySign(left, weight[s]);
            }
        }
        return vanished;
    }

    /** Returns the unit of length: 1 mm, or the mean distance; 1 where that is 0. */
    private double unit(Network network, Parameters parameters) {
        if (!normalised) {
            return 1;
        }
        double sum = 0;
        for (Projection projection : selection.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                sum += Distances.of(network, parameters, s);
            }
        }
        return sum == 0 ? 1 : sum / count(network);
    }

    private int count(Network network) {
        int count = 0;
        for (Projection projection : selection.of(network)) {
            count += projection.size();
        }
        return count;
    }
}
