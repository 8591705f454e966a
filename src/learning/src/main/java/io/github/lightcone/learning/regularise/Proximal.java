package io.github.lightcone.learning.regularise;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;

/**
 * A cost that is dealt with by a step of its own after that of the optimiser, instead of by its gradient:
 *
 * <pre>
 *     x := argmin over z of 1/2 |z - x|^2 + step cost(z)
 * </pre>
 *
 * <p>N. Parikh and S. Boyd, Proximal algorithms, Foundations and Trends in Optimization 1 (2014). With an
 * optimiser that scales each gradient, such as Adam, the pair is no proximal gradient method any more, but
 * weights still become and stay exactly 0.
 */
public interface Proximal {

    /**
     * Takes the step.
     *
     * @param step size of the step, at least 0: usually the learning rate
     * @param parameters Modified.
     * @return the number of weights that this step set to 0
     */
    int apply(Network network, Parameters parameters, double step);
}
