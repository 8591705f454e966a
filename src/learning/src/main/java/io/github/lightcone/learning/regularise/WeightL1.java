package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import java.util.List;

/**
 * The sum of the magnitudes of weights, which makes many of them small:
 *
 * <pre>
 *     cost   strength sum |w|             dw   strength sign(w), 0 at w = 0
 *     step   w := sign(w) max(0, |w| - step strength)
 * </pre>
 *
 * <p>The cost has a kink at 0, where 0 is one of its subgradients. Along the gradient weights only jump to and
 * fro about 0; the proximal step, the soft threshold, makes them exactly 0. Use one of the two, not both.
 */
public final class WeightL1 implements ParameterPenalty, Proximal {

    private final SelectedWeights selected;

    /**
     * Makes a penalty.
     *
     * @param strength cost per weight, at least 0
     * @param projections names such as {@code input->hidden}; all projections if there is none
     */
    public WeightL1(double strength, String... projections) {
        selected = new SelectedWeights(strength, List.of(projections));
    }

    @Override
    public double value(Network network, Parameters parameters) {
        double sum = 0;
        for (Projection projection : selected.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                sum += Math.abs(parameters.weight()[s]);
            }
        }
        return selected.strength() * sum;
    }

    @Override
    public void addGradient(Network network, Parameters parameters, Gradients gradients) {
        double strength = selected.strength();
        for (Projection projection : selected.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                gradients.weight()[s] += strength * Math.signum(parameters.weight()[s]);
            }
        }
    }

    @Override
    public int apply(Network network, Parameters parameters, double step) {
        double[] weight = parameters.weight();
        double threshold = step * selected.strength();
        int vanished = 0;
        for (Projection projection : selected.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                double left = Math.abs(weight[s]) - threshold;
                vanished += left <= 0 && weight[s] != 0 ? 1 : 0;
                weight[s] = left <= 0 ? 0 : Math.copySign(left, weight[s]);
            }
        }
        return vanished;
    }
}
