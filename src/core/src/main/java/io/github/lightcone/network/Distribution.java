package io.github.lightcone.network;

import java.util.random.RandomGenerator;

/** A distribution that weights or delays are drawn from. */
@FunctionalInterface
public interface Distribution {

    /** Draws one value. */
    double sample(RandomGenerator random);

    /** Always the same value; leaves the random generator alone. */
    static Distribution constant(double value) {
        return random -> value;
    }

    /** The normal distribution. */
    static Distribution normal(double mean, double deviation) {
        return random -> mean + deviation * random.nextGaussian();
    }

    /** The uniform distribution on [low, high). */
    static Distribution uniform(double low, double high) {
        return random -> low + (high - low) * random.nextDouble();
    }
}
