package io.github.lightcone.data.augment;

import io.github.lightcone.random.SeededRandom;

/** One stream of random numbers for each example of each epoch. */
final class Streams {

    private Streams() {}

    /** Returns the generator of stream {@code 2^32 epoch + example} of a seed. */
    static SeededRandom of(long seed, int epoch, int example) {
        if (epoch < 0 || example < 0) {
            throw new IllegalArgumentException("epoch " + epoch + ", example " + example + ", both must be at least 0");
        }
        return new SeededRandom(seed, ((long) epoch << Integer.SIZE) | example);
    }
}
