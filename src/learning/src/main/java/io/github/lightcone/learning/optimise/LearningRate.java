package io.github.lightcone.learning.optimise;

/**
 * A learning rate that decays exponentially, {@code initial * decay^epoch}.
 *
 * @param initial rate of the first epoch, in the unit of the parameter per step, above 0
 * @param decay factor from one epoch to the next, above 0 and at most 1
 */
public record LearningRate(double initial, double decay) {

    /** Checks both numbers. */
    public LearningRate {
        if (!(initial > 0 && initial < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning rate " + initial + ", must be finite and above 0");
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay " + decay + " per epoch, must be above 0 and at most 1");
        }
    }

    /** Returns a rate that stays. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, 1);
    }

    /** Returns the rate of an epoch, the first being 0. */
    public double at(int epoch) {
        return initial * StrictMath.pow(decay, epoch);
    }
}
