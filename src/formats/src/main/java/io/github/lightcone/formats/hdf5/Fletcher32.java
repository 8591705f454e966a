package io.github.lightcone.formats.hdf5;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The checksum of the filter {@code fletcher32}, of words of 16 bits, at the end of what it is the sum of. J. G.
 * Fletcher, An arithmetic checksum for serial transmissions, IEEE Transactions on Communications 30 (1982) 247.
 */
final class Fletcher32 {

    /** Bytes of a checksum. */
    static final int BYTES = 4;

    private static final int MODULUS = 0xffff;

    private Fletcher32() {}

    /**
     * Returns bytes without the checksum at their end.
     *
     * @throws IllegalStateException if it is not theirs
     */
    static byte[] checked(byte[] bytes) {
        int length = bytes.length - BYTES;
        if (length < 0) {
            throw new IllegalStateException("a chunk without its checksum");
        }
        int stored = ByteBuffer.wrap(bytes).order(MeteredStorage.ORDER).getInt(length);
        int computed = of(bytes, length);
        // Early versions of HDF5 took the bytes of each word the other way around.
        if (stored != computed && stored != swapped(computed)) {
            throw new IllegalStateException(
                    String.format("a chunk with the checksum %08x, must be %08x", stored, computed));
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int swapped(int sum) {
        return Short.toUnsignedInt(Short.reverseBytes((short) sum))
                | Short.reverseBytes((short) (sum >>> Short.SIZE)) << Short.SIZE;
    }

    /** Returns the checksum of the first bytes; a last half of a word counts as its upper half. */
    static int of(byte[] bytes, int length) {
        long sum = 0;
        long sumOfSums = 0;
        for (int k = 0; k < length; k += 2) {
            int lower = k + 1 < length ? Byte.toUnsignedInt(bytes[k + 1]) : 0;
            sum = folded(sum + (Byte.toUnsignedInt(bytes[k]) << Byte.SIZE | lower));
            sumOfSums = folded(sumOfSums + sum);
        }
        return (int) (sumOfSums << Short.SIZE | sum);
    }

    /** The remainder, but that a sum which is not 0 stays so. */
    private static long folded(long sum) {
        return (sum & MODULUS) + (sum >>> Short.SIZE);
    }
}
