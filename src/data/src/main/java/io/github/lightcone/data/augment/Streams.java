package io.github.lightcone.data.augment;

import io.github.lightcone.random.SeededRandom;

/** One stream of random numbers for each example of each epoch. */
final class Streams {

    private Streams() {}

    /** Returns the generator of stream {@code 2^32 epoch + example} of a seed. */
    static SeededRandom of(long seed, int epoch, int example) {
        return new SeededRandom(seed, stream(epoch, example));
    }

    /** Returns the generator of stream {@code -1 - (2^32 epoch + blend)} of a seed, which no example has. */
    static SeededRandom ofBlend(long seed, int epoch, int blend) {
        return new SeededRandom(seed, -1 - stream(epoch, blend));
    }

    private static long stream(int epoch, int number) {
        if (epoch < 0 || number < 0) {
            throw new IllegalArgumentException("epoch " + epoch + ", example " + number + ", both must be at least 0");
        }
        return ((long) epoch << Integer.SIZE) | number;
    }
}
