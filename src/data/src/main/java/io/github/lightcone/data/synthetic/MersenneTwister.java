package io.github.lightcone.data.synthetic;

/**
 * MT19937 seeded by one 32-bit number, which is what NumPy's {@code RandomState(seed)} does and what
 * published data sets were made with. Use it to reproduce those, and nothing else.
 *
 * <p>M. Matsumoto and T. Nishimura, Mersenne Twister, ACM Transactions on Modeling and Computer
 * Simulation 8 (1998), with the seeding {@code init_genrand} of 2002.
 */
final class MersenneTwister {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** Returns 32 random bits. */
    int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** Returns a number in [0, 1) of 53 random bits, made of two words as NumPy makes it. */
    double nextDouble() {
        int high = nextInt() >>> 5;
        int low = nextInt() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** Returns a number below 3: two bits of a word, drawn again while they are 3. */
    int nextBelowThree() {
        int bits;
        do {
            bits = nextInt() & 3;
        } while (bits == 3);
        return bits;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
        }
        next = 0;
    }
}
