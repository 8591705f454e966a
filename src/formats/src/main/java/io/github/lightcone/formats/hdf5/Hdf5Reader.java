package io.github.lightcone.formats.hdf5;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.Messages;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.links.ExternalLink;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads arrays and texts of an HDF5 file by their paths, such as {@code nodes/cells/node_id}. Whatever is wrong with
 * the file becomes a {@link FormatException} that names it and the path.
 */
public final class Hdf5Reader implements Closeable {

    private static final long FREE_BYTES = 64L << 20;
    private static final long MOST_COMPRESSED = 100;

    /** Elements that are taken at a time where the library makes an object of each. */
    private static final int SLICE = 1 << 18;

    private static final int LONGEST_ATTRIBUTE = 1 << 16;

    private final Path file;
    private final long size;
    private final HdfFile content;

    private Hdf5Reader(Path file, long size, HdfFile content) {
        this.file = file;
        this.size = size;
        this.content = content;
    }

    /**
     * Opens a file below 2 GB. It is mapped, so that damaged lengths within it meet its end and not the heap.
     *
     * @throws FormatException if there is none, or it is not HDF5
     */
    public static Hdf5Reader open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw FormatException.inFile(file, "does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw FormatException.inFile(file, "must be a file");
        }
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE) {
            throw FormatException.inFile(file, "has " + size + " bytes, must have at most " + Integer.MAX_VALUE);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, size);
            return new Hdf5Reader(file, size, explained(file, "", () -> HdfFile.fromByteBuffer(bytes)));
        }
    }

    /** Returns the file, for messages. */
    public Path file() {
        return file;
    }

    /** Returns whether there is a group of this path. */
    public boolean hasGroup(String path) throws FormatException {
        return explained(file, path, () -> find(path)) instanceof Group;
    }

    /** Returns whether there is an array of this path. */
    public boolean hasArray(String path) throws FormatException {
        return explained(file, path, () -> find(path)) instanceof Dataset;
    }

    /**
     * Returns the names of what a group holds, in the order of the file.
     *
     * @throws FormatException if there is no such group
     */
    public List<String> children(String path) throws FormatException {
        Node node = explained(file, path, () -> find(path));
        if (!(node instanceof Group group)) {
            throw error(path, "is missing, must be a group");
        }
        return explained(file, path, () -> List.copyOf(group.getChildren().keySet()));
    }

    /**
     * Returns the lengths of an array's dimensions; none of a single value.
     *
     * @throws FormatException if there is no such array, or it claims more elements than the file can hold
     */
    public int[] shape(String path) throws FormatException {
        long[] lengths = dimensions(dataset(path), path);
        return Arrays.stream(lengths).mapToInt(length -> (int) length).toArray();
    }

    /** Returns the length of an array of one dimension. */
    public int length(String path) throws FormatException {
        int[] shape = shape(path);
        if (shape.length != 1) {
            throw error(path, "has " + shape.length + " dimensions, must have 1");
        }
        return shape[0];
    }

    /**
     * Returns numbers of any type, integers included.
     *
     * @param shape what the lengths of the dimensions must be
     */
    public double[] doubles(String path, int... shape) throws FormatException {
        Dataset dataset = shaped(path, shape);
        double[] values = new double[count(shape)];
        if (values.length > 0) {
            Object elements = explained(file, path, dataset::getDataFlat);
            if (elements instanceof double[] same && same.length == values.length) {
                return same;
            }
            fill(path, elements, values.length, (k, number) -> values[k] = number.doubleValue());
        }
        return values;
    }

    /** Returns integers of any width, signed or not, of one dimension. */
    public long[] longs(String path, int length) throws FormatException {
        Dataset dataset = shaped(path, length);
        long[] values = new long[length];
        for (int from = 0; from < length; from += SLICE) {
            int start = from;
            int here = Math.min(SLICE, length - from);
            boolean whole = here == length;
            Object elements = explained(
                    file,
                    path,
                    () -> whole ? dataset.getData() : dataset.getData(new long[] {start}, new int[] {here}));
            fill(path, elements, here, (k, number) -> values[start + k] = exact(number));
        }
        return values;
    }

    /** Returns integers of one dimension that fit into 32 bits. */
    public int[] ints(String path, int length) throws FormatException {
        long[] wide = longs(path, length);
        int[] values = new int[length];
        for (int k = 0; k < length; k++) {
            values[k] = (int) wide[k];
            if (values[k] != wide[k]) {
                throw error(path, "has the element [" + k + "] = " + wide[k] + ", must fit into 32 bits");
            }
        }
        return values;
    }

    private static long exact(Number number) {
        if (number instanceof Double || number instanceof Float) {
            throw new NotAnInteger();
        }
        return number instanceof BigInteger big ? big.longValueExact() : number.longValue();
    }

    /** Returns a text that is a single value. */
    public String text(String path) throws FormatException {
        Dataset dataset = shaped(path);
        return textOf(explained(file, path, dataset::getData), path);
    }

    /** Returns texts of one dimension. */
    public List<String> texts(String path, int length) throws FormatException {
        Dataset dataset = shaped(path, length);
        List<String> texts = new ArrayList<>();
        if (length > 0) {
            Object elements = explained(file, path, dataset::getData);
            if (!(elements instanceof Object[] array) || array.length != length) {
                throw error(path, "must hold " + length + " texts");
            }
            for (Object text : array) {
                texts.add(textOf(text, path));
            }
        }
        return texts;
    }

    /** Returns whether an array holds texts. */
    public boolean holdsTexts(String path) throws FormatException {
        Dataset dataset = dataset(path);
        return explained(file, path, dataset::getJavaType) == String.class;
    }

    /**
     * Returns an attribute that is one text, null if there is none of this name.
     *
     * @param path of the group or array that has it
     */
    public String attribute(String path, String name) throws FormatException {
        String place = path + "@" + name;
        return explained(file, place, () -> {
            Node node = find(path);
            Attribute attribute = node == null ? null : node.getAttribute(name);
            if (attribute == null) {
                return null;
            }
            long elements = Arrays.stream(attribute.getDimensionsAsLong()).reduce(1, Math::multiplyExact);
            if (elements != 1 || attribute.getDataType().getSize() > LONGEST_ATTRIBUTE) {
                throw new IllegalArgumentException("must be one text");
            }
            Object value = attribute.getData();
            if (value instanceof Object[] array && array.length == 1) {
                value = array[0];
            }
            if (value instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException("must be one text");
        });
    }

    private String textOf(Object value, String path) throws FormatException {
        if (value instanceof String text) {
            return text;
        }
        throw error(path, "must hold text");
    }

    private Dataset dataset(String path) throws FormatException {
        Node node = explained(file, path, () -> find(path));
        if (!(node instanceof Dataset dataset)) {
            throw error(path, "is missing, must be an array");
        }
        return dataset;
    }

    private Dataset shaped(String path, int... shape) throws FormatException {
        Dataset dataset = dataset(path);
        long[] found = dimensions(dataset, path);
        if (!Arrays.equals(found, Arrays.stream(shape).asLongStream().toArray())) {
            throw error(path, "has the shape " + Arrays.toString(found) + ", must be " + Arrays.toString(shape));
        }
        return dataset;
    }

    private long[] dimensions(Dataset dataset, String path) throws FormatException {
        long[] dimensions = explained(file, path, dataset::getDimensionsAsLong);
        int width =
                Math.max(1, explained(file, path, () -> dataset.getDataType().getSize()));
        long room = size / width;
        if (dataset instanceof ChunkedDataset chunked) {
            room = (FREE_BYTES + MOST_COMPRESSED * size) / width;
            int[] chunk = explained(file, path, chunked::getChunkDimensions);
            requireRoom(path, "a chunk", Arrays.stream(chunk).asLongStream().toArray(), room);
        }
        requireRoom(path, "the shape", dimensions, room);
        return dimensions;
    }

    private void requireRoom(String path, String what, long[] lengths, long room) throws FormatException {
        long most = Math.min(room, Integer.MAX_VALUE);
        long count = 1;
        for (long length : lengths) {
            if (length < 0 || (length > 0 && count > most / length)) {
                throw error(
                        path,
                        "has " + what + " " + Arrays.toString(lengths) + ", must have at most " + most
                                + " elements in a file of " + size + " bytes");
            }
            count *= length;
        }
        // A length of 0 hides what stands beside it.
        if (Arrays.stream(lengths).anyMatch(length -> length > Integer.MAX_VALUE)) {
            throw error(path, "has " + what + " " + Arrays.toString(lengths) + ", must have lengths below 2^31");
        }
    }

    private static int count(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** Takes an element. */
    private interface Taker {
        void take(int k, Number number);
    }

    private void fill(String path, Object elements, int count, Taker taker) throws FormatException {
        if (elements == null || !elements.getClass().isArray() || Array.getLength(elements) != count) {
            throw error(path, "must hold " + count + " numbers");
        }
        try {
            for (int k = 0; k < count; k++) {
                taker.take(k, (Number) Array.get(elements, k));
            }
        } catch (NotAnInteger | ClassCastException other) {
            throw error(path, "has elements of another type, must be numbers, and integers where they count or name");
        } catch (ArithmeticException tooLarge) {
            throw error(path, "has an element that does not fit into 64 bits");
        }
    }

    /** Tells an array of fractions from one of integers. */
    private static final class NotAnInteger extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Returns the node of a path, null if there is none. */
    private Node find(String path) {
        Node node = content;
        if (path.isEmpty()) {
            return node;
        }
        for (String name : path.split("/", -1)) {
            if (!(node instanceof Group group)) {
                return null;
            }
            node = group.getChildren().get(name);
            if (node instanceof ExternalLink link) {
                throw new IllegalArgumentException("leads into another file, " + link.getTargetPath());
            }
        }
        return node;
    }

    /** Returns an exception about what stands at a path: {@code FILE: '/PATH' PROBLEM}. */
    public FormatException error(String path, String problem) {
        return FormatException.inFile(file, Messages.quote("/" + path) + " " + problem);
    }

    @Override
    public void close() {
        content.close();
    }

    /** Does what the HDF5 library is asked to; it answers damage with unchecked exceptions of many kinds. */
    private static <T> T explained(Path file, String what, Supplier<T> work) throws FormatException {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError | LinkageError problem) {
            String reason = Messages.printable(reason(problem), 200);
            throw FormatException.inFile(
                    file,
                    "is truncated, damaged or no HDF5 file: cannot read " + Messages.quote("/" + what) + " (" + reason
                            + ")",
                    problem);
        }
    }

    /** The innermost cause says what happened. */
    private static String reason(Throwable problem) {
        Throwable innermost = problem;
        for (int depth = 0; innermost.getCause() != null && depth < 20; depth++) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message;
    }
}
