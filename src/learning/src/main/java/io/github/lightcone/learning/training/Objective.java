package io.github.lightcone.learning.training;

import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.regularise.ActivityRegulariser;
import io.github.lightcone.learning.regularise.ParameterPenalty;
import io.github.lightcone.learning.regularise.Proximal;
import java.util.List;
import java.util.Optional;

/**
 * What training makes small: the mean over examples of loss and activity cost, plus the cost of the parameters.
 *
 * @param loss of each example
 * @param activity cost of what neurons do in each example
 * @param penalty cost of the parameters, if any, by its gradient
 * @param proximal cost of the parameters, if any, by a step of its own after each step
 */
public record Objective(
        Loss loss, ActivityRegulariser activity, Optional<ParameterPenalty> penalty, Optional<Proximal> proximal) {

    /** Returns an objective that is a loss and nothing else. */
    public static Objective of(Loss loss) {
        return new Objective(loss, ActivityRegulariser.sum(List.of()), Optional.empty(), Optional.empty());
    }
}
