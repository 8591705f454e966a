package io.github.lightcone.learning.training;

/** Where a mask stands. */
final class MaskState {

    /** Which synapses are pruned. */
    final long[] bits;

    /** What its rule remembers. */
    final long[] memory;

    /** State of its random numbers. */
    final byte[] random;

    MaskState(long[] bits, long[] memory, byte[] random) {
        this.bits = bits;
        this.memory = memory;
        this.random = random;
    }

    /** Returns that of a training without a mask. */
    static MaskState none() {
        return new MaskState(new long[0], new long[0], new byte[0]);
    }

    /** Returns whether another is one of the same rule on as many synapses, as far as lengths tell. */
    boolean isLike(MaskState that) {
        return bits.length == that.bits.length
                && memory.length == that.memory.length
                && random.length == that.random.length;
    }
}
