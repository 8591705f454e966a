package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.FormatException;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.dataset.DatasetLoader;
import io.jhdf.dataset.NoParent;
import io.jhdf.object.datatype.DataType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** An array of a file: numbers or texts, of a size that the file has room for. */
public final class Hdf5Array {

    private static final int MOST_DIMENSIONS = 8;
    private static final int LONGEST_ATTRIBUTE = 1 << 16;

    private final Hdf5Source source;
    private final String path;
    private final Dataset dataset;
    private final int[] shape;
    private final int count;
    private final int width;

    private Hdf5Array(Hdf5Source source, String path, Dataset dataset, int[] shape, int count, int width) {
        this.source = source;
        this.path = path;
        this.dataset = dataset;
        this.shape = shape;
        this.count = count;
        this.width = width;
    }

    /** Reads what the header says and checks it; no element is looked at. */
    static Hdf5Array of(Hdf5Source source, String path, ObjectHeader header) throws FormatException {
        Dataset dataset = source.explained(
                path, () -> DatasetLoader.createDataset(source.storage(), header, "", NoParent.INSTANCE));
        long[] shape = source.explained(path, dataset::getDimensionsAsLong);
        int width =
                Math.max(1, source.explained(path, () -> dataset.getDataType().getSize()));
        if (shape.length > MOST_DIMENSIONS) {
            throw source.error(path, "has " + shape.length + " dimensions, must have at most " + MOST_DIMENSIONS);
        }
        long size = source.storage().size();
        Room room = dataset instanceof ChunkedDataset ? Room.ofCompressed(size) : Room.of(size);
        String problem = room.problem(shape, width);
        if (problem != null) {
            throw source.error(path, "has the shape " + Arrays.toString(shape) + ", " + problem);
        }
        int[] lengths = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        int count = Arrays.stream(lengths).reduce(1, (a, b) -> a * b);
        return new Hdf5Array(source, path, dataset, lengths, count, width);
    }

    /** Returns a copy of the lengths of the dimensions; none of a single value. */
    public int[] shape() {
        return shape.clone();
    }

    /** Returns the number of elements. */
    public int count() {
        return count;
    }

    /** Returns whether it holds numbers of at most 8 bytes. */
    public boolean isNumeric() {
        return NumberType.of(dataset.getDataType()) != null;
    }

    /** Returns whether it holds texts. */
    public boolean isText() {
        return Texts.are(dataset.getDataType());
    }

    /**
     * Returns its numbers, integers included, row by row.
     *
     * @throws FormatException if it holds something else, or the file ends before they do
     */
    public double[] doubles() throws FormatException {
        NumberType type = numberType("numbers of at most 8 bytes");
        double[] values = new double[count];
        if (count > 0) {
            type.read(bytes(), values);
        }
        return values;
    }

    /**
     * Returns its integers, of any width, signed or not, row by row.
     *
     * @throws FormatException if it holds something else, one does not fit into 64 bits, or the file ends before they do
     */
    public long[] longs() throws FormatException {
        NumberType type = numberType("integers");
        if (!type.isInteger()) {
            throw wrongType("integers");
        }
        long[] values = new long[count];
        if (count > 0) {
            int tooLarge = type.read(bytes(), values);
            if (tooLarge >= 0) {
                throw source.error(
                        path,
                        "has the element [" + tooLarge + "] = " + Long.toUnsignedString(values[tooLarge])
                                + ", must be below 2^63");
            }
        }
        return values;
    }

    private NumberType numberType(String allowed) throws FormatException {
        NumberType type = NumberType.of(dataset.getDataType());
        if (type == null) {
            throw wrongType(allowed);
        }
        return type;
    }

    /**
     * Returns its texts.
     *
     * @param longest bytes that each may have
     * @throws FormatException if it holds something else, one is longer or not UTF-8, or the file ends before they do
     */
    public List<String> texts(int longest) throws FormatException {
        if (count == 0) {
            return List.of();
        }
        if (!isText()) {
            throw wrongType("text");
        }
        ByteBuffer bytes = bytes();
        return source.explained(path, () -> new Texts(source, dataset.getDataType(), longest).read(bytes, count));
    }

    private FormatException wrongType(String allowed) {
        DataType type = dataset.getDataType();
        NumberType number = NumberType.of(type);
        String found = isText()
                ? "text"
                : number == null
                        ? type.getClass().getSimpleName()
                        : number.isInteger() ? "integers" : "floating-point numbers";
        return source.error(path, "holds " + found + ", must be " + allowed);
    }

    /** Returns the bytes of all elements, which have a size that {@link Room} allows. */
    private ByteBuffer bytes() throws FormatException {
        return source.explained(path, () -> {
            if (dataset instanceof ContiguousDataset contiguous && contiguous.isEmpty()) {
                throw new IllegalStateException("its elements are not in the file");
            }
            ByteBuffer bytes = dataset instanceof ChunkedDataset chunked
                    ? new Chunks(chunked, shape, width, source.storage().size()).read()
                    : ((DatasetBase) dataset).getDataBuffer().slice();
            if (bytes.remaining() < (long) count * width) {
                throw new IllegalStateException(
                        bytes.remaining() + " bytes of elements, must be " + (long) count * width);
            }
            return bytes;
        });
    }

    /**
     * Returns an attribute that is one text, null if there is none of this name.
     *
     * @throws FormatException if it is something else
     */
    public String attribute(String name) throws FormatException {
        return source.explained(path + "@" + name, () -> {
            Attribute attribute = dataset.getAttribute(name);
            if (attribute == null) {
                return null;
            }
            long elements = Arrays.stream(attribute.getDimensionsAsLong()).reduce(1, Math::multiplyExact);
            if (elements != 1 || attribute.isEmpty() || !Texts.are(attribute.getDataType())) {
                throw new IllegalArgumentException("must be one text");
            }
            ByteBuffer bytes = attribute.getBuffer();
            return new Texts(source, attribute.getDataType(), LONGEST_ATTRIBUTE)
                    .read(bytes, 1)
                    .get(0);
        });
    }
}
