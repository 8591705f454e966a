package io.github.lightcone.formats.nir;

import io.github.lightcone.formats.FormatException;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.dataset.DatasetLoader;
import io.jhdf.dataset.NoParent;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.storage.HdfBackingStorage;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** An array of an HDF5 file: numbers or texts, of a size that the file has room for. */
final class Hdf5Array {

    /** The most elements of an array. */
    static final long MOST_ELEMENTS = 1 << 26;

    private static final int LONGEST_TEXT = 1024;
    private static final int MOST_CHUNKS = 1 << 16;
    /** Deflate makes at most 1032 bytes of one. */
    private static final long MOST_COMPRESSED = 1032;
    /** Identifiers of deflate, shuffle and checksum. */
    private static final int DEFLATE = 1;

    private static final Set<Integer> FILTERS = Set.of(DEFLATE, 2, 3);

    private final Hdf5File file;
    private final String path;
    private final Dataset dataset;
    private final int[] shape;
    private final int count;

    /** Reads what the header says and checks it. */
    Hdf5Array(Hdf5File file, String path, ObjectHeader header, HdfBackingStorage storage) {
        this.file = file;
        this.path = path;
        dataset = DatasetLoader.createDataset(storage, header, "", NoParent.INSTANCE);
        long[] dimensions = dataset.getDimensionsAsLong();
        if (dimensions.length > NirArray.MOST_DIMENSIONS) {
            throw new IllegalStateException(
                    dimensions.length + " dimensions, must be at most " + NirArray.MOST_DIMENSIONS);
        }
        long elements = 1;
        for (long dimension : dimensions) {
            if (dimension < 0 || dimension > MOST_ELEMENTS) {
                throw new IllegalStateException("a size of " + dimension + ", must be at most " + MOST_ELEMENTS);
            }
            elements = Math.min(elements * dimension, MOST_ELEMENTS + 1);
        }
        long room = file.size() / Math.max(1, dataset.getDataType().getSize());
        if (dataset instanceof ChunkedDataset) {
            room *= MOST_COMPRESSED;
        }
        if (elements > Math.min(room, MOST_ELEMENTS)) {
            throw new IllegalStateException("more elements than the " + Math.min(room, MOST_ELEMENTS)
                    + " that a file of " + file.size() + " bytes may have");
        }
        shape = new int[dimensions.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) dimensions[i];
        }
        count = (int) elements;
        if (dataset instanceof ChunkedDataset chunked && count > 0) {
            checkChunks(chunked);
        }
    }

    /** Returns a copy of the size of each dimension. */
    int[] shape() {
        return shape.clone();
    }

    /** Returns the number of elements. */
    int count() {
        return count;
    }

    boolean isNumeric() {
        DataType type = dataset.getDataType();
        return (type instanceof FixedPoint || type instanceof FloatingPoint) && type.getSize() <= Double.BYTES;
    }

    boolean isText() {
        DataType type = dataset.getDataType();
        return type instanceof StringData || (type instanceof VariableLength any && any.isVariableLengthString());
    }

    /** Returns its numbers. */
    NirArray numbers() throws FormatException {
        if (!isNumeric()) {
            throw file.error("'" + path + "' holds "
                    + dataset.getDataType().getClass().getSimpleName() + ", must be numbers of at most 8 bytes");
        }
        return file.explained(path, () -> {
            double[] values = new double[count];
            Object elements = count == 0 ? values : dataset.getDataFlat();
            if (!elements.getClass().isArray() || Array.getLength(elements) != count) {
                throw new IllegalStateException("not the " + count + " elements that it should have");
            }
            for (int i = 0; i < count; i++) {
                values[i] = ((Number) Array.get(elements, i)).doubleValue();
            }
            return NirArray.of(shape, values);
        });
    }

    /** Returns its texts. */
    List<String> texts() throws FormatException {
        if (count == 0) {
            return List.of();
        }
        if (!isText()) {
            throw file.error(
                    "'" + path + "' holds " + dataset.getDataType().getClass().getSimpleName() + ", must be text");
        }
        return file.explained(path, this::readTexts);
    }

    private List<String> readTexts() {
        ByteBuffer bytes = ((DatasetBase) dataset).getDataBuffer().order(ByteOrder.LITTLE_ENDIAN);
        boolean isFixed = dataset.getDataType() instanceof StringData;
        int size = dataset.getDataType().getSize();
        if (isFixed && size > LONGEST_TEXT) {
            throw new IllegalStateException("texts of " + size + " bytes, must be at most " + LONGEST_TEXT);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(isFixed ? decode(bytes.slice(i * size, size)) : decode(ofHeap(bytes, i * size)));
        }
        return texts;
    }

    /** A text of any length stands in a heap: here are its length, the address of the heap and its number there. */
    private ByteBuffer ofHeap(ByteBuffer bytes, int position) {
        long length = Integer.toUnsignedLong(bytes.getInt(position));
        boolean isShort = dataset.getDataType().getSize() < 2 * Integer.BYTES + Long.BYTES;
        long address = isShort
                ? Integer.toUnsignedLong(bytes.getInt(position + Integer.BYTES))
                : bytes.getLong(position + Integer.BYTES);
        int number = bytes.getInt(position + Integer.BYTES + (isShort ? Integer.BYTES : Long.BYTES));
        ByteBuffer text =
                number == 0 ? ByteBuffer.allocate(0) : file.heap(address).getObjectData(number);
        if (length > LONGEST_TEXT || length > text.remaining()) {
            throw new IllegalStateException(
                    "a text of " + length + " bytes, must be at most " + Math.min(LONGEST_TEXT, text.remaining()));
        }
        return text.slice(text.position(), (int) length);
    }

    private static String decode(ByteBuffer bytes) {
        String padded = StandardCharsets.UTF_8.decode(bytes).toString();
        int end = padded.indexOf('\0');
        return end < 0 ? padded : padded.substring(0, end);
    }

    /** Checks that chunks, decompressed, are as large as they say. */
    private void checkChunks(ChunkedDataset chunked) {
        for (PipelineFilterWithData filter : chunked.getFilters()) {
            if (!FILTERS.contains(filter.getId())) {
                throw new IllegalStateException("compressed by '" + filter.getName() + "', must be by gzip");
            }
        }
        int[] chunk = chunked.getChunkDimensions();
        long size = dataset.getDataType().getSize();
        long chunks = 1;
        for (int i = 0; i < shape.length; i++) {
            if (chunk.length < shape.length || chunk[i] < 1) {
                throw new IllegalStateException("chunks of a wrong shape");
            }
            size *= chunk[i];
            chunks *= (shape[i] - 1L) / chunk[i] + 1;
            if (size > Integer.MAX_VALUE / 2 || chunks > MOST_CHUNKS) {
                throw new IllegalStateException("more than " + MOST_CHUNKS + " chunks, or too large ones");
            }
        }
        boolean isDeflated = chunked.getFilters().stream().anyMatch(filter -> filter.getId() == DEFLATE);
        for (int k = 0; k < chunks; k++) {
            ByteBuffer raw = chunked.getRawChunkBuffer(place(k, chunk));
            checkLength(isDeflated ? inflatedLength(raw, size) : raw.remaining(), size);
        }
    }

    /** Returns the first element of a chunk. */
    private int[] place(int number, int[] chunk) {
        int[] place = new int[shape.length];
        int rest = number;
        for (int i = shape.length - 1; i >= 0; i--) {
            int along = (shape[i] - 1) / chunk[i] + 1;
            place[i] = rest % along * chunk[i];
            rest /= along;
        }
        return place;
    }

    private static void checkLength(long found, long size) {
        boolean isChecksum = found == size + Integer.BYTES;
        if (found != size && !isChecksum) {
            throw new IllegalStateException("a chunk that is not " + size + " bytes long");
        }
    }

    private static long inflatedLength(ByteBuffer raw, long size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(raw.duplicate());
            byte[] part = new byte[1 << 13];
            while (!inflater.finished() && inflater.getBytesWritten() <= size) {
                if (inflater.inflate(part) == 0 && !inflater.finished()) {
                    throw new IllegalStateException("compressed bytes that end too early");
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException problem) {
            throw new IllegalStateException(problem);
        } finally {
            inflater.end();
        }
    }
}
