package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import java.util.List;

/**
 * Half the sum of the squares of weights, which keeps large ones small:
 *
 * <pre>
 *     cost   strength/2 sum w^2           dw   strength w
 *     step   w := w / (1 + step strength)
 * </pre>
 *
 * <p>The proximal step is weight decay apart from the gradient. Use one of the two, not both.
 */
public final class WeightL2 implements ParameterPenalty, Proximal {

    private final SelectedWeights selected;

    /**
     * Makes a penalty.
     *
     * @param strength cost per square of a weight, at least 0
     * @param projections names such as {@code input->hidden}; all projections if there is none
     */
    public WeightL2(double strength, String... projections) {
        selected = new SelectedWeights(strength, List.of(projections));
    }

    @Override
    public double value(Network network, Parameters parameters) {
        double sum = 0;
        for (Projection projection : selected.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                sum += parameters.weight()[s] * parameters.weight()[s];
            }
        }
        return 0.5 * selected.strength() * sum;
    }

    @Override
    public void addGradient(Network network, Parameters parameters, Gradients gradients) {
        double strength = selected.strength();
        for (Projection projection : selected.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                gradients.weight()[s] += strength * parameters.weight()[s];
            }
        }
    }

    /** Takes the step, which sets no weight to 0. */
    @Override
    public int apply(Network network, Parameters parameters, double step) {
        for (Projection projection : selected.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                parameters.weight()[s] /= 1 + step * selected.strength();
            }
        }
        return 0;
    }
}
