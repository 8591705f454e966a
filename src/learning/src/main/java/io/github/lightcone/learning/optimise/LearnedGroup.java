package io.github.lightcone.learning.optimise;

import io.github.lightcone.learning.parameter.Bounds;
import io.github.lightcone.learning.parameter.Learnable;
import io.github.lightcone.neuron.ParameterCheck;

/**
 * Numbers that are learned together, and how.
 *
 * @param learnable the numbers
 * @param method how they move
 * @param rate initial learning rate, in the unit of the numbers per step for Adam; above 0
 * @param schedule how the rate goes on
 * @param bounds what they are kept in, inside their own bounds
 * @param clip largest Euclidean norm of their gradient, above 0; a longer one is shortened to it
 */
public record LearnedGroup(
        Learnable learnable, Method method, double rate, Schedule schedule, Bounds bounds, double clip) {

    /** Checks the numbers and narrows the bounds to those of the learnable. */
    public LearnedGroup {
        ParameterCheck.require(
                rate > 0 && rate < Double.POSITIVE_INFINITY,
                "learning rate of " + learnable.name(),
                rate,
                "finite and above 0");
        ParameterCheck.require(clip > 0, "largest gradient norm of " + learnable.name(), clip, "above 0");
        bounds = bounds.and(learnable.bounds());
    }

    /** Returns a group that is learned by Adam within its own bounds. */
    public static LearnedGroup of(Learnable learnable, double rate, Schedule schedule) {
        return new LearnedGroup(learnable, Adam.usual(), rate, schedule, learnable.bounds(), Double.POSITIVE_INFINITY);
    }
}
