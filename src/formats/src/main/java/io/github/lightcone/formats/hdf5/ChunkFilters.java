package io.github.lightcone.formats.hdf5;

import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.LzfFilter;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The filters that chunks went through when they were written, undone in the reverse order. Unlike the library this
 * stops unpacking at the length of a chunk, and compares checksums.
 */
final class ChunkFilters {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int CHECKSUM = 3;
    private static final int LZF = 32000;
    private static final List<Integer> KNOWN = List.of(DEFLATE, SHUFFLE, CHECKSUM, LZF);
    private static final int MOST_FILTERS = 8;
    /** Where the LZF filter notes how long a chunk is. */
    private static final int LZF_LENGTH = 2;

    private final List<PipelineFilterWithData> filters;
    private final int chunkBytes;

    /**
     * Checks that all filters are known.
     *
     * @param chunkBytes what a chunk has in the end
     */
    ChunkFilters(List<PipelineFilterWithData> filters, int chunkBytes) {
        this.filters = filters;
        this.chunkBytes = chunkBytes;
        if (filters.size() > MOST_FILTERS) {
            throw new IllegalStateException(filters.size() + " filters, must be at most " + MOST_FILTERS);
        }
        for (PipelineFilterWithData filter : filters) {
            if (!KNOWN.contains(filter.getId())) {
                throw new IllegalStateException("compressed by '" + filter.getName()
                        + "', must be by gzip (deflate) or lzf, with shuffle and fletcher32 or without");
            }
        }
    }

    /** Returns the bytes of the elements of a chunk. */
    byte[] undo(ByteBuffer raw) {
        byte[] bytes = new byte[raw.remaining()];
        raw.get(bytes);
        for (int i = filters.size() - 1; i >= 0; i--) {
            PipelineFilterWithData filter = filters.get(i);
            switch (filter.getId()) {
                case DEFLATE -> bytes = inflated(bytes);
                case SHUFFLE -> bytes = unshuffled(bytes, filter.getFilterData());
                case CHECKSUM -> bytes = Fletcher32.checked(bytes);
                default -> bytes = decompressed(bytes, filter.getFilterData());
            }
        }
        requireLength(bytes.length);
        return bytes;
    }

    /** The library goes through as many bytes as an element claims to have, whatever there are. */
    private static byte[] unshuffled(byte[] bytes, int[] notes) {
        int width = notes.length == 0 ? 0 : notes[0];
        if (width < 1 || width > bytes.length) {
            throw new IllegalStateException(
                    "shuffled as elements of " + width + " bytes, must be 1 to " + bytes.length);
        }
        return new ByteShuffleFilter().decode(bytes, notes);
    }

    private byte[] inflated(byte[] bytes) {
        // Any other filter leaves the length as it is, or adds a checksum.
        byte[] elements = new byte[chunkBytes + MOST_FILTERS * Fletcher32.BYTES + 1];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int length = 0;
            while (!inflater.finished() && length < elements.length) {
                int here = inflater.inflate(elements, length, elements.length - length);
                if (here == 0 && !inflater.finished()) {
                    throw new IllegalStateException("compressed bytes that end too early");
                }
                length += here;
            }
            if (!inflater.finished()) {
                requireLength(elements.length);
            }
            return Arrays.copyOf(elements, length);
        } catch (DataFormatException problem) {
            throw new IllegalStateException(problem);
        } finally {
            inflater.end();
        }
    }

    private byte[] decompressed(byte[] bytes, int[] notes) {
        int length = notes.length > LZF_LENGTH ? notes[LZF_LENGTH] : -1;
        if (length < chunkBytes || length > chunkBytes + MOST_FILTERS * Fletcher32.BYTES) {
            requireLength(length);
        }
        return new LzfFilter().decode(bytes, notes);
    }

    private void requireLength(int found) {
        if (found != chunkBytes) {
            throw new IllegalStateException("a chunk that is not " + chunkBytes + " bytes long");
        }
    }
}
