package io.github.lightcone.formats.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import java.nio.ByteBuffer;

/** The bytes of an array that stands in chunks, all of which must be there. */
final class Chunks {

    private static final int MOST_CHUNKS = 1 << 16;

    private final ChunkedDataset dataset;
    private final int[] shape;
    private final int width;
    private final int[] chunk;
    private final int chunkBytes;
    private final int count;

    /**
     * Checks the sizes of chunks.
     *
     * @param shape of the array, which has at least one element and a size that {@link Room} allows
     * @param width bytes of an element
     */
    Chunks(ChunkedDataset dataset, int[] shape, int width, long fileSize) {
        this.dataset = dataset;
        this.shape = shape;
        this.width = width;
        chunk = dataset.getChunkDimensions();
        if (shape.length == 0 || chunk.length < shape.length) {
            throw new IllegalStateException("chunks of " + chunk.length + " dimensions, must have " + shape.length);
        }
        long most = Room.ofCompressed(fileSize).bytes();
        long bytes = width;
        long chunks = 1;
        for (int i = 0; i < shape.length; i++) {
            if (chunk[i] < 1) {
                throw new IllegalStateException("chunks of length " + chunk[i] + ", must be at least 1");
            }
            bytes *= chunk[i];
            chunks *= (shape[i] - 1L) / chunk[i] + 1;
            if (bytes > most || chunks > MOST_CHUNKS) {
                throw new IllegalStateException(chunks + " or more chunks of " + bytes
                        + " or more bytes, must be at most " + MOST_CHUNKS + " of at most " + most);
            }
        }
        chunkBytes = (int) bytes;
        count = (int) chunks;
    }

    /** Returns the bytes of all elements, row by row. */
    ByteBuffer read() {
        ChunkFilters filters = new ChunkFilters(dataset.getFilters(), chunkBytes);
        for (int k = 0; k < count; k++) {
            int found = dataset.getRawChunkBuffer(place(k)).remaining();
            if (!Room.mayUnpackTo(chunkBytes, found)) {
                throw new IllegalStateException("a chunk of " + found + " bytes, which cannot be " + chunkBytes);
            }
        }
        int bytes = width;
        for (int length : shape) {
            bytes *= length;
        }
        byte[] all = new byte[bytes];
        for (int k = 0; k < count; k++) {
            int[] place = place(k);
            copy(filters.undo(dataset.getRawChunkBuffer(place)), place, 0, 0, 0, all);
        }
        return ByteBuffer.wrap(all);
    }

    /** Returns the first element of a chunk. */
    private int[] place(int number) {
        int[] place = new int[shape.length];
        int rest = number;
        for (int i = shape.length - 1; i >= 0; i--) {
            int along = (shape[i] - 1) / chunk[i] + 1;
            place[i] = rest % along * chunk[i];
            rest /= along;
        }
        return place;
    }

    /**
     * Copies what of a chunk belongs to the array, row by row.
     *
     * @param from number of the row in the chunk of the dimensions before this one
     * @param to number of the row in the array
     * @param all Modified.
     */
    private void copy(byte[] elements, int[] place, int dimension, int from, int to, byte[] all) {
        int length = Math.min(chunk[dimension], shape[dimension] - place[dimension]);
        int first = from * chunk[dimension];
        int firstOfAll = to * shape[dimension] + place[dimension];
        if (dimension == shape.length - 1) {
            System.arraycopy(elements, first * width, all, firstOfAll * width, length * width);
            return;
        }
        for (int i = 0; i < length; i++) {
            copy(elements, place, dimension + 1, first + i, firstOfAll + i, all);
        }
    }
}
