package io.github.lightcone.data.image;

import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a file in IDX format: two bytes 0, the type (8, unsigned bytes), the number of dimensions; one
 * big-endian integer of 32 bits for each dimension; the elements, the last dimension fastest. The format is
 * that of <a href="http://yann.lecun.com/exdb/mnist/">the MNIST database</a>.
 *
 * <p>Memory is taken as bytes come in: a file cannot claim more than it holds.
 */
final class IdxReader {

    private static final int UNSIGNED_BYTE = 8;

    private IdxReader() {}

    /**
     * What a file holds.
     *
     * @param dimensions sizes, the first is the number of elements of the outermost array
     * @param values all bytes, as many as the product of the dimensions
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Idx(int[] dimensions, byte[] values) {

        /** Returns the byte of the file at which a value stands. */
        long offset(int value) {
            return 4 + 4L * dimensions.length + value;
        }
    }

    /**
     * Reads a file.
     *
     * @param dimensions the number of dimensions it must have
     * @throws MalformedDataException naming the byte where something else stands
     */
    static Idx read(Path file, int dimensions) throws IOException {
        try (InputStream in = DataFiles.open(file)) {
            return new Body(file, in).read(dimensions);
        }
    }

    private static final class Body {

        private final Path file;
        private final InputStream in;
        private long offset;

        Body(Path file, InputStream in) {
            this.file = file;
            this.in = in;
        }

        Idx read(int dimensions) throws IOException {
            int magic = integer("the magic number");
            int expected = (UNSIGNED_BYTE << 8) + dimensions;
            if (magic != expected) {
                throw MalformedDataException.atByte(
                        file, 0, String.format("magic number 0x%08x, must be 0x%08x", magic, expected));
            }
            int[] sizes = new int[dimensions];
            long count = 1;
            for (int i = 0; i < dimensions; i++) {
                long place = offset;
                sizes[i] = integer("the size of dimension " + i);
                if (sizes[i] < 1) {
                    throw MalformedDataException.atByte(
                            file,
                            place,
                            "dimension " + i + " = " + (sizes[i] & 0xffff_ffffL) + ", must be from 1 to "
                                    + Integer.MAX_VALUE);
                }
                count *= sizes[i];
                if (count > Integer.MAX_VALUE - 8) {
                    throw MalformedDataException.atByte(
                            file,
                            place,
                            "dimension " + i + " = " + sizes[i] + " makes " + count + " bytes, must be at most "
                                    + (Integer.MAX_VALUE - 8));
                }
            }
            byte[] values = bytes((int) count, Arrays.toString(sizes) + " values");
            requireEnd();
            return new Idx(sizes, values);
        }

        private int integer(String what) throws IOException {
            return ByteBuffer.wrap(bytes(4, what)).getInt();
        }

        private byte[] bytes(int count, String what) throws IOException {
            CountingStream counted = new CountingStream(in);
            try {
                byte[] values = counted.readNBytes(count);
                if (values.length < count) {
                    throw MalformedDataException.atByte(
                            file,
                            offset + values.length,
                            "the file ends; " + what + " need " + (count - values.length) + " more bytes");
                }
                offset += count;
                return values;
            } catch (IOException problem) {
                throw DataFiles.damaged(file, offset + counted.count, problem);
            }
        }

        private void requireEnd() throws IOException {
            try {
                if (in.read() >= 0) {
                    throw MalformedDataException.atByte(
                            file, offset, "there are bytes after the last value, must be the end of the file");
                }
            } catch (IOException problem) {
                throw DataFiles.damaged(file, offset, problem);
            }
        }
    }

    /** Knows how far it came when reading fails. */
    private static final class CountingStream extends InputStream {

        private final InputStream in;
        private long count;

        CountingStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = in.read(buffer, from, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
