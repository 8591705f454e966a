package io.github.lightcone.random;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A seeded generator (xoshiro256++) whose numbers, normal deviates included, are the same bits on every
 * machine and Java version. Not safe for use by several threads.
 *
 * <p>Normal deviates come from Marsaglia's polar method over {@link StrictMath}; the second deviate of
 * each pair is discarded, so that the state is that of the generator alone.
 */
public final class SeededRandom implements RandomGenerator {

    private final RestorableUniformRandomProvider source;

    /** Makes the generator of stream 0 of a seed. */
    public SeededRandom(long seed) {
        this(seed, 0);
    }

    /**
     * Makes one of many generators of a seed, each with numbers of its own.
     *
     * @param seed any number
     * @param stream which of them
     */
    public SeededRandom(long seed, long stream) {
        source = RandomSource.XO_SHI_RO_256_PP.create(mix(seed ^ mix(stream)));
    }

    /** The finaliser of MurmurHash3: neighbouring numbers come out unrelated. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    @Override
    public long nextLong() {
        return source.nextLong();
    }

    @Override
    public int nextInt() {
        return source.nextInt();
    }

    @Override
    public int nextInt(int bound) {
        return source.nextInt(bound);
    }

    @Override
    public double nextDouble() {
        return source.nextDouble();
    }

    @Override
    public double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double square = u * u + v * v;
            if (square > 0 && square < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** Shuffles the numbers of an array (Fisher and Yates), every order being equally likely. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /** Returns the state, from which {@link #restore} goes on with the same numbers. */
    public byte[] state() {
        return ((RandomProviderDefaultState) source.saveState()).getState();
    }

    /** Goes on from a state returned by {@link #state}. */
    public void restore(byte[] state) {
        source.restoreState(new RandomProviderDefaultState(state));
    }
}
