package io.github.lightcone.data.neuromorphic;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks at what a damaged file says of itself before the HDF5 library believes it: the library makes room for as many
 * entries as an index claims, and loops over as many bytes as an element claims.
 */
final class Hdf5Guard {

    private static final int SHUFFLE = 2;

    private final HdfBackingStorage storage;

    Hdf5Guard(HdfBackingStorage storage) {
        this.storage = storage;
    }

    /**
     * Checks the index of the links in a group.
     *
     * @param address of the group
     */
    void checkGroup(long address) {
        ObjectHeader header = ObjectHeader.readObjectHeader(storage, address);
        if (header.hasMessageOfType(LinkInfoMessage.class)) {
            requireFewRecords(header.getMessageOfType(LinkInfoMessage.class).getBTreeNameIndexAddress());
        }
    }

    /** Checks the index of the chunks of an array, and what was done to their bytes. */
    void checkChunks(ChunkedDataset dataset) {
        for (PipelineFilterWithData filter : dataset.getFilters()) {
            int[] notes = filter.getFilterData();
            if (filter.getId() == SHUFFLE
                    && (notes.length == 0 || notes[0] != dataset.getDataType().getSize())) {
                throw new IllegalStateException("shuffled as elements of another size");
            }
        }
        ObjectHeader header = ((DatasetBase) dataset).getHeader();
        if (header.hasMessageOfType(ChunkedDataLayoutMessageV4.class)) {
            checkIndex(header.getMessageOfType(ChunkedDataLayoutMessageV4.class));
        }
    }

    private void checkIndex(ChunkedDataLayoutMessageV4 layout) {
        switch (layout.getIndexingType()) {
            case ChunkedDataLayoutMessageV4.FIXED_ARRAY_INDEX -> requireFewEntries(layout.getAddress(), 8);
            case ChunkedDataLayoutMessageV4.EXTENSIBLE_ARRAY_INDEX ->
                requireFewEntries(layout.getAddress(), 12 + 4 * storage.getSizeOfLengths());
            case ChunkedDataLayoutMessageV4.B_TREE_V2_INDEX -> requireFewRecords(layout.getAddress());
            default -> {
                // The others have no header.
            }
        }
    }

    private void requireFewRecords(long tree) {
        requireFewEntries(tree, 18 + storage.getSizeOfOffsets());
    }

    /** Each entry takes at least a byte of the file. */
    private void requireFewEntries(long header, int at) {
        if (header == Constants.UNDEFINED_ADDRESS) {
            return;
        }
        int width = storage.getSizeOfLengths();
        ByteBuffer bytes = storage.readBufferFromAddress(header + at, width).order(ByteOrder.LITTLE_ENDIAN);
        long count = width == Integer.BYTES ? Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong();
        if (count < 0 || count > storage.size()) {
            throw new IllegalStateException("an index of " + Long.toUnsignedString(count)
                    + " entries, must have at most " + storage.size() + " in a file of as many bytes");
        }
    }
}
