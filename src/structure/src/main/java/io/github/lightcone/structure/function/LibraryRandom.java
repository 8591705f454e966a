package io.github.lightcone.structure.function;

import io.github.lightcone.random.SeededRandom;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/** Our seeded generator as the library takes one; its seed is given once. */
final class LibraryRandom extends AbstractRandomGenerator {

    private final SeededRandom random;

    LibraryRandom(SeededRandom random) {
        this.random = random;
    }

    @Override
    public void setSeed(long seed) {
        throw new UnsupportedOperationException("the seed was given to the constructor");
    }

    @Override
    public double nextDouble() {
        return random.nextDouble();
    }
}
