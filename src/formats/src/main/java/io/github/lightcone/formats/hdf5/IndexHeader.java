package io.github.lightcone.formats.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The beginnings of indices, which say how many entries there are. The library makes room for as many as it is told, so
 * they are looked at before it sees them.
 */
final class IndexHeader {

    private static final int TREE = signature("BTHD");
    private static final int FIXED_ARRAY = signature("FAHD");
    private static final int EXTENSIBLE_ARRAY = signature("EAHD");

    private IndexHeader() {}

    private static int signature(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII))
                .order(MeteredStorage.ORDER)
                .getInt();
    }

    /**
     * Throws if these bytes are a header that claims more entries than the file has bytes.
     *
     * @param bytes what the library is about to read
     * @param offsets bytes of an address in this file
     * @param lengths bytes of a length in this file
     */
    static void check(ByteBuffer bytes, int offsets, int lengths, long fileSize) {
        if (bytes.remaining() < 12 + offsets + lengths) {
            return;
        }
        int signature = bytes.getInt(0);
        if (signature == TREE && bytes.remaining() == 22 + offsets + lengths) {
            requireFew(bytes, 18 + offsets, lengths, fileSize);
        } else if (signature == FIXED_ARRAY && bytes.remaining() == 12 + offsets + lengths) {
            requireFew(bytes, 8, lengths, fileSize);
        } else if (signature == EXTENSIBLE_ARRAY && bytes.remaining() == 16 + offsets + 6 * lengths) {
            requireFew(bytes, 12 + 4 * lengths, lengths, fileSize);
        }
    }

    private static void requireFew(ByteBuffer bytes, int at, int lengths, long fileSize) {
        long count = lengths == Integer.BYTES ? Integer.toUnsignedLong(bytes.getInt(at)) : bytes.getLong(at);
        if (count < 0 || count > fileSize) {
            throw new IllegalStateException("an index of " + Long.toUnsignedString(count)
                    + " entries, must have at most " + fileSize + " in a file of as many bytes");
        }
    }
}
