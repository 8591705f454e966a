package io.github.lightcone.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/** Makes the checksums of headers right in files of the newer layouts, in which each damaged byte would be noticed. */
public final class Hdf5Checksums {

    private static final int OBJECT = signature("OHDR");
    private static final int TREE = signature("BTHD");
    private static final int HEAP = signature("FRHP");
    private static final int FIXED_ARRAY = signature("FAHD");
    private static final int EXTENSIBLE_ARRAY = signature("EAHD");
    private static final int SUPERBLOCK = signature("\u0089HDF");
    private static final int NONE = -1;

    private Hdf5Checksums() {}

    private static int signature(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.ISO_8859_1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    /**
     * Puts the checksum that belongs there at the end of each header that has changed.
     *
     * @param bytes Modified.
     * @param valid what they were before
     * @param checksum of the bytes from the position to the limit, by the library of HDF5
     */
    public static void repair(byte[] bytes, byte[] valid, ToIntFunction<ByteBuffer> checksum) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length > 8 && file.getInt(0) == SUPERBLOCK && bytes[8] < 2) {
            return;
        }
        for (int at = 0; at + 12 < bytes.length; at++) {
            byte first = bytes[at];
            if (first == 'O' || first == 'B' || first == 'F' || first == 'E' || first == (byte) 0x89) {
                int end = end(file, at);
                if (end > at && end <= bytes.length - Integer.BYTES && isChanged(bytes, valid, at, end)) {
                    file.putInt(end, checksum.applyAsInt(file.slice(at, end - at)));
                }
            }
        }
    }

    private static boolean isChanged(byte[] bytes, byte[] valid, int at, int end) {
        return end + Integer.BYTES > valid.length
                || !Arrays.equals(bytes, at, end + Integer.BYTES, valid, at, end + Integer.BYTES);
    }

    /** Returns where the checksum of a header stands, {@link #NONE} if none begins here. */
    private static int end(ByteBuffer file, int at) {
        int signature = file.getInt(at);
        if (signature == OBJECT) {
            return endOfObject(file, at);
        }
        if (signature == SUPERBLOCK) {
            return file.get(at + 8) >= 2 ? at + 44 : NONE;
        }
        return signature == TREE
                ? at + 34
                : signature == HEAP
                        ? at + 142
                        : signature == FIXED_ARRAY ? at + 24 : signature == EXTENSIBLE_ARRAY ? at + 68 : NONE;
    }

    private static int endOfObject(ByteBuffer file, int at) {
        int flags = file.get(at + 5);
        int start = at + 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        if (width > 2 || start + 2 > file.capacity()) {
            return NONE;
        }
        int size = width == 1 ? Byte.toUnsignedInt(file.get(start)) : Short.toUnsignedInt(file.getShort(start));
        return start + width + size;
    }
}
