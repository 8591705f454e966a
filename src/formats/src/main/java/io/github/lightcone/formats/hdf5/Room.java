package io.github.lightcone.formats.hdf5;

/**
 * How many bytes the elements of an array may take, so that nothing is made room for that a file cannot hold.
 *
 * @param bytes of all elements
 */
record Room(long bytes, long fileSize) {

    private static final long FREE_BYTES = 64L << 20;
    private static final long MOST_COMPRESSED = 100;
    /** Deflate makes at most 1032 bytes of one. */
    private static final long MOST_DEFLATED = 1032;

    /** Returns the room of elements that stand in a file as they are. */
    static Room of(long fileSize) {
        return new Room(fileSize, fileSize);
    }

    /** Returns the room of elements that may be compressed. */
    static Room ofCompressed(long fileSize) {
        long most = Math.min(MOST_DEFLATED * fileSize, FREE_BYTES + MOST_COMPRESSED * fileSize);
        return new Room(Math.min(most, Integer.MAX_VALUE), fileSize);
    }

    /** Returns whether so few bytes can be the compressed form of so many. */
    static boolean mayUnpackTo(long unpacked, long packed) {
        return unpacked <= MOST_DEFLATED * packed;
    }

    /**
     * Returns what must be instead of a shape, null if it is small enough.
     *
     * @param width bytes of an element
     */
    String problem(long[] shape, int width) {
        long most = bytes / width;
        long count = 1;
        for (long length : shape) {
            // A length of 0 hides what stands beside it.
            if (length < 0 || length > Integer.MAX_VALUE) {
                return "must have lengths from 0 to " + Integer.MAX_VALUE;
            }
            if (length > 0 && count > most / length) {
                return "must have at most " + most + " elements in a file of " + fileSize + " bytes";
            }
            count *= length;
        }
        return null;
    }
}
